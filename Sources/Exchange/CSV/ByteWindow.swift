/// The part of an input that is in memory: what is still to be read of it starts at `position`.
struct ByteWindow: ~Copyable {
  private(set) var bytes: [UInt8] = []
  var position = 0

  private var chunks: ByteChunks

  init(_ input: CSVInput, chunkSize: Int, tap: ChunkTap? = nil) throws(CSVError) {
    chunks = try ByteChunks(input, size: chunkSize, tap: tap)
  }

  /// Whether a byte stands at `position`, reading the next chunk where the last one is used up.
  mutating func hasByte() throws(CSVError) -> Bool {
    if position < bytes.count { return true }
    bytes = try chunks.next()
    position = 0
    return !bytes.isEmpty
  }

  /// Adds the next chunk to what is in memory; false at the end.
  private mutating func grow() throws(CSVError) -> Bool {
    let chunk = try chunks.next()
    bytes += chunk
    return !chunk.isEmpty
  }
}

// What the text starts with.
extension ByteWindow {
  /// Passes over UTF-8's byte order mark.
  mutating func skipByteOrderMark() throws(CSVError) {
    while bytes.count < 3, try grow() {}
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The first line that is not blank, without passing over it; a quoted line break does not end it.
  mutating func headerLine(limit: Int) throws(CSVError) -> ArraySlice<UInt8> {
    var (start, end, isQuoted) = (position, position, false)
    while true {
      while end < bytes.count {
        let byte = bytes[end]
        if byte == ASCII.quote { isQuoted.toggle() }
        if !isQuoted, byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
          guard start == end else { return bytes[start..<end] }
          start = end + 1
        }
        end += 1
      }
      // Blank lines before it are in memory, too.
      guard end - position <= limit, try grow() else { return bytes[start..<end] }
    }
  }
}
