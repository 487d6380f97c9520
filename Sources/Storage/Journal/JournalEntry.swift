public import Agreement

/// One change of the database: who did what and when, and the hash of the rows that it added.
public struct JournalEntry: Hashable, Sendable {
  /// What was done.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// A version was proposed.
    case propose
    /// A version was signed.
    case sign
    /// A version was declined.
    case decline
    /// Leads were logged.
    case log
    /// Counts were corrected.
    case correct
    /// A file was imported.
    case importFile = "import"
    /// What came of leads was recorded.
    case outcome
    /// What sales did, or the value of a measure, was recorded.
    case followUp = "follow-up"
    /// A quarter's metrics were kept on purpose.
    case review
    /// Sales rejected a lead.
    case reject
    /// Marketing contested a rejection.
    case contest
    /// A dispute was settled.
    case settle
    /// A mapping of columns was saved under a name.
    case saveMapping = "save-mapping"
    /// An import was taken back.
    case withdraw
  }

  /// Its number, from 1 without gaps.
  public let number: Int
  /// When.
  public let at: Moment
  /// Who.
  public let by: String
  /// What was done.
  public let action: Action
  /// What it was done to, what was said of it, and the reason where there is one: `acme-2026 version 2`,
  /// `acme-2026, smb/web 2026-W07: -2 (two duplicates)`.
  public let subject: String
  /// The contract that it was done to.
  public let contract: Name?
  /// The number of the import that it is; nil for anything else.
  public let importNumber: Int?
  /// How many rows it added.
  public let rows: Int
  /// The SHA-256 of the rows that it added.
  public let contentHash: Digest
  /// The hash of the entry before; 64 zeros for the first.
  public let previousHash: Digest
  /// The SHA-256 over the previous hash and everything above.
  public let hash: Digest
}

/// Where the journal ends: whoever knows the hash can tell later whether anything before it was altered.
public struct JournalHead: Hashable, Sendable {
  /// The number of the last entry; 0 in an empty journal.
  public let number: Int
  /// Its hash; 64 zeros in an empty journal.
  public let hash: Digest
}

extension JournalHead {
  static let empty = JournalHead(number: 0, hash: Digest(bytes: Array(repeating: 0, count: 32)))
}

extension Database {
  /// The journal as it was on the day `asOf`, oldest entry first.
  ///
  /// - Parameter limit: keeps only so many entries, the newest.
  public func journal(asOf: Day? = nil, limit: Int? = nil) throws(StorageError) -> [JournalEntry] {
    try connection.read { () throws(StorageError) in
      let journal = JournalStore(connection: connection)
      return try journal.entries(through: journal.lastNumber(asOf: asOf), limit: limit.map { max(0, $0) })
    }
  }

  /// Where the journal ended on the day `asOf`, or ends now.
  public func journalHead(asOf: Day? = nil) throws(StorageError) -> JournalHead {
    try connection.read { () throws(StorageError) in
      let journal = JournalStore(connection: connection)
      return try journal.head(through: journal.lastNumber(asOf: asOf))
    }
  }

  /// Runs `body` as one transaction, which the journal records as `action` on the subject that `body` names.
  ///
  /// What `body` throws undoes all of it.
  /// - Parameter clock: asked once no other process can write, so that those who wait for each other are dated in
  ///   the order in which they write.
  /// - Throws: `BackdatingRefusal`, `StorageError`, and what `body` and `clock` throw.
  func recording<Result>(
    _ action: JournalEntry.Action,
    by person: String,
    at clock: () throws -> Moment,
    _ body: (Stamp) throws -> (result: Result, contract: Int?, subject: String)
  ) throws -> Result {
    try recording(action, by: person, at: clock) { stamp, _ in try body(stamp) }
  }

  /// The same for a `body` that may write rows into the journal as it adds them, so that they need not be read back.
  func recording<Result>(
    _ action: JournalEntry.Action,
    by person: String,
    at clock: () throws -> Moment,
    _ body: (Stamp, inout JournalContent) throws -> (result: Result, contract: Int?, subject: String)
  ) throws -> Result {
    let transaction = try connection.begin(.writing)
    let journal = JournalStore(connection: connection)
    let stamp = try journal.stamp(by: person, at: clock())
    var content = JournalContent(of: stamp.number, on: connection)
    let (result, contract, subject) = try body(stamp, &content)
    let change = JournalStore.Change(action: action, subject: subject, contract: contract)
    try journal.append(change, under: stamp, content: &content)
    try transaction.commit()
    return result
  }
}
