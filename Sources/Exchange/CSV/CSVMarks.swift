/// The bytes that end a run of plain text in CSV: the delimiter, the quote, the ends of lines, and NUL.
struct CSVMarks {
  let delimiter: UInt8
  /// A bit for each of the 64 lowest bytes.
  private let bits: UInt64

  init(_ delimiter: CSVDelimiter) {
    self.delimiter = delimiter.rawValue
    let bytes = [delimiter.rawValue, ASCII.quote, ASCII.lineFeed, ASCII.carriageReturn, ASCII.null]
    bits = bytes.reduce(0) { $0 | 1 << UInt64($1) }
  }

  func contain(_ byte: UInt8) -> Bool { byte < 64 && bits &>> UInt64(byte) & 1 != 0 }
}
