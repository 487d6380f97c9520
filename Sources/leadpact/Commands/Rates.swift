import Agreement
import ArgumentParser
import Reporting
import Storage

struct Rates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "Compare the agreed rates with what the leads have shown.",
    discussion: """
      leadpact rates
      leadpact rates 2026-Q1
      leadpact rates 2026-01..2026-06 acme-2026 -O csv

      Rates are k of n over the leads delivered in these months, with a 95 % interval; months whose leads are younger
      than their time to close are shown as maturing and never averaged in. Without a period: all months so far.
      'leadpact revise --observed' proposes the rates that lie outside their intervals.
      """)

  @Argument(
    help: ArgumentHelp(
      "The period, then the contract; either may be left out.", valueName: "period contract"),
    completion: .period([.month, .quarter])
  )
  var words: [String] = []
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let today = try common.reportDay(asOf: asOf.day())
    let language = try language.language()
    let database = try common.open(for: .reading)
    let (period, ledger, provenance) = try database.reading {
      let (name, period) = try database.parted(words)
      let asOf = try asOf.day()
      let ledger = try database.summedLedger(
        of: name ?? database.contractName(nil), asOf: asOf, today: today)
      return (period, ledger, try database.provenance(asOf: asOf))
    }
    let span = try ledger.span(period, today: today)
    guard let report = try RatesReport(span.months, called: span.label, of: Accounts(ledger), today: today)
    else { throw Failure.outside(span.label, ledger.history) }
    try output.write(report.document(provenance, in: language))
  }
}

extension Ledger {
  /// The months that words name, or all that have begun by `today`.
  func span(_ words: [String], today: Day) throws -> (months: [Month], label: String) {
    let calendar = history.newest.contract.calendar
    guard !words.isEmpty else {
      let current = calendar.month(containing: today)
      let begun = history.months.filter { $0 <= current }
      guard let first = begun.first, let last = begun.last else {
        throw Failure.couldNot("the first month, \(history.span.first), has not begun yet")
      }
      return (begun, first == last ? "\(first)" : "\(first)..\(last)")
    }
    let text = words.joined(separator: " ")
    if text.contains("..") {
      do { return (Array(try MonthRange(text)), text) } catch { throw Failure.usage("\(error)") }
    }
    switch try Period(text, in: calendar, today: today) {
    case .month(let month): return ([month], "\(month)")
    case .quarter(let quarter): return (quarter.months, "\(quarter)")
    case .day, .week, .range:
      throw Failure.usage("'\(text)' is no month, quarter or span of months, such as 2026-01..2026-06")
    }
  }
}
