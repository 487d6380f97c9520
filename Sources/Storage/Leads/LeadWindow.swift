public import Agreement

/// Which leads a report looks at one by one; of all others it is told what they add up to.
public struct LeadWindow: Hashable, Sendable {
  /// The months in which the leads are delivered.
  public let months: MonthRange
  /// The day of the report; nil where it is made for several, such as one that compares periods.
  ///
  /// Of leads that were delivered long before that day it does not ask when.
  public let today: Day?
  /// The day from which on the report asks for open leads too, whenever they were delivered; nil where it does not.
  public let openOn: Day?

  /// Looks at the leads of some months, on a day, and at those that are open on a day or later.
  public init(months: MonthRange, today: Day?, openOn: Day? = nil) {
    self.months = months
    self.today = today
    self.openOn = openOn
  }

  /// The last day of which leads are old enough for every span of `ClosingTimes`, that day and later.
  var lastOldDay: Day? {
    guard let today, let longest = ClosingTimes.spans.max() else { return nil }
    return today.advanced(by: -longest)
  }
}
