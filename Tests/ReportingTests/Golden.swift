import Foundation
import Testing

/// Compares whole outputs with files in `Golden`; `UPDATE_GOLDEN=1 swift test` writes them anew, to be read in the
/// diff.
enum Golden {
  static func expect(
    _ text: String, toBeIn file: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    let url = folder.appendingPathComponent(file)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: url)
    }
    let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text == golden, "\(file)", sourceLocation: sourceLocation)
  }
}
