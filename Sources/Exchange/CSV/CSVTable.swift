/// A CSV text whose first line names the columns of the rows below it.
///
///     var table = try CSVTable(.file("leads.csv"))
///     let source = try table.header.column(named: "Lead Source")
///     while try table.next() {
///       print(table.row.line, try table.row.text(at: source))
///     }
public struct CSVTable: ~Copyable {
  /// The names of the columns.
  public let header: CSVHeader
  /// The row that `next()` came to, with as many fields as the header.
  public private(set) var row = CSVRecord()
  /// What stands between fields.
  public var delimiter: CSVDelimiter { reader.delimiter }

  private var reader: CSVReader

  /// Reads the header of what `reader` reads.
  ///
  /// - Throws: `CSVError` where there is no header or it cannot be read.
  public init(_ reader: consuming CSVReader) throws(CSVError) {
    guard try reader.read(into: &row) else { throw CSVError(.hasNoHeader) }
    var names: [String] = []
    for column in 0..<row.count { names.append(try row.text(at: column)) }
    header = CSVHeader(names)
    self.reader = reader
  }

  /// Opens `input`, with the delimiter given or else that its first line shows, and reads its header.
  ///
  /// - Throws: `CSVError` where it cannot be read or there is no header.
  public init(
    _ input: CSVInput, delimiter: CSVDelimiter? = nil, tap: ChunkTap? = nil
  ) throws(CSVError) {
    try self.init(CSVReader(input, delimiter: delimiter, tap: tap))
  }

  /// Goes on to the next row.
  ///
  /// - Returns: false at the end, and after an error that is not limited to its row.
  /// - Throws: `CSVError`; after a ragged row the next one can be read.
  public mutating func next() throws(CSVError) -> Bool {
    guard try reader.read(into: &row) else { return false }
    guard row.count == header.names.count else {
      throw CSVError(.raggedRow(expected: header.names.count, found: row.count), line: row.line)
    }
    return true
  }
}
