import Glibc

/// An input's text as UTF-8, a chunk at a time; a file is closed when this goes out of scope.
struct ByteChunks: ~Copyable {
  private enum Source {
    case descriptor(Int32)
    case bytes(ArraySlice<UInt8>)
    case kept(KeptInput, offset: Int)
  }

  private var source: Source
  private let closes: Bool
  private let size: Int
  private let tap: ChunkTap?
  /// Asked once more, a terminal would wait for more to be typed.
  private var hasEnded = false
  private var hasStarted = false
  private var decoder: UTF16Decoder?
  /// What is wrong after the chunk that was handed out last.
  private var failure: CSVError?

  init(_ input: CSVInput, size: Int, tap: ChunkTap? = nil) throws(CSVError) {
    precondition(size > 0)
    self.size = size
    self.tap = tap
    switch input {
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      let reason = KeptInput.reason
      guard descriptor >= 0 else { throw CSVError(.cannotOpen(path: path, reason: reason)) }
      source = .descriptor(descriptor)
      closes = true
    case .standardInput:
      source = .descriptor(STDIN_FILENO)
      closes = false
    case .bytes(let bytes):
      source = .bytes(bytes[...])
      closes = false
    case .kept(let file):
      source = .kept(file, offset: 0)
      closes = false
    }
  }

  deinit {
    if closes, case .descriptor(let descriptor) = source { close(descriptor) }
  }

  /// The next chunk; empty at the end.
  mutating func next() throws(CSVError) -> [UInt8] {
    if let failure { throw failure }
    if !hasStarted {
      hasStarted = true
      return try start()
    }
    let bytes = try raw()
    return decoder == nil ? bytes : try decoded(bytes[...])
  }

  /// The first chunk, long enough to show the encoding.
  private mutating func start() throws(CSVError) -> [UInt8] {
    var first = try raw()
    while first.count < 4, !hasEnded { first += try raw() }
    guard let (decoder, markLength) = UTF16Decoder.sniff(first) else { return first }
    self.decoder = decoder
    return try decoded(first[markLength...])
  }

  /// The bytes as UTF-8; where they are the first half of a character, with those that follow.
  private mutating func decoded(_ bytes: ArraySlice<UInt8>) throws(CSVError) -> [UInt8] {
    var (bytes, text) = (bytes, [UInt8]())
    while text.isEmpty {
      do throws(CSVError) {
        try decoder?.decode(bytes, into: &text)
        if hasEnded { try decoder?.finish() }
      } catch {
        failure = error
      }
      if text.isEmpty, let failure { throw failure }
      if hasEnded || !text.isEmpty { break }
      bytes = try raw()[...]
    }
    return text
  }

  private mutating func raw() throws(CSVError) -> [UInt8] {
    if hasEnded { return [] }
    let chunk = try read()
    hasEnded = chunk.isEmpty
    if !hasEnded { tap?(chunk[...]) }
    return chunk
  }

  private mutating func read() throws(CSVError) -> [UInt8] {
    switch source {
    case .bytes(let bytes):
      source = .bytes(bytes.dropFirst(size))
      return Array(bytes.prefix(size))
    case .descriptor(let descriptor):
      return try KeptInput.chunk(size) { Glibc.read(descriptor, $0, size) }
    case .kept(let file, let offset):
      let chunk = try file.read(size, after: offset)
      source = .kept(file, offset: offset + chunk.count)
      return chunk
    }
  }
}
