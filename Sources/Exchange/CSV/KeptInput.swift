import Glibc

/// An open file that can be read from its start again and again; it is closed when nobody holds it any more.
///
/// What comes through a pipe is first copied into a temporary file without a name, which leaves nothing behind.
public final class KeptInput: Sendable {
  private let descriptor: Int32

  /// Keeps the file at `path`, or standard input where it is nil.
  init(path: String?) throws(CSVError) {
    let source = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard source >= 0 else { throw CSVError(.cannotOpen(path: path ?? "", reason: Self.reason)) }
    if path != nil, Self.isRegular(source) {
      descriptor = source
      return
    }
    defer { if path != nil { close(source) } }
    descriptor = try Self.temporaryFile()
    do throws(CSVError) {
      try Self.copy(source, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// The next bytes after `offset`, `size` of them at most; none at the end.
  func read(_ size: Int, after offset: Int) throws(CSVError) -> [UInt8] {
    try Self.chunk(size) { pread(descriptor, $0, size, offset) }
  }

  /// What one call of `body`, which reads into a buffer of `size` bytes, brings; it is repeated when interrupted.
  static func chunk(_ size: Int, _ body: (UnsafeMutablePointer<UInt8>?) -> Int) throws(CSVError) -> [UInt8] {
    var failure: String?
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var result = 0
      repeat { result = body(buffer.baseAddress) } while result < 0 && errno == EINTR
      if result < 0 { failure = reason }
      count = max(result, 0)
    }
    if let failure { throw CSVError(.cannotRead(reason: failure)) }
    return chunk
  }

  /// The system's words for what went wrong last.
  static var reason: String { String(cString: strerror(errno)) }

  private static func isRegular(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func temporaryFile() throws(CSVError) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/leadpact-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw CSVError(.cannotOpen(path: folder, reason: reason)) }
    unlink(&template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private static func copy(_ source: Int32, to target: Int32) throws(CSVError) {
    while true {
      let bytes = try chunk(1 << 16) { Glibc.read(source, $0, 1 << 16) }
      if bytes.isEmpty { return }
      var written = 0
      while written < bytes.count {
        let result = bytes[written...].withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
        guard result >= 0 || errno == EINTR else { throw CSVError(.cannotRead(reason: reason)) }
        written += max(result, 0)
      }
    }
  }
}

extension CSVInput {
  /// The same input in a form that can be read more than once.
  ///
  /// - Throws: `CSVError` where it cannot be opened, or not be read to its end.
  func kept() throws(CSVError) -> CSVInput {
    switch self {
    case .file(let path): .kept(try KeptInput(path: path))
    case .standardInput: .kept(try KeptInput(path: nil))
    case .bytes, .kept: self
    }
  }
}
