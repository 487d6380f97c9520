/// How a contract cuts time into months and quarters, and which days are worked.
public struct ContractCalendar: Hashable, Sendable {
  /// How many whole weeks the three months of a quarter have.
  public enum WeekPattern: String, Hashable, Sendable, CaseIterable {
    /// Four weeks, four weeks, five weeks.
    case fourFourFive = "4-4-5"
    /// Four weeks, five weeks, four weeks.
    case fourFiveFour = "4-5-4"
    /// Five weeks, four weeks, four weeks.
    case fiveFourFour = "5-4-4"

    var weeks: [Int] {
      switch self {
      case .fourFourFive: [4, 4, 5]
      case .fourFiveFour: [4, 5, 4]
      case .fiveFourFour: [5, 4, 4]
      }
    }
  }

  /// What a month is.
  public enum Months: Hashable, Sendable {
    /// The months of the Gregorian calendar.
    case gregorian
    /// Whole weeks, in a pattern that repeats every quarter.
    case weeks(WeekPattern)
  }

  /// What a month is.
  public let months: Months
  /// The month that the fiscal year starts in: 1 is January.
  public let fiscalYearStart: Int
  /// The days from Monday to Friday on which nobody works, in order.
  public let holidays: [Day]

  private let daysOff: Set<Day>

  /// Creates a calendar; `fiscalYearStart` lies between 1 and 12.
  public init(months: Months = .gregorian, fiscalYearStart: Int = 1, holidays: [Day] = []) {
    precondition((1...12).contains(fiscalYearStart), "a year starts in one of twelve months")
    self.months = months
    self.fiscalYearStart = fiscalYearStart
    self.daysOff = Set(holidays)
    self.holidays = daysOff.sorted()
  }

  /// The days of a month.
  public func days(of month: Month) -> DayRange {
    guard case .weeks(let pattern) = months else { return month.days }
    let quarter = quarter(containing: month)
    let yearStart = quarter.firstMonth.advanced(by: -3 * (quarter.number - 1))
    let place = yearStart.distance(to: month)
    let weeksBefore = (0..<place).reduce(0) { $0 + pattern.weeks[$1 % 3] }
    let first = firstMonday(ofYearStartingIn: yearStart).advanced(by: 7 * weeksBefore)
    guard place == 11 else { return DayRange(first: first, count: 7 * pattern.weeks[place % 3]) }
    let next = firstMonday(ofYearStartingIn: yearStart.advanced(by: 12))
    return DayRange(first: first, count: next.number - first.number)
  }

  /// The days of months in a row.
  public func days(of range: MonthRange) -> DayRange {
    DayRange(
      first: days(of: range.first).first,
      count: days(of: range.last).last.number - days(of: range.first).first.number + 1
    )
  }

  /// The days of a quarter.
  public func days(of quarter: Quarter) -> DayRange {
    let first = days(of: quarter.firstMonth).first
    return DayRange(first: first, count: days(of: quarter.lastMonth).last.number - first.number + 1)
  }

  /// The months that hold some of `days`, in order.
  public func months(touching days: DayRange) -> [Month] {
    let first = month(containing: days.first)
    return (0...first.distance(to: month(containing: days.last))).map(first.advanced(by:))
  }

  /// The month that holds `day`.
  public func month(containing day: Day) -> Month {
    let gregorian = day.month
    guard case .weeks = months else { return gregorian }
    // A weekly month of the name lies within a week or two of the Gregorian one.
    for step in [0, -1, 1] where days(of: gregorian.advanced(by: step)).contains(day) {
      return gregorian.advanced(by: step)
    }
    preconditionFailure("weekly months cover every day")
  }

  /// The quarter that holds `month`.
  public func quarter(containing month: Month) -> Quarter {
    Quarter(containing: month, fiscalYearStart: fiscalYearStart)
  }

  /// Months in order as people name them: `2026-Q1`, `2026-01..2026-04`, `2026-01, 2026-05`.
  public func label(of months: [Month]) -> String {
    guard let first = months.first, let last = months.last, months.count > 1 else {
      return months.first?.description ?? "no month"
    }
    let quarter = quarter(containing: first)
    if quarter.months == months { return quarter.description }
    return first.distance(to: last) == months.count - 1
      ? "\(first)..\(last)" : months.map(\.description).joined(separator: ", ")
  }

  /// Whether `day` is worked: Monday to Friday, and no holiday.
  public func isBusinessDay(_ day: Day) -> Bool { day.weekday <= 5 && !daysOff.contains(day) }

  /// How many of `days` are worked.
  public func businessDays(in days: DayRange) -> Int {
    days.reduce(0) { $0 + (isBusinessDay($1) ? 1 : 0) }
  }

  private func firstMonday(ofYearStartingIn month: Month) -> Day {
    Week(containing: Day(firstOf: month).advanced(by: 3)).monday
  }
}
