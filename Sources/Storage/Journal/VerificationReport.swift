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
  public let checked: Extent
  /// Where the journal ends.
  public let head: JournalHead
  /// What was found; empty in a sound database.
  public let problems: [Problem]
}

extension Database {
  /// Checks that nothing was altered since it was recorded, and that the file is sound.
  public func verify() throws(StorageError) -> VerificationReport {
    fatalError("to be written")
  }
}
