import Foundation

/// Where this checkout keeps what the tests read, and the binary that they run.
enum Repository {
  /// The checkout's root folder, found from this file's own path.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The schema version that the program makes: there is a file for each step.
  static let schema: Int = {
    let files = FileManager.default.enumerator(atPath: root.appending(path: "migrations").path)
    return files?.filter { ($0 as? String)?.hasSuffix(".sql") == true }.count ?? 0
  }()

  /// The built `leadpact`: `$LEADPACT_BINARY`, or the one beside the running test bundle.
  static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["LEADPACT_BINARY"] {
      return URL(fileURLWithPath: path)
    }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    guard let binary = nearestBinary("leadpact", above: tests) else {
      fatalError("No leadpact binary above \(tests.path). Build it first, or set LEADPACT_BINARY.")
    }
    return binary
  }()

  /// The built `leadpact-bench`, the one beside the running test bundle.
  static let generator: URL = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    guard let binary = nearestBinary("leadpact-bench", above: tests) else {
      fatalError("No leadpact-bench above \(tests.path). Build it first.")
    }
    return binary
  }()

  /// Walks up, because the bundle is a file beside the binary or a folder that holds the test runner.
  private static func nearestBinary(_ name: String, above start: URL) -> URL? {
    var folder = start.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(name)
      if isExecutableFile(candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static func isExecutableFile(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: url.path)
  }
}
