import Agreement
import Reporting
import Testing

/// Whole outputs of the sample, as they were.
@Suite struct GoldenTests {
  @Test(arguments: [
    (OutputFormat.text, "review.txt"), (.markdown, "review.md"), (.json, "review.json"), (.csv, "review.csv"),
  ])
  func `a review looks as it did`(format: OutputFormat, file: String) throws {
    try Golden.expect(Sample.review().rendered(as: format), toBeIn: file)
  }

  @Test func `a narrow terminal with colours gets the same words`() throws {
    let layout = TextRenderer(width: 1, style: .ansi)
    try Golden.expect(Sample.review().rendered(as: .text, layout: layout), toBeIn: "review-narrow.ansi")
  }

  @Test func `a calculation is its figures for machines`() throws {
    try Golden.expect(Sample.calculation().rendered(as: .text), toBeIn: "calculation.txt")
    try Golden.expect(Sample.calculation().rendered(as: .json), toBeIn: "calculation.json")
  }

  @Test func `an explanation shows formula, numbers, clause, inputs and entries`() throws {
    let explanation = try Sample.review().explanation(of: "2026-Q1/smb/website-form/attainment")
    try Golden.expect(explanation.rendered(as: .text), toBeIn: "explanation.txt")
    try Golden.expect(explanation.rendered(as: .json), toBeIn: "explanation.json")
  }

  @Test(arguments: [
    (OutputFormat.text, "check.txt"), (.markdown, "check.md"), (.json, "check.json"), (.csv, "check.csv"),
  ])
  func `breaches look as they did`(format: OutputFormat, file: String) throws {
    let report = try PairLedger.troubled().report(on: "2026-04-10")
    try Golden.expect(report.document(Provenance()).rendered(as: format), toBeIn: file)
  }

  @Test(arguments: [
    (OutputFormat.text, "standup.txt"), (.markdown, "standup.md"), (.json, "standup.json"),
    (.csv, "standup.csv"),
  ])
  func `a stand-up looks as it did`(format: OutputFormat, file: String) throws {
    let standup = try Standup(of: PairLedger.troubled().ledger(), from: .end(of: Day("2026-04-10")))
    let provenance = Provenance(journalHead: String(repeating: "9f86d081", count: 8))
    try Golden.expect(
      standup.document(provenance).rendered(as: format, layout: TextRenderer(width: 80)), toBeIn: file)
  }
}
