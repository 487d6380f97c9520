import Foundation
import TestSupport
import Testing

/// The views give the figures of the reports: two computations, one in SQL, that must agree to the minor unit.
@Suite struct FigureViewTests {
  @Test func `gives the figures of each month and quarter of the sample year`() async throws {
    let sandbox = try Sandbox()
    let kept = try await Leadpact.run("demo", "--today", "2027-01-12", "--keep", "acme.leadpact", in: sandbox)
    try #require(kept.exit == 0, "\(kept)")
    let months = (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" }
    let quarters = (1...4).map { "2026-Q\($0)" }
    try await check(sandbox, months: months, quarters: quarters, digits: 2)
  }

  /// A contract to log leads for.
  struct Agreed: Sendable, CustomTestStringConvertible {
    let file: String
    let types: [String]
    var digits = 2
    /// What to change in its text.
    var changes: [String: String] = [:]
    let months: [String]
    let quarters: [String]
    var testDescription: String { "\(file)\(changes.isEmpty ? "" : ", its rates fractions")" }
  }

  private static let months2026 = (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" }
  private static let firstOf2027 = ["2027-01", "2027-02", "2027-03"]

  @Test(arguments: [
    Agreed(
      file: "pair.yaml", types: ["web", "outbound"], months: months2026,
      quarters: ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
    Agreed(
      file: "pair.yaml", types: ["web", "outbound"],
      changes: ["20%": "1/3", "50%": "2/7", "25%": "3/11", "60%": "2/3", "40%": "1/3"], months: months2026,
      quarters: ["2026-Q1", "2026-Q3"]),
    Agreed(
      file: "retail-445.yaml", types: ["catalogue-request", "trade-fair", "referral"],
      months: Array(months2026.suffix(6)) + firstOf2027, quarters: ["FY2027-Q1", "FY2027-Q2", "FY2027-Q3"]),
    Agreed(
      file: "tokyo.yaml", types: ["資料請求", "展示会"], digits: 0,
      months: Array(months2026.suffix(9)) + firstOf2027, quarters: ["FY2027-Q1", "FY2027-Q2", "FY2027-Q4"]),
  ])
  func `gives the figures of counts in spans of all kinds, corrected ones too`(agreed: Agreed) async throws {
    let sandbox = try Sandbox()
    let file = sandbox.home.appending(path: "examples/\(agreed.file)")
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in agreed.changes { text = text.replacingOccurrences(of: old, with: new) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    try await run(["contract", "propose", file.path], in: sandbox)
    try await log(agreed, in: sandbox, seed: 7)
    try await check(sandbox, months: agreed.months, quarters: agreed.quarters, digits: agreed.digits)
  }

  private func run(_ arguments: [String], in sandbox: Sandbox) async throws {
    let consequence = try await Leadpact.run(
      arguments, environment: ["LEADPACT_TODAY": "2027-07-01"], in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
  }

  /// Logs weeks, spans that touch several months, and corrections.
  private func log(_ agreed: Agreed, in sandbox: Sandbox, seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    func counts(upTo most: Int) -> [String] { agreed.types.map { "\($0)=\(random.int(0...most))" } }
    for week in [28, 31, 32, 40] {
      try await run(["log", "2026-W\(week)"] + counts(upTo: 300), in: sandbox)
      guard week > 31 else { continue }
      try await run(
        ["log", "2026-W\(week)", "\(agreed.types[0])=1", "--correct", "--reason", "one more"], in: sandbox)
    }
    // Two months and three, a weekend over a month's end, and holidays over a year's.
    for span in [
      "2026-08-24..2026-09-21", "2026-10-31..2026-11-01", "2026-11-09..2026-12-20", "2026-12-25..2027-01-10",
    ] {
      try await run(["log", span] + counts(upTo: 999), in: sandbox)
    }
  }

  private func check(_ sandbox: Sandbox, months: [String], quarters: [String], digits: Int) async throws {
    let database = try OutsideConnection(sandbox.home.appending(path: "acme.leadpact"))
    for (kind, periods) in [("month", months), ("quarter", quarters)] {
      for period in periods {
        let report = try await Leadpact.run(
          ["report", kind, period, "-O", "csv"], environment: ["LEADPACT_TODAY": "2027-07-01"], in: sandbox)
        try #require(report.exit == 0, "\(report)")
        let expected = FigureTable(csv: report.stdout).figures(of: period, digits: digits)
        #expect(!expected.isEmpty)
        let rows = try database.texts(
          """
          SELECT \(kind) || ',' || ifnull(stream, '') || ',' || ifnull(lead_type, '') || ','
            || value_delivered_minor_units || ',' || value_due_minor_units || ',' || ifnull(attainment_ppm, '')
          FROM report_\(kind)
          WHERE \(kind) = '\(period)'
          """)
        let heading =
          "\(kind),stream,lead_type,value_delivered_minor_units,value_due_minor_units,attainment_ppm"
        let view = FigureView(csv: ([heading] + rows).joined(separator: "\n"))
        #expect(view.differences(from: expected) == [])
      }
    }
  }
}
