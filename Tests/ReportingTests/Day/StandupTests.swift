import Agreement
import TestSupport
import Testing

@testable import Reporting

@Suite struct StandupTests {
  @Test func `says the same as the reports on the month and on the weeks, wherever both have a figure`()
    throws
  {
    var random = SplitMix64(seed: 29)
    var shared = 0
    for _ in 0..<20 {
      let ledger = try PairLedger.random(using: &random).ledger()
      let today = try Day("2026-02-01").advanced(by: Int.random(in: 0...200, using: &random))
      let standup = try Standup(of: ledger, from: .end(of: today))
      let month = try #require(try PeriodReview(.month(today.month), of: ledger, today: today))
      let reports = try [month.document(Provenance())] + standup.weeks.map { try $0.document(Provenance()) }
      let known = Dictionary(
        reports.flatMap(\.figures).map { ($0.key, $0.quantity) }, uniquingKeysWith: { first, _ in first })
      for figure in try standup.document(Provenance()).figures {
        guard let quantity = known[figure.key] else { continue }
        #expect(figure.quantity == quantity, "\(figure.key) on \(today)")
        shared += 1
      }
    }
    #expect(shared > 200)
  }

  @Test func `the weeks of the streams add up to those of the whole`() throws {
    var random = SplitMix64(seed: 31)
    let ledger = try PairLedger.random(using: &random).ledger()
    let standup = try Standup(of: ledger, from: .end(of: Day("2026-06-10")))
    #expect(standup.weeks.count == 8)
    for week in standup.weeks {
      let parts = try ["ent", "smb"].map { try Self.amount(week.delivered(of: Name($0))) }
      #expect(try Self.amount(week.delivered(of: nil)) == parts.reduce(0, +))
    }
  }

  private static func amount(_ figure: Figure) throws -> Int {
    guard case .money(let money) = figure.quantity else { throw Overflow() }
    return money.minorUnits
  }

  @Test(arguments: [
    ("2026-01-04", []), ("2026-01-05", ["2026-W01"]), ("2026-01-12", ["2026-W01", "2026-W02"]),
    (
      "2026-03-15",
      ["2026-W03", "2026-W04", "2026-W05", "2026-W06", "2026-W07", "2026-W08", "2026-W09", "2026-W10"]
    ),
  ])
  func `draws the weeks that have ended and that some version covers`(day: String, weeks: [String]) throws {
    let standup = try Standup(of: PairLedger().ledger(), from: .end(of: Day(day)))
    #expect(standup.weeks.map { "\($0.week)" } == weeks)
    let json = try standup.document(Provenance()).rendered(as: .json)
    #expect(json.contains("\"weeks\"") == !weeks.isEmpty)
  }

  @Test(arguments: [
    (
      [80], [100], "2026-02-05",
      ["Small business: under target for 1 month; a breach if 2026-02 ends so too."]
    ),
    (
      [100, 120], [100, 80], "2026-03-31",
      [
        "Enterprise: under target for 1 month; a breach if 2026-03 ends so too.",
        "Small business: over target for 1 month; a breach if 2026-03 ends so too.",
      ]
    ),
    (
      [80], [80], "2026-02-28",
      [
        "All streams: under target for 1 month; a breach if 2026-02 ends so too.",
        "Enterprise: under target for 1 month; a breach if 2026-02 ends so too.",
        "Small business: under target for 1 month; a breach if 2026-02 ends so too.",
      ]
    ),
    ([80, 80], [100, 100], "2026-03-05", []), ([80, 100], [100, 100], "2026-03-05", []),
    ([80], [100], "2026-01-31", []),
    // The agreement ends with December.
    ([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 80], [], "2027-01-05", []),
  ])
  func `warns where one month more off target is a breach`(
    smb: [Int], ent: [Int], day: String, warnings: [String]
  ) throws {
    var pair = PairLedger()
    try pair.deliver(smb: smb, ent: ent)
    let standup = try Standup(of: pair.ledger(), from: .end(of: Day(day)))
    #expect(standup.warnings == warnings)
    #expect(try Self.lines(standup).filter { $0.contains("ends so too") }.isEmpty == warnings.isEmpty)
  }

  @Test(arguments: [([3, 2], true), ([2, 3], false), ([1, 2], false), ([2, 1], true)])
  func `warns by the version of the running month`(sustainedAfter: [Int], isWarned: Bool) throws {
    var pair = PairLedger()
    pair.sustainedAfter = sustainedAfter
    try pair.deliver(smb: [80, 80], ent: [100, 100])
    let standup = try Standup(of: pair.ledger(), from: .end(of: Day("2026-02-10")))
    #expect(standup.warnings.isEmpty != isWarned)
    guard isWarned else { return }
    let breaches = try pair.report(on: "2026-03-01", kinds: [.under]).breaches
    #expect(breaches.map(\.stream?.text) == ["smb"])
  }

  @Test func `lists the five reps with the most leads overdue, the longest wait first among equals`() throws {
    var pair = PairLedger()
    for (number, rep) in ["Kim", "Ana", "Kim", "Bo", "Cy", "Di", "Ed", "Kim"].enumerated() {
      try pair.lead("L-\(number)", "2026-02-0\(8 - number)T09:00:00Z", rep: rep)
    }
    let standup = try Standup(of: pair.ledger(), from: .end(of: Day("2026-02-12")))
    let document = try standup.document(Provenance())
    let counts = document.figures.filter { $0.key.name == "overdue-leads" && $0.key.rep != nil }
    #expect(counts.map(\.key.rep) == ["Kim", "Ed", "Di", "Cy", "Bo"])
    #expect(counts.map(\.quantity) == [.count(3), .count(1), .count(1), .count(1), .count(1)])
    #expect(try Self.lines(standup).contains("  And 1 more rep."))
  }

  @Test func `fits a screen of 80 columns`() throws {
    var random = SplitMix64(seed: 37)
    for _ in 0..<20 {
      let ledger = try PairLedger.random(using: &random).ledger()
      let today = try Day("2025-12-20").advanced(by: Int.random(in: 0...420, using: &random))
      let lines = try Self.lines(Standup(of: ledger, from: .end(of: today)))
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
      #expect(lines.count <= 45)
    }
  }

  @Test(arguments: [("2025-12-31", false), ("2026-01-01", true), ("2026-12-31", true), ("2027-01-01", false)])
  func `shows value and pace in the months that some version covers`(day: String, isCovered: Bool) throws {
    let standup = try Standup(of: PairLedger().ledger(), from: .end(of: Day(day)))
    #expect((standup.running != nil) == isCovered)
    let keys = try standup.document(Provenance()).sections.map(\.key)
    #expect(keys.contains("value") == isCovered && keys.contains("breaches"))
  }

  @Test(arguments: [
    // On Friday the 13th ten of twenty business days are gone, five of them in the week on record.
    ("2026-02-13", Contract.DeliverySource.logged, "2026-02-02..2026-02-08", "50.00" as String?),
    ("2026-02-06", .logged, "2026-02-02..2026-02-08", nil),
    // A weekend owes nothing.
    ("2026-02-15", .logged, "2026-02-09..2026-02-13", nil),
    ("2026-02-13", .logged, "2026-01-05..2026-01-11", nil),
    ("2026-02-13", .leads, "2026-02-02..2026-02-08", nil),
  ])
  func `where counts are logged late, compares with what was due by the last day on record`(
    day: String, source: Contract.DeliverySource, logged: String, due: String?
  ) throws {
    var pair = PairLedger()
    pair.source = source
    let ends = logged.split(separator: ".").map(String.init)
    try pair.deliver(18, in: DayRange(first: Day(ends[0]), last: Day(ends[1])))
    let document = try Standup(of: pair.ledger(), from: .end(of: Day(day))).document(Provenance())
    let figure = document.figures.first { $0.key.description == "2026-02/recorded-due" }
    #expect(figure.map { QuantityFormat.machine($0.quantity).text } == due.map { "\"\($0)\"" })
  }

  private static func lines(_ standup: Standup) throws -> [String] {
    let text = try standup.document(Provenance(journalHead: String(repeating: "ab", count: 32)))
      .rendered(as: .text, layout: TextRenderer(width: 80))
    return text.split(separator: "\n").map(String.init)
  }
}
