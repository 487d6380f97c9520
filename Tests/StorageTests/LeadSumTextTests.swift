import Agreement
import TestSupport
import Testing

@testable import Storage

/// How a sum of leads is kept in one row.
@Suite struct LeadSumTextTests {
  @Test func `what is written is read again`() throws {
    var random = SplitMix64(seed: 20_261_129)
    let currencies = try ["USD", "EUR", "JPY"].map { try Currency($0) }
    for _ in 1...500 {
      var sum = LeadSum()
      for number in 0..<random.int(0...4) {
        sum.days.append(
          LeadSum.OneDay(
            Day(number: number * 40 - random.int(0...39)), delivered: random.int(0...999),
            newestImport: random.int(0...9), counted: random.int(0...999),
            closed: LeadSum.ClosedCounts(random.int(0...9), random.int(0...99), random.int(0...1 << 40)),
            timed: random.int(0...99)))
        sum.daysToClose[random.int(0...900)] = random.int(1...99)
        sum.revenue[random.pick(currencies)] = LeadSum.Revenue(
          minorUnits: Int128(random.int(-9...Int.max)) * Int128(random.int(1...99)),
          amounts: random.int(1...99))
      }
      let text = LeadSumText(sum)
      #expect(read(text.days) { LeadSumText.days($0) } == sum.days)
      #expect(read(text.times, LeadSumText.times) == sum.daysToClose)
      #expect(read(text.revenue, LeadSumText.revenue) == sum.revenue)
    }
  }

  @Test(arguments: [
    ("", [:]), ("1 2", [1: 2]), ("1 2,3 4", [1: 2, 3: 4]), ("-1 2", [-1: 2]), ("0 007", [0: 7]),
    ("1 87960930222079", [1: 87_960_930_222_079]),
    ("-10000000 1,10000000 2", [-10_000_000: 1, 10_000_000: 2]),
  ])
  func `takes pairs`(text: String, pairs: [Int: Int]) { #expect(read(text, LeadSumText.times) == pairs) }

  @Test(arguments: [
    "1", "1 2 3", "1 2,", ",1 2", "1 2,,3 4", "1  2", " 1 2", "1 2 ", "1,2", "1 2 3 4", "1 2,3", "1 -",
    "--1 2",
    "1- 2", "1 2x", "+1 2", "1.0 2", "1 2\n", "1-2", "1 2,3-4",
    "1 87960930222080", "10000001 1", "-10000001 1", "1 -1", "9999999999999999999 1",
  ])
  func `takes nothing else`(text: String) { #expect(read(text, LeadSumText.times) == nil) }

  @Test(arguments: ["USD", "USD 1", "USD 1 2 3", "USD  1 2", "USD 1 2,", "1 2", "USDX 1 2", " 1 2"])
  func `takes no revenue of another form`(text: String) { #expect(read(text, LeadSumText.revenue) == nil) }

  @Test func `takes days of eight numbers`() {
    let day = LeadSum.OneDay(
      Day(number: 1), delivered: 2, newestImport: 3, counted: 4, closed: LeadSum.ClosedCounts(5, 6, 7),
      timed: 8)
    func days(_ text: String) -> [LeadSum.OneDay]? { read(text) { LeadSumText.days($0) } }
    #expect(days("1 2 3 4 5 6 7 8") == [day])
    #expect(days("1-2-3-4-5-6-7-8") == nil)
    #expect(days("1 2 3 4 5 6 7") == nil)
    #expect(days("1 2 3 4 5 6 7 8 9") == nil)
  }

  @Test(arguments: [
    (0, "1 1 5 1 1 1 1 1,3 2 4 2 2 2 2 2,4 3 1 3 3 3 3 3"),
    (1, "1 1 5 1 1 1 1 1,3 2 4 2 2 2 2 2,4 3 1 3 3 3 3 3"),
    (3, "3 3 5 3 3 3 3 3,4 3 1 3 3 3 3 3"),
    (9, "4 6 5 6 6 6 6 6"),
  ])
  func `tells days up to one as the last of them`(old: Int, together: String) {
    let all = "1 1 5 1 1 1 1 1,3 2 4 2 2 2 2 2,4 3 1 3 3 3 3 3"
    #expect(
      read(all) { LeadSumText.days($0, togetherUpTo: Day(number: old)) }
        == read(together) { LeadSumText.days($0) })
    #expect(read("") { LeadSumText.days($0, togetherUpTo: Day(number: old)) } == [])
  }

  private func read<Value>(_ text: String, _ read: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
    Array(text.utf8).withUnsafeBufferPointer { read($0) }
  }
}
