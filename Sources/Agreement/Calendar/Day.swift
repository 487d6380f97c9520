/// A civil day of the proleptic Gregorian calendar, in no time zone.
public struct Day: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The years that leadpact keeps records for.
  public static let years = 1900...2999

  /// The days of those years.
  public static let inYears =
    Day(number: number(years.lowerBound, 1, 1))...Day(number: number(years.upperBound, 12, 31))

  /// The day that lies `number` days after 1970-01-01.
  public init(number: Int) { self.number = number }

  /// The day of a year, a month from 1 and a day from 1.
  ///
  /// - Throws: `Unreadable` when there is no such day, 30 February for one.
  public init(_ year: Int, _ month: Int, _ day: Int) throws(Unreadable) {
    guard Self.years.contains(year), (1...12).contains(month) else {
      throw Unreadable(
        Self.text(year, month, day),
        expected: "a day from \(Self.years.lowerBound)-01-01 to \(Self.years.upperBound)-12-31"
      )
    }
    let length = Month(year: year, month: month).length
    guard (1...length).contains(day) else {
      throw Unreadable(
        Self.text(year, month, day), expected: "a day: \(Month(year: year, month: month)) has \(length) days")
    }
    self.number = Self.number(year, month, day)
  }

  /// The first day of a month.
  init(firstOf month: Month) { self.number = Self.number(month.year, month.month, 1) }

  /// The month of the Gregorian calendar that holds the day.
  public var month: Month {
    let (year, month, _) = components
    return Month(year: year, month: month)
  }

  /// The day of its Gregorian month, from 1.
  public var dayOfMonth: Int { components.day }

  /// The day of the week: 1 is Monday, 7 is Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The day `days` later, or earlier where `days` is negative.
  public func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// Orders days by time.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil and civil_from_days.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension Day: PlainlyWritten {
  /// Reads `2026-02-14`.
  ///
  /// - Throws: `Unreadable` when the text has another form or names no day.
  public init(_ text: String) throws(Unreadable) {
    var copy = text
    guard let parts = copy.withUTF8({ Parts(whole: $0) }) else {
      throw Unreadable(text, expected: "a day such as 2026-02-14")
    }
    try self.init(parts.year, parts.month, parts.day)
  }

  /// Reads `2026-02-14`; nil for anything else, days that there are not included.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard let parts = Parts(whole: bytes) else { return nil }
    self.init(parts)
  }

  /// The day of the parts; nil where there is none.
  init?(_ parts: Parts) {
    guard let day = try? Day(parts.year, parts.month, parts.day) else { return nil }
    self = day
  }

  /// What stands in a day's written form; there may be no such day.
  struct Parts {
    let year: Int
    let month: Int
    let day: Int

    init?(_ reader: inout ByteReader) {
      guard
        let year = reader.year(), reader.take("-"), let month = reader.pair(), reader.take("-"),
        let day = reader.pair()
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }

    init?(whole bytes: UnsafeBufferPointer<UInt8>) {
      var reader = ByteReader(bytes)
      self.init(&reader)
      guard reader.isAtEnd else { return nil }
    }
  }
}

extension Day: CustomStringConvertible {
  /// The day as `2026-02-14`.
  public var description: String {
    Occurrence.text { write(to: &$0) }
  }

  /// Writes the description.
  func write(to writer: inout DigitWriter) {
    let (year, month, day) = components
    writer.write(year: year)
    writer.write(UInt8(ascii: "-"))
    writer.write(pair: month)
    writer.write(UInt8(ascii: "-"))
    writer.write(pair: day)
  }
}
