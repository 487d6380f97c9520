import Agreement

/// A date or a time as another system writes it, taken apart and not yet placed in a time zone.
struct WrittenTime: Equatable {
  /// The date, of which the order may be open.
  enum Date: Equatable {
    case day(Day)
    /// Two numbers before the year, of which one is the day.
    case unordered(Int, Int, year: Int)
  }

  let text: String
  let date: Date
  /// Microseconds since midnight; nil where only the day is written.
  let time: Int?
  /// Minutes ahead of UTC; nil where none is written.
  let offset: Int?

  /// Reads `2026-03-04`, `2026-03-04 10:30:15.25 UTC`, `2026-03-04T10:30+02:00`, `3/4/2026, 2:05 PM`, `4.3.2026`.
  ///
  /// - Throws: `Unreadable` for any other form, and for years of two digits.
  init(_ text: String) throws(Unreadable) {
    let refusal = Unreadable(
      text, expected: "a date such as 2026-03-04, 2026-03-04 14:05, 3/4/2026 2:05 PM or 4.3.2026"
    )
    var scan = Scan(text)
    self.text = text
    self.date = try Self.date(&scan, of: text, or: refusal)
    if scan.isAtEnd {
      (time, offset) = (nil, nil)
    } else {
      guard scan.takeSeparator(), let time = Self.time(&scan) else { throw refusal }
      self.time = time
      scan.takeBlanks()
      if scan.isAtEnd {
        offset = nil
      } else {
        guard let offset = Self.offset(&scan), scan.isAtEnd else { throw refusal }
        self.offset = offset
      }
    }
  }

  private static func date(
    _ scan: inout Scan, of text: String, or refusal: Unreadable
  ) throws(Unreadable) -> Date {
    guard
      let first = scan.number(upTo: 4), let mark = scan.takeAny("-/."),
      let second = scan.number(upTo: 2), scan.take(mark),
      let third = scan.number(upTo: 4)
    else { throw refusal }
    if first.digits == 4, third.digits <= 2 {
      return .day(try day(first.value, second.value, third.value, of: text))
    }
    guard first.digits <= 2 else { throw refusal }
    guard third.digits == 4 else {
      throw Unreadable(text, expected: "a date with all four digits of its year, such as 3/4/2026")
    }
    if mark == UInt8(ascii: ".") { return .day(try day(third.value, second.value, first.value, of: text)) }
    guard (1...31).contains(first.value), (1...31).contains(second.value),
      min(first.value, second.value) <= 12
    else { throw refusal }
    return .unordered(first.value, second.value, year: third.value)
  }

  private static func time(_ scan: inout Scan) -> Int? {
    guard var hour = scan.number(upTo: 2)?.value, scan.takeAny(":") != nil,
      let minute = scan.number(upTo: 2), minute.digits == 2, minute.value < 60
    else { return nil }
    var (second, microsecond) = (0, 0)
    if scan.takeAny(":") != nil {
      guard let seconds = scan.number(upTo: 2), seconds.digits == 2, seconds.value < 60 else { return nil }
      second = seconds.value
      if scan.takeAny(".,") != nil {
        guard let fraction = scan.number(upTo: 9) else { return nil }
        let places = Array(repeating: 10, count: abs(6 - fraction.digits)).reduce(1, *)
        microsecond = fraction.digits <= 6 ? fraction.value * places : fraction.value / places
      }
    }
    if let isAfternoon = scan.takeHalfOfDay() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24 else { return nil }
    return ((hour * 60 + minute.value) * 60 + second) * 1_000_000 + microsecond
  }

  private static func offset(_ scan: inout Scan) -> Int? {
    if scan.takeWord("Z") || scan.takeWord("UTC") || scan.takeWord("GMT") { return 0 }
    guard let sign = scan.takeAny("+-"), let hours = scan.number(upTo: 4) else { return nil }
    var minutes = 0
    switch hours.digits {
    case 4: minutes = hours.value / 100 * 60 + hours.value % 100
    case 1, 2:
      minutes = hours.value * 60
      if scan.takeAny(":") != nil {
        guard let rest = scan.number(upTo: 2), rest.digits == 2, rest.value < 60 else { return nil }
        minutes += rest.value
      }
    default: return nil
    }
    return minutes <= 18 * 60 ? (sign == UInt8(ascii: "+") ? minutes : -minutes) : nil
  }

  /// The day; the refusal of one that there is not names the text as it stands.
  fileprivate static func day(
    _ year: Int, _ month: Int, _ day: Int, of text: String
  ) throws(Unreadable) -> Day {
    do {
      return try Day(year, month, day)
    } catch {
      throw Unreadable(text, expected: error.expected)
    }
  }
}

extension WrittenTime {
  /// What the date shows of the order of all dates in its file; nil where it fits both, or needs none.
  var shownOrder: DateOrder? {
    guard case .unordered(let first, let second, _) = date else { return nil }
    return first > 12 ? .dayFirst : second > 12 ? .monthFirst : nil
  }

  /// Whether it is another day when it is read in the other order.
  var isOpen: Bool {
    guard case .unordered(let first, let second, _) = date else { return false }
    return first <= 12 && second <= 12 && first != second
  }

  /// The day, by `order` where that matters.
  ///
  /// - Throws: `Unreadable` where there is no such day.
  func day(_ order: DateOrder) throws(Unreadable) -> Day {
    switch date {
    case .day(let day): return day
    case .unordered(let first, let second, let year):
      let (month, day) = order == .monthFirst ? (first, second) : (second, first)
      guard month <= 12 else {
        let part = order == .monthFirst ? "month" : "day"
        throw Unreadable(text, expected: "a date with the \(part) first (--date-order \(order.rawValue))")
      }
      return try Self.day(year, month, day, of: text)
    }
  }
}

/// Reads a text from left to right, byte by byte: a million rows have several dates each.
private struct Scan {
  private let bytes: [UInt8]
  private var position = 0

  /// All white space is taken as blanks, and the sign `−` as `-`.
  init(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      bytes = Array(text.trimmed.utf8)
    } else {
      bytes = Array(String(text.trimmed.map { $0.isWhitespace ? " " : $0 == "−" ? "-" : $0 }).utf8)
    }
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number(upTo limit: Int) -> (value: Int, digits: Int)? {
    var (value, digits) = (0, 0)
    while digits < limit, position < bytes.count, (48...57).contains(bytes[position]) {
      value = value * 10 + Int(bytes[position] - 48)
      digits += 1
      position += 1
    }
    return digits > 0 ? (value, digits) : nil
  }

  mutating func take(_ character: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == character else { return false }
    position += 1
    return true
  }

  mutating func takeAny(_ characters: StaticString) -> UInt8? {
    guard position < bytes.count else { return nil }
    let next = bytes[position]
    guard characters.withUTF8Buffer({ $0.contains(next) }) else { return nil }
    position += 1
    return next
  }

  mutating func takeBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
  }

  /// Takes what stands between a date and a time: `T`, a comma, blanks.
  mutating func takeSeparator() -> Bool {
    if takeAny("Tt") != nil { return true }
    let start = position
    _ = takeAny(",")
    takeBlanks()
    return position > start
  }

  /// Takes a word of capital letters and points, in any case.
  mutating func takeWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    let isFound = word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { index in
        let byte = bytes[position + index]
        return letters[index] == ((97...122).contains(byte) ? byte - 32 : byte)
      }
    }
    if isFound { position += length }
    return isFound
  }

  /// Takes `AM`, `pm`, `p.m.`; true for the afternoon.
  mutating func takeHalfOfDay() -> Bool? {
    let start = position
    takeBlanks()
    if takeWord("A.M.") || takeWord("AM") { return false }
    if takeWord("P.M.") || takeWord("PM") { return true }
    position = start
    return nil
  }
}
