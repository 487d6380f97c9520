/// When something happened to a lead: to the microsecond, or on a day whose hour nobody wrote down.
public enum Occurrence: Hashable, Sendable {
  /// On a day.
  case day(Day)
  /// At a point in time.
  case moment(Moment)

  /// Reads `2026-02-14` or `2026-02-14T17:00:00-08:00`.
  ///
  /// - Throws: `Unreadable` for any other form.
  public init(_ text: String) throws(Unreadable) {
    self = text.utf8.count <= 10 ? .day(try Day(text)) : .moment(try Moment(text))
  }

  /// The day on the wall.
  public var day: Day {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.day
    }
  }

  /// The point in time; nil where only the day is known.
  public var moment: Moment? {
    if case .moment(let moment) = self { moment } else { nil }
  }
}

extension Occurrence: Comparable {
  /// Orders occurrences by day, one without an hour first, then by time.
  public static func < (a: Occurrence, b: Occurrence) -> Bool {
    guard a.day == b.day else { return a.day < b.day }
    switch (a, b) {
    case (.moment(let a), .moment(let b)): return a.microseconds < b.microseconds
    case (.day, .moment): return true
    case (_, .day): return false
    }
  }
}

extension Occurrence: CustomStringConvertible {
  /// The day, or the moment.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .moment(let moment): moment.description
    }
  }
}
