import Agreement
import ArgumentParser
import Reporting
import Storage

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the leads and the value owed by month, stream and lead type.",
    discussion: """
      leadpact plan acme-2026
      leadpact plan acme-2026 --for-period 2026-Q3
      leadpact plan acme-2026 --version 2 -o plan.csv
      leadpact plan --what-if win-rate=+2pt,smb/outbound/mql-to-sql=40%,quota=-10%
      leadpact plan --solve mix,rate --for-period 2026-Q3
      leadpact plan --solve mix --short smb/website-form=400

      --what-if shows the plan as agreed and as it would be; nothing is stored. It takes [STREAM/][TYPE/]METRIC=CHANGE,
      with mql-to-sql, sql-to-opportunity, win-rate, average-order-value (or aov), time-to-close or quota for METRIC. A
      CHANGE is a figure (25%, 2500, 60d), a part of what is agreed (+5%), percentage points of a rate (+2pt), days
      (-15d) or an amount (+500).

      --solve says what would close the gap between the value owed and the leads there are, a running month carried on
      at its pace: more leads of one type (mix), a better rate (rate), or another quota (quota). Without --for-period it
      looks at the running quarter; with --short at leads supposed to be missing in the period's first month, by default
      the running one.
      """)

  @Argument(
    help: "The contract's name; may be left out where there is only one, or one is set.",
    completion: .contracts)
  var name: String?
  @Option(name: .customLong("version"), help: "The version; default: the newest.", completion: .versions)
  var number: Int?
  @Option(
    name: .customLong("for-period"), help: ArgumentHelp("Only these months.", valueName: "period"),
    completion: .period([.month, .quarter]))
  var period: String?
  @OptionGroup var suppositions: SuppositionOptions
  @Option(
    help: ArgumentHelp(
      "Say what would close the gap: \(SolveReport.Way.allCases.map(\.rawValue).joined(separator: ", ")), with commas between them.",
      valueName: "ways"),
    completion: .solutions)
  var solve: [String] = []
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let ways = try SolveReport.ways(solve)
    try refuseMixedUses(ways)
    let today = try common.reportDay(asOf: asOf.day())
    let database = try common.open(for: .reading)
    let (ledger, provenance) = try database.reading {
      let asOf = try asOf.day()
      let ledger = try database.summedLedger(of: database.contractName(name), asOf: asOf, today: today)
      return (ledger, try database.provenance(asOf: asOf))
    }
    if !ways.isEmpty {
      return try output.write(solution(ways, of: ledger, today: today).document(provenance))
    }
    let version = try ledger.history.version(number)
    let ruling = Ruling(version: version, standing: ledger.history.standing(of: version))
    let months = try version.contract.months(of: period, today: today)
    let supposed = try suppositions.read(in: version.contract)
    guard supposed.isEmpty else {
      let report = try WhatIfReport(ruling, supposing: supposed, months: months)
      return try output.write(report.document(today: today, provenance))
    }
    let report = try PlanReport(ruling, months: months, accounts: Accounts(ledger), today: today)
    try output.write(report.document(today: today, provenance))
  }

  private func refuseMixedUses(_ ways: [SolveReport.Way]) throws {
    guard suppositions.short.isEmpty || !ways.isEmpty else {
      throw Failure.usage("--short goes with --solve: leadpact plan --solve mix --short outbound=100")
    }
    guard !ways.isEmpty else { return }
    guard suppositions.whatIf.isEmpty else {
      throw Failure.usage(
        "--what-if shows another plan, and --solve what would close a gap; give one of them")
    }
    guard number == nil else {
      throw Failure.usage(
        "--version goes with the plan itself: a gap is judged by the versions that rule on it")
    }
  }

  private func solution(_ ways: [SolveReport.Way], of ledger: Ledger, today: Day) throws -> SolveReport {
    let calendar = ledger.history.newest.contract.calendar
    let month = calendar.month(containing: today)
    let quarter = calendar.quarter(containing: month)
    let span: (months: [Month], label: String) =
      switch period {
      case let period?: try ledger.span([period], today: today)
      case nil where !suppositions.short.isEmpty: ([month], "\(month)")
      case nil: (quarter.months, "\(quarter)")
      }
    let report = try SolveReport(
      ways, in: span.months, called: span.label, of: Accounts(ledger), today: today,
      short: suppositions.readShort(of: ledger, in: span.months))
    guard let report else { throw Failure.outside(span.label, ledger.history) }
    return report
  }
}

extension Contract {
  /// The months that it covers of a period; all where none is named.
  func months(of period: String?, today: Day) throws -> [Month] {
    guard let period else { return Array(coverage) }
    let days = try Period(period, in: calendar, today: today).days(in: calendar)
    let months = coverage.filter { calendar.days(of: $0).overlaps(days) }
    guard !months.isEmpty else {
      throw Failure.couldNot("\(period) lies outside the months that the version covers, \(coverage)")
    }
    return months
  }
}

extension SolveReport {
  /// Reads ways such as `mix,rate`, each once.
  static func ways(_ words: [String]) throws -> [Way] {
    var ways: [Way] = []
    for word in words.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      let word = word.lowercased().filter { !$0.isWhitespace }
      guard let way = Way(rawValue: word) else {
        throw Failure.usage("\(UnknownName("way to solve", word, among: Way.allCases.map(\.rawValue)))")
      }
      if !ways.contains(way) { ways.append(way) }
    }
    return ways
  }
}
