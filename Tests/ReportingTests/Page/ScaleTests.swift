import Agreement
import TestSupport
import Testing

@testable import Reporting

@Suite struct ScaleTests {
  @Test(arguments: [
    ([2_500_000], [0, 1_000_000, 2_000_000, 3_000_000]), ([7], [0, 2, 4, 6, 8]),
    ([-738, 220], [-1_000, -500, 0, 500]), ([300_000], [0, 100_000, 200_000, 300_000]),
  ])
  func `ticks are round numbers from the least to the largest`(numbers: [Int], ticks: [Int]) {
    #expect(Ticks.covering(numbers) == ticks)
  }

  @Test func `ticks cover any numbers, a handful of them, at even distances`() throws {
    try forRandomCases(200) { random, seed in
      let numbers = [random.magnitude(), -random.magnitude(upTo: 1_000_000_000), 0]
      let ticks = Ticks.covering(numbers)
      #expect((2...12).contains(ticks.count), seed)
      #expect(ticks.contains(0), seed)
    }
  }

  @Test func `a scale keeps order, and ends where it should`() throws {
    try forRandomCases(200) { random, seed in
      let (low, span) = (-random.magnitude(upTo: 1_000_000), 1 + random.magnitude(upTo: 1_000_000_000_000))
      let scale = Scale(low...(low + span), over: 100...7_000)
      #expect(scale(low) == 100 && scale(low + span) == 7_000, seed)
      let (a, b) = (random.magnitude(), random.magnitude())
      #expect((a <= b) == (scale(a) <= scale(b)) || scale(a) == scale(b), seed)
    }
  }

  @Test(arguments: [
    ("USD", 150_000_000, "$1.5M"), ("USD", -10_000_000, "-$100k"), ("USD", 0, "$0"), ("JPY", 50_000, "¥50k"),
    ("KWD", 1_250, "KWD 1.25"), ("USD", 250_000_000_000, "$2.5bn"),
  ])
  func `amounts at an axis are short`(currency: String, extent: Int, words: String) throws {
    #expect(Quantity.money(.zero(try Currency(currency))).tick(extent) == words)
  }

  @Test func `shares at an axis are per cent`() { #expect(Quantity.ratio(nil).tick(400_000) == "40 %") }
}
