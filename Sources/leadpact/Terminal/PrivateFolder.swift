import Glibc

/// A folder in `$TMPDIR`, else `/tmp`, that nobody else can look into, until it is removed.
struct PrivateFolder {
  /// Where it is.
  let path: String

  /// Makes it.
  ///
  /// - Throws: `Failure.couldNot` where it cannot be made.
  init() throws {
    var template = Array(((Terminal.environment("TMPDIR") ?? "/tmp") + "/leadpact-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure.couldNot("cannot make a temporary folder: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file that is not there yet, and opens it to be read from its start.
  ///
  /// - Returns: its descriptor, for the caller to close.
  /// - Throws: `Failure.couldNot` where it cannot be written.
  func write(_ text: String, to name: String) throws -> Int32 {
    let file = open(file(name), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0, Files.write(text, to: file), lseek(file, 0, SEEK_SET) == 0 else {
      let reason = String(cString: strerror(errno))
      if file >= 0 { close(file) }
      throw Failure.couldNot("cannot write \(self.file(name)): \(reason)")
    }
    return file
  }

  /// Removes it with the files in it.
  func remove() {
    if let entries = opendir(path) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { unlink(file(name)) }
      }
      closedir(entries)
    }
    rmdir(path)
  }
}
