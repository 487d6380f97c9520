extension ContractCalendar {
  /// Splits a count of `days` over the months that hold them, by business days (all days where none is worked).
  ///
  /// The parts are whole and add up to `count`; the largest remainders take what rounding leaves, the earlier
  /// month first. docs/arithmetic.md, "Weeks and months".
  ///
  /// - Returns: a part for each month that `days` touch, in order, also where it is 0.
  public func apportion(_ count: Int, of days: DayRange) -> [(month: Month, count: Int)] {
    let weights = weights(of: days)
    let counts = LargestRemainder.split(count, by: weights.map(\.weight))
    return zip(weights, counts).map { ($0.month, $1) }
  }

  /// How a count of `days` is divided: the months that hold them, in order, and how much each weighs.
  func weights(of days: DayRange) -> [(month: Month, weight: Int)] {
    let weight = weight(in: days)
    return segments(of: days).map { ($0.month, weight($0.days)) }
  }

  /// The part of a count of `days` that falls on those of them that lie in `window`.
  ///
  /// Within each month's part the count is run up business day by business day and rounded half up, so that the
  /// parts of windows that tile the days add up to the count, and those of months are as `apportion` gives them.
  public func part(of count: Int, of days: DayRange, within window: DayRange) -> Int {
    guard days.overlaps(window) else { return 0 }
    if window.first <= days.first && days.last <= window.last { return count }
    let weight = weight(in: days)
    var part = 0
    for (segment, (_, count)) in zip(segments(of: days), apportion(count, of: days)) {
      guard let inside = segment.days.intersection(window) else { continue }
      func running(through last: Day) -> Int {
        guard let whole = DayRange(from: segment.days.first, through: last), weight(segment.days) > 0 else {
          return 0
        }
        return LargestRemainder.split(count, by: [weight(whole), weight(segment.days) - weight(whole)])[0]
      }
      part += running(through: inside.last) - running(through: inside.first.advanced(by: -1))
    }
    return part
  }

  /// The days by the months that hold them, in order.
  private func segments(of days: DayRange) -> [(month: Month, days: DayRange)] {
    var segments: [(month: Month, days: DayRange)] = []
    var next = days.first
    while next <= days.last {
      let month = month(containing: next)
      let last = min(self.days(of: month).last, days.last)
      segments.append((month, DayRange(first: next, count: last.number - next.number + 1)))
      next = last.advanced(by: 1)
    }
    return segments
  }

  /// How days of `span` weigh: by business days, or by all days where none of the span is worked.
  private func weight(in span: DayRange) -> (DayRange) -> Int {
    businessDays(in: span) > 0 ? { businessDays(in: $0) } : { $0.count }
  }
}
