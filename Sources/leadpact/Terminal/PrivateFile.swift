import Glibc

/// A file in a folder of its own that nobody else can look into, until it is removed.
struct PrivateFile {
  private let folder: String
  /// Where it is.
  let path: String

  /// Makes it in `$TMPDIR`, else `/tmp`.
  ///
  /// - Throws: `Failure.couldNot` where it cannot be made.
  init(named name: String, holding text: String) throws {
    var template = Array(((Terminal.environment("TMPDIR") ?? "/tmp") + "/leadpact-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Self.failure("a folder for it") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/" + name
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure(path) }
    let isWritten = Files.write(text, to: file)
    guard close(file) == 0, isWritten else { throw Self.failure(path) }
  }

  private static func failure(_ what: String) -> Failure {
    .couldNot("cannot make \(what) to edit: \(String(cString: strerror(errno)))")
  }

  /// Removes it, with what an editor has left beside it.
  func remove() {
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { unlink(folder + "/" + name) }
      }
      closedir(entries)
    }
    rmdir(folder)
  }
}
