/// A point in time as a clock on the wall showed it: day, time of day and distance from UTC.
public struct Moment: Hashable, Sendable {
  /// The day on the wall, which `--as-of` compares.
  public let day: Day

  // A lead has up to ten times, and there may be a million leads.
  private let storedSecond: Int32
  private let storedMicrosecond: Int32
  private let storedOffset: Int16

  /// Seconds since midnight on the wall.
  public var second: Int { Int(storedSecond) }
  /// Millionths of a second after `second`.
  public var microsecond: Int { Int(storedMicrosecond) }
  /// Minutes that the wall's clock is ahead of UTC.
  public var offset: Int { Int(storedOffset) }

  /// A point in time; `second` lies in a day, `microsecond` in a second, `offset` within 18 hours.
  public init(day: Day, second: Int = 0, microsecond: Int = 0, offset: Int = 0) {
    precondition(
      (0..<86_400).contains(second) && (0..<1_000_000).contains(microsecond)
        && Self.offsets.contains(offset),
      "a time of day"
    )
    self.day = day
    self.storedSecond = Int32(second)
    self.storedMicrosecond = Int32(microsecond)
    self.storedOffset = Int16(offset)
  }

  /// The point in time at `instant` seconds after 1970-01-01T00:00:00Z, on a clock `offset` minutes ahead of UTC.
  public init(instant: Int, microsecond: Int = 0, offset: Int = 0) {
    let wall = instant + offset * 60
    let second = (wall % 86_400 + 86_400) % 86_400
    self.init(
      day: Day(number: (wall - second) / 86_400),
      second: second,
      microsecond: microsecond,
      offset: offset
    )
  }

  /// Minutes that a clock may be ahead of UTC.
  static let offsets = -1_080...1_080

  /// Whole seconds since 1970-01-01T00:00:00Z, by which moments of all time zones are ordered.
  public var instant: Int { day.number * 86_400 + second - offset * 60 }

  /// Microseconds since 1970-01-01T00:00:00Z.
  public var microseconds: Int { instant * 1_000_000 + microsecond }
}

extension Moment: PlainlyWritten {
  /// Reads `2026-02-15T17:00:00-08:00`, or `Z` for UTC; up to six decimals may follow the seconds.
  ///
  /// - Throws: `Unreadable` for any other form.
  public init(_ text: String) throws(Unreadable) {
    var copy = text
    guard let parts = copy.withUTF8({ Parts($0) }) else {
      throw Unreadable(text, expected: "a moment such as 2026-02-15T17:00:00Z")
    }
    self.init(parts, of: try Day(parts.day.year, parts.day.month, parts.day.day))
  }

  /// Reads the form that `init(_:)` reads; nil for anything else.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard let parts = Parts(bytes), let day = Day(parts.day) else { return nil }
    self.init(parts, of: day)
  }

  private init(_ parts: Parts, of day: Day) {
    self.init(day: day, second: parts.second, microsecond: parts.microsecond, offset: parts.offset)
  }

  /// What stands in a moment's written form, of a day that there may not be.
  private struct Parts {
    let day: Day.Parts
    let second: Int
    let microsecond: Int
    let offset: Int

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      var reader = ByteReader(bytes)
      guard
        let day = Day.Parts(&reader), reader.take("T"),
        let time = reader.time(), time.hours < 24, reader.take(":"), let seconds = reader.pair(),
        seconds < 60,
        let microsecond = reader.fraction(), let offset = Self.offset(&reader), reader.isAtEnd
      else { return nil }
      self.day = day
      self.second = time.hours * 3_600 + time.minutes * 60 + seconds
      self.microsecond = microsecond
      self.offset = offset
    }

    private static func offset(_ reader: inout ByteReader) -> Int? {
      if reader.take("Z") { return 0 }
      let sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
      guard sign != 0, let zone = reader.time() else { return nil }
      let offset = (zone.hours * 60 + zone.minutes) * sign
      return Moment.offsets.contains(offset) ? offset : nil
    }
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as `2026-02-15T17:00:00-08:00`, with `Z` for UTC and decimals only where there are any.
  public var description: String {
    Occurrence.text { write(to: &$0) }
  }

  /// Writes the description.
  func write(to writer: inout DigitWriter) {
    day.write(to: &writer)
    writer.write(UInt8(ascii: "T"))
    writer.write(pair: second / 3_600)
    writer.write(UInt8(ascii: ":"))
    writer.write(pair: second / 60 % 60)
    writer.write(UInt8(ascii: ":"))
    writer.write(pair: second % 60)
    writer.write(decimals: microsecond)
    guard offset != 0 else { return writer.write(UInt8(ascii: "Z")) }
    let size = Int(offset.magnitude)
    writer.write(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    writer.write(pair: size / 60)
    writer.write(UInt8(ascii: ":"))
    writer.write(pair: size % 60)
  }
}
