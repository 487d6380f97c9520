import Agreement
import Glibc
import Storage

/// Whole files in and out, without Foundation.
enum Files {
  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Throws: `Failure.couldNot` where it cannot be read, `Failure.badData` beyond `limit`.
  static func read(_ path: String, limit: Int = 1 << 28) throws -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
    defer { if path != "-" { close(file) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        throw Failure.badData("\(name(of: path)) is larger than \(limit >> 20) MiB; is it the right file?")
      }
    }
  }

  /// How many bytes a file has; nil where it is none with a size of its own, such as a pipe.
  ///
  /// - Throws: `Failure.couldNot` where it cannot be looked at, or is a folder.
  static func size(of path: String) throws -> Int? {
    var information = stat()
    guard stat(path, &information) == 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return Int(information.st_size)
    case S_IFDIR: throw Failure.couldNot("cannot read \(path): Is a directory")
    default: return nil
    }
  }

  /// The folder that a file or folder is in, by its path.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What to call a file that was read.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  /// Puts a text in a file at once: whoever reads it sees the old one or the new one, never a part.
  ///
  /// What is no file of its own, such as a pipe, `/dev/null` or a link, is written into and stays what it is.
  /// A new file gets the permissions `new`, whatever the umask; one that is replaced keeps its own.
  /// - Throws: `Failure.couldNot` where it cannot be written; the old file is untouched then.
  static func write(_ text: String, toFile path: String, new: mode_t = ownerOnly) throws {
    guard let permissions = permissions(of: path, new: new) else { return try write(text, into: path) }
    let partial = "\(path).\(getpid()).partial"
    let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, ownerOnly)
    guard file >= 0 else { throw Failure.couldNot("cannot write \(path): \(reason)") }
    let isWritten = write(text, to: file) && fchmod(file, permissions) == 0 && fsync(file) == 0
    guard close(file) == 0, isWritten, rename(partial, path) == 0 else {
      let reason = reason
      unlink(partial)
      throw Failure.couldNot("cannot write \(path): \(reason)")
    }
  }

  /// The permissions of a file for its owner alone.
  static let ownerOnly: mode_t = 0o600

  /// Puts a text in a file that is not there yet, at once.
  ///
  /// - Returns: false where something stands at `path` already, which stays as it is.
  /// - Throws: `Failure.couldNot` where it cannot be written.
  static func create(_ text: String, atFile path: String) throws -> Bool {
    let partial = "\(path).\(getpid()).partial"
    guard try writeNew(text, at: partial) else {
      throw Failure.couldNot("cannot write \(partial): it is there")
    }
    defer { unlink(partial) }
    // A link, unlike a renaming, never takes the place of a file.
    if link(partial, path) == 0 { return true }
    if errno == EEXIST { return false }
    // Not every file system has links.
    return try writeNew(text, at: path)
  }

  /// Writes a file that is not there yet; false where something stands at `path`.
  private static func writeNew(_ text: String, at path: String) throws -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, ownerOnly)
    if file < 0, errno == EEXIST { return false }
    guard file >= 0 else { throw Failure.couldNot("cannot write \(path): \(reason)") }
    let isWritten = write(text, to: file) && fchmod(file, ownerOnly) == 0 && fsync(file) == 0
    let failure = reason
    guard close(file) == 0, isWritten else {
      unlink(path)
      throw Failure.couldNot("cannot write \(path): \(failure)")
    }
    return true
  }

  /// The permissions of the file to be put in the place of what stands at `path`: a file, or nothing; else nil.
  private static func permissions(of path: String, new: mode_t) -> mode_t? {
    var information = stat()
    guard lstat(path, &information) == 0 else { return new }
    return information.st_mode & S_IFMT == S_IFREG ? information.st_mode & 0o777 : nil
  }

  private static func write(_ text: String, into path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, ownerOnly)
    guard file >= 0 else { throw Failure.couldNot("cannot write \(path): \(reason)") }
    let isWritten = write(text, to: file)
    let failure = reason
    guard close(file) == 0, isWritten else { throw Failure.couldNot("cannot write \(path): \(failure)") }
  }

  /// Writes a text to an open file; false where not all of it could be.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write($0, to: descriptor) }
  }

  /// Likewise, bytes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBufferPointer { write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The SHA-256 of a file, read in the memory of a piece of it.
  ///
  /// - Throws: `Failure.couldNot` where it cannot be read.
  static func digest(of path: String) throws -> Digest {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
    defer { close(file) }
    var hash = RunningDigest()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure.couldNot("cannot read \(path): \(reason)") }
      if count == 0 { return hash.digest }
      chunk[..<count].withUnsafeBytes { hash.add($0) }
    }
  }

  /// Whether a new folder may take this path: nothing stands there, or an empty folder.
  static func isFree(forFolder path: String) throws -> Bool {
    var information = stat()
    guard lstat(path, &information) == 0 else { return true }
    guard information.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { return false }
    }
    return true
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
