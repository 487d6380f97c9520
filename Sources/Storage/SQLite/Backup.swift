import CSQLite

extension Connection {
  /// Copies the database, as it is at this moment, to a new file at `path` with mode 0600.
  ///
  /// See <https://www.sqlite.org/backup.html>.
  ///
  /// - Throws: `fileExists` where anything stands at `path`, a symbolic link included.
  func backup(to path: String) throws(StorageError) {
    let target = DatabaseFile(path: path)
    try target.create { partial throws(StorageError) in try copy(to: partial, for: target) }
  }

  /// Fills the file `partial`, under the name of `target` in errors, and closes it.
  private func copy(to partial: DatabaseFile, for target: DatabaseFile) throws(StorageError) {
    let destination = try DatabaseHandle(
      opening: partial.literalName,
      path: target.path,
      flags: SQLITE_OPEN_READWRITE,
      busyTimeout: 0,
      vfs: handle.vfs,
    )
    // Nobody sees the copy until it is whole, so neither a journal nor SQLite's own syncs are of use.
    try destination.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    guard let backup = sqlite3_backup_init(destination.pointer, "main", handle.pointer, "main") else {
      throw destination.error(sqlite3_errcode(destination.pointer))
    }
    let everyPage: Int32 = -1
    let step = sqlite3_backup_step(backup, everyPage)
    let finish = sqlite3_backup_finish(backup)
    guard step == SQLITE_DONE else {
      // Only the source can be locked by anyone else.
      let busy = ResultCode(rawValue: step).primary == .busy
      throw busy ? handle.error(step) : destination.error(step)
    }
    try destination.check(finish)
  }
}
