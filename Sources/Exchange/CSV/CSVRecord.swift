/// One record: its fields' bytes, without the quotes that CSV puts around them.
///
/// A record is read into, again and again, so that a million rows need the memory of one.
public struct CSVRecord: Sendable {
  /// The line that the record starts on, counted from 1.
  public private(set) var line = 0

  /// The fields' bytes in order, and of a record that was taken as a line what stands between them.
  private var bytes: [UInt8] = []
  /// Where each field stands in `bytes`.
  private var fields: [Range<Int>] = []
  /// Where the field that is not ended yet starts in `bytes`.
  private var start = 0

  /// An empty record, to read into.
  public init() {}

  /// How many fields there are.
  public var count: Int { fields.count }

  /// The bytes of the field at `index`, counted from 0.
  public subscript(index: Int) -> ArraySlice<UInt8> { bytes[fields[index]] }

  /// Lends the bytes of the field at `index`, which is faster than a slice.
  public func withBytes<Result, Failure>(
    of index: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = fields[index]
    return try bytes.withUnsafeBufferPointer { (all) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  /// The field at `index`, counted from 0, as text.
  ///
  /// - Throws: `CSVError` where the field is not UTF-8.
  public func text(at index: Int) throws(CSVError) -> String {
    guard let text = withBytes(of: index, { String(utf8: $0) }) else {
      throw CSVError(.invalidUTF8, line: line, column: index + 1)
    }
    return text
  }
}

// What the reader writes, run by run.
extension CSVRecord {
  /// The bytes of all fields, the unfinished one included.
  var byteCount: Int { bytes.count }
  /// The bytes of the field that is not ended yet.
  var unfinishedByteCount: Int { bytes.count - start }

  mutating func restart(onLine line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    start = 0
  }

  mutating func append(_ run: ArraySlice<UInt8>) { bytes.append(contentsOf: run) }

  mutating func endField() {
    fields.append(start..<bytes.count)
    start = bytes.count
  }
}

// What the reader writes as a line.
extension CSVRecord {
  /// Takes the line that `text` begins with, whose quotes stand around whole fields.
  ///
  /// - Returns: how long the line is without its end; nil where there is no end to it, or anything else in it than such
  ///   fields: then the record is half filled.
  mutating func takeLine(_ text: UnsafeBufferPointer<UInt8>, marks: CSVMarks) -> Int? {
    var (position, start) = (0, 0)
    while position < text.count {
      let byte = text[position]
      guard marks.contain(byte) else {
        position += 1
        continue
      }
      var field = start..<position
      if byte == ASCII.quote, position == start {
        guard let end = Self.closingQuote(in: text, after: position) else { return nil }
        field = position + 1..<end
        position = end + 1
        guard position < text.count else { return nil }
      }
      switch text[position] {
      case marks.delimiter:
        fields.append(field)
        position += 1
        start = position
      case ASCII.lineFeed, ASCII.carriageReturn:
        fields.append(field)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<position]))
        return position
      default: return nil
      }
    }
    return nil
  }

  /// Where the quote stands that closes the one at `opening`; nil where the field goes on in the next line or has quotes.
  private static func closingQuote(in text: UnsafeBufferPointer<UInt8>, after opening: Int) -> Int? {
    var position = opening + 1
    while position < text.count {
      switch text[position] {
      case ASCII.quote: return position
      case ASCII.lineFeed, ASCII.carriageReturn, ASCII.null: return nil
      default: position += 1
      }
    }
    return nil
  }
}

extension String {
  /// The text that the bytes are in UTF-8; nil where they are none.
  fileprivate init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    // ASCII, which most fields are, need not be looked through twice.
    if bytes.allSatisfy({ $0 < 0x80 }) {
      self = String(decoding: bytes, as: UTF8.self)
    } else {
      self.init(validating: bytes, as: UTF8.self)
    }
  }
}
