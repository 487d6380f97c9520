import Agreement

/// Writes down the rows that an entry of the journal records, a line each, in parts of bounded size.
///
/// However many rows a transaction adds, no more than one part of them is in memory.
struct JournalContent {
  /// How many bytes a part holds, unless one row takes more.
  static let partSize = 65_536

  private let connection: Connection
  private let entry: Int
  private var body = ""
  private var part = 0
  private var hash = RunningDigest()
  /// How many rows were written down.
  private(set) var rows = 0

  init(of entry: Int, on connection: Connection) {
    self.connection = connection
    self.entry = entry
  }

  /// Adds a row of `table` by its identifier, given as a JSON object.
  mutating func append(_ table: JournaledTable, _ id: Int, row: String) throws(StorageError) {
    let line = RecordedRow(table: table, id: id, row: row[...]).line
    if !body.isEmpty {
      if body.utf8.count + 1 + line.utf8.count > Self.partSize { try closePart() } else { body += "\n" }
    }
    body += line
    rows += 1
  }

  /// Writes down what is left, and returns the SHA-256 of all lines, each with its line feed.
  mutating func finish() throws(StorageError) -> Digest {
    if !body.isEmpty { try closePart() }
    return hash.digest
  }

  private mutating func closePart() throws(StorageError) {
    part += 1
    try connection.run(
      """
      INSERT INTO journal_part (seq, part, body)
      VALUES (?, ?, ?)
      """,
      entry,
      part,
      body
    )
    hash.add(body)
    hash.add("\n")
    body = ""
  }
}

/// A row as the journal records it: a line of JSON, written in one way only.
struct RecordedRow {
  let table: JournaledTable
  let id: Int
  /// The row as a JSON object.
  let row: Substring

  init(table: JournaledTable, id: Int, row: Substring) {
    self.table = table
    self.id = id
    self.row = row
  }

  /// Reads a line; nil where it is not as leadpact writes it.
  init?(line: Substring) {
    var rest = line.utf8
    guard
      Self.drop(#"{"table":""#, from: &rest),
      let name = Self.prefix(before: UInt8(ascii: "\""), of: &rest),
      let table = JournaledTable(rawValue: name),
      Self.drop(#"","id":"#, from: &rest),
      let id = Self.prefix(before: UInt8(ascii: ","), of: &rest).flatMap({ Int($0) }),
      Self.drop(#","row":"#, from: &rest),
      rest.popLast() == UInt8(ascii: "}")
    else { return nil }
    self.init(table: table, id: id, row: Substring(rest))
  }

  var line: String { #"{"table":"\#(table.rawValue)","id":\#(id),"row":\#(row)}"# }

  private static func drop(_ text: StaticString, from rest: inout Substring.UTF8View) -> Bool {
    let isThere = text.withUTF8Buffer { rest.starts(with: $0) }
    if isThere { rest.removeFirst(text.utf8CodeUnitCount) }
    return isThere
  }

  private static func prefix(before end: UInt8, of rest: inout Substring.UTF8View) -> String? {
    let prefix = rest.prefix { $0 != end }
    rest = rest[prefix.endIndex...]
    return String(Substring(prefix))
  }
}
