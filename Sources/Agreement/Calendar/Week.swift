/// A week of ISO 8601: Monday to Sunday, week 1 being the one that holds 4 January.
public struct Week: Hashable, Sendable, Comparable {
  /// The week's Monday.
  public let monday: Day

  /// The week that holds `day`.
  public init(containing day: Day) { self.monday = day.advanced(by: 1 - day.weekday) }

  /// Reads `2026-W07`.
  ///
  /// - Throws: `Unreadable` when the text has another form, or the year has no such week.
  public init(_ text: String) throws(Unreadable) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard
      parts.count == 2, parts[0].count == 4, parts[1].count == 3,
      parts[1].first == "W" || parts[1].first == "w",
      let year = Int(digits: parts[0]), let number = Int(digits: parts[1].dropFirst()),
      Day.years.contains(year)
    else { throw Unreadable(text, expected: "a week such as 2026-W07") }
    let weeks = Self.count(in: year)
    guard (1...weeks).contains(number) else {
      throw Unreadable(text, expected: "a week: \(year) has the weeks \(year)-W01 to \(year)-W\(weeks)")
    }
    self.monday = Self.first(of: year).monday.advanced(by: 7 * (number - 1))
  }

  /// The ISO year, which the week's Thursday lies in.
  public var year: Int { monday.advanced(by: 3).month.year }

  /// The week's number in its ISO year, from 1 to 52 or 53.
  public var number: Int { (monday.number - Self.first(of: year).monday.number) / 7 + 1 }

  /// Monday to Sunday.
  public var days: DayRange { DayRange(first: monday, count: 7) }

  /// The week `weeks` later, or earlier where `weeks` is negative.
  public func advanced(by weeks: Int) -> Week { Week(containing: monday.advanced(by: 7 * weeks)) }

  /// How many weeks the ISO year has: 52 or 53.
  public static func count(in year: Int) -> Int {
    (first(of: year + 1).monday.number - first(of: year).monday.number) / 7
  }

  private static func first(of year: Int) -> Week {
    Week(containing: Day(firstOf: Month(year: year, month: 1)).advanced(by: 3))
  }

  /// Orders weeks by time.
  public static func < (a: Week, b: Week) -> Bool { a.monday < b.monday }
}

extension Week: CustomStringConvertible {
  /// The week as `2026-W07`.
  public var description: String { "\(year.padded(to: 4))-W\(number.padded(to: 2))" }
}
