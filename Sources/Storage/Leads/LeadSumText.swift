import Agreement

/// How a sum of leads is kept in one row: migrations/V9__lead_months.sql.
///
/// Numbers are separated by blanks, and lists of them by commas.
struct LeadSumText: Hashable {
  let days: String
  let revenue: String
  let times: String

  init(_ sum: LeadSum) {
    days = sum.days.map { day in
      let numbers = [
        day.day.number, day.delivered, day.newestImport, day.counted, day.closed[0], day.closed[1],
        day.closed[2], day.timed,
      ]
      return numbers.map(String.init).joined(separator: " ")
    }.joined(separator: ",")
    revenue = sum.revenue.sorted { $0.key.code < $1.key.code }
      .map { "\($0.key.code) \($0.value.minorUnits) \($0.value.amounts)" }
      .joined(separator: ",")
    times = sum.daysToClose.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ",")
  }

  /// How many days are made room for at once: those of a month of six weeks.
  private static let mostDays = 42

  /// The days of a text, those up to `old` as one; nil where it is not of their form.
  static func days(_ text: UnsafeBufferPointer<UInt8>, togetherUpTo old: Day? = nil) -> [LeadSum.OneDay]? {
    var days: [LeadSum.OneDay] = []
    var together: LeadSum.OneDay?
    var numbers = NumberLists(text)
    while numbers.hasList {
      guard
        let day = numbers.next(), let delivered = numbers.next(), let newestImport = numbers.next(),
        let counted = numbers.next(), let first = numbers.next(), let second = numbers.next(),
        let third = numbers.next(), let timed = numbers.next(), numbers.endList()
      else { return nil }
      let own = LeadSum.OneDay(
        Day(number: day), delivered: delivered, newestImport: newestImport, counted: counted,
        closed: LeadSum.ClosedCounts(first, second, third), timed: timed)
      if let old, own.day <= old {
        if together == nil { together = own } else { together?.add(own) }
      } else {
        if days.isEmpty { days.reserveCapacity(mostDays) }
        days.append(own)
      }
    }
    if let together { days.insert(together, at: 0) }
    return days
  }

  /// How many leads took how many days; nil where the text is not of that form.
  static func times(_ text: UnsafeBufferPointer<UInt8>) -> [Int: Int]? {
    var times: [Int: Int] = [:]
    times.reserveCapacity(text.count { $0 == UInt8(ascii: ",") } + 1)
    var numbers = NumberLists(text)
    while numbers.hasList {
      guard let days = numbers.next(), Quartiles.days.contains(days), let leads = numbers.next(), leads >= 0,
        numbers.endList()
      else { return nil }
      times[days] = leads
    }
    return times
  }

  /// What was won by currency; nil where the text is not of that form.
  static func revenue(_ text: UnsafeBufferPointer<UInt8>) -> [Currency: LeadSum.Revenue]? {
    var revenue: [Currency: LeadSum.Revenue] = [:]
    var numbers = NumberLists(text)
    while numbers.hasList {
      guard
        let code = numbers.word(), let currency = try? Currency(code),
        let units = numbers.next(as: Int128.self),
        let amounts = numbers.next(), numbers.endList()
      else { return nil }
      revenue[currency] = LeadSum.Revenue(minorUnits: units, amounts: amounts)
    }
    return revenue
  }
}

/// Reads lists of whole numbers and words from a text: they are separated by a blank, lists by a comma.
private struct NumberLists {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Whether another list begins here.
  private(set) var hasList: Bool
  /// Whether a blank was read last, so that another number has to follow.
  private var isBetween = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    hasList = !bytes.isEmpty
  }

  /// The next word of the list, which another follows; nil where there is none.
  mutating func word() -> String? {
    let rest = UnsafeBufferPointer(rebasing: bytes[position...])
    guard let end = rest.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    position += end + 1
    isBetween = true
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  /// The next number of the list; nil where there is none, or one so large that sums of many would not fit.
  @inline(__always)
  mutating func next<Number: SignedInteger & FixedWidthInteger>(as type: Number.Type = Int.self) -> Number? {
    let isNegative = take(UInt8(ascii: "-"))
    var (place, number): (Int, Number) = (position, 0)
    while place < bytes.count, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      guard number <= Number.max >> 20 else { return nil }
      number = number &* 10 &+ Number(truncatingIfNeeded: digit)
      place += 1
    }
    guard place > position else { return nil }
    position = place
    isBetween = take(UInt8(ascii: " "))
    guard isBetween || position == bytes.count || bytes[position] == UInt8(ascii: ",") else { return nil }
    return isNegative ? -number : number
  }

  /// Whether the list ends here.
  @inline(__always)
  mutating func endList() -> Bool {
    hasList = take(UInt8(ascii: ","))
    return !isBetween && (hasList || position == bytes.count)
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
