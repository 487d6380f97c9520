import Glibc

/// Whether a file holds exactly the bytes that are handed over one piece after the other.
final class FileComparison {
  /// The line of the first difference, from 1; nil while there is none.
  private(set) var difference: Int?

  private let descriptor: Int32
  private var line = 1
  private var buffer: [UInt8] = []
  private var position = 0

  /// - Throws: `Failure.couldNot` where the file cannot be read.
  init(_ path: String) throws {
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
  func finish() { if difference == nil, next() != nil { difference = line } }

  private func next() -> UInt8? {
    if position == buffer.count {
      buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &buffer, buffer.count)
      buffer.removeSubrange(max(0, count)...)
      position = 0
      guard !buffer.isEmpty else { return nil }
    }
    defer { position += 1 }
    return buffer[position]
  }
}
