import Glibc

/// A folder that comes into being with all its files at once, or not at all, its owner's alone.
enum WholeFolder {
  /// Makes it; whatever stands at `path` already, also a link that leads nowhere, is left alone.
  ///
  /// - Throws: `Failure.couldNot` where something stands there, or it cannot be written: nothing is left behind then.
  static func make(at path: String, holding files: [(name: String, text: String)]) throws {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard !exists(path) else { throw refusal(of: path) }
    let partial = "\(path).\(getpid()).partial"
    guard mkdir(partial, 0o700) == 0 else { throw failure(path) }
    do {
      for file in files { try write(file.text, to: "\(partial)/\(file.name)", of: path) }
      try sync(partial, of: path)
      // Only a folder that was not there can be made, and only an empty one be replaced: nothing else ever is.
      guard mkdir(path, 0o700) == 0 else { throw errno == EEXIST ? refusal(of: path) : failure(path) }
      guard rename(partial, path) == 0 else {
        let error = failure(path)
        rmdir(path)
        throw error
      }
    } catch {
      for file in files { unlink("\(partial)/\(file.name)") }
      rmdir(partial)
      throw error
    }
  }

  private static func exists(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0
  }

  private static func write(_ text: String, to file: String, of folder: String) throws {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(folder) }
    let isWritten = Files.write(text, to: descriptor) && fsync(descriptor) == 0
    let error = failure(folder)
    guard close(descriptor) == 0, isWritten else { throw error }
  }

  private static func sync(_ folder: String, of path: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  private static func refusal(of path: String) -> Failure {
    .couldNot("there is something at \(path) already; name another folder with -o, or remove it")
  }

  private static func failure(_ path: String) -> Failure {
    .couldNot("cannot make the folder \(path): \(String(cString: strerror(errno)))")
  }
}
