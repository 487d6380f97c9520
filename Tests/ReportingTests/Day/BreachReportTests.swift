import Agreement
import Reporting
import TestSupport
import Testing

@Suite struct BreachReportTests {
  private static func words(_ breach: Breach) -> String {
    "\(breach.kind) \(breach.stream?.text ?? "all") by \(breach.owners.map(\.rawValue).joined(separator: "+")) in \(breach.period)"
  }

  @Test(arguments: [
    ([80, 80], [100, 100], "2026-03-05", ["under smb by marketing in 2026-02"]),
    (
      [80, 80], [80, 80], "2026-03-05",
      ["all", "ent", "smb"].map { "under \($0) by marketing in 2026-02" }
    ),
    (
      [120, 120], [80, 80], "2026-03-05",
      ["under ent by marketing in 2026-02", "over smb by marketing in 2026-02"]
    ),
    ([80], [100], "2026-02-05", []),
    ([80, 80, 100], [100, 100, 100], "2026-04-05", []),
    ([80, 120], [100, 100], "2026-03-05", []),
    ([89, 90], [100, 100], "2026-03-05", []),
    ([80, 80], [100, 100], "2026-02-28", []),
  ])
  func `value off target for two months in a row is a breach, on a stream or over all`(
    smb: [Int], ent: [Int], day: String, expected: [String]
  ) throws {
    var pair = PairLedger()
    try pair.deliver(smb: smb, ent: ent)
    #expect(try pair.report(on: day, kinds: [.under, .over]).breaches.map(Self.words) == expected)
  }

  @Test func `says how far off target, and for how long`() throws {
    var pair = PairLedger()
    try pair.deliver(smb: [70, 80], ent: [150, 130])
    let breaches = try pair.report(on: "2026-03-05").breaches
    #expect(
      breaches.map(\.sentence) == [
        "Small business: under target for 2 months in a row, 80.0 % in 2026-02.",
        "Enterprise: over target for 2 months in a row, 130.0 % in 2026-02, more than sales agreed to serve.",
      ])
    #expect(breaches.map(\.found.key.description) == ["2026-02/smb/attainment", "2026-02/ent/attainment"])
    #expect(breaches.map(\.agreed) == ["100 % ± 10%", "100 % ± 10%"])
  }

  @Test func `commitments are looked at in the month that ended and in the quarter that runs`() throws {
    var pair = PairLedger()
    try pair.deliver(smb: [100, 100, 100, 100])
    try pair.observe("contacted", .kept(met: 80, due: 100), in: "2026-W06")
    try pair.observe("contacted", .kept(met: 100, due: 100), in: "2026-W07")
    try pair.observe("csat", .measured(Score("4.4")), in: "2026-W11")
    func found(_ day: String) throws -> [String] {
      try pair.report(on: day, kinds: [.commitment]).breaches.map {
        "\($0.sentence) \(Self.words($0)); \($0.agreed)"
      }
    }
    // 180 of 200 in February is just enough, and the mean of one value is it.
    #expect(
      try found("2026-03-20") == [
        "Satisfaction: 4.4 in 2026-Q1 so far, agreed at least 4.5 points. commitment all by service in 2026-Q1; at least 4.5 points"
      ])
    #expect(
      try found("2026-04-20") == [
        "Satisfaction: 4.4 in 2026-03, agreed at least 4.5 points. commitment all by service in 2026-03; at least 4.5 points"
      ])
    #expect(try found("2026-05-20") == [])
    try pair.observe("contacted", .kept(met: 99, due: 100), in: "2026-W07")
    #expect(
      try found("2026-03-20").first
        == "First contact within 4 hours: 89.5 % in 2026-02, agreed 90%. commitment all by sales in 2026-02; at least 90%"
    )
  }

  @Test(arguments: [(0, 1), (1, 1), (2, 0), (Int.max, 0)])
  func `leads are overdue beyond the number that is allowed`(allowed: Int, count: Int) throws {
    var pair = PairLedger()
    try pair.lead("a", "2026-02-02T09:00:00Z", rep: "Kim")
    try pair.lead("b", "2026-02-03T09:00:00Z")
    try pair.lead("c", "2026-02-03T09:00:00Z", contacted: "2026-02-03T10:00:00Z")
    let breaches = try pair.report(on: "2026-02-06", kinds: [.overdue], overdueAllowed: allowed).breaches
    #expect(breaches.count == count)
    for breach in breaches {
      #expect(
        breach.sentence == "2 leads are overdue; a (Kim) has waited longest: first contact, 4 days late.")
      #expect(breach.found.quantity == .count(2) && breach.agreed == "at most \(allowed)")
    }
  }

  @Test(arguments: [
    ([], "2026-03-31", []), ([], "2026-04-01", ["2026-Q1"]), ([], "2026-07-01", ["2026-Q1", "2026-Q2"]),
    (["2026-Q1"], "2026-07-01", ["2026-Q2"]), (["2026-Q2"], "2026-07-01", []),
    (["2026-Q1"], "2027-01-01", ["2026-Q2", "2026-Q3", "2026-Q4"]),
  ])
  func `a quarter is due for review until it or a later one was looked at`(
    kept: [String], day: String, due: [String]
  ) throws {
    var pair = PairLedger()
    for quarter in kept { try pair.keep(quarter) }
    #expect(try pair.report(on: day, kinds: [.review]).breaches.map(\.period) == due)
  }

  @Test func `each person who has not signed is a breach of their team`() throws {
    var pair = PairLedger()
    pair.signed = []
    pair.declined = ["ben@example.com"]
    let breaches = try pair.report(on: "2025-12-20").breaches
    #expect(
      breaches.map(\.sentence) == [
        "Version 1: Ada Li has not signed.", "Version 1: Ben Okafor declined it (too many).",
      ])
    #expect(breaches.map(\.owners) == [[.marketing], [.sales]])
    #expect(breaches.map(\.found.quantity) == [.count(2), .count(2)])
    pair.signed = ["ada@example.com", "ben@example.com"]
    #expect(try pair.report(on: "2025-12-20").breaches.isEmpty)
  }

  @Test(arguments: [
    (150, 151, [Team.sales]), (150, 150, nil), (250, 251, [.marketing]), (208, 209, [.marketing]),
    (207, 208, [.sales]), (250, 10, nil),
  ])
  func `capacity is owed by sales for the leads agreed, by marketing for those beyond`(
    limit: Int, delivered: Int, owners: [Team]?
  ) throws {
    // With rounding at each stage, 208 leads are owed over both streams.
    var pair = PairLedger()
    pair.capacity = limit
    try pair.deliver(smb: [delivered], ent: [0])
    let breaches = try pair.report(on: "2026-01-15", kinds: [.capacity]).breaches
    #expect(breaches.map(\.owners) == owners.map { [$0] } ?? [])
    // The month that has ended is not the running one.
    #expect(try pair.report(on: "2026-02-01", kinds: [.capacity]).breaches.isEmpty)
  }

  @Test(arguments: [("2026-12-31", true), ("2027-01-31", true), ("2027-02-01", false)])
  func `a contract is looked at until the month after its last`(day: String, isLookedAt: Bool) throws {
    var pair = PairLedger()
    pair.signed = []
    try pair.lead("a", "2026-02-02T09:00:00Z")
    #expect(try !pair.report(on: day).breaches.isEmpty == isLookedAt)
  }

  @Test func `the kinds part the breaches, in their order`() throws {
    var random = SplitMix64(seed: 23)
    var sizes: Set<Int> = []
    for _ in 0..<60 {
      let pair = try PairLedger.random(using: &random)
      let day = try Month("2026-0\(Int.random(in: 2...9, using: &random))").days.first.advanced(by: 9)
      let all = try pair.report(on: "\(day)").breaches.map(\.sentence)
      let parts = try Breach.Kind.allCases.flatMap { kind in
        try pair.report(on: "\(day)", kinds: [kind]).breaches.map(\.sentence)
      }
      #expect(all == parts)
      sizes.insert(all.count)
    }
    #expect(sizes.count > 4)
  }

  @Test func `several contracts are looked at one after the other, each figure under the name of its own`()
    throws
  {
    var pair = PairLedger()
    try pair.deliver(smb: [80, 80])
    let first = try pair.ledger(named: "first")
    var other = PairLedger()
    try other.deliver(smb: [85, 85])
    let second = try other.ledger(named: "second")
    let now = Standpoint.end(of: try Day("2026-03-05"))
    let both = try BreachReport(of: [first, second], from: now)
    #expect(both.breaches.map(\.contract.text) == ["first", "second"])
    #expect(
      both.document(Provenance()).figures.map(\.key.description)
        == ["first/2026-02/smb/attainment", "second/2026-02/smb/attainment"])
    let one = try BreachReport(of: [second], from: now)
    #expect(both.breaches.map(\.sentence).suffix(1) == one.breaches.map(\.sentence)[...])
    #expect(one.document(Provenance()).figures.map(\.key.description) == ["2026-02/smb/attainment"])
  }

  @Test func `nothing is said but that there is none`() throws {
    let report = try PairLedger().report(on: "2026-01-10")
    #expect(report.document(Provenance()).rendered(as: .text) == "No breach.\n")
  }
}

extension PairLedger {
  /// Months of leads and of calls by chance, so that about half of all that can be missed is.
  static func random(using random: inout SplitMix64) throws -> PairLedger {
    var pair = PairLedger()
    pair.capacity = Int.random(in: 150...260, using: &random)
    func months() -> [Int] { (0..<9).map { _ in Int.random(in: 60...140, using: &random) } }
    try pair.deliver(smb: months(), ent: months())
    for week in 10...35 {
      let due = Int.random(in: 1...50, using: &random)
      try pair.observe(
        "contacted", .kept(met: Int.random(in: due * 8 / 10...due, using: &random), due: due),
        in: "2026-W\(week)")
    }
    if Bool.random(using: &random) { try pair.keep("2026-Q1") }
    if Bool.random(using: &random) { pair.signed.removeLast() }
    for number in 0..<Int.random(in: 0...3, using: &random) {
      try pair.lead("\(number)", "2026-02-0\(number + 1)T09:00:00Z", rep: "Kim")
    }
    return pair
  }
}
