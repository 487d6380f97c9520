import Agreement

/// An import that is under way: its file's rows go by, one after the other.
struct RunningImport {
  /// The number that its record will have.
  let number: Int
  let contract: ContractStore.Entry
  let history: ContractHistory
  let stamp: Stamp
}

extension Database {
  /// Imports a file row by row as one transaction, all of it or nothing.
  ///
  /// The file's record is added last, when its digest is known; what refers to it waits for it until the commit.
  /// - Parameters:
  ///   - rows: takes the rows into the tally, and into the journal those that need not be read back for it, and returns
  ///     the SHA-256 of the file's bytes.
  ///   - afterwards: is called when the file is on record.
  func importing(
    _ kind: ImportKind,
    from file: String,
    for name: Name,
    by person: String,
    at moment: () throws -> Moment,
    isDryRun: Bool,
    rows: (RunningImport, inout RowTally, inout JournalContent) throws -> Digest,
    afterwards: () throws -> Void = {}
  ) throws -> RowSummary {
    do {
      return try recording(.importFile, by: person, at: moment) { stamp, journal in
        let (entry, history) = try agreed(name)
        let imports = ImportStore(connection: connection)
        let number = try imports.nextNumber()
        try connection.execute("PRAGMA defer_foreign_keys = ON")
        var tally = RowTally()
        let digest = try rows(
          RunningImport(number: number, contract: entry, history: history, stamp: stamp), &tally, &journal)
        try tally.check(file: file)
        let changes = tally.changes
        let summary = RowSummary(
          added: tally.added,
          changed: tally.changed,
          unchanged: tally.unchanged,
          older: tally.older,
          importedBefore: try imports.mark(of: digest, as: kind, for: entry),
          number: isDryRun || changes == 0 ? nil : number
        )
        if summary.number == nil { throw NothingToKeep(summary: summary) }
        let record = ImportStore.File(kind: kind, name: file, digest: digest, rows: changes)
        try imports.insert(record, as: number, of: entry, under: stamp)
        try afterwards()
        return (summary, entry.id, "\(entry.name), \(file): \(changes) row\(changes == 1 ? "" : "s")")
      }
    } catch let undone as NothingToKeep<RowSummary> {
      return undone.summary
    }
  }
}
