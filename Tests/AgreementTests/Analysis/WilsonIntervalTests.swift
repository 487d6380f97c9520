import Agreement
import TestSupport
import Testing

@Suite struct WilsonIntervalTests {
  /// Newcombe, "Two-sided confidence intervals for the single proportion", 1998, method 3; 10/20 is Wilson's own.
  @Test(arguments: [
    (10, 20, "0.2993–0.7007"), (81, 263, "0.2553–0.3662"), (15, 148, "0.0624–0.1605"),
    (0, 20, "0.0000–0.1611"), (5, 56, "0.0387–0.1926"), (1, 29, "0.0061–0.1718"), (0, 10, "0.0000–0.2775"),
    (10, 10, "0.7225–1.0000"),
  ])
  func `agrees with published values`(part: Int, whole: Int, published: String) throws {
    let interval = try #require(WilsonInterval(part, of: whole))
    let ends = [interval.low, interval.high].map { Ratio($0.partsPerMillion, of: Share.whole)?.decimal ?? "" }
    #expect(ends.joined(separator: "–") == published)
  }

  @Test(arguments: [(0, 0), (1, 0), (-1, 5), (6, 5), (0, -3)])
  func `is none of a part outside its whole`(part: Int, whole: Int) {
    #expect(WilsonInterval(part, of: whole) == nil)
  }

  @Test func `agrees with floating point to a part per million`() throws {
    try forRandomCases(2_000) { random, seed in
      let whole = max(1, random.magnitude(upTo: 1_000_000_000))
      let part = random.int(0...whole)
      let interval = try #require(WilsonInterval(part, of: whole))
      let (k, n, z) = (Double(part), Double(whole), 1.959963984540054)
      let middle = k + z * z / 2
      let margin = z * (k * (n - k) / n + z * z / 4).squareRoot()
      for (end, expected) in [(interval.low, middle - margin), (interval.high, middle + margin)] {
        #expect(abs(Double(end.partsPerMillion) - 1e6 * expected / (n + z * z)) <= 1, seed)
      }
    }
  }

  /// Rounded half up to w, x satisfies w − ½ ≤ x < w + ½; at w ± ½ the equation whose roots the ends are has a sign.
  @Test func `rounds each end exactly`() throws {
    try forRandomCases(500) { random, seed in
      let whole = max(1, random.magnitude(upTo: 1_000_000_000_000))
      let part = random.int(0...whole)
      let interval = try #require(WilsonInterval(part, of: whole))
      let (low, high) = (interval.low.partsPerMillion, interval.high.partsPerMillion)
      if low > 0 { #expect(Self.isOutside(2 * low - 1, part, whole) != false, seed) }
      #expect(Self.isOutside(2 * low + 1, part, whole) != true || low == high, seed)
      #expect(Self.isOutside(2 * high - 1, part, whole) != true || low == high, seed)
      if high < Share.whole { #expect(Self.isOutside(2 * high + 1, part, whole) == true, seed) }
    }
  }

  /// Whether n(p − k/n)² > z²p(1 − p), at p in half parts per million; nil where both are equal.
  private static func isOutside(_ halves: Int, _ part: Int, _ whole: Int) -> Bool? {
    let scale = 2_000_000
    let (k, n, p) = (Natural(part), Natural(whole), Natural(halves))
    let (pn, ks) = (p * n, k * Natural(scale))
    // (p − k/n)² n = p²n + k²/n − 2pk; both sides times n × scale² × 10⁶.
    let million = Natural(1_000_000)
    let left = (pn * pn + ks * ks) * million
    let right = Natural(2) * pn * ks * million + Natural(3_841_459) * p * Natural(scale - halves) * n
    return right < left ? true : left < right ? false : nil
  }

  @Test func `is the mirror of its counterpart, but for how halves round`() throws {
    try forRandomCases(500) { random, seed in
      let whole = max(1, random.magnitude(upTo: 1_000_000_000_000))
      let part = random.int(0...whole)
      let one = try #require(WilsonInterval(part, of: whole))
      let other = try #require(WilsonInterval(whole - part, of: whole))
      #expect((0...1).contains(one.low.partsPerMillion + other.high.partsPerMillion - Share.whole), seed)
      #expect((0...1).contains(one.high.partsPerMillion + other.low.partsPerMillion - Share.whole), seed)
    }
  }

  @Test func `narrows as counts grow, and holds the rate itself`() throws {
    for part in 1..<10 {
      var width = Int.max
      for factor in [1, 10, 100, 1_000, 100_000] {
        let interval = try #require(WilsonInterval(part * factor, of: 10 * factor))
        let next = interval.high.partsPerMillion - interval.low.partsPerMillion
        #expect(next < width)
        #expect(try interval.contains(Share("\(part)/10")))
        width = next
      }
    }
  }

  @Test(arguments: [(1, Int.max), (0, .max), (.max, .max), (.max / 3, .max), (1_000_000_000_000, .max)])
  func `stays within a part per million of the rate of counts beyond all use`(part: Int, whole: Int) throws {
    let interval = try #require(WilsonInterval(part, of: whole))
    let rate = try Share("\(part)/\(whole)").partsPerMillion
    #expect(abs(interval.low.partsPerMillion - rate) <= 1)
    #expect(abs(interval.high.partsPerMillion - rate) <= 1)
  }

  @Test func `contains its ends and nothing beyond`() throws {
    let interval = try #require(WilsonInterval(10, of: 20))
    let ends = [interval.low.partsPerMillion, interval.high.partsPerMillion]
    #expect(interval.description == "29.9298%–70.0702%")
    #expect(try ends.allSatisfy { interval.contains(try Share(partsPerMillion: $0)) })
    #expect(try !interval.contains(Share(partsPerMillion: ends[0] - 1)))
    #expect(try !interval.contains(Share(partsPerMillion: ends[1] + 1)))
  }
}
