import Agreement
import TestSupport
import Testing

@Suite struct QuartilesTests {
  /// The third numbers are those of numpy.percentile as it is by default.
  @Test(arguments: [
    ([7], "7 7 7"), ([1, 2], "1.25 1.5 1.75"), ([3, 1, 2], "1.5 2 2.5"), ([4, 1, 3, 2], "1.75 2.5 3.25"),
    ([1, 2, 3, 4, 100], "2 3 4"), ([-2, 0, 0, 9, 10, 11], "0 4.5 9.75"), ([5, 5, 5, 5], "5 5 5"),
    ([40, 2, 14, 5], "4.25 9.5 20.5"),
  ])
  func `lie between days in proportion`(days: [Int], expected: String) throws {
    let quartiles = try #require(Quartiles(of: days))
    #expect("\(quartiles.first) \(quartiles.median) \(quartiles.third)" == expected)
    #expect(quartiles.count == days.count)
  }

  @Test func `are none of no days`() { #expect(Quartiles(of: []) == nil) }

  @Test func `are the same of days one by one and of days counted`() throws {
    #expect(Quartiles(counting: [:]) == nil)
    #expect(Quartiles(counting: [5: 0]) == nil)
    #expect(Quartiles(counting: [5: 0, 7: 1]) == Quartiles(of: [7]))
    try forRandomCases(200) { random, seed in
      let counts = (0...random.int(0...9)).map { _ in (random.int(-20...300), random.int(0...5)) }
      let days = counts.flatMap { Array(repeating: $0, count: $1) }
      #expect(Quartiles(counting: Dictionary(counts, uniquingKeysWith: +)) == Quartiles(of: days), seed)
    }
    #expect(Quartiles(counting: [1: 1 << 59, 2: 1 << 59])?.median == Quartiles(of: [1, 2])?.median)
  }

  @Test func `have a quarter, a half and three quarters of the days at or below them`() throws {
    try forRandomCases(200) { random, seed in
      let days = (0...random.int(0...40)).map { _ in random.int(0...500) }
      let quartiles = try #require(Quartiles(of: days))
      for (quarter, score) in [(1, quartiles.first), (2, quartiles.median), (3, quartiles.third)] {
        let below = days.count { $0 * 1_000_000 < score.millionths }
        let upTo = days.count { $0 * 1_000_000 <= score.millionths }
        #expect(4 * below <= quarter * (days.count - 1) + 3 && 4 * upTo >= quarter * (days.count - 1), seed)
      }
    }
  }
}
