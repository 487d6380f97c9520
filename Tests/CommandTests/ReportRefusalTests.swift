import Foundation
import Testing

/// What reports that compare and plans that suppose say where they cannot.
@Suite struct ReportRefusalTests {
  private static let refusals: [([String], Int32, String)] = [
    (
      ["report", "quarter", "2026-Q1", "--compare"], 1,
      "2026-Q1 cannot be compared with 2025-Q4, which lies outside the months"
    ),
    (["report", "quarter", "2026-Q1", "--compare", "last-year"], 1, "cannot be compared with 2025-Q1"),
    (["report", "quarter", "2026-Q1", "--compare", "2026-Q1"], 64, "is the quarter reported on itself"),
    (["report", "quarter", "2026-Q1", "--compare", "2026-02"], 64, "a quarter is compared with a quarter"),
    (["report", "quarter", "2026-Q1", "--compare", "lastyear"], 64, "neither previous, last-year"),
    (["report", "quarter", "2026-Q1", "pair-2026", "--all"], 64, "--all is every contract"),
    (["report", "quarter", "2026-Q1", "pair-2025"], 1, "did you mean pair-2026?"),
    (["report", "quarter", "2028-Q1", "--all"], 1, "no contract covers 2028-Q1"),
    (["plan", "--what-if", "win-rat=+2pt"], 64, "did you mean win-rate?"),
    (["plan", "--what-if", "web/win-rate=+90pt"], 64, "can rise by"),
    (["plan", "--solve", "mixx"], 64, "did you mean mix?"),
    (["plan", "--short", "web=10"], 64, "--short goes with --solve"),
    (["plan", "--solve", "mix", "--short", "web=1000000"], 64, "so no more can be missing"),
    (["plan", "--solve", "mix", "--what-if", "win-rate=+2pt"], 64, "give one of them"),
    (["plan", "--solve", "mix", "--for-period", "2028-Q1"], 1, "lies outside the months"),
    (["explain", "pair-2026/2026-Q1/attainmen"], 1, "did you mean"),
  ]

  @Test(arguments: refusals)
  func `names the trouble and changes nothing`(arguments: [String], exit: Int32, words: String) async throws {
    let pair = try await PairSandbox.recorded()
    let consequence = try await pair.refusal(arguments)
    #expect(consequence.exit == exit)
    #expect(consequence.stdout == "")
    #expect(consequence.stderr.contains(words), "\(consequence.stderr)")
  }

  @Test(arguments: [["plan", "--what-if", "win-rate=+2pt"], ["plan", "--solve", "mix,rate,quota"]])
  func `stores nothing of what is supposed`(arguments: [String]) async throws {
    let pair = try await PairSandbox.recorded()
    let head = try await pair.leadpact("verify")
    try await pair.leadpact(arguments[0], arguments[1], arguments[2])
    #expect(try await pair.leadpact("verify") == head)
  }

  @Test func `contracts of two fiscal years are each reported on by a quarter of their own`() async throws {
    let pair = try await PairSandbox.recorded()
    let other = try pair.contractFile().replacing("contract: pair-2026", with: "contract: fiscal-2026")
      .replacing("currency: USD", with: "currency: EUR\nfiscal-year-starts: april")
    try pair.write(other, to: "fiscal.yaml")
    let proposed = try await Leadpact.run("contract", "propose", "fiscal.yaml", in: pair.sandbox)
    try #require(proposed.exit == 0, "\(proposed)")
    let report = try await pair.leadpact("report", "quarter", "2026-Q1", "--all")
    #expect(report.contains("FY2026-Q4"))
    #expect(report.contains("each is reported on by the period of its own"))
    #expect(report.contains("their amounts are never added up"))
  }

  @Test func `a running quarter is held against as many business days of the one before`() async throws {
    let pair = try await PairSandbox.proposed()
    try await pair.leadpact("log", "2026-01-01..2026-03-31", "web=620")
    try await pair.leadpact("log", "2026-04-01..2026-04-30", "web=210")
    let report = try await pair.leadpact("report", "quarter", "2026-Q2", "--compare")
    // April has 22 business days, and the first 22 of the first quarter end on 2 February, New Year's Day being none.
    #expect(
      report.contains("business day 22 of both, 2026-04-30 and in\n    2026-Q1 2026-02-02;"), "\(report)")
  }
}
