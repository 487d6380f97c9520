import Agreement
import ArgumentParser
import Reporting
import Storage

/// The period and the contracts of a report, which may be left out, what it is held against, and how it is written.
struct ReportOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The period, then the contract or several; either may be left out.", valueName: "period contract"),
    completion: .period([.week, .month, .quarter]))
  var words: [String] = []
  @Flag(help: "Report on every contract that covers the period.") var all = false
  @Option(
    defaultAsFlag: "previous",
    help: ArgumentHelp(
      "Set another period beside it: previous, last-year, a period such as 2026-Q1, or another contract's name.",
      valueName: "previous|last-year|period|contract"),
    completion: .comparisons)
  var compare: String?
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  /// What a period that was named, or none, means for a report of one kind.
  typealias Reading = (Period?, Day, ContractCalendar) throws -> ReportedPeriod

  /// Opens the database, reads the ledgers, and lays the report out.
  func write(_ read: Reading) throws {
    let language = try language.language()
    let today = try common.reportDay(asOf: asOf.day())
    let database = try common.open(for: .reading)
    let (periods, ledgers, reference, provenance) = try database.reading {
      let (period, names) = try parted(database)
      let asOf = try asOf.day()
      let histories = try names.map { try database.knownHistory(of: $0, asOf: asOf) }
      let periods = try ReportPeriods(period, of: histories, today: today, read)
      let compared = try compare.flatMap { word in try database.contractNames().first { $0.text == word } }
      let isContract = compared != nil
      let day = compare == nil ? today : nil
      let ledgers = try zip(names, histories).map { name, history in
        let months = try periods.months(of: history, beside: isContract ? nil : compare, today: today)
        return try database.knownLedger(
          of: name, asOf: asOf, leadsOf: LeadWindow(months: months, today: day))
      }
      let comparedLedger = try compared.map { name in
        let other = try database.knownHistory(of: name, asOf: asOf)
        let months = ReportComparison.months(
          beside: histories.map { ($0, periods.period(of: $0)) }, of: other)
        return try database.knownLedger(
          of: name, asOf: asOf, leadsOf: LeadWindow(months: months, today: day))
      }
      return (
        periods, ledgers, ReportComparison(word: compare, ledger: comparedLedger),
        try database.provenance(asOf: asOf)
      )
    }

    if let ledger = ledgers.first, ledgers.count == 1, !all {
      let report = try PeriodReport(periods.first, of: ledger, today: today)
      guard let report else { throw Failure.outside(periods.first.label, ledger.history) }
      let comparison = try reference.comparison(of: periods.first, ledger, today: today)
      return try output.write(
        comparison?.document(provenance, in: language) ?? report.document(provenance, in: language))
    }
    var parts: [ContractsReport.Part] = []
    var leftOut: [Name] = []
    for ledger in ledgers {
      let period = periods.period(of: ledger.history)
      // Where contracts are many, one that ended has nothing to say; one that was named must have.
      if try PeriodReport(period, of: ledger, today: today) == nil {
        guard all else { throw Failure.outside(period.label, ledger.history) }
        leftOut.append(ledger.history.newest.contract.name)
        continue
      }
      // Of several contracts, one that has nothing to be held against is reported on all the same.
      let comparison = try reference.comparisonIfCovered(of: period, ledger, today: today)
      if let part = try ContractsReport.Part(period, of: ledger, today: today, comparison: comparison) {
        parts.append(part)
      }
    }
    guard !parts.isEmpty else {
      throw Failure.couldNot("no contract covers \(periods.first.label); see: leadpact contract list")
    }
    try output.write(
      ContractsReport(parts, leftOut: leftOut, today: today).document(provenance, in: language))
  }

  /// The words that name the period, and the contracts.
  private func parted(_ database: Database) throws -> (period: String?, contracts: [Name]) {
    let known = try database.contractNames()
    let isName = { (word: String) in known.contains { $0.text == word } }
    let names = words.filter(isName)
    let period = words.filter { !isName($0) }
    // A word that is neither a contract nor part of a period was meant for a contract.
    if let last = period.last, period.count > 1, !["week", "month", "quarter"].contains(last) {
      _ = try database.contractName(last)
    }
    guard !all || names.isEmpty else { throw Failure.usage("--all is every contract; leave out the names") }
    var contracts: [Name] = []
    for name in try all && !known.isEmpty
      ? known : names.isEmpty ? [database.contractName(nil)] : names.map({ try Name($0) })
    where !contracts.contains(name) {
      contracts.append(name)
    }
    return (period.isEmpty ? nil : period.joined(separator: " "), contracts)
  }
}

/// The period of each contract, by its own calendar.
private struct ReportPeriods {
  let first: ReportedPeriod
  private let firstDay: Day

  /// Reads the period by the calendar of the first contract that can.
  init(_ text: String?, of histories: [ContractHistory], today: Day, _ read: ReportOptions.Reading) throws {
    var refusal: (any Error)?
    for history in histories {
      let calendar = history.newest.contract.calendar
      do {
        let named = try text.map { try Period($0, in: calendar, today: today) }
        first = try read(named, today, calendar)
        firstDay = text == nil ? today : first.days(in: calendar).first
        return
      } catch { refusal = refusal ?? error }
    }
    throw refusal ?? Failure.usage("name a contract")
  }

  /// The period of the same kind that holds the first day, by the contract's calendar.
  func period(of history: ContractHistory) -> ReportedPeriod {
    first.holding(firstDay, in: history.newest.contract.calendar)
  }

  /// The months whose leads are looked at one by one: those of the period, and of the one that `word` sets beside it.
  func months(of history: ContractHistory, beside word: String?, today: Day) throws -> MonthRange {
    // The first contract's period is the one that was named, whatever day it begins on.
    let months = try [first, period(of: history)].flatMap { period in
      try ReportComparison.months(of: period, beside: word, of: history, today: today)
    }
    return MonthRange(spanning: months)
  }
}
