/// An entry of the journal as an archive has it, and where.
public struct ArchivedEntry: Hashable, Sendable {
  /// The line of the file, from 1.
  public let line: Int
  /// Its number.
  public let number: Int
  /// When, as it is hashed.
  public let at: String
  /// Who.
  public let by: String
  /// What was done.
  public let action: String
  /// What it was done to.
  public let subject: String
  /// The number of the contract that it was done to.
  public let contract: Int?
  /// How many rows it added.
  public let rows: Int
  /// The SHA-256 of those rows.
  public let contentHash: String
  /// The hash of the entry before.
  public let previousHash: String
  /// Its own hash.
  public let hash: String

  /// Creates an entry of the values of a line, in the order of the table's columns; nil where they are of other kinds.
  public init?(line: Int, _ values: [ArchiveValue]) {
    guard
      values.count == 11, let number = values[0].integer, let at = values[1].words, let by = values[2].words,
      let action = values[3].words, let subject = values[4].words, let rows = values[7].integer,
      let contentHash = values[8].words, let previousHash = values[9].words, let hash = values[10].words
    else { return nil }
    self.line = line
    self.number = number
    self.at = at
    self.by = by
    self.action = action
    self.subject = subject
    self.contract = values[5].integer
    self.rows = rows
    self.contentHash = contentHash
    self.previousHash = previousHash
    self.hash = hash
  }
}

/// A row that an entry of the journal added, as an archive has it, and where.
public struct ArchivedRow: Hashable, Sendable {
  /// The line of the file, from 1.
  public let line: Int
  /// The number of the entry.
  public let entry: Int
  /// The table that the row is in.
  public let table: String
  /// The row's number in it.
  public let id: Int
  /// The row as a JSON object.
  public let row: String

  /// Creates a row of the values of a line, in the order of the table's columns; nil where they are of other kinds.
  public init?(line: Int, _ values: [ArchiveValue]) {
    guard
      values.count == 4, let entry = values[0].integer, let table = values[1].words,
      let id = values[2].integer,
      let row = values[3].words
    else { return nil }
    self.line = line
    self.entry = entry
    self.table = table
    self.id = id
    self.row = row
  }
}

/// Why a line of an archive's journal cannot be put back: it is not as it was written.
public struct ArchiveFault: Error, Hashable, Sendable {
  /// The table whose file it stands in.
  public let table: ArchiveTable
  /// The line, from 1; nil where the whole is meant.
  public let line: Int?
  /// What is wrong.
  public let message: String

  /// Says what is wrong with a line.
  public init(_ table: ArchiveTable, line: Int?, _ message: String) {
    self.table = table
    self.line = line
    self.message = message
  }
}

extension ArchiveValue {
  /// The whole number; nil for anything else.
  public var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The words, which may be none; nil for a number.
  public var words: String? {
    switch self {
    case .text(let text): text
    case .absent: ""
    case .integer, .decimal: nil
    }
  }
}
