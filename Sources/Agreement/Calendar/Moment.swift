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

  /// Reads `2026-02-15T17:00:00-08:00`, or `Z` for UTC; up to six decimals may follow the seconds.
  ///
  /// - Throws: `Unreadable` for any other form.
  public init(_ text: String) throws(Unreadable) {
    let refusal = Unreadable(text, expected: "a moment such as 2026-02-15T17:00:00Z")
    var text = text
    var scan = text.withUTF8 { TimeScan(Array($0)) }
    guard
      let day = scan.digits(upTo: 10, separator: UInt8(ascii: "-"), widths: [4, 2, 2]), scan.take("T"),
      let time = scan.digits(upTo: 8, separator: UInt8(ascii: ":"), widths: [2, 2, 2]),
      time[0] < 24, time[1] < 60, time[2] < 60, let microsecond = scan.fraction()
    else { throw refusal }
    var offset = 0
    if !scan.take("Z") {
      guard let sign = scan.sign(),
        let zone = scan.digits(upTo: 5, separator: UInt8(ascii: ":"), widths: [2, 2]), zone[1] < 60
      else { throw refusal }
      offset = (zone[0] * 60 + zone[1]) * sign
    }
    guard scan.isAtEnd, Self.offsets.contains(offset) else { throw refusal }
    self.init(
      day: try Day(day[0], day[1], day[2]),
      second: time[0] * 3_600 + time[1] * 60 + time[2],
      microsecond: microsecond,
      offset: offset
    )
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

/// Reads the parts of a written time from left to right.
private struct TimeScan {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Numbers of so many digits each; nil where anything else stands there.
  mutating func digits(upTo length: Int, separator: UInt8, widths: [Int]) -> [Int]? {
    guard position + length <= bytes.count else { return nil }
    var numbers: [Int] = []
    for (place, width) in widths.enumerated() {
      if place > 0 {
        guard bytes[position] == separator else { return nil }
        position += 1
      }
      var number = 0
      for _ in 0..<width {
        guard bytes[position].isDigit else { return nil }
        number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
        position += 1
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The decimals of a second in millionths, 0 where there are none; nil where they are not one to six digits.
  mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    var (number, count) = (0, 0)
    while position < bytes.count, bytes[position].isDigit {
      guard count < 6 else { return nil }
      number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<6 { number *= 10 }
    return number
  }

  mutating func sign() -> Int? { take("+") ? 1 : take("-") ? -1 : nil }
}
