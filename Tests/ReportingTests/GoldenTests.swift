import Agreement
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

  @Test(arguments: [
    (OutputFormat.text, "check.txt"), (.markdown, "check.md"), (.json, "check.json"), (.csv, "check.csv"),
  ])
  func `breaches look as they did`(format: OutputFormat, file: String) throws {
    let report = try PairLedger.troubled().report(on: "2026-04-10")
    try expect(report.document(Provenance()).rendered(as: format), toBeIn: file)
  }

  @Test(arguments: [
    (OutputFormat.text, "standup.txt"), (.markdown, "standup.md"), (.json, "standup.json"),
    (.csv, "standup.csv"),
  ])
  func `a stand-up looks as it did`(format: OutputFormat, file: String) throws {
    let standup = try Standup(of: PairLedger.troubled().ledger(), at: Day("2026-04-10").end())
    let provenance = Provenance(journalHead: String(repeating: "9f86d081", count: 8))
    try expect(
      standup.document(provenance).rendered(as: format, layout: TextRenderer(width: 80)), toBeIn: file)
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
