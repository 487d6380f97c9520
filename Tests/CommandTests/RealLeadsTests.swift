import Foundation
import Testing

/// The files of a marketplace's leads, where the machine has them.
private enum Marketplace {
  static let leads = RealData.file("olist/leads.csv")
  static let deals = RealData.file("olist/closed-deals.csv")
}

/// The file of a car dealer's leads, where the machine has it.
private enum Dealer {
  static let leads = RealData.file("speed-to-lead/leads.csv")
}

/// What is true of the marketplace's leads, counted here by Foundation's calendar and dictionaries.
private struct IndependentLeads {
  /// A month and an origin, by the name of its lead type.
  struct Cohort: Hashable {
    let month: String
    let origin: String
  }

  private(set) var leads: [Cohort: Int] = [:]
  private(set) var won: [Cohort: Int] = [:]
  /// The days to the won deal, where it is not before the lead.
  private(set) var days: [Cohort: [Int]] = [:]
  private(set) var wonEarly: [String] = []
  private(set) var byRep: [String: Int] = [:]

  init() throws {
    var deals: [String: [String: String]] = [:]
    for deal in try RealData.rows(Marketplace.deals) { deals[try #require(deal["mql_id"])] = deal }
    for lead in try RealData.rows(Marketplace.leads) {
      let (id, day) = (try #require(lead["mql_id"]), try #require(lead["first_contact_date"]))
      let origin = (lead["origin"] ?? "").replacing("_", with: "-")
      let cohort = Cohort(month: String(day.prefix(7)), origin: origin)
      leads[cohort, default: 0] += 1
      guard let deal = deals[id] else { continue }
      won[cohort, default: 0] += 1
      byRep[try #require(deal["sr_id"]), default: 0] += 1
      let distance = try Self.days(from: day, to: String(#require(deal["won_date"]).prefix(10)))
      if distance < 0 { wonEarly.append(id) } else { days[cohort, default: []].append(distance) }
    }
  }

  private static func days(from first: String, to last: String) throws -> Int {
    let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    return Int((try format.parse(last).timeIntervalSince(format.parse(first)) / 86_400).rounded())
  }

  /// The median over some months, in floating point.
  func median(_ origin: String, in months: [String]) -> Double? {
    let sorted: [Int] = months.flatMap { days[Cohort(month: $0, origin: origin)] ?? [] }.sorted()
    guard !sorted.isEmpty else { return nil }
    return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

@Suite(
  .enabled(if: Marketplace.leads != nil, "the marketplace's leads.csv is not on this machine"),
  .enabled(if: Marketplace.deals != nil, "the marketplace's closed-deals.csv is not on this machine"))
struct RealLeadsTests {
  private static let origins = [
    ("organic-search", 30), ("paid-search", 20), ("social", 17), ("unknown", 14), ("direct-traffic", 6),
    ("email", 6), ("referral", 3), ("other", 2), ("display", 1), ("other-publicities", 1),
  ]
  private static let months = [
    "2017-06", "2017-07", "2017-08", "2017-09", "2017-10", "2017-11", "2017-12", "2018-01", "2018-02",
    "2018-03", "2018-04", "2018-05",
  ]

  /// The contract with both files, imported in one order or the other.
  private static func imported(dealsFirst: Bool) async throws -> RealContract {
    let contract = try await RealContract(
      "olist", term: "2017-06..2018-05", currency: "BRL", leadTypes: origins, daysToClose: 14,
      today: "2018-12-01")
    let imports = [
      try (
        #require(Marketplace.leads).path, "external-id=mql_id,delivered=first_contact_date,lead-type=origin"
      ),
      try (#require(Marketplace.deals).path, "external-id=mql_id,won=won_date,rep=sr_id"),
    ]
    for (file, mapping) in dealsFirst ? imports.reversed() : imports {
      let said = try await contract.leadpact(["import", "leads", file, "--map", mapping])
      let isLeads = file.hasSuffix("/leads.csv")
      #expect(
        said.contains("60 rows are of no lead type of the contract and stay unassigned: (empty) 60")
          == isLeads)
    }
    return contract
  }

  @Test(arguments: [false, true])
  func `agree with an independent count, in whichever order the files come`(dealsFirst: Bool) async throws {
    let independent = try IndependentLeads()
    let contract = try await Self.imported(dealsFirst: dealsFirst)
    let rates = try await contract.document("rates")
    let figures = rates.figureValues
    var (won, unassigned) = (0, 0)
    for month in Self.months {
      let report = try await contract.document("report", "month", month)
      for (origin, _) in Self.origins {
        let cohort = IndependentLeads.Cohort(month: month, origin: origin)
        let expected = (independent.leads[cohort] ?? 0, independent.won[cohort] ?? 0)
        let key = "\(month)/all/\(origin)"
        #expect(figures["\(key)/observed-leads"] == "\(expected.0)", "\(key)")
        #expect(figures["\(key)/observed-won"] == "\(expected.1)", "\(key)")
        #expect(report.figureValues["\(key)/leads-delivered"] == "\(expected.0)", "\(key)")
        won += expected.1
      }
      let blank = IndependentLeads.Cohort(month: month, origin: "")
      let count = independent.leads[blank] ?? 0
      let notes = report.text(of: "records").joined(separator: "\n")
      #expect(notes.contains("by what the other system says: nothing \(count).") == (count > 0), "\(month)")
      let wins = independent.won[blank] ?? 0
      #expect(
        notes.contains("\(wins) lead\(wins == 1 ? " that does" : "s that do") not count as delivered")
          == (wins > 0),
        "\(month)")
      won += wins
      unassigned += count
    }
    #expect(won == 842 && unassigned == 60)
  }

  @Test func `show when deals close, which was won too early, and which months are cut off`() async throws {
    let independent = try IndependentLeads()
    let contract = try await Self.imported(dealsFirst: false)
    let rates = try await contract.document("rates")
    // No deal was won before 2017-12-05; fourteen days before that, October was over.
    let counted = Array(Self.months.drop { $0 < "2017-11" })
    for (origin, _) in Self.origins {
      let key = "2017-06..2018-05/all/\(origin)"
      #expect(
        rates.figureValues["\(key)/closed-median"].flatMap(Double.init)
          == independent.median(origin, in: counted), "\(origin)")
      func total(_ counts: [IndependentLeads.Cohort: Int]) -> Int {
        counted.reduce(0) { $0 + (counts[IndependentLeads.Cohort(month: $1, origin: origin)] ?? 0) }
      }
      #expect(rates.figureValues["\(key)/mql-to-won-whole"] == "\(total(independent.leads))", "\(origin)")
      #expect(rates.figureValues["\(key)/mql-to-won-part"] == "\(total(independent.won))", "\(origin)")
    }
    #expect(independent.wonEarly == ["b91cf8812365f50ff4bda4bcd6206b05"])
    let text = try rates.canonical
    #expect(
      text.contains(
        "1 lead was won before the day of delivery and left out of the times: \(independent.wonEarly[0]).")
    )
    #expect(
      rates.text(of: "verdict").contains {
        $0.contains("too late for those of 2017-06..2017-10: they are cut off")
      })
  }

  @Test func `are told apart by rep, and verified`() async throws {
    let independent = try IndependentLeads()
    let contract = try await Self.imported(dealsFirst: true)
    let reps = try contract.texts(
      "SELECT rep || ' ' || count(*) FROM report_lead WHERE won_at IS NOT NULL GROUP BY rep ORDER BY rep")
    #expect(reps == independent.byRep.map { "\($0) \($1)" }.sorted())
    #expect(try await contract.leadpact(["verify"]).hasPrefix("Nothing was altered: 3 journal entries"))
  }

  @Test func `make the same reports, in whichever order the files come`() async throws {
    let (one, other) = (try await Self.imported(dealsFirst: false), try await Self.imported(dealsFirst: true))
    for words in [["rates"], ["report", "quarter", "2018-Q1"], ["report", "month", "2017-12"]] {
      #expect(
        try await one.leadpact(words + ["-O", "csv"]) == (try await other.leadpact(words + ["-O", "csv"])))
    }
    for quarter in ["2017-Q3", "2018-Q1"] {
      #expect(
        try await one.document("report", "quarter", quarter).canonical
          == other.document("report", "quarter", quarter).canonical)
    }
  }
}

@Suite(
  .enabled(if: Dealer.leads != nil, "the dealer's leads.csv is not on this machine"))
struct RealResponseTests {
  @Test func `first contact of ten thousand leads is told within 15 minutes around the clock`() async throws {
    let contract = try await RealContract(
      "cars", term: "2025-10..2026-09", currency: "USD",
      leadTypes: [
        ("website-form", 36), ("phone-call", 20), ("third-party-lead", 20), ("walk-in", 14),
        ("dealer-referral", 10),
      ],
      daysToClose: 30, sales: "sales: {first-contact: {within: 15 minutes, share: 90%}}", today: "2026-01-15")
    let said = try await contract.leadpact([
      "import", "leads", #require(Dealer.leads).path, "--map",
      "external-id=lead_id,delivered=lead_time,contacted=first_response_time,lead-type=lead_source,rep=sales_rep",
    ])
    #expect(said.hasSuffix("read as a mapped file: 10,000 records added, 0 changed (import 1).\n"))

    var expected: [String: (met: Int, due: Int)] = [:]
    for row in try RealData.rows(Dealer.leads) {
      let month = String(try #require(row["lead_time"]).prefix(7))
      let answered = try Self.minutes(row["first_response_time"]) - Self.minutes(row["lead_time"])
      expected[month, default: (0, 0)].due += 1
      if answered <= 15 { expected[month, default: (0, 0)].met += 1 }
    }
    #expect(expected.values.reduce(0) { $0 + $1.met } == 3_217)
    for (month, count) in expected {
      let figures = try await contract.document("report", "month", month).figureValues
      #expect(figures["\(month)/contacted-met"] == "\(count.met)")
      #expect(figures["\(month)/contacted-due"] == "\(count.due)")
    }
    let quarter = try await contract.document("report", "quarter", "2025-Q4").figureValues
    #expect(quarter["2025-Q4/contacted-met"] == "3217" && quarter["2025-Q4/contacted-due"] == "10000")
    #expect(quarter["2025-Q4/follow-up-response-median-minutes"] == "26.06")
    let reps = Dictionary(grouping: try RealData.rows(Dealer.leads), by: { $0["sales_rep"] ?? "" })
    for (rep, leads) in reps {
      #expect(quarter["2025-Q4/rep/\(rep)/leads"] == "\(leads.count)")
    }
  }

  /// The minutes of `2025-10-23 11:01:52.257503` since some day long ago, in floating point.
  private static func minutes(_ text: String?) throws -> Double {
    let parts = try #require(text).split { "- :".contains($0) }.compactMap { Double($0) }
    try #require(parts.count == 6)
    let day = try #require(
      DateComponents(
        calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: Int(parts[0]), month: Int(parts[1]),
        day: Int(parts[2])
      ).date)
    return day.timeIntervalSinceReferenceDate / 60 + parts[3] * 60 + parts[4] + parts[5] / 60
  }
}
