import Agreement
import TestSupport
import Testing

@Suite struct NaturalLogarithmTests {
  /// The first decimals of a fixed-point number, cut off, without a point.
  private static func digits(_ parts: Int128, places: Int, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(UInt128(1)) { scale, _ in scale * 10 }
    let product = parts.magnitude.multipliedFullWidth(by: scale)
    return String(product.high << UInt128(128 - places) | product.low >> UInt128(places))
  }

  @Test(arguments: [
    (2, "0.69314718055994530941723212145817656"), (3, "1.09861228866810969139524523692252570"),
    (10, "2.30258509299404568401799145468436420"), (7, "1.94591014905531330510535274344317972"),
    (1_000_000, "13.81551055796427410410794872810618524"),
  ])
  func `agrees with published digits`(number: Int, published: String) {
    let digits = Self.digits(
      NaturalLogarithm.of(Int128(number)), places: NaturalLogarithm.places, decimals: 33)
    let expected = published.dropLast(2).filter { $0 != "." }
    #expect(digits == expected.drop { $0 == "0" })
  }

  @Test func `is nothing for one`() { #expect(NaturalLogarithm.of(1) == 0) }

  @Test func `turns products into sums, to a few parts`() throws {
    try forRandomCases(1_000) { random, seed in
      let (a, b) = (random.magnitude() + 1, random.magnitude() + 1)
      guard a > 0, b > 0 else { return }
      let sum = NaturalLogarithm.of(Int128(a)) + NaturalLogarithm.of(Int128(b))
      let difference = NaturalLogarithm.of(Int128(a) * Int128(b)) - sum
      #expect((-3...3).contains(difference), seed)
    }
  }

  @Test func `rises with its number`() throws {
    try forRandomCases(300) { random, seed in
      let number = random.magnitude(upTo: 1_000_000_000_000_000) + 1
      #expect(NaturalLogarithm.of(Int128(number)) < NaturalLogarithm.of(Int128(number + 1)), seed)
    }
    #expect(NaturalLogarithm.of(.max) > NaturalLogarithm.of(.max / 2))
  }

  @Test(arguments: [1, 2, 3, 1_000_000, .max])
  func `has the amount itself as the mean of two equal ones`(amount: Int) {
    #expect(LogarithmicMean.of(amount, amount) == Int128(amount) << Int128(LogarithmicMean.places))
  }

  @Test func `has a mean between the geometric and the arithmetic one, whichever comes first`() throws {
    try forRandomCases(2_000) { random, seed in
      let a = random.magnitude(upTo: 1_000_000_000_000) + 1
      let b = random.int(0...1) == 0 ? random.magnitude(upTo: 1_000_000_000_000) + 1 : a + random.int(0...5)
      let mean = LogarithmicMean.of(a, b)
      #expect(mean == LogarithmicMean.of(b, a), seed)
      // Rounded down to a whole number it may lie one below the geometric mean, never above the arithmetic.
      let whole = Natural(mean >> Int128(LogarithmicMean.places))
      #expect(Natural(a) * Natural(b) <= (whole + 1) * (whole + 1), seed)
      #expect(mean <= Int128(a + b) << Int128(LogarithmicMean.places - 1), seed)
    }
  }

  @Test(arguments: [999_999_999_999, 1_000_000_000_000, 1_000_000_000_001])
  func `has one mean where its two ways of computing it meet`(smaller: Int) {
    // Beyond twice the smaller amount the quotient is computed, up to it the series.
    let means = (-2...2).map { LogarithmicMean.of(smaller, 2 * smaller + $0) }
    let steps = zip(means, means.dropFirst()).map { $1 - $0 }
    let spread = (steps.max() ?? 0) - (steps.min() ?? 0)
    // A step is about 0.44 of a unit; the second differences are of the order of 10⁻¹³.
    #expect(steps.allSatisfy { $0 > 0 } && spread < Int128(1) << Int128(LogarithmicMean.places - 38))
  }
}
