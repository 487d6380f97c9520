public import Agreement

/// Which leads a report looks at one by one; of all others it is told what they add up to.
public struct LeadWindow: Hashable, Sendable {
  /// The months in which the leads are delivered.
  public let months: MonthRange
  /// The day of the report: of leads that were delivered long before, it does not ask on which day.
  public let today: Day

  /// Looks at the leads of some months, on a day.
  public init(months: MonthRange, today: Day) {
    self.months = months
    self.today = today
  }

  /// The last day of which leads are old enough for every span of `ClosingTimes`, and stay so.
  var lastOldDay: Day? { ClosingTimes.spans.max().map { today.advanced(by: -$0) } }
}
