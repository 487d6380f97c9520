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
      let numbers = [day.day.number, day.delivered, day.newestImport, day.counted] + day.closed + [day.timed]
      return numbers.map(String.init).joined(separator: " ")
    }.joined(separator: ",")
    revenue = sum.revenue.sorted { $0.key.code < $1.key.code }
      .map { "\($0.key.code) \($0.value.minorUnits) \($0.value.amounts)" }
      .joined(separator: ",")
    times = sum.daysToClose.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ",")
  }

  /// The days of a text; nil where it is not of their form.
  static func days(_ text: String) -> [LeadSum.OneDay]? {
    let spans = ClosingTimes.spans.count
    return lists(text, of: 5 + spans) { numbers, start in
      LeadSum.OneDay(
        Day(number: numbers[start]), delivered: numbers[start + 1], newestImport: numbers[start + 2],
        counted: numbers[start + 3], closed: Array(numbers[start + 4..<start + 4 + spans]),
        timed: numbers[start + 4 + spans])
    }
  }

  /// How many leads took how many days; nil where the text is not of that form.
  static func times(_ text: String) -> [Int: Int]? {
    lists(text, of: 2) { numbers, start in (numbers[start], numbers[start + 1]) }
      .map { Dictionary($0) { _, last in last } }
  }

  /// What was won by currency; nil where the text is not of that form.
  static func revenue(_ text: String) -> [Currency: LeadSum.Revenue]? {
    var revenue: [Currency: LeadSum.Revenue] = [:]
    for entry in text.split(separator: ",") {
      let parts = entry.split(separator: " ")
      guard
        parts.count == 3, let currency = try? Currency(String(parts[0])), let units = Int128(parts[1]),
        let amounts = Int(parts[2])
      else { return nil }
      revenue[currency] = LeadSum.Revenue(minorUnits: units, amounts: amounts)
    }
    return revenue
  }

  /// What `make` makes of each list of `count` whole numbers, by where it starts; nil where the text is of another form.
  private static func lists<Value>(
    _ text: String, of count: Int, _ make: ([Int], Int) -> Value
  ) -> [Value]? {
    guard let numbers = numbers(in: text), numbers.count.isMultiple(of: count) else { return nil }
    return stride(from: 0, to: numbers.count, by: count).map { make(numbers, $0) }
  }

  private static func numbers(in text: String) -> [Int]? {
    var numbers: [Int] = []
    var (number, sign, isInNumber) = (0, 1, false)
    func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard number < 1 << 58 else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
        isInNumber = true
      case UInt8(ascii: "-") where !isInNumber && sign == 1: sign = -1
      case _ where isEnd(byte) && isInNumber:
        numbers.append(sign * number)
        (number, sign, isInNumber) = (0, 1, false)
      default: return nil
      }
    }
    if isInNumber { numbers.append(sign * number) }
    return isInNumber || text.isEmpty ? numbers : nil
  }
}
