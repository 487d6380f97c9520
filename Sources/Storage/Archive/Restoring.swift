public import Agreement

/// The database is not empty, so that nothing can be put back into it.
public struct RestoreRefusal: Error, Hashable, Sendable {
  /// Where its journal ends.
  public let head: JournalHead
}

extension RestoreRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    """
    the database has \(head.number) journal entr\(head.number == 1 ? "y" : "ies") already, and an archive is only \
    put back into an empty one; name a new file with --database
    """
  }
}

extension Database {
  /// Puts everything back that an archive's journal holds, all of it or nothing.
  ///
  /// Entries and rows are taken as they are, with their numbers, dates and people, so that the journal ends in the
  /// same hash; then all of it is verified as `verify` does.
  /// - Parameters:
  ///   - entry: hands over the journal's entries in order; nil at the end.
  ///   - row: hands over the rows in order; nil at the end.
  ///   - check: looks at what was put back before it lasts; what it throws undoes all.
  /// - Returns: where the journal ends.
  /// - Throws: `RestoreRefusal`, `ArchiveFault`, `StorageError`, and what the closures throw.
  public func restore(
    entry nextEntry: () throws -> ArchivedEntry?,
    row nextRow: () throws -> ArchivedRow?,
    check: () throws -> Void
  ) throws -> JournalHead {
    // What is put back is its own journal, so nobody need remember the rows.
    connection.recordsChanges = false
    defer { connection.recordsChanges = true }
    let transaction = try connection.begin(.writing)
    let journal = JournalStore(connection: connection)
    let head = try journal.head()
    guard head == .empty else { throw RestoreRefusal(head: head) }
    try connection.execute("PRAGMA defer_foreign_keys = ON")
    var restoration = Restoration(connection)
    var row = try nextRow()
    while let entry = try nextEntry() {
      try restoration.begin(entry)
      while let next = row, next.entry == entry.number {
        try restoration.add(next)
        row = try nextRow()
      }
      try restoration.end(entry)
    }
    if let row {
      throw ArchiveFault(.journalRows, line: row.line, "no entry of the journal has the number \(row.entry)")
    }
    try verifyRestored()
    try check()
    try countLeads()
    let restored = try journal.head()
    try transaction.commit()
    return restored
  }

  /// Counts up the leads of each contract that has any, which is not in the journal.
  private func countLeads() throws {
    let contracts = ContractStore(connection: connection)
    for entry in try contracts.entries() {
      guard
        let history = try contracts.history(of: entry),
        try LeadStore(connection: connection).hasRows(of: entry)
      else { continue }
      try LeadCounting(of: entry, history, under: nil, on: connection).countAll()
    }
  }

  private func verifyRestored() throws {
    if let dangling = try connection.danglingReferences().first {
      throw ArchiveFault(.journalRows, line: nil, "\(dangling)")
    }
    let problems = try JournalCheck(of: connection).problems + VersionCheck(of: connection).problems
    guard let problem = problems.first else { return }
    throw ArchiveFault(.journalRows, line: nil, "\(problem.place): \(problem.message)")
  }
}

/// Puts entries of the journal and their rows back, and checks that they follow each other unaltered.
private struct Restoration: ~Copyable {
  private let connection: Connection
  /// The rows of the entry that is under way.
  private var content: JournalContent
  private var lastHash = JournalHead.empty.hash.hex
  private var lastNumber = 0
  private var lastLine: Int?

  init(_ connection: Connection) {
    self.connection = connection
    content = JournalContent(of: 0, on: connection)
  }

  mutating func begin(_ entry: ArchivedEntry) throws {
    guard entry.number == lastNumber + 1, entry.previousHash == lastHash else {
      throw ArchiveFault(
        .journal, line: entry.line,
        "entry \(entry.number) does not follow entry \(lastNumber): one between them is missing, or was altered"
      )
    }
    guard entry.hashed.hash == entry.hash else {
      throw ArchiveFault(
        .journal, line: entry.line,
        "entry \(entry.number) was altered: its hash is not that of what it says")
    }
    lastNumber = entry.number
    lastHash = entry.hash
    content = JournalContent(of: entry.number, on: connection)
  }

  mutating func add(_ row: ArchivedRow) throws {
    guard let table = JournaledTable(rawValue: row.table) else {
      throw ArchiveFault(
        .journalRows, line: row.line,
        "there is no table '\(row.table)'; a newer leadpact may have written it: upgrade, then try again")
    }
    do throws(StorageError) {
      try content.append(table, row.id, row: row.row)
      try connection.run(table.insertion, row.row)
    } catch .sqlite(_, let message, _) {
      throw ArchiveFault(
        .journalRows, line: row.line, "row \(row.id) of \(row.table) cannot be put back: \(message)")
    }
    lastLine = row.line
  }

  mutating func end(_ entry: ArchivedEntry) throws {
    let rows = content.rows
    let hash = try content.finish()
    guard rows == entry.rows, hash.hex == entry.contentHash else {
      throw ArchiveFault(
        .journalRows, line: lastLine,
        rows == entry.rows
          ? "a row of entry \(entry.number) was altered: they do not have the hash that the journal gives"
          : "entry \(entry.number) added \(entry.rows) rows, and \(rows) are there")
    }
    try entry.hashed.insert(on: connection)
  }
}

extension ArchivedEntry {
  /// The entry as it is hashed.
  fileprivate var hashed: HashedEntry {
    HashedEntry(
      number: number, at: at, by: by, action: action, subject: subject, contract: contract, rows: rows,
      contentHash: contentHash, previousHash: previousHash)
  }
}
