import Glibc

/// A file in a folder of its own that nobody else can look into, until it is removed.
struct PrivateFile {
  private let folder: PrivateFolder
  /// Where it is.
  let path: String

  /// Makes it.
  ///
  /// - Throws: `Failure.couldNot` where it cannot be made.
  init(named name: String, holding text: String) throws {
    folder = try PrivateFolder()
    path = folder.file(name)
    do { close(try folder.write(text, to: name)) } catch {
      folder.remove()
      throw error
    }
  }

  /// Removes it, with what an editor has left beside it.
  func remove() { folder.remove() }
}
