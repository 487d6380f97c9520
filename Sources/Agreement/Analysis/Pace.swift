/// How a running month, or a quarter, goes.
///
/// Days are business days; in a month without any, all days count. docs/arithmetic.md, "Pace".
public struct Pace: Hashable, Sendable {
  /// Business days gone, today included.
  public let elapsed: Int
  /// Business days in the whole.
  public let total: Int

  /// The pace on `today` in `month`; a day before it counts as no day gone, a day after it as all.
  public init(on today: Day, in month: Month, of calendar: ContractCalendar) {
    self.init(on: today, in: calendar.days(of: month), of: calendar)
  }

  /// The pace on `today` in `days`; a day before them counts as no day gone, a day after them as all.
  public init(on today: Day, in days: DayRange, of calendar: ContractCalendar) {
    let hasBusinessDays = calendar.businessDays(in: days) > 0
    func count(_ days: DayRange) -> Int { hasBusinessDays ? calendar.businessDays(in: days) : days.count }
    self.total = count(days)
    self.elapsed =
      today < days.first ? 0 : DayRange(from: days.first, through: min(today, days.last)).map(count) ?? 0
  }

  /// Business days that are left after today.
  public var left: Int { total - elapsed }

  /// What should be there by now of `due`: due × days gone / days in the month.
  public func dueSoFar(of due: Value) throws(Overflow) -> Value {
    try due.times(elapsed, dividedBy: total)
  }

  /// What the month will end with at this rate: delivered × days in the month / days gone; nil on no day gone.
  public func projection(of delivered: Value) throws(Overflow) -> Value? {
    elapsed > 0 ? try delivered.times(total, dividedBy: elapsed) : nil
  }

  /// What is needed on each day left: what is missing / days left; nil where no day is left.
  public func neededADay(of due: Value, after delivered: Value) throws(Overflow) -> Value? {
    guard left > 0 else { return nil }
    let missing = try due.subtracting(delivered)
    return missing > .zero(due.currency) ? try missing.times(1, dividedBy: left) : .zero(due.currency)
  }

  /// How many leads are needed on each day left, rounded up; nil where no day is left.
  public func leadsNeededADay(of due: Int, after delivered: Int) -> Int? {
    guard left > 0 else { return nil }
    let missing = Swift.max(0, due.subtractingReportingOverflow(delivered).partialValue)
    return missing / left + (missing.isMultiple(of: left) ? 0 : 1)
  }
}

extension Value {
  /// The value times `factor / divisor`, rounded half up to 10⁻¹⁸ of a minor unit; `divisor` is above 0.
  public func times(_ factor: Int, dividedBy divisor: Int) throws(Overflow) -> Value {
    Value(parts: try parts.times(Int128(factor), dividedRoundingHalfUpBy: Int128(divisor)), currency)
  }
}
