/// A named month: of the Gregorian calendar, or of a contract's weekly calendar, which keeps the names.
public struct Month: Hashable, Sendable, Comparable {
  /// Months since January of the year 0.
  public let ordinal: Int

  init(ordinal: Int) { self.ordinal = ordinal }

  init(year: Int, month: Int) { self.ordinal = year * 12 + month - 1 }

  /// The year in the month's name.
  public var year: Int { ordinal / 12 }

  /// The month in the month's name: 1 is January.
  public var month: Int { ordinal % 12 + 1 }

  /// The month `months` later, or earlier where `months` is negative.
  public func advanced(by months: Int) -> Month { Month(ordinal: ordinal + months) }

  /// How many months lie from this one to `other`; negative where `other` is earlier.
  public func distance(to other: Month) -> Int { other.ordinal - ordinal }

  /// The number of days in the Gregorian month.
  var length: Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days of the Gregorian month.
  public var days: DayRange {
    let first = Day(firstOf: self)
    return DayRange(first: first, count: length)
  }

  /// Orders months by time.
  public static func < (a: Month, b: Month) -> Bool { a.ordinal < b.ordinal }
}

extension Month: PlainlyWritten {
  /// Reads `2026-02`.
  ///
  /// - Throws: `Unreadable` when the text has another form or names no month.
  public init(_ text: String) throws(Unreadable) {
    var copy = text
    guard let month = copy.withUTF8({ Month(plain: $0) }) else {
      throw Unreadable(text, expected: "a month such as 2026-02")
    }
    self = month
  }

  /// Reads `2026-02`; nil for anything else.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    var reader = ByteReader(bytes)
    guard
      let year = reader.year(), reader.take("-"), let month = reader.pair(), reader.isAtEnd,
      Day.years.contains(year), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }
}

extension Month: CustomStringConvertible {
  /// The month as `2026-02`.
  public var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))" }
}

/// Whole months in a row, at least one.
public struct MonthRange: Hashable, Sendable, RandomAccessCollection {
  /// The first month.
  public let first: Month
  /// The last month, not before the first.
  public let last: Month

  /// The months from `first` to `last`.
  ///
  /// - Throws: `Unreadable` when the last lies before the first.
  public init(first: Month, last: Month) throws(Unreadable) {
    guard first <= last else {
      throw Unreadable("\(first)..\(last)", expected: "a span of months: its end lies before its start")
    }
    self.first = first
    self.last = last
  }

  /// The shortest span that holds some months.
  ///
  /// - Precondition: there is one.
  public init(spanning months: some Collection<Month>) {
    guard let first = months.min(), let last = months.max() else { preconditionFailure("there is no month") }
    self.first = first
    self.last = last
  }

  /// Reads `2026-01..2026-12`, or one month.
  ///
  /// - Throws: `Unreadable` when the text has another form or ends before it starts.
  public init(_ text: String) throws(Unreadable) {
    guard let dots = text.firstRange(of: "..") else {
      let month = try Month(text)
      try self.init(first: month, last: month)
      return
    }
    try self.init(
      first: Month(String(text[..<dots.lowerBound])),
      last: Month(String(text[dots.upperBound...]))
    )
  }

  /// The position of the first month.
  public var startIndex: Int { 0 }
  /// The position after the last month.
  public var endIndex: Int { first.distance(to: last) + 1 }
  /// The month `position` months after the first.
  public subscript(position: Int) -> Month { first.advanced(by: position) }

  /// Whether `month` lies in the span.
  public func contains(_ month: Month) -> Bool { first <= month && month <= last }
}

extension MonthRange: CustomStringConvertible {
  /// The span as `2026-01..2026-12`.
  public var description: String { "\(first)..\(last)" }
}

extension StringProtocol {
  /// Where `part` first stands, by plain comparison.
  func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
