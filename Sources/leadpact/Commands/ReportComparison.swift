import Agreement
import Reporting

/// What a report is held against, by the word after `--compare`.
struct ReportComparison {
  /// The word: `previous`, `last-year`, a period, or a contract's name; nil for nothing.
  let word: String?
  /// The records of the contract that the word names; nil where it names a period.
  let ledger: Ledger?

  /// The comparison of a period of `own`; nil where none is wanted.
  func comparison(of period: ReportedPeriod, _ own: Ledger, today: Day) throws -> Comparison? {
    guard let word else { return nil }
    if let comparison = try comparisonIfCovered(of: period, own, today: today) { return comparison }
    let other = ledger ?? own
    let earlier = try earlier(word, than: period, of: own.history, in: other.history, today: today)
    throw Failure.couldNot(
      "\(period.label) cannot be compared with \(earlier.label), which lies outside the months that \(other.history.newest.contract.name) covers, \(other.history.span); name a \(period.noun) within them, or another contract, after --compare"
    )
  }

  /// The comparison of a period of `own`; nil where none is wanted, or no version covers the other period.
  func comparisonIfCovered(of period: ReportedPeriod, _ own: Ledger, today: Day) throws -> Comparison? {
    guard let word else { return nil }
    let other = ledger ?? own
    let earlier = try earlier(word, than: period, of: own.history, in: other.history, today: today)
    let isItself = other.history.newest.contract.name == own.history.newest.contract.name
    guard earlier != period || !isItself else {
      throw Failure.usage("--compare \(word): that is the \(period.noun) reported on itself")
    }
    return try Comparison(period, of: own, with: earlier, of: other, today: today)
  }

  /// The period of `other` with which one of `own` is compared.
  private func earlier(
    _ word: String, than period: ReportedPeriod, of own: ContractHistory, in other: ContractHistory,
    today: Day
  ) throws -> ReportedPeriod {
    try Self.earlier(word, than: period, of: own, in: ledger == nil ? nil : other, today: today)
  }

  /// The period that `word` means beside one of `own`; of another contract where one is given.
  static func earlier(
    _ word: String, than period: ReportedPeriod, of own: ContractHistory, in other: ContractHistory?,
    today: Day
  ) throws -> ReportedPeriod {
    let calendar = own.newest.contract.calendar
    if let other { return sameInOther(period, own, other) }
    switch word {
    case "previous": return period.previous
    case "last-year": return period.yearBefore
    default: break
    }
    let named: Period
    do { named = try Period(word, in: calendar, today: today) } catch {
      throw Failure.usage(
        "--compare '\(word)' is neither previous, last-year, a \(period.noun) such as \(period.previous.label), nor a contract's name"
      )
    }
    switch (period, named) {
    case (.week, .week(let week)): return .week(week)
    case (.month, .month(let month)): return .month(month)
    case (.quarter, .quarter(let quarter)): return .quarter(quarter)
    default:
      throw Failure.usage(
        "--compare \(word): a \(period.noun) is compared with a \(period.noun), such as \(period.previous.label)"
      )
    }
  }

  /// The months of a period, and of the one that `word`, where there is one, sets beside it.
  static func months(
    of period: ReportedPeriod, beside word: String?, of own: ContractHistory, today: Day
  ) throws -> MonthRange {
    let other = try word.map { try earlier($0, than: period, of: own, in: nil, today: today) }
    let calendar = own.newest.contract.calendar
    return MonthRange(
      spanning: [period, other ?? period].flatMap { calendar.months(touching: $0.days(in: calendar)) })
  }

  /// The months of another contract's periods that are set beside those of some contracts.
  static func months(
    beside periods: [(own: ContractHistory, period: ReportedPeriod)], of other: ContractHistory
  ) -> MonthRange {
    let calendar = other.newest.contract.calendar
    let months = periods.flatMap { own, period in
      calendar.months(touching: sameInOther(period, own, other).days(in: calendar))
    }
    return MonthRange(spanning: months)
  }

  /// The period of another contract: a year before, else at the same time, by its own calendar.
  private static func sameInOther(
    _ period: ReportedPeriod, _ own: ContractHistory, _ other: ContractHistory
  ) -> ReportedPeriod {
    let ownCalendar = own.newest.contract.calendar
    let calendar = other.newest.contract.calendar
    let before = period.holding(period.yearBefore.days(in: ownCalendar).first, in: calendar)
    let same = period.holding(period.days(in: ownCalendar).first, in: calendar)
    let isCovered = { (candidate: ReportedPeriod) in
      let days = candidate.days(in: calendar)
      return other.months.contains { calendar.days(of: $0).overlaps(days) }
    }
    return isCovered(before) || !isCovered(same) ? before : same
  }
}
