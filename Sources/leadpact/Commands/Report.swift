import Agreement
import ArgumentParser
import Reporting
import Storage

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report on a week, a month or a quarter.",
    discussion: """
      leadpact report quarter 2026-Q1
      leadpact report month last month acme-2026
      leadpact report week
      leadpact report quarter 2026-Q1 --as-of 2026-04-10 -o review.md
      leadpact report quarter --lang zh-Hant

      Without a period: the running week, month or quarter.
      """,
    subcommands: [OfWeek.self, OfMonth.self, OfQuarter.self])

  /// The period and the contract, which may both be left out, and how the report is written.
  struct Options: ParsableArguments {
    @Argument(
      help: ArgumentHelp(
        "The period, then the contract; either may be left out.", valueName: "period contract"))
    var words: [String] = []
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    /// Opens the database, reads the ledger, and lays the report out.
    func write(_ document: (Ledger, Period?, Day, Provenance, Language) throws -> Document) throws {
      let language = try language.language()
      let today = try common.reportDay(asOf: asOf.day())
      let database = try common.open(for: .reading)
      let (period, ledger, provenance) = try database.reading {
        let (period, name) = try parted(database)
        let (ledger, provenance) = try database.source(of: name, asOf: asOf.day())
        return (period, ledger, provenance)
      }
      let span = try period.map { try Period($0, in: ledger.history.newest.contract.calendar, today: today) }
      try output.write(document(ledger, span, today, provenance, language))
    }

    /// The words that name the period, and the contract.
    private func parted(_ database: Database) throws -> (period: String?, contract: Name) {
      let (name, period) = try database.parted(words)
      // A word that is neither a contract nor part of a period was meant for a contract.
      if name == nil, let last = period.last, period.count > 1, !["week", "month", "quarter"].contains(last) {
        _ = try database.contractName(last)
      }
      return (
        period.isEmpty ? nil : period.joined(separator: " "), try name ?? database.contractName(nil)
      )
    }
  }

  struct OfWeek: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "week", abstract: "Report on an ISO week.")
    @OptionGroup var options: Options

    func run() throws {
      try options.write { ledger, period, today, provenance, language in
        let week: Week =
          switch period {
          case nil: Week(containing: today)
          case .week(let week): week
          case .day(let day): Week(containing: day)
          default: throw Failure.usage("that is no week; name one such as 2026-W07")
          }
        guard let review = try WeekReview(week, of: ledger, today: today) else {
          throw Failure.outside("\(week)", ledger.history)
        }
        return try review.document(provenance, in: language)
      }
    }
  }

  struct OfMonth: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "month", abstract: "Report on a month of the contract's calendar.")
    @OptionGroup var options: Options

    func run() throws {
      try options.write { ledger, period, today, provenance, language in
        let calendar = ledger.history.newest.contract.calendar
        let month: Month =
          switch period {
          case nil: calendar.month(containing: today)
          case .month(let month): month
          case .day(let day): calendar.month(containing: day)
          default: throw Failure.usage("that is no month; name one such as 2026-02")
          }
        return try ledger.review(.month(month), today: today).document(provenance, in: language)
      }
    }
  }

  struct OfQuarter: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "quarter", abstract: "Review a quarter of the contract's fiscal year.")
    @OptionGroup var options: Options

    func run() throws {
      try options.write { ledger, period, today, provenance, language in
        let calendar = ledger.history.newest.contract.calendar
        let quarter: Quarter =
          switch period {
          case nil: calendar.quarter(containing: calendar.month(containing: today))
          case .quarter(let quarter): quarter
          case .month(let month): calendar.quarter(containing: month)
          case .day(let day): calendar.quarter(containing: calendar.month(containing: day))
          default: throw Failure.usage("that is no quarter; name one such as 2026-Q1")
          }
        return try ledger.review(.quarter(quarter), today: today).document(provenance, in: language)
      }
    }
  }
}

extension Ledger {
  /// The review of a period that some version covers.
  func review(_ scope: PeriodReview.Scope, today: Day) throws -> PeriodReview {
    guard let review = try PeriodReview(scope, of: self, today: today) else {
      throw Failure.outside(scope.label, history)
    }
    return review
  }
}

extension Failure {
  /// A period that no version covers.
  static func outside(_ label: String, _ history: ContractHistory) -> Failure {
    .couldNot(
      "\(label) lies outside the months that \(history.newest.contract.name) covers, \(history.span)")
  }
}
