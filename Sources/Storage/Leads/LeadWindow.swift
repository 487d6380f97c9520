public import Agreement

/// Which leads a report looks at one by one; of all others it is told what they add up to.
public struct LeadWindow: Hashable, Sendable {
  /// The months in which the leads are delivered.
  public let months: MonthRange
  /// The day of the report; nil where it is made for several, such as one that compares periods.
  ///
  /// Of leads that were delivered long before that day it does not ask when.
  public let today: Day?

  /// Looks at the leads of some months, on a day.
  public init(months: MonthRange, today: Day?) {
    self.months = months
    self.today = today
  }

  /// The last day of which leads are old enough for every span of `ClosingTimes`, that day and later.
  var lastOldDay: Day? {
    guard let today, let longest = ClosingTimes.spans.max() else { return nil }
    return today.advanced(by: -longest)
  }
}
