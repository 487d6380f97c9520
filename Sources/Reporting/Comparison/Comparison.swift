public import Agreement

/// A period's figures beside those of another period, each by its own agreement: the value behind `report --compare`.
public struct Comparison: Sendable, Worded {
  /// The period that is reported on.
  public let period: ReportedPeriod
  /// Its report.
  public let now: PeriodReport
  /// The period that it is held against.
  public let earlier: ReportedPeriod
  /// That one's report; as far as the same business day where the period still runs.
  public let then: PeriodReport
  /// The contract of the earlier period, where it is another one.
  public let other: Name?
  /// Up to when both are counted; nil where the period is over.
  public let reach: Reach?
  /// The language that it is laid out in.
  var language = Language.english

  /// Up to when a running period and an earlier one are counted.
  public struct Reach: Hashable, Sendable {
    /// The number of the business day within its period.
    public let businessDay: Int
    /// The day in the running period.
    public let day: Day
    /// The day in the earlier one.
    public let earlierDay: Day
  }

  /// Compares a period of `ledger` with one of the same ledger, or of another contract's; nil where no version covers
  /// one of the two.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init?(
    _ period: ReportedPeriod, of ledger: Ledger, with earlier: ReportedPeriod, of earlierLedger: Ledger,
    today: Day
  ) throws(Overflow) {
    guard let now = try PeriodReport(period, of: ledger, today: today) else { return nil }
    let calendar = ledger.history.newest.contract.calendar
    let earlierCalendar = earlierLedger.history.newest.contract.calendar
    let reach = Reach(
      of: period, in: calendar, ledger, today: today, earlier: earlier.days(in: earlierCalendar),
      earlierCalendar)
    let then =
      if let reach {
        try PeriodReport(earlier, of: earlierLedger.through(reach.earlierDay), today: reach.earlierDay)
      } else {
        try PeriodReport(earlier, of: earlierLedger, today: today)
      }
    guard let then else { return nil }
    self.period = period
    self.now = now
    self.earlier = earlier
    self.then = then
    let (name, otherName) = (ledger.history.newest.contract.name, earlierLedger.history.newest.contract.name)
    self.other = name == otherName ? nil : otherName
    self.reach = reach
  }

  /// What a command or a key calls the earlier period: `2026-Q2`; another contract's name.
  public var against: String { other?.text ?? earlier.label }

  /// The report on the period, with the comparison behind its verdict.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(
    _ provenance: Provenance, in language: Language = .english
  ) throws(Overflow) -> Document {
    let document = try now.document(provenance, in: language)
    let earlier = try then.document(Provenance(), in: language)
    let section = told(in: language).section(figures: document.figures, earlier.figures)
    return document.inserting(section, after: "verdict")
  }
}

extension Comparison.Reach {
  /// Up to when to count; nil for a period that is over, or that has not begun.
  ///
  /// Logged counts reach as far as their last day, leads as far as today.
  fileprivate init?(
    of period: ReportedPeriod, in calendar: ContractCalendar, _ ledger: Ledger, today: Day,
    earlier: DayRange, _ earlierCalendar: ContractCalendar
  ) {
    let days = period.days(in: calendar)
    guard days.contains(today), today < days.last else { return nil }
    let last = ledger.deliveries.map(\.days).filter { $0.overlaps(days) && $0.first <= today }
      .map { min($0.last, today) }.max()
    let isLogged = ledger.history.contract(on: days).deliverySource == .logged
    let day = isLogged ? last ?? today : today
    let businessDay = Pace(on: day, in: days, of: calendar).elapsed
    self.day = day
    self.businessDay = businessDay
    self.earlierDay =
      earlier.first { Pace(on: $0, in: earlier, of: earlierCalendar).elapsed >= businessDay } ?? earlier.last
  }
}

extension Document {
  /// The document with another section behind the one of that key, or first of all.
  func inserting(_ section: Section, after key: String) -> Document {
    let place = sections.firstIndex { $0.key == key }.map { $0 + 1 } ?? 0
    return Document(
      kind: kind, title: title, banners: banners, facts: facts, highlights: highlights,
      sections: sections[..<place] + [section] + sections[place...], footer: footer,
      figuresStandAlone: figuresStandAlone, listing: listing, language: language)
  }
}
