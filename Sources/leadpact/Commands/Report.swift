import Agreement
import ArgumentParser
import Reporting
import Storage

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report on a week, a month or a quarter.",
    discussion: """
      leadpact report quarter 2026-Q1
      leadpact report month last month acme-2026
      leadpact report week
      leadpact report quarter 2026-Q1 --as-of 2026-04-10 -o review.html
      leadpact report quarter 2026-Q2 --compare             beside the quarter before
      leadpact report quarter 2026-Q2 --compare last-year
      leadpact report quarter 2026-Q2 acme-2026 --compare acme-2025
      leadpact report quarter 2026-Q1 acme-2026 globex-2026
      leadpact report month --all
      leadpact report quarter --lang zh-Hant

      Without a period: the running week, month or quarter. Several contracts make one document: a table over them, then
      each one's report. A period is read by the calendar of the first that can; one whose years begin in another month
      is reported on by its own quarter that holds the first day.
      """,
    subcommands: [OfWeek.self, OfMonth.self, OfQuarter.self])

  struct OfWeek: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "week", abstract: "Report on an ISO week.",
      discussion: """
        leadpact report week
        leadpact report week 2026-W07 -o week.md
        """)
    @OptionGroup var options: ReportOptions

    func run() throws {
      try options.write { period, today, _ in
        switch period {
        case nil: .week(Week(containing: today))
        case .week(let week): .week(week)
        case .day(let day): .week(Week(containing: day))
        default: throw Failure.usage("that is no week; name one such as 2026-W07")
        }
      }
    }
  }

  struct OfMonth: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "month", abstract: "Report on a month of the contract's calendar.",
      discussion: """
        leadpact report month last month
        leadpact report month 2026-02 -o february.html
        """)
    @OptionGroup var options: ReportOptions

    func run() throws {
      try options.write { period, today, calendar in
        switch period {
        case nil: .month(calendar.month(containing: today))
        case .month(let month): .month(month)
        case .day(let day): .month(calendar.month(containing: day))
        default: throw Failure.usage("that is no month; name one such as 2026-02")
        }
      }
    }
  }

  struct OfQuarter: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "quarter", abstract: "Review a quarter of the contract's fiscal year.",
      discussion: """
        leadpact report quarter 2026-Q1 -o review.html
        leadpact report quarter 2026-Q2 --compare
        """)
    @OptionGroup var options: ReportOptions

    func run() throws {
      try options.write { period, today, calendar in
        switch period {
        case nil: .quarter(calendar.quarter(containing: calendar.month(containing: today)))
        case .quarter(let quarter): .quarter(quarter)
        case .month(let month): .quarter(calendar.quarter(containing: month))
        case .day(let day): .quarter(calendar.quarter(containing: calendar.month(containing: day)))
        default: throw Failure.usage("that is no quarter; name one such as 2026-Q1")
        }
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
