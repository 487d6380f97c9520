/// Days in a row, at least one, both ends included.
public struct DayRange: Hashable, Sendable, RandomAccessCollection {
  /// The first day.
  public let first: Day
  /// The last day, not before the first.
  public let last: Day

  /// The days from `first` to `last`.
  ///
  /// - Throws: `Unreadable` when the last lies before the first.
  public init(first: Day, last: Day) throws(Unreadable) {
    guard let days = DayRange(from: first, through: last) else {
      throw Unreadable("\(first)..\(last)", expected: "a span of days: its end lies before its start")
    }
    self = days
  }

  /// The days from `first` to `last`; nil where the last lies before the first, for who has no need to be told.
  public init?(from first: Day, through last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// `count` days from `first` on; `count` is at least 1.
  init(first: Day, count: Int) {
    precondition(count > 0, "a span has a day")
    self.first = first
    self.last = first.advanced(by: count - 1)
  }

  /// One day.
  public init(_ day: Day) {
    self.first = day
    self.last = day
  }

  /// The position of the first day.
  public var startIndex: Int { 0 }
  /// The position after the last day.
  public var endIndex: Int { last.number - first.number + 1 }
  /// The day `position` days after the first.
  public subscript(position: Int) -> Day { first.advanced(by: position) }

  /// Whether `day` lies in the span.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// Whether any day lies in both spans.
  public func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

  /// The days that lie in both spans; nil where there is none.
  public func intersection(_ other: DayRange) -> DayRange? {
    DayRange(from: Swift.max(first, other.first), through: Swift.min(last, other.last))
  }
}

extension DayRange: CustomStringConvertible {
  /// The span as a week, a day or two ends: `2026-W07`, `2026-02-14`, `2026-02-01..2026-02-14`.
  public var description: String {
    if first == last { return "\(first)" }
    let week = Week(containing: first)
    return week.days == self ? "\(week)" : "\(first)..\(last)"
  }
}
