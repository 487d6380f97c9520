import Exchange
import Glibc

/// Where the files of settings are.
enum SettingsFiles {
  /// A project's file, in its folder or one above.
  static let projectName = ".leadpact.yaml"

  /// The person's file: `leadpact/config.yaml` in the XDG configuration folder; nil where there is no home.
  static var userPath: String? {
    // The specification has programs pass over a path that is not absolute.
    if let folder = Terminal.environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/leadpact/config.yaml"
    }
    return Terminal.environment("HOME").map { $0 + "/.config/leadpact/config.yaml" }
  }

  /// The person's settings; nil where there are none.
  static func user() throws -> SettingsFile? { try userPath.flatMap { try read($0, scope: .user) } }

  /// The settings of the project that the working folder is in; nil where there are none.
  static func project() throws -> SettingsFile? {
    for folder in projectFolders {
      if let file = try read(path(in: folder), scope: .project) { return file }
    }
    return nil
  }

  /// The file that a project without settings gets: in the root of its repository, else in the working folder.
  static var newProjectPath: String? {
    let folders = projectFolders
    let root = folders.last.flatMap { identity(of: $0 + "/.git") == nil ? nil : $0 }
    return (root ?? folders.first).map(path(in:))
  }

  /// The working folder and those above it, up to the root of the repository or the home folder.
  ///
  /// Where it lies in neither, the working folder alone: above it may be anybody's, such as `/tmp`.
  private static var projectFolders: [String] {
    guard let current = workingFolder else { return [] }
    let home = Terminal.environment("HOME").flatMap(identity)
    var folders = [current]
    while let folder = folders.last {
      if identity(of: folder + "/.git") != nil || home != nil && identity(of: folder) == home {
        return folders
      }
      guard folder != "/" else { return [current] }
      folders.append(Files.folder(of: folder))
    }
    return folders
  }

  private static func path(in folder: String) -> String {
    folder == "/" ? "/\(projectName)" : "\(folder)/\(projectName)"
  }

  private static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// What tells a file or folder from all others, however it is reached; nil where there is none.
  private static func identity(of path: String) -> [UInt64]? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return [UInt64(information.st_dev), UInt64(information.st_ino)]
  }

  /// Reads a file of settings; nil where there is none.
  ///
  /// - Throws: `SettingsFileError`, `Failure.couldNot` where it cannot be read, `Failure.badData` where it is no file.
  static func read(_ path: String, scope: SettingsFile.Scope) throws -> SettingsFile? {
    var information = stat()
    guard stat(path, &information) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure.couldNot("cannot read the settings in \(path): \(String(cString: strerror(errno)))")
    }
    // A pipe would keep every command waiting.
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw Failure.badData(
        "\(path) is no file, and settings are read from there; remove it, or give it another name")
    }
    return try SettingsFile(bytes: Files.read(path, limit: 1 << 20), path: path, scope: scope)
  }
}
