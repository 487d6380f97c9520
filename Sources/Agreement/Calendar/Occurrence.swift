/// When something happened to a lead: to the microsecond, or on a day whose hour nobody wrote down.
public enum Occurrence: Hashable, Sendable {
  /// On a day.
  case day(Day)
  /// At a point in time.
  case moment(Moment)

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

extension Occurrence: PlainlyWritten {
  /// Reads `2026-02-14` or `2026-02-14T17:00:00-08:00`.
  ///
  /// - Throws: `Unreadable` for any other form.
  public init(_ text: String) throws(Unreadable) {
    self = text.utf8.count <= 10 ? .day(try Day(text)) : .moment(try Moment(text))
  }

  /// Reads what `init(_:)` reads; nil for anything else.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count <= 10 {
      guard let day = Day(plain: bytes) else { return nil }
      self = .day(day)
    } else {
      guard let moment = Moment(plain: bytes) else { return nil }
      self = .moment(moment)
    }
  }
}

extension Occurrence: Comparable {
  /// Orders moments by time; where only the day of one is known, by day, that one first.
  public static func < (a: Occurrence, b: Occurrence) -> Bool {
    switch (a, b) {
    case (.moment(let a), .moment(let b)): a.microseconds < b.microseconds
    case (.day(let a), .moment(let b)): a <= b.day
    case (_, .day(let b)): a.day < b
    }
  }
}

extension Occurrence? {
  /// The first of two, so far as they are known.
  static func earlier(_ a: Occurrence?, _ b: Occurrence?) -> Occurrence? {
    guard let a, let b else { return a ?? b }
    return b < a ? b : a
  }

  /// The last of two, so far as they are known.
  static func later(_ a: Occurrence?, _ b: Occurrence?) -> Occurrence? {
    guard let a, let b else { return a ?? b }
    return a < b ? b : a
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
