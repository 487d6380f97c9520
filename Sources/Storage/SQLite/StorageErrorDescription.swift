extension StorageError: CustomStringConvertible {
  /// What was wrong, where, and what to do next.
  public var description: String {
    switch self {
    case .sqlite(let code, let message, let sql):
      let statement = sql.map { "\nin: \($0)" } ?? ""
      return "The database refused the operation: \(message) (\(code.name)). Nothing was changed.\(statement)"

    case .databaseMissing(let path):
      return """
        There is no database at \(path). \
        Check the path in --database or LEADPACT_DB, or propose a first contract to make one.
        """

    case .cannotOpen(let path, let reason):
      return "\(path) cannot be opened: \(reason). Check the path and who may use it."

    case .readOnly(let path):
      return """
        \(path) cannot be written: the file, its folder or its disk is read-only. \
        Make both the file and its folder writable, or copy the file somewhere that is.
        """

    case .locked(let path, let waited, let holder?):
      return """
        \(path) is being written by another program, \(holder), which did not finish \
        within \(Self.duration(waited)). Let it finish, then try again.
        """

    case .locked(let path, let waited, nil):
      return """
        \(path) is locked by another process (waited \(Self.duration(waited))). \
        Let the other command finish, then try again.
        """

    case .fileExists(let path):
      return "\(path) already exists and is never overwritten. Choose another name, or move it away first."

    case .diskFull(let path):
      return "There is no room left to write \(path). Nothing was changed. Free some space, then try again."

    case .diskFailed(let path, let code):
      return """
        The disk failed under \(path): \(code.message) (\(code.name)). What was to be recorded is not on record. \
        Check the disk, then run `leadpact verify`; if it finds something, go back to the latest backup.
        """

    case .notADatabase(let path):
      return "\(path) is not a leadpact database. Check the path in --database or LEADPACT_DB."

    case .foreignApplication(let path, let applicationID):
      let owner = applicationID == 0 ? "" : " (application id \(applicationID))"
      return """
        \(path) is an SQLite database of another program\(owner), not of leadpact. It was left as it was. \
        Check the path in --database or LEADPACT_DB.
        """

    case .damaged(let path, let detail):
      return """
        \(path) is damaged: \(detail). \
        Keep a copy of it as it is, and go back to the latest backup.
        """

    case .newerSchema(let path, let found, let known):
      return """
        \(path) was written by a newer leadpact: it has schema version \(found), \
        and this program knows up to \(known). \
        It was left as it was. Upgrade leadpact, then try again.
        """

    case .olderSchema(let path, let found, let known):
      return """
        \(path) was written by an older leadpact: it has schema version \(found), this program needs \(known) \
        and could not upgrade it here. Make both the file and its folder writable, then try again.
        """

    case .migrationAltered(let path, let name):
      return """
        \(path) was built by a schema step \(name) that is not the one in this program. It was left as it was. \
        Use the leadpact release that made it, or go back to the latest backup.
        """

    case .migrationFailed(let path, let name, let detail):
      return """
        \(path) could not be brought to the schema step \(name): \(detail). It was left as it was. \
        Keep using the leadpact release that made it, and report this.
        """

    case .unexpectedValue(let table, let column, let found):
      let place = table.map { "\($0).\(column)" } ?? column
      return """
        The database holds a value that leadpact never writes: \(place) is \(found). \
        Run `leadpact verify` to see what was altered, or go back to the latest backup.
        """
    }
  }

  private static func duration(_ milliseconds: Int) -> String {
    milliseconds.isMultiple(of: 1_000) && milliseconds > 0
      ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
  }
}
