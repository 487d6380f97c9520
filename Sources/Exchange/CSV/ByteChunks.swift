import Glibc

/// An input's bytes, a chunk at a time; a file is closed when this goes out of scope.
struct ByteChunks: ~Copyable {
  private enum Source {
    case descriptor(Int32)
    case bytes(ArraySlice<UInt8>)
  }

  private var source: Source
  private let closes: Bool
  private let size: Int
  /// Asked once more, a terminal would wait for more to be typed.
  private var hasEnded = false

  init(_ input: CSVInput, size: Int) throws(CSVError) {
    precondition(size > 0)
    self.size = size
    switch input {
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      let reason = Self.reason
      guard descriptor >= 0 else { throw CSVError(.cannotOpen(path: path, reason: reason)) }
      source = .descriptor(descriptor)
      closes = true
    case .standardInput:
      source = .descriptor(STDIN_FILENO)
      closes = false
    case .bytes(let bytes):
      source = .bytes(bytes[...])
      closes = false
    }
  }

  deinit {
    if closes, case .descriptor(let descriptor) = source { close(descriptor) }
  }

  /// The next chunk; empty at the end.
  mutating func next() throws(CSVError) -> [UInt8] {
    if hasEnded { return [] }
    let chunk = try read()
    hasEnded = chunk.isEmpty
    return chunk
  }

  private mutating func read() throws(CSVError) -> [UInt8] {
    switch source {
    case .bytes(let bytes):
      source = .bytes(bytes.dropFirst(size))
      return Array(bytes.prefix(size))
    case .descriptor(let descriptor):
      var failure: String?
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        var result = 0
        repeat {
          result = Glibc.read(descriptor, buffer.baseAddress, size)
        } while result < 0 && errno == EINTR
        if result < 0 { failure = Self.reason }
        count = max(result, 0)
      }
      if let failure { throw CSVError(.cannotRead(reason: failure)) }
      return chunk
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
