import Glibc

/// A place in the file system where a database stands or is to stand.
///
/// Files that SQLite has open are only looked at, never opened here: closing any descriptor of a file drops the
/// locks that this process holds on it (<https://www.sqlite.org/howtocorrupt.html>, section 2.2).
struct DatabaseFile {
  enum State: Hashable {
    case missing, empty, filled, folder, special
  }

  /// Only the owner reads and writes: a pipeline's figures are nobody else's business.
  private static let ownerOnly: mode_t = 0o600

  let path: String

  /// What stands at the path, at the end of any symbolic links.
  func state() throws(StorageError) -> State {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return .missing }
      throw failure()
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return status.st_size == 0 ? .empty : .filled
    default: return .special
    }
  }

  /// Whether anything has the path for its name, if only a symbolic link that leads nowhere.
  var isTaken: Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether changes wait in the write-ahead log beside the file.
  var hasPendingLog: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Makes the file whole or not at all.
  ///
  /// `fill` writes it under another name beside it, with mode 0600 whatever the umask, which SQLite's `-wal` and
  /// `-shm` inherit. It takes its own name only when all of it is on the disk.
  ///
  /// - Throws: `fileExists` where anything stands there already, a symbolic link included.
  func create(filledBy fill: (DatabaseFile) throws(StorageError) -> Void) throws(StorageError) {
    guard !isTaken else { throw .fileExists(path: path) }
    let suffix = String(UInt32.random(in: .min ... .max), radix: 16)
    let partial = DatabaseFile(path: "\(path).\(suffix).partial")
    do throws(StorageError) {
      try partial.createEmpty()
    } catch .cannotOpen(_, let reason) {
      throw .cannotOpen(path: path, reason: reason)
    }
    defer { unlink(partial.path) }
    try fill(partial)
    try partial.synchronize()
    try partial.takeName(of: self)
    try folder.synchronize()
  }

  private func createEmpty() throws(StorageError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, Self.ownerOnly)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fchmod(descriptor, Self.ownerOnly) == 0 else { throw failure() }
  }

  /// Waits until the content of the file or folder is on the disk.
  private func synchronize() throws(StorageError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure() }
  }

  /// Gives the file the name of `target`, unless that has been taken meanwhile.
  private func takeName(of target: DatabaseFile) throws(StorageError) {
    if link(path, target.path) == 0 { return }
    // A file system without hard links can only rename, which overwrites.
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno), !target.isTaken else { throw target.failure() }
    guard rename(path, target.path) == 0 else { throw target.failure() }
  }

  /// The folder that the file is in.
  var folder: DatabaseFile {
    guard let slash = path.lastIndex(of: "/") else { return DatabaseFile(path: ".") }
    return DatabaseFile(path: slash == path.startIndex ? "/" : String(path[..<slash]))
  }

  /// The path as SQLite is to take it: never for a URI or a name such as `:memory:`.
  var literalName: String {
    path.hasPrefix("/") ? path : "./" + path
  }

  /// The URI under which SQLite reads the file without locks and without making any other beside it.
  var immutableURI: String {
    let escapes: [UInt8: String] = [
      UInt8(ascii: "%"): "%25",
      UInt8(ascii: "?"): "%3f",
      UInt8(ascii: "#"): "%23",
    ]
    let bytes = literalName.utf8.flatMap { byte in escapes[byte].map { Array($0.utf8) } ?? [byte] }
    let scheme = path.hasPrefix("/") ? "file://" : "file:"
    return scheme + String(decoding: bytes, as: UTF8.self) + "?immutable=1"
  }

  /// The error that `errno` stands for.
  private func failure() -> StorageError {
    switch errno {
    case EEXIST: .fileExists(path: path)
    case ENOENT: .cannotOpen(path: path, reason: "there is no such folder")
    case EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    case let code: .cannotOpen(path: path, reason: String(cString: strerror(code)))
    }
  }
}
