import Glibc

/// A place that lets anyone who uses the machine change the database.
///
/// A group is let alone: two teams that share a file are a group.
public enum Exposure: Hashable, Sendable {
  /// The file itself can be written by anyone.
  case file(path: String)
  /// Anyone can put another file in its place, or a log beside it.
  case folder(path: String)

  /// Those of the database at `path`, at the end of any symbolic links.
  static func all(of path: String) -> [Exposure] {
    guard let real = realpath(path, nil) else { return [] }
    defer { free(real) }
    let folder = DatabaseFile(path: String(cString: real)).folder.path
    var exposures: [Exposure] = []
    if let mode = mode(of: path), mode & S_IWOTH != 0 { exposures.append(.file(path: path)) }
    // In a folder such as /tmp only the owner of a file can remove or replace it.
    if let mode = mode(of: folder), mode & S_IWOTH != 0, mode & S_ISVTX == 0 {
      exposures.append(.folder(path: folder))
    }
    return exposures
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }
}

extension Exposure: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .file(let path):
      "Anyone on this machine can change \(path). Take that right away: chmod o-w '\(path)'"
    case .folder(let path):
      """
      Anyone on this machine can replace the database, for its folder \(path) can be written by all. \
      Take that right away: chmod o-w '\(path)'
      """
    }
  }
}
