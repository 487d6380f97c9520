public import Agreement

/// How things stand today, on one screen: the value behind `leadpact standup`.
public struct Standup: Sendable {
  /// The contract, as it rules on the running month, else in its newest text.
  public let contract: Contract
  /// From when it is looked at.
  public let standpoint: Standpoint
  /// The month that runs, and its days gone and left; nil where no version covers it.
  public let running: PeriodReview.MonthPace?
  /// The weeks that ended last, eight at most, oldest first.
  public let weeks: [WeekReview]
  /// What is not kept.
  public let breaches: [Breach]
  /// What would not be, were the running month to end as those before it, a sentence each.
  public let warnings: [String]
  /// The leads that sales should have done more about by now, the worst first.
  public let overdue: [OverdueLead]
  /// The language that it is told in.
  public let language: Language

  let ledger: Ledger

  /// Looks at a contract.
  ///
  /// - Parameter language: the one that it is told in.
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init(
    of ledger: Ledger, from standpoint: Standpoint, in language: Language = .english
  ) throws(Overflow) {
    let search = try BreachSearch(of: ledger, from: standpoint, in: language)
    let account = try search.accounts.account(of: search.month)
    let contract = account?.ruling.contract ?? ledger.history.newest.contract
    self.ledger = ledger
    self.contract = contract
    self.standpoint = standpoint
    self.running = account.map { account in
      PeriodReview.MonthPace(
        account: account, pace: Pace(on: standpoint.day, in: account.month, of: contract.calendar))
    }
    var weeks: [WeekReview] = []
    for week in Self.weeks(before: standpoint.day) {
      // The weeks of a month share what it owes.
      let review = try WeekReview(week, of: ledger, today: standpoint.day) { month throws(Overflow) in
        try search.accounts.account(of: month).map { ($0.ruling, $0.leadTypes.map(\.demand)) }
      }
      if let review { weeks.append(review) }
    }
    self.weeks = weeks
    self.breaches = try search.breaches()
    self.warnings = try search.valueWarnings()
    self.overdue = search.overdue
    self.language = language
  }

  /// The weeks that ended last before `day`, oldest first.
  private static func weeks(before day: Day) -> [Week] {
    (1...8).reversed().map { Week(containing: day).advanced(by: -$0) }
  }

  /// The months whose leads it, and `BreachReport`, look at one by one on a day: those of the weeks that ended last, the
  /// month that ended last, and the running quarter.
  public static func months(on day: Day, by calendar: ContractCalendar) -> MonthRange {
    let running = calendar.month(containing: day)
    let weeks = weeks(before: day).map { calendar.month(containing: $0.days.first) }
    return MonthRange(
      spanning: weeks + [running.advanced(by: -1)] + calendar.quarter(containing: running).months)
  }

  var today: Day { standpoint.day }

  /// The last day of the running month, up to today, that leads are on record for; nil where there is none.
  var lastRecorded: Day? {
    guard let month = running.map({ contract.calendar.days(of: $0.account.month) }) else { return nil }
    return ledger.deliveries.map(\.days).filter { $0.overlaps(month) }
      .map { min($0.last, month.last, today) }.max()
  }
}

extension WeekReview {
  /// The value of the leads of the week, on one stream or on all where none is named.
  func delivered(of stream: Name?, in language: Language = .english) throws(Overflow) -> Figure {
    var sum = Attainment.nothing(ruling.contract.currency)
    for place in leadTypes.indices where stream == nil || leadTypes[place].key.stream == stream {
      sum = try sum.adding(leadTypes[place].attainment)
    }
    return try ValueFigures(
      attainment: sum, period: "\(week)", stream: stream, tolerance: ruling.contract.tolerance,
      language: language
    ).delivered()
  }
}
