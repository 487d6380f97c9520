import Glibc

/// Whether a file holds exactly the bytes that are handed over one piece after the other.
final class FileComparison {
  /// The line of the first difference, from 1; nil while there is none.
  private(set) var difference: Int?

  private let path: String
  private let descriptor: Int32
  private var error: Int32?
  private var line = 1
  private var buffer: [UInt8] = []
  private var position = 0

  /// - Throws: `Failure.couldNot` where the file cannot be read.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure.couldNot("cannot read \(path): \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  /// Compares the bytes that come next.
  func take(_ piece: [UInt8]) {
    for byte in piece where difference == nil {
      guard next() == byte else {
        difference = line
        return
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
  }

  /// Sees that nothing is left over.
  ///
  /// - Throws: `Failure.couldNot` where the file could not be read to its end.
  func finish() throws {
    if difference == nil, next() != nil { difference = line }
    if let error { throw Failure.couldNot("cannot read \(path): \(String(cString: strerror(error)))") }
  }

  private func next() -> UInt8? {
    if position == buffer.count {
      buffer = [UInt8](repeating: 0, count: 1 << 16)
      var count = read(descriptor, &buffer, buffer.count)
      while count < 0, errno == EINTR { count = read(descriptor, &buffer, buffer.count) }
      if count < 0 { error = errno }
      buffer.removeSubrange(max(0, count)...)
      position = 0
      guard !buffer.isEmpty else { return nil }
    }
    defer { position += 1 }
    return buffer[position]
  }
}
