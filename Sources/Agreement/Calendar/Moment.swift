/// A point in time as a clock on the wall showed it: day, time of day and distance from UTC.
public struct Moment: Hashable, Sendable {
  /// The day on the wall, which `--as-of` compares.
  public let day: Day
  /// Seconds since midnight on the wall.
  public let second: Int
  /// Minutes that the wall's clock is ahead of UTC.
  public let offset: Int

  /// A point in time; `second` lies in a day, `offset` within 18 hours.
  public init(day: Day, second: Int = 0, offset: Int = 0) {
    precondition((0..<86_400).contains(second) && (-1_080...1_080).contains(offset), "a time of day")
    self.day = day
    self.second = second
    self.offset = offset
  }

  /// Seconds since 1970-01-01T00:00:00Z, by which moments of all time zones are ordered.
  public var instant: Int { day.number * 86_400 + second - offset * 60 }

  /// Reads `2026-02-15T17:00:00-08:00`, or `Z` for UTC.
  ///
  /// - Throws: `Unreadable` for any other form.
  public init(_ text: String) throws(Unreadable) {
    let refusal = Unreadable(text, expected: "a moment such as 2026-02-15T17:00:00Z")
    let characters = Array(text)
    guard characters.count == 20 || characters.count == 25, characters[10] == "T" else { throw refusal }
    guard let time = Self.pairs(characters[11..<19]), time[0] < 24, time[1] < 60, time[2] < 60
    else { throw refusal }
    var offset = 0
    if characters.count == 25 {
      guard let zone = Self.pairs(characters[20...]), zone[0] <= 18, zone[1] < 60,
        characters[19] == "+" || characters[19] == "-"
      else { throw refusal }
      offset = (zone[0] * 60 + zone[1]) * (characters[19] == "-" ? -1 : 1)
      guard (-1_080...1_080).contains(offset) else { throw refusal }
    } else if characters[19] != "Z" {
      throw refusal
    }
    self.init(
      day: try Day(String(characters[..<10])),
      second: time[0] * 3_600 + time[1] * 60 + time[2],
      offset: offset
    )
  }

  /// The numbers of `17:00:00`; nil where one has not two digits.
  private static func pairs(_ text: ArraySlice<Character>) -> [Int]? {
    let pairs = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = pairs.compactMap { $0.count == 2 ? Int(digits: String($0)) : nil }
    return numbers.count == pairs.count ? numbers : nil
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as `2026-02-15T17:00:00-08:00`, with `Z` for UTC.
  public var description: String {
    let time = [second / 3_600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    guard offset != 0 else { return "\(day)T\(time)Z" }
    let size = Int(offset.magnitude)
    return "\(day)T\(time)\(offset < 0 ? "-" : "+")\((size / 60).padded(to: 2)):\((size % 60).padded(to: 2))"
  }
}
