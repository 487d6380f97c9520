/// A span of time as people name it to a command.
public enum Period: Hashable, Sendable {
  /// One day.
  case day(Day)
  /// An ISO week.
  case week(Week)
  /// A month of the contract's calendar.
  case month(Month)
  /// A quarter of the contract's fiscal year.
  case quarter(Quarter)
  /// Days in a row.
  case range(DayRange)

  /// Reads `2026-W07`, `2026-02`, `2026-Q1`, `FY2026-Q1`, `2026-02-14`, `today`, `yesterday`, or `this`, `last` or
  /// `next` before `week`, `month` or `quarter`; and with two points between two of them, the days from the first day
  /// of the one to the last day of the other.
  ///
  /// - Parameters:
  ///   - calendar: the contract's, which says what a month and a quarter are.
  ///   - today: the day that relative words count from.
  /// - Throws: `Unreadable` when the text has another form or names no such span, with what was probably meant.
  public init(_ text: String, in calendar: ContractCalendar, today: Day) throws(Unreadable) {
    do throws(Unreadable) {
      self = try Self.read(text, in: calendar, today: today)
    } catch {
      guard let near = PeriodGuess(calendar: calendar, today: today).text(nearestTo: error.found) else {
        throw error
      }
      throw Unreadable(error.found, expected: "\(error.expected); did you mean \(near)?")
    }
  }

  static func read(
    _ text: String, in calendar: ContractCalendar, today: Day
  ) throws(Unreadable) -> Period {
    let span = try span(text, in: calendar, today: today)
    let period = if let span { span } else { try single(text, in: calendar, today: today) }
    let days = period.days(in: calendar)
    guard Day.years.contains(days.first.month.year), Day.years.contains(days.last.month.year) else {
      let (first, last) = (Day.years.lowerBound, Day.years.upperBound)
      throw Unreadable(text, expected: "a period from \(first)-01-01 to \(last)-12-31")
    }
    return period
  }

  /// The days from one period to another; nil where the text has no two points.
  private static func span(
    _ text: String, in calendar: ContractCalendar, today: Day
  ) throws(Unreadable) -> Period? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let end = text[dots.upperBound...]
    guard end.firstRange(of: "..") == nil else { throw Unreadable(text, expected: expected) }
    let first = try single(String(text[..<dots.lowerBound]), in: calendar, today: today)
    let last = try single(String(end), in: calendar, today: today)
    return .range(try DayRange(first: first.days(in: calendar).first, last: last.days(in: calendar).last))
  }

  private static func single(
    _ text: String, in calendar: ContractCalendar, today: Day
  ) throws(Unreadable) -> Period {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    if let relative = try relative(words, in: calendar, today: today) { return relative }
    if text.contains("W") || text.contains("w") { return .week(try Week(text)) }
    if text.contains("Q") || text.contains("q") {
      return .quarter(try Quarter(text, fiscalYearStart: calendar.fiscalYearStart))
    }
    switch text.split(separator: "-", omittingEmptySubsequences: false).count {
    case 2: return .month(try Month(text))
    case 3: return .day(try Day(text))
    default: throw Unreadable(text, expected: expected)
    }
  }

  private static let expected =
    "a period such as 2026-W07, 2026-02, 2026-Q1, 2026-02-14, 2026-02-01..2026-02-14, today or 'last month'"

  private static func relative(
    _ words: [String], in calendar: ContractCalendar, today: Day
  ) throws(Unreadable) -> Period? {
    switch words {
    case ["today"]: return .day(today)
    case ["yesterday"]: return .day(today.advanced(by: -1))
    default: break
    }
    guard words.count == 2, let step = ["last": -1, "this": 0, "next": 1][words[0]] else { return nil }
    let month = calendar.month(containing: today)
    switch words[1] {
    case "week": return .week(Week(containing: today).advanced(by: step))
    case "month": return .month(month.advanced(by: step))
    case "quarter": return .quarter(calendar.quarter(containing: month).advanced(by: step))
    default: throw Unreadable(words.joined(separator: " "), expected: expected)
    }
  }

  /// The days of the span.
  public func days(in calendar: ContractCalendar) -> DayRange {
    switch self {
    case .day(let day): DayRange(day)
    case .week(let week): week.days
    case .month(let month): calendar.days(of: month)
    case .quarter(let quarter): calendar.days(of: quarter)
    case .range(let range): range
    }
  }
}
