import Foundation

/// A fresh temporary home folder with the repository's examples in it, removed when it goes out of scope.
final class Sandbox: Sendable {
  /// The folder that commands start in, and their `HOME`.
  let home: URL
  /// Beside `home`: what the harness itself writes, out of the commands' sight.
  let scratch: URL

  private let folder: URL
  /// A folder of further programs, behind those that every machine has.
  private let tools: URL?

  init(tools: URL? = nil) throws {
    self.tools = tools
    let files = FileManager.default
    folder = files.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("leadpact-\(UUID().uuidString)")
    home = folder.appendingPathComponent("home")
    scratch = folder.appendingPathComponent("scratch")
    try files.createDirectory(at: home, withIntermediateDirectories: true)
    try files.createDirectory(at: scratch, withIntermediateDirectories: true)

    let bin = folder.appendingPathComponent("bin")
    try files.createDirectory(at: bin, withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: bin.appendingPathComponent("leadpact"),
      withDestinationURL: Repository.binary
    )
    let examples = Repository.root.appendingPathComponent("examples")
    if files.fileExists(atPath: examples.path) {
      try files.copyItem(at: examples, to: home.appendingPathComponent("examples"))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }  // what is left is in the temporary folder

  /// The whole environment of a command: the same on every machine.
  var environment: [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var environment = [
      "PATH": "\(folder.path)/bin:/usr/local/bin:/usr/bin:/bin" + (tools.map { ":\($0.path)" } ?? ""),
      "HOME": home.path,
      "LEADPACT_DB": home.appendingPathComponent("acme.leadpact").path,
      "LEADPACT_TODAY": "2026-05-15",
      "LEADPACT_USER": "ada@acme.example",
      "NO_COLOR": "1",
      "COLUMNS": "100",
      "TZ": "UTC",
      "LC_ALL": "C.UTF-8",
    ]
    for name in Self.inherited { environment[name] = inherited[name] }
    // Looked for in programs only: a test that waits for one keeps what it has where the sanitizer does not look.
    if let options = environment["ASAN_OPTIONS"] { environment["ASAN_OPTIONS"] = options + ":detect_leaks=1" }
    return environment
  }

  /// Where a binary outside the toolchain's own folder finds Swift's libraries, and what tools that it was built for
  /// are told: `make coverage`, `make sanitize`.
  private static let inherited = [
    "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS",
  ]

  /// `output` with the home folder shown as `~`.
  func abbreviatingHome(in output: String) -> String {
    output.replacingOccurrences(of: home.path, with: "~")
  }
}
