import Foundation
import Testing

/// A Markdown file of the repository that has console blocks.
struct TranscriptPage: Sendable, CustomStringConvertible, CustomTestStringConvertible {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  /// The file's path from the repository's root.
  let path: String

  var description: String { path }
  var testDescription: String { path }

  private var url: URL { Repository.root.appendingPathComponent(path) }

  /// This suite's own transcripts, and the repository's README, `docs` and `examples`, so that none goes stale.
  static let all: [TranscriptPage] = {
    let own = "Tests/CommandTests/Transcripts"
    let nested = FileManager.default.subpaths(atPath: Repository.root.appendingPathComponent(own).path) ?? []
    let paths =
      nested.map { "\(own)/\($0)" } + ["README.md"] + files(in: "docs") + files(in: "examples")
    return paths.sorted().filter { $0.hasSuffix(".md") && $0 != InteropTools.page }.map(TranscriptPage.init)
      .filter(\.hasCommands)
  }()

  private static func files(in folder: String) -> [String] {
    let path = Repository.root.appendingPathComponent(folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []  // a folder may be absent
    return names.map { "\(folder)/\($0)" }
  }

  /// A page that cannot be read counts, so that its test fails and says why.
  private var hasCommands: Bool {
    guard FileManager.default.fileExists(atPath: url.path) else { return false }
    guard let transcript = try? Transcript(text()) else { return true }
    return !transcript.steps.isEmpty
  }

  func text() throws -> String {
    try String(contentsOf: url, encoding: .utf8)
  }

  /// Where a failure on `line` is shown.
  subscript(line: Int) -> SourceLocation {
    SourceLocation(fileID: "CommandTests/\(path)", filePath: url.path, line: line, column: 1)
  }

  /// Rewrites the page, unless it would then no longer read as the same commands with these outputs.
  func update(_ transcript: Transcript, with outputs: [[String]]) throws {
    let updated = transcript.text(replacingOutputsWith: outputs)
    let reread = try Transcript(updated)
    try #require(
      reread.steps.map(\.command) == transcript.steps.map(\.command)
        && reread.steps.map(\.output) == outputs,
      "an output of \(path) looks like a command or a fence, or a command ended the shell; not rewritten"
    )
    if updated != (try text()) {
      try Data(updated.utf8).write(to: url, options: .atomic)
    }
  }
}
