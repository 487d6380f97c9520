extension ContractCalendar {
  /// Splits a count of `days` over the months that hold them, by business days (all days where none is worked).
  ///
  /// The parts are whole and add up to `count`; the largest remainders take what rounding leaves, the earlier
  /// month first. DESIGN section 3, "Weeks and months".
  ///
  /// - Returns: a part for each month that `days` touch, in order, also where it is 0.
  public func apportion(_ count: Int, of days: DayRange) -> [(month: Month, count: Int)] {
    var months: [Month] = []
    var segments: [DayRange] = []
    var next = days.first
    while next <= days.last {
      let month = month(containing: next)
      let last = min(self.days(of: month).last, days.last)
      months.append(month)
      segments.append(DayRange(first: next, count: last.number - next.number + 1))
      next = last.advanced(by: 1)
    }
    return zip(months, apportion(count, over: segments)).map { ($0, $1) }
  }

  /// The part of a count of `days` that falls on those of them that lie in `window`, split as over months.
  public func part(of count: Int, of days: DayRange, within window: DayRange) -> Int {
    guard let inside = days.intersection(window) else { return 0 }
    if inside == days { return count }
    let before = inside.first.number - days.first.number
    let after = days.last.number - inside.last.number
    var segments = [inside]
    if before > 0 { segments.insert(DayRange(first: days.first, count: before), at: 0) }
    if after > 0 { segments.append(DayRange(first: inside.last.advanced(by: 1), count: after)) }
    return apportion(count, over: segments)[before > 0 ? 1 : 0]
  }

  private func apportion(_ count: Int, over segments: [DayRange]) -> [Int] {
    let weights = segments.map(businessDays)
    return LargestRemainder.split(count, by: weights.allSatisfy { $0 == 0 } ? segments.map(\.count) : weights)
  }
}
