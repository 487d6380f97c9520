import Foundation
import Testing

/// What was signed and reported stands, whatever is agreed later.
@Suite struct StandingTests {
  private static let reports = [
    ["quarter", "2026-Q1"], ["quarter", "2026-Q1", "-O", "markdown"], ["quarter", "2026-Q1", "-O", "json"],
    ["quarter", "2026-Q1", "-O", "csv"], ["month", "2026-01"], ["month", "2026-03", "-O", "json"],
    ["week", "2026-W07"],
  ]

  /// Reports on the first quarter.
  private func reports(_ pair: PairSandbox, today: String, asOf: String? = nil) async throws -> [String] {
    var reports: [String] = []
    for report in Self.reports {
      let options = ["--today", today] + (asOf.map { ["--as-of", $0] } ?? [])
      let consequence = try await Leadpact.run(["report"] + report + options, in: pair.sandbox)
      #expect(consequence.exit == 0 && consequence.stderr == "")
      reports.append(consequence.stdout)
    }
    return reports
  }

  private func withoutFooter(_ reports: [String], asOf: Bool = false) -> [String] {
    reports.map { report in
      report.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains("Made on ") && (asOf || !$0.contains("Journal head: ")) }
        .joined(separator: "\n")
    }
  }

  private func recordQuarter(_ pair: PairSandbox) async throws {
    try await pair.leadpact("log", "2026-01-01..2026-01-31", "web=250", "outbound=100")
    try await pair.leadpact("log", "2026-W14", "web=101")
    try await pair.leadpact("log", "2026-W07", "web=-3", "--correct", "--reason", "twice")
    try await pair.leadpact("follow-up", "2026-02", "contacted=50/57", "csat=4.4")
    try await pair.leadpact("outcome", "2026-01", "web:sqls=120,opportunities=96,won=24,revenue=48,000")
  }

  @Test func `a later version, proposed or signed, changes no earlier report`() async throws {
    let pair = try await PairSandbox.recorded()
    try await recordQuarter(pair)
    let before = withoutFooter(try await reports(pair, today: "2026-05-15"))

    let later = try pair.contractFile()
      .replacing("term: 2026-01..2026-12", with: "term: 2026-01..2026-12\neffective: 2026-07")
      .replacing("quota: 100,000", with: "quota: 170,000")
      .replacing("share: 60%", with: "share: 30%").replacing("share: 40%", with: "share: 70%")
      .replacing("win-rate: 25%", with: "win-rate: 50%")
      .replacing("time-to-close: 30 days", with: "time-to-close: 90 days")
      .replacing(
        "holidays: [2026-01-01]", with: "holidays: [2026-01-01, 2026-03-31, 2026-04-01]\ntolerance: 1%"
      )
      .replacing("within: 24 hours", with: "within: 1 hours")
      .replacing("target: at least 4.5", with: "target: at least 4.0")
    try pair.write(later, to: "later.yaml")
    try await pair.leadpact("contract", "propose", "later.yaml")
    #expect(withoutFooter(try await reports(pair, today: "2026-05-15")) == before)

    try await pair.leadpact("sign", "--as", "ada@acme.example", "--yes")
    #expect(withoutFooter(try await reports(pair, today: "2026-05-15")) == before)
    try await pair.leadpact("sign", "--as", "ben@acme.example", "--yes")
    #expect(withoutFooter(try await reports(pair, today: "2026-05-15")) == before)

    // The new version does hold, where it is in force.
    #expect(
      try await pair.leadpact("report", "month", "2026-07", "-O", "csv")
        .contains("2026-07/value-due,2026-07,,,,value-due,136000.00,USD"))
  }

  @Test func `an old report can be made again byte for byte`() async throws {
    let pair = try await PairSandbox.recorded()
    try await recordQuarter(pair)
    let then = try await reports(pair, today: "2026-05-15")

    let tomorrow = ["LEADPACT_TODAY": "2026-05-16"]
    try await pair.leadpact("log", "2026-03-02..2026-03-06", "web=500", environment: tomorrow)
    try await pair.leadpact(
      "log", "2026-W07", "web=-7", "--correct", "--reason", "more", environment: tomorrow)
    try await pair.leadpact("follow-up", "2026-02", "contacted=10/57", "csat=2", environment: tomorrow)
    try await pair.leadpact("outcome", "2026-01", "web:won=30,revenue=60,000", environment: tomorrow)
    try await pair.leadpact("review", "2026-Q1", "--keep", "--reason", "fine", environment: tomorrow)
    try await pair.leadpact("revise", "--from", "2026-Q3", "--set", "web.win-rate=30%", environment: tomorrow)
    try await pair.leadpact("sign", "--as", "ada@acme.example", "--yes", environment: tomorrow)

    #expect(withoutFooter(try await reports(pair, today: "2026-05-16")) != withoutFooter(then))
    let again = try await reports(pair, today: "2026-05-16", asOf: "2026-05-15")
    #expect(withoutFooter(again, asOf: true) == withoutFooter(then, asOf: true))
  }

  /// Each changes one clause.
  private static let edits = [
    ("quota: 100,000", "quota: 100,001"), ("retention: 20%", "retention: 21%"),
    ("margin: 50%", "margin: 51%"),
    ("win-rate: 25%", "win-rate: 25.0001%"), ("average-order-value: 2,000", "average-order-value: 2,000.01"),
    ("time-to-close: 60 days", "time-to-close: 61 days"), ("measured 400/800", "measured 401/800"),
    ("within: 24 hours", "within: 23 hours"), ("share: 90%", "share: 91%"), ("3 in 14 days", "3 in 15 days"),
    ("leads-per-rep: 100", "leads-per-rep: 101"), ("2026-07: 3", "2026-07: 4"),
    ("at least 4.5", "at least 4.4"),
    ("at least 4.5", "at most 4.5"), ("holidays: [2026-01-01]", "holidays: []"),
    ("term: 2026-01..2026-12", "term: 2026-01..2026-11"), ("role: Head of Sales", "role: Sales"),
    ("three touches", "two touches"), ("name: Ada Li", "name: Ada Lee"), ("title: Pair", "title: Couple"),
    ("currency: USD", "currency: USD\ntolerance: 11%"),
    ("currency: USD", "currency: USD\nsustained-after: 3"),
  ]

  @Test(arguments: edits)
  func `a signature does not survive a changed clause`(old: String, new: String) async throws {
    let pair = try await PairSandbox.proposed()
    try await pair.leadpact("sign", "--as", "ada@acme.example", "--yes")
    let text = try pair.contractFile()
    try pair.write(text.replacing(old, with: new), to: "changed.yaml")
    try await pair.leadpact("contract", "propose", "changed.yaml")
    let status = try await pair.leadpact("contract", "status")
    #expect(
      status.contains("not signed yet by \(new == "name: Ada Lee" ? "Ada Lee" : "Ada Li") (marketing), Ben"))
    try await pair.leadpact("sign", "--as", "ada@acme.example", "--yes")
  }
}
