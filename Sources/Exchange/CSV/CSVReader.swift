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
  private let marks: CSVMarks
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
    self.marks = CSVMarks(self.delimiter)
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

  private mutating func scan(_ record: inout CSVRecord) throws(CSVError) -> Bool {
    while try window.hasByte() {
      let byte = window.bytes[window.position]
      guard byte == ASCII.lineFeed || byte == ASCII.carriageReturn else {
        record.restart(onLine: line)
        followsCarriageReturn = false
        if try !takeLine(into: &record) { try takeRuns(into: &record) }
        return true
      }
      window.position += 1
      endLine(with: byte)
    }
    record.restart(onLine: line)
    return false
  }

  /// Takes a record that is one line, all of it in memory, and whose quotes stand around whole fields.
  ///
  /// - Returns: false for any other, which stays to be read run by run.
  private mutating func takeLine(into record: inout CSVRecord) throws(CSVError) -> Bool {
    let rest = window.bytes.count - window.position
    let most = min(rest, limits.fieldBytes, limits.recordBytes)
    let length = window.bytes.withUnsafeBufferPointer { bytes in
      record.takeLine(
        UnsafeBufferPointer(rebasing: bytes[window.position..<window.position + most]), marks: marks)
    }
    guard let length, record.count <= limits.columns else {
      record.restart(onLine: line)
      return false
    }
    window.position += length
    endLine(with: window.bytes[window.position])
    window.position += 1
    return true
  }

  private enum State {
    case fieldStart, plain, quoted, quoteInQuoted
  }

  /// Takes any record run by run, as its bytes arrive.
  private mutating func takeRuns(into record: inout CSVRecord) throws(CSVError) {
    var state = State.fieldStart
    var quoteLine = line

    while try window.hasByte() {
      let byte = window.bytes[window.position]
      switch state {
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
          return
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

    guard state != .quoted else {
      throw CSVError(.unterminatedQuote, line: quoteLine, column: record.count + 1)
    }
    try endField(of: &record)
  }

  /// Takes what is in memory of the field, up to `end` or anything else that means something.
  private mutating func takeRun(upTo end: UInt8, into record: inout CSVRecord) throws(CSVError) {
    let length = window.bytes.withUnsafeBufferPointer { bytes in
      var position = window.position
      while position < bytes.count {
        let byte = bytes[position]
        if byte == end || byte == ASCII.quote || byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
          break
        }
        if byte == ASCII.null { break }
        position += 1
      }
      return position - window.position
    }
    guard length > 0 else { throw error(.nullByte, in: record) }
    followsCarriageReturn = false
    try take(length, into: &record)
  }

  private mutating func take(_ length: Int, into record: inout CSVRecord) throws(CSVError) {
    let room = (
      field: limits.fieldBytes - record.unfinishedByteCount, record: limits.recordBytes - record.byteCount
    )
    guard length <= min(room.field, room.record) else {
      // The limit that comes first, however long the run is.
      throw error(
        room.field <= room.record
          ? .fieldTooLong(limit: limits.fieldBytes) : .recordTooLong(limit: limits.recordBytes),
        in: record)
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
