public import Agreement

/// A period that there is a report on: a week, a month or a quarter.
public enum ReportedPeriod: Hashable, Sendable {
  /// An ISO week.
  case week(Week)
  /// A month of the contract's calendar.
  case month(Month)
  /// A quarter of the contract's fiscal year.
  case quarter(Quarter)

  /// The period as people write it.
  public var label: String {
    switch self {
    case .week(let week): "\(week)"
    case .month(let month): "\(month)"
    case .quarter(let quarter): "\(quarter)"
    }
  }

  /// What it is, in a word.
  public var noun: String {
    switch self {
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    }
  }

  /// The period before.
  public var previous: ReportedPeriod {
    switch self {
    case .week(let week): .week(week.advanced(by: -1))
    case .month(let month): .month(month.advanced(by: -1))
    case .quarter(let quarter): .quarter(quarter.advanced(by: -1))
    }
  }

  /// The same period a year before; of a week, the one 52 weeks before.
  public var yearBefore: ReportedPeriod {
    switch self {
    case .week(let week): .week(week.advanced(by: -52))
    case .month(let month): .month(month.advanced(by: -12))
    case .quarter(let quarter): .quarter(quarter.advanced(by: -4))
    }
  }

  /// The days of the period.
  public func days(in calendar: ContractCalendar) -> DayRange {
    switch self {
    case .week(let week): week.days
    case .month(let month): calendar.days(of: month)
    case .quarter(let quarter): calendar.days(of: quarter)
    }
  }

  /// The period of the same kind that holds `day`, by another calendar.
  public func holding(_ day: Day, in calendar: ContractCalendar) -> ReportedPeriod {
    switch self {
    case .week: .week(Week(containing: day))
    case .month: .month(calendar.month(containing: day))
    case .quarter: .quarter(calendar.quarter(containing: calendar.month(containing: day)))
    }
  }
}

/// The report on a week, a month or a quarter.
public enum PeriodReport: Sendable {
  /// On a week.
  case week(WeekReview)
  /// On a month or a quarter.
  case period(PeriodReview)

  /// Reports on a period; nil where no version covers any of it.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init?(_ period: ReportedPeriod, of ledger: Ledger, today: Day) throws(Overflow) {
    let scope: PeriodReview.Scope
    switch period {
    case .week(let week):
      guard let review = try WeekReview(week, of: ledger, today: today) else { return nil }
      self = .week(review)
      return
    case .month(let month): scope = .month(month)
    case .quarter(let quarter): scope = .quarter(quarter)
    }
    guard let review = try PeriodReview(scope, of: ledger, today: today) else { return nil }
    self = .period(review)
  }

  /// The report laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(
    _ provenance: Provenance, in language: Language = .english
  ) throws(Overflow) -> Document {
    switch self {
    case .week(let review): try review.document(provenance, in: language)
    case .period(let review): try review.document(provenance, in: language)
    }
  }

  /// The versions that rule in the period, oldest first.
  var versions: [Ruling] {
    switch self {
    case .week(let review): [review.ruling]
    case .period(let review): review.versions
    }
  }

  var contract: Contract { versions[versions.count - 1].contract }

  /// How each commitment was kept.
  var commitments: [CommitmentRecord] {
    switch self {
    case .week(let review): review.commitments
    case .period(let review): review.commitments
    }
  }

  /// The lead types of all the period's versions.
  var leadTypes: [(stream: Stream, type: LeadType)] {
    switch self {
    case .week(let review): review.ruling.contract.leadTypes
    case .period(let review): review.leadTypes
    }
  }

  /// The months of the period that some version covers; nil for a week.
  var months: [MonthAccount]? {
    if case .period(let review) = self { review.months } else { nil }
  }
}
