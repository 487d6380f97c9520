public import Agreement
import Foundation

/// What an archive's folder holds, so that it can be told whether all of it is there and unaltered.
public struct ArchiveManifest: Hashable, Sendable, Codable {
  /// The file's name within the folder.
  public static let fileName = "manifest.json"
  /// The layout of the tables that this program writes and reads.
  public static let layout = 1

  /// A file of the folder.
  public struct File: Hashable, Sendable, Codable {
    /// Its name.
    public let name: String
    /// The table in it, by its name.
    public let table: String
    /// How many rows it has, the heading left out.
    public let rows: Int
    /// How many bytes.
    public let bytes: Int
    /// Their SHA-256.
    public let sha256: String

    /// Describes a file.
    public init(name: String, table: ArchiveTable, rows: Int, bytes: Int, sha256: Digest) {
      self.name = name
      self.table = table.rawValue
      self.rows = rows
      self.bytes = bytes
      self.sha256 = sha256.hex
    }
  }

  /// The layout of the tables.
  public let layout: Int
  /// The schema of the database that they were read from.
  public let schema: Int
  /// How many entries its journal has.
  public let journalEntries: Int
  /// The hash that its journal ends in.
  public let journalHead: String
  /// The only contract that was written; nil for all.
  public let contract: String?
  /// The day after which nothing was written; nil where all of it was.
  public let asOf: String?
  /// `csv` or `jsonl`.
  public let format: String
  /// `neutralised` or `raw`: whether text that a spreadsheet would run stands behind an apostrophe.
  public let text: String
  /// The files, in the order of the tables.
  public let files: [File]

  /// Describes a folder.
  public init(
    schema: Int, journalEntries: Int, journalHead: Digest, contract: Name?, asOf: Day?, format: ArchiveFormat,
    isRaw: Bool, files: [File]
  ) {
    self.layout = Self.layout
    self.schema = schema
    self.journalEntries = journalEntries
    self.journalHead = journalHead.hex
    self.contract = contract?.text
    self.asOf = asOf?.description
    self.format = format.rawValue
    self.text = isRaw ? "raw" : "neutralised"
    self.files = files
  }

  private enum CodingKeys: String, CodingKey {
    case layout, schema
    case journalEntries = "journal_entries"
    case journalHead = "journal_head"
    case contract
    case asOf = "as_of"
    case format, text, files
  }
}

extension ArchiveManifest {
  /// Reads a manifest; nil where it is none.
  public init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = manifest
  }

  /// Whether text stands as it is.
  public var isRaw: Bool { text == "raw" }

  /// The file of a table; nil where it was not written.
  public func file(of table: ArchiveTable) -> File? { files.first { $0.table == table.rawValue } }

  /// The manifest as JSON, its members always in one order.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
