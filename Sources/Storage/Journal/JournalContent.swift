import Agreement

/// Writes down the rows that an entry of the journal records, a line each, in parts of bounded size.
///
/// However many rows a transaction adds, no more than one part of them is in memory.
struct JournalContent: ~Copyable {
  /// How many bytes a part holds, unless one row takes more.
  static let partSize = 65_536

  private let connection: Connection
  private let entry: Int
  private var body = ByteBuffer(capacity: partSize + 4_096)
  private var part = 0
  private var hash = RunningDigest()
  /// How many rows were written down.
  private(set) var rows = 0
  /// The rows that were written down as they were added.
  private(set) var additions: [RowChanges] = []

  init(of entry: Int, on connection: Connection) {
    self.connection = connection
    self.entry = entry
  }

  /// Adds a row of `table` by its identifier, given as a JSON object.
  mutating func append(_ table: JournaledTable, _ id: Int, row: String) throws(StorageError) {
    let start = beginLine()
    body.append(RecordedRow.line(table, id, row: row))
    try endLine(from: start)
  }

  /// Adds one of `rows`, which was just added to its table, by its identifier.
  mutating func append(_ row: Int, of rows: borrowing ReadyRows, as id: Int) throws(StorageError) {
    let start = beginLine()
    rows.form.writeStart(id, to: &body)
    rows.writeText(of: row, to: &body)
    body.append("}}")
    try endLine(from: start)
    additions.note(rows.form.table.rawValue, id)
  }

  /// Writes down what is left, and returns the SHA-256 of all lines, each with its line feed.
  mutating func finish() throws(StorageError) -> Digest {
    if body.count > 0 { try closePart(at: body.count) }
    return hash.digest
  }

  /// Separates what follows from the line before, and returns where that ends.
  private mutating func beginLine() -> Int {
    let end = body.count
    if end > 0 { body.append(UInt8(ascii: "\n")) }
    return end
  }

  /// Begins a new part with the line after the byte `end` where the part does not hold it.
  private mutating func endLine(from end: Int) throws(StorageError) {
    rows += 1
    guard body.count > Self.partSize, end > 0 else { return }
    try closePart(at: end)
    // What is left begins with the line feed between the two.
    body.removeFirst(1)
  }

  /// Writes down the first `length` bytes as a part.
  private mutating func closePart(at length: Int) throws(StorageError) {
    part += 1
    let text = body[0..<length]
    try connection.statement(
      """
      INSERT INTO journal_part (seq, part, body)
      VALUES (?, ?, ?)
      """
    ).run(entry, part, lending: text)
    hash.add(UnsafeRawBufferPointer(text))
    hash.add("\n")
    body.removeFirst(length)
  }
}

extension [RowChanges] {
  /// Counts in a row that was added.
  fileprivate mutating func note(_ table: String, _ id: Int) {
    if let last, last.table == table, last.rowIDs.upperBound == id {
      self[count - 1] = RowChanges(table: table, operation: .insert, first: last.first, count: last.count + 1)
    } else {
      append(RowChanges(table: table, operation: .insert, first: id, count: 1))
    }
  }
}

/// A row as the journal records it: a line of JSON, written in one way only.
struct RecordedRow {
  let table: JournaledTable
  let id: Int
  /// The row as a JSON object, in UTF-8.
  let row: ArraySlice<UInt8>

  /// Reads a line; nil where it is not as leadpact writes it.
  init?(line: ArraySlice<UInt8>) {
    var rest = line
    guard
      Self.drop(#"{"table":""#, from: &rest),
      let table = Self.prefix(before: UInt8(ascii: "\""), of: &rest).flatMap({
        JournaledTable(rawValue: Self.text($0))
      }),
      Self.drop(#"","id":"#, from: &rest),
      let id = Self.prefix(before: UInt8(ascii: ","), of: &rest).flatMap({ Int(Self.text($0)) }),
      Self.drop(#","row":"#, from: &rest),
      rest.popLast() == UInt8(ascii: "}")
    else { return nil }
    self.table = table
    self.id = id
    self.row = rest
  }

  /// The row as a JSON object.
  var text: String { Self.text(row) }

  /// The line of a row, given as a JSON object.
  static func line(_ table: JournaledTable, _ id: Int, row: String) -> String {
    #"{"table":"\#(table.rawValue)","id":\#(id),"row":\#(row)}"#
  }

  /// The lines of what a part of the journal holds, in UTF-8.
  static func lines(of body: String) -> [ArraySlice<UInt8>] {
    Array(body.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func drop(_ text: StaticString, from rest: inout ArraySlice<UInt8>) -> Bool {
    let isThere = text.withUTF8Buffer { rest.starts(with: $0) }
    if isThere { rest.removeFirst(text.utf8CodeUnitCount) }
    return isThere
  }

  private static func prefix(before end: UInt8, of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let place = rest.firstIndex(of: end) else { return nil }
    defer { rest = rest[place...] }
    return rest[..<place]
  }
}
