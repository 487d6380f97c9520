/// What `verify` checked, and what it found altered.
public struct VerificationReport: Hashable, Sendable {
  /// Something that is not as it was recorded.
  public struct Problem: Hashable, Sendable {
    /// Where it is: `delivery row 12, count`.
    public let place: String
    /// What is wrong with it.
    public let message: String
  }

  /// How much there was to check.
  public struct Extent: Hashable, Sendable {
    /// Entries of the journal.
    public internal(set) var entries = 0
    /// Rows that the entries recorded.
    public internal(set) var rows = 0
    /// Versions whose digest, text and terms were compared.
    public internal(set) var versions = 0
    /// Signatures.
    public internal(set) var signatures = 0
  }

  /// How much was checked.
  public internal(set) var checked: Extent
  /// Where the journal ends.
  public internal(set) var head: JournalHead
  /// The entry whose hash was asked for: where nothing was found, nothing up to it was altered.
  public internal(set) var since: JournalHead?
  /// What was found; empty in a sound database.
  public internal(set) var problems: [Problem]
  /// The signatures with keys that can be read: whether they are those of their texts is still to be checked.
  public internal(set) var keySignatures: [RecordedKeySignature] = []
}

extension Database {
  /// Checks that nothing was altered since it was recorded, and that the file is sound.
  ///
  /// Whoever can write the file can also write a journal anew from some entry on; against that, keep the hash of
  /// the head elsewhere.
  /// - Parameter hash: a hash that the journal must still contain, such as a report's last line gives.
  public func verify(since hash: HashPrefix? = nil) throws(StorageError) -> VerificationReport {
    try connection.read { () throws(StorageError) in
      var report = VerificationReport(
        checked: VerificationReport.Extent(),
        head: .empty,
        problems: try connection.integrityProblems().map {
          VerificationReport.Problem(place: "the file", message: $0.description)
        }
      )
      do throws(StorageError) {
        report.problems += try SchemaCheck(of: connection).problems
        let journal = try JournalCheck(of: connection)
        let versions = try VersionCheck(of: connection)
        let keys = try SignatureKeyCheck(of: connection)
        report.problems += journal.problems + versions.problems + keys.problems
        // What is computed says nothing where what it is computed from was altered.
        if report.problems.isEmpty { report.problems = try LeadCountCheck(of: connection).problems }
        report.keySignatures = keys.signatures
        report.head = journal.head
        if let hash { try report.look(for: hash, in: connection) }
        report.checked = VerificationReport.Extent(
          entries: journal.entries,
          rows: journal.rows,
          versions: versions.versions,
          signatures: versions.signatures
        )
      } catch .damaged(_, let detail), .sqlite(_, let detail, _) {
        report.problems.append(
          VerificationReport.Problem(place: "the file", message: "it cannot be read to its end: \(detail)")
        )
      }
      return report
    }
  }
}

extension VerificationReport {
  /// Finds the entry whose hash begins so.
  fileprivate mutating func look(for hash: HashPrefix, in connection: Connection) throws(StorageError) {
    since = try JournalStore(connection: connection).entry(hash)
    guard since == nil else { return }
    problems.append(
      Problem(
        place: "the journal",
        message:
          "no entry has the hash \(hash): it is mistyped, of another database, or the history was rewritten"
      )
    )
  }
}
