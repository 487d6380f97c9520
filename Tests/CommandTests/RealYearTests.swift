import Foundation
import Testing

/// A year of a real marketplace's leads, 8,000 of them, as weekly counts by origin.
private enum RealYear {
  /// `weekly-leads.csv`, where the machine has it.
  static let file = RealData.file("olist/weekly-leads.csv")

  /// Each origin with its share in percent and its average order value; with 50 %, 50 % and 40 % a lead is worth a tenth.
  static let origins: [(name: String, share: Int, orderValue: Int)] = [
    ("organic-search", 29, 1_200), ("paid-search", 20, 1_500), ("social", 17, 800), ("unknown", 14, 1_000),
    ("direct-traffic", 6, 1_300), ("email", 6, 900), ("referral", 3, 2_000), ("other", 2, 500),
    ("display", 1, 700), ("other-publicities", 1, 600), ("unassigned", 1, 1_000),
  ]

  static let monthlyQuota = 120_000

  /// Holidays of Brazil from Monday to Friday; the last one bridges Corpus Christi, so that no lead falls into June 2018.
  static let holidays: Set<String> = [
    "2017-09-07", "2017-10-12", "2017-11-02", "2017-11-15", "2017-12-25", "2018-01-01", "2018-02-13",
    "2018-03-30", "2018-05-01", "2018-05-31", "2018-06-01",
  ]

  static var contract: String {
    """
    contract: olist
    term: 2017-06..2018-05
    currency: BRL
    holidays: [\(holidays.sorted().joined(separator: ", "))]
    streams:
      sellers:
        quota: \(monthlyQuota) per month
        lead-types:
    \(origins.map { origin in
      """
            \(origin.name):
              share: \(origin.share)%
              mql-to-sql: 50%
              sql-to-opportunity: 50%
              win-rate: 40%
              average-order-value: \(origin.orderValue)
              time-to-close: 14 days
      """
    }.joined(separator: "\n"))
    signatories:
      - {name: Ana, email: ana@olist.example, team: marketing, role: Marketing}
      - {name: Rui, email: rui@olist.example, team: sales, role: Sales}

    """
  }

  static let months = [
    "2017-06", "2017-07", "2017-08", "2017-09", "2017-10", "2017-11", "2017-12", "2018-01", "2018-02",
    "2018-03", "2018-04", "2018-05",
  ]

  /// The leads by the month of their own day, which the weekly counts no longer tell.
  static let trueTotals = [4, 239, 386, 312, 416, 445, 200, 1_141, 1_028, 1_174, 1_352, 1_303]
}

/// Counts by month and origin, by the calendar of Foundation and in floating point, as nobody here computes them.
private struct IndependentCount {
  private(set) var leads: [String: [String: Int]] = [:]
  private(set) var apportioned: [String: Int] = [:]

  init(_ csv: String) throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let day = DateFormatter()
    day.calendar = calendar
    day.timeZone = calendar.timeZone
    day.locale = Locale(identifier: "en_US_POSIX")
    day.dateFormat = "yyyy-MM-dd"

    for line in csv.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      let (week, origin, count) = (
        fields[0].split(separator: "-W"), String(fields[1]), try #require(Int(fields[2]))
      )
      let monday = try #require(
        DateComponents(
          calendar: calendar, weekday: 2, weekOfYear: Int(week[1]), yearForWeekOfYear: Int(week[0])
        ).date
      )
      let days = (0..<7).map { day.string(from: monday + Double($0) * 86_400) }
      let worked = days.prefix(5).filter { !RealYear.holidays.contains($0) }
      let counted = worked.isEmpty ? days : Array(worked)
      let shares = Dictionary(grouping: counted) { String($0.prefix(7)) }.mapValues(\.count).sorted {
        $0.key < $1.key
      }
      var parts = shares.map { Int(Double(count * $0.value) / Double(counted.count) + 1e-9) }
      let rests = shares.indices.map {
        Double(count * shares[$0].value) / Double(counted.count) - Double(parts[$0])
      }
      // At most one lead is left over two months: it goes to the greater remainder, the earlier one of two equal ones.
      if parts.reduce(0, +) < count { parts[rests.count == 2 && rests[1] > rests[0] + 1e-9 ? 1 : 0] += 1 }
      let isDivided = parts.count { $0 > 0 } > 1
      for (share, part) in zip(shares, parts) {
        leads[share.key, default: [:]][origin, default: 0] += part
        if isDivided { apportioned[share.key, default: 0] += part }
      }
    }
  }

  func total(_ month: String) -> Int { leads[month, default: [:]].values.reduce(0, +) }

  /// In reais: a lead is worth a tenth of its origin's order value.
  func value(_ month: String) -> Int {
    RealYear.origins.reduce(0) { $0 + leads[month, default: [:]][$1.name, default: 0] * $1.orderValue / 10 }
  }
}

@Suite(.enabled(if: RealYear.file != nil, "the real year's weekly-leads.csv is not on this machine"))
struct RealYearTests {
  @Test func `adds up as an independent computation has it`() async throws {
    let csv = try String(contentsOf: #require(RealYear.file), encoding: .utf8)
    let independent = try IndependentCount(csv)
    let sandbox = try Sandbox()
    let today = ["LEADPACT_TODAY": "2018-06-04"]
    func leadpact(_ arguments: [String], input: String = "") async throws -> String {
      let consequence = try await Leadpact.run(arguments, environment: today, input: input, in: sandbox)
      try #require(consequence.exit == 0, "\(arguments): \(consequence.stderr)")
      return consequence.stdout
    }
    func figures(_ report: [String]) async throws -> [String: String] {
      let text = try await leadpact(["report"] + report + ["-O", "json"])
      let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let figures = try #require((json as? [String: Any])?["figures"] as? [String: [String: Any]])
      return figures.mapValues { "\($0["value"] ?? "")" }
    }

    _ = try await leadpact(["contract", "propose", "-"], input: RealYear.contract)
    let imported = try await leadpact(["import", "deliveries", "-"], input: csv)
    #expect(imported.hasPrefix("standard input: added 473 rows with 8,000 leads (import 1)"))

    #expect(RealYear.months.reduce(0) { $0 + independent.total($1) } == 8_000)
    for (month, trueTotal) in zip(RealYear.months, RealYear.trueTotals) {
      let figures = try await figures(["month", month])
      for origin in RealYear.origins {
        let expected = independent.leads[month]?[origin.name] ?? 0
        #expect(
          figures["\(month)/sellers/\(origin.name)/leads-delivered"] == "\(expected)",
          "\(month) \(origin.name)")
      }
      #expect(figures["\(month)/value-delivered"] == "\(independent.value(month)).00", "\(month)")
      let text = try await leadpact(["report", "month", month]).replacing(/\s+/, with: " ")
      let apportioned = independent.apportioned[month, default: 0]
      #expect(
        text.contains(
          "\(Self.grouped(independent.total(month))) leads are on record; "
            + (apportioned == 0 ? "none" : "\(Self.grouped(apportioned)) of them")
        ),
        "\(month)"
      )
      #expect(figures["\(month)/value-due"] == "\(RealYear.monthlyQuota).00", "\(month)")
      // Weeks over month ends put a few leads into the neighbour.
      #expect(abs(independent.total(month) - trueTotal) <= 70, "\(month)")
    }

    for (number, quarter) in ["2017-Q3", "2017-Q4", "2018-Q1"].enumerated() {
      let months = RealYear.months[(1 + 3 * number)..<(4 + 3 * number)]
      let delivered = months.reduce(0) { $0 + independent.value($1) }
      let due = 3 * RealYear.monthlyQuota
      let attainment = (delivered * 20_000 + due) / (2 * due)
      let decimals = "\(attainment / 10_000)." + String("\(10_000 + attainment % 10_000)".dropFirst())
      let figures = try await figures(["quarter", quarter])
      #expect(figures["\(quarter)/value-delivered"] == "\(delivered).00")
      #expect(figures["\(quarter)/value-due"] == "\(due).00")
      #expect(figures["\(quarter)/attainment"] == decimals)
    }
    #expect(try await leadpact(["verify"]).hasPrefix("Nothing was altered: 2 journal entries"))
  }

  /// `1,141` for 1141; no month has a million leads.
  private static func grouped(_ count: Int) -> String {
    count < 1_000 ? "\(count)" : "\(count / 1_000)," + String("\(1_000 + count % 1_000)".dropFirst())
  }
}
