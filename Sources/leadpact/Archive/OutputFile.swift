import Agreement
import Glibc
import Storage

/// A new file that only its owner may read, written piece by piece and hashed on the way.
final class OutputFile {
  /// How many bytes were written.
  private(set) var bytes = 0
  /// What is to be written next; `flushIfFull` takes it from here.
  var buffer: [UInt8] = []

  private let path: String
  private let descriptor: Int32
  private var hash = RunningDigest()

  /// - Throws: `Failure.couldNot` where it cannot be made.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure.couldNot("cannot write \(path): \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  /// Writes the buffer out where it has grown enough.
  func flushIfFull() throws { if buffer.count >= 1 << 16 { try flush() } }

  /// Writes all that is left, waits until it is on the disk, and returns the SHA-256 of the whole.
  func finish() throws -> Digest {
    try flush()
    guard fsync(descriptor) == 0 else { throw failure }
    return hash.digest
  }

  private func flush() throws {
    guard Files.write(buffer, to: descriptor) else { throw failure }
    bytes += buffer.count
    buffer.withUnsafeBytes { hash.add($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private var failure: Failure { .couldNot("cannot write \(path): \(String(cString: strerror(errno)))") }
}
