/// Reads the records of a CSV text (RFC 4180), holding no more than a chunk and a record in memory.
///
///     var reader = try CSVReader(.file("leads.csv"))
///     var record = CSVRecord()
///     while try reader.read(into: &record) { … }
///
/// Lines end in LF, CRLF or CR; blank lines are passed over. The text is UTF-8 with or without a byte order mark,
/// or UTF-16 with one, or without where the NULs of its first two characters show it.
/// <https://www.rfc-editor.org/rfc/rfc4180>
public struct CSVReader: ~Copyable {
  /// What stands between fields.
  public let delimiter: CSVDelimiter

  private let limits: CSVLimits
  private var window: ByteWindow
  /// The line that `window.position` is on.
  private var line = 1
  /// A line feed right after a carriage return does not end another line.
  private var followsCarriageReturn = false
  private var hasEnded = false

  /// Opens `input` and looks at its first line.
  ///
  /// - Parameters:
  ///   - input: where the text comes from.
  ///   - delimiter: what stands between fields; where it is nil, the first line decides.
  ///   - limits: what one record may ask of memory.
  ///   - chunkSize: how many bytes are read at a time.
  ///   - tap: is shown the bytes as they are read, before they are decoded.
  /// - Throws: `CSVError` where the input cannot be read.
  public init(
    _ input: CSVInput,
    delimiter: CSVDelimiter? = nil,
    limits: CSVLimits = CSVLimits(),
    chunkSize: Int = 1 << 16,
    tap: ChunkTap? = nil
  ) throws(CSVError) {
    var window = try ByteWindow(input, chunkSize: chunkSize, tap: tap)
    try window.skipByteOrderMark()
    if let delimiter {
      self.delimiter = delimiter
    } else {
      self.delimiter = CSVDelimiter(sniffedIn: try window.headerLine(limit: limits.recordBytes))
    }
    self.limits = limits
    self.window = window
  }

  /// Reads the next record in the place of what `record` holds.
  ///
  /// - Returns: false at the end, and after an error.
  /// - Throws: `CSVError` where the text is not CSV; nothing after it can be read.
  public mutating func read(into record: inout CSVRecord) throws(CSVError) -> Bool {
    if hasEnded { return false }
    do throws(CSVError) {
      hasEnded = try !scan(&record)
    } catch {
      hasEnded = true
      throw error
    }
    return !hasEnded
  }

  private enum State {
    case recordStart, fieldStart, plain, quoted, quoteInQuoted
  }

  private mutating func scan(_ record: inout CSVRecord) throws(CSVError) -> Bool {
    var state = State.recordStart
    var quoteLine = line
    record.restart(onLine: line)

    while try window.hasByte() {
      let byte = window.bytes[window.position]
      switch state {
      case .recordStart:
        if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
          window.position += 1
          endLine(with: byte)
        } else {
          record.restart(onLine: line)
          followsCarriageReturn = false
          state = .fieldStart
        }

      case .fieldStart:
        if byte == ASCII.quote {
          window.position += 1
          quoteLine = line
          state = .quoted
        } else {
          state = .plain
        }

      case .quoted:
        switch byte {
        case ASCII.quote:
          window.position += 1
          followsCarriageReturn = false
          state = .quoteInQuoted
        case ASCII.lineFeed, ASCII.carriageReturn:
          try take(1, into: &record)
          endLine(with: byte)
        default:
          try takeRun(upTo: ASCII.quote, into: &record)
        }

      case .plain, .quoteInQuoted:
        switch byte {
        case delimiter.rawValue:
          window.position += 1
          try endField(of: &record)
          state = .fieldStart
        case ASCII.lineFeed, ASCII.carriageReturn:
          window.position += 1
          try endField(of: &record)
          endLine(with: byte)
          return true
        case ASCII.quote where state == .quoteInQuoted:
          try take(1, into: &record)
          state = .quoted
        case ASCII.quote:
          throw error(.strayQuote, in: record)
        case _ where state == .quoteInQuoted && byte != ASCII.null:
          throw error(.textAfterQuote, in: record)
        default:
          try takeRun(upTo: delimiter.rawValue, into: &record)
        }
      }
    }

    switch state {
    case .recordStart: return false
    case .quoted: throw CSVError(.unterminatedQuote, line: quoteLine, column: record.count + 1)
    case .fieldStart, .plain, .quoteInQuoted:
      try endField(of: &record)
      return true
    }
  }

  /// Takes what is in memory of the field, up to `end` or anything else that means something.
  private mutating func takeRun(upTo end: UInt8, into record: inout CSVRecord) throws(CSVError) {
    var length = 0
    for byte in window.bytes[window.position...] {
      if byte == end || byte == ASCII.quote || byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
        break
      }
      if byte == ASCII.null { break }
      length += 1
    }
    guard length > 0 else { throw error(.nullByte, in: record) }
    followsCarriageReturn = false
    try take(length, into: &record)
  }

  private mutating func take(_ length: Int, into record: inout CSVRecord) throws(CSVError) {
    guard record.unfinishedByteCount + length <= limits.fieldBytes else {
      throw error(.fieldTooLong(limit: limits.fieldBytes), in: record)
    }
    guard record.byteCount + length <= limits.recordBytes else {
      throw error(.recordTooLong(limit: limits.recordBytes), in: record)
    }
    record.append(window.bytes[window.position..<window.position + length])
    window.position += length
  }

  private func endField(of record: inout CSVRecord) throws(CSVError) {
    guard record.count < limits.columns else {
      throw CSVError(.tooManyColumns(limit: limits.columns), line: record.line)
    }
    record.endField()
  }

  private mutating func endLine(with byte: UInt8) {
    if byte == ASCII.carriageReturn || !followsCarriageReturn { line += 1 }
    followsCarriageReturn = byte == ASCII.carriageReturn
  }

  private func error(_ problem: CSVError.Problem, in record: borrowing CSVRecord) -> CSVError {
    CSVError(problem, line: line, column: record.count + 1)
  }
}
