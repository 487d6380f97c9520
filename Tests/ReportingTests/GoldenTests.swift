import Foundation
import Reporting
import Testing

/// Whole outputs, as files in `Golden`; `UPDATE_GOLDEN=1 swift test` writes them anew, to be read in the diff.
@Suite struct GoldenTests {
  @Test(arguments: [
    (OutputFormat.text, "review.txt"), (.markdown, "review.md"), (.json, "review.json"), (.csv, "review.csv"),
  ])
  func `a review looks as it did`(format: OutputFormat, file: String) throws {
    try expect(Sample.review().rendered(as: format), toBeIn: file)
  }

  @Test func `a narrow terminal with colours gets the same words`() throws {
    let layout = TextRenderer(width: 1, style: .ansi)
    try expect(Sample.review().rendered(as: .text, layout: layout), toBeIn: "review-narrow.ansi")
  }

  @Test func `a calculation is its figures for machines`() throws {
    try expect(Sample.calculation().rendered(as: .text), toBeIn: "calculation.txt")
    try expect(Sample.calculation().rendered(as: .json), toBeIn: "calculation.json")
  }

  @Test func `an explanation shows formula, numbers, clause, inputs and entries`() throws {
    let explanation = try Sample.review().explanation(of: "2026-Q1/smb/website-form/attainment")
    try expect(explanation.rendered(as: .text), toBeIn: "explanation.txt")
    try expect(explanation.rendered(as: .json), toBeIn: "explanation.json")
  }

  private func expect(
    _ text: String,
    toBeIn file: String,
    sourceLocation: SourceLocation = #_sourceLocation
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
