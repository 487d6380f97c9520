import Agreement
import TestSupport
import Testing

@Suite struct LargestRemainderTests {
  @Test(arguments: [
    (10, [1, 1, 1], [4, 3, 3]), (11, [1, 1, 1], [4, 4, 3]), (1, [1, 1], [1, 0]), (3, [1, 1], [2, 1]),
    (7, [3, 2], [4, 3]), (5, [0, 1, 0], [0, 5, 0]), (0, [2, 1], [0, 0]), (100, [1, 2, 3], [17, 33, 50]),
    (-10, [1, 1, 1], [-4, -3, -3]), (-1, [1, 1], [-1, 0]), (1, [1, 2], [0, 1]),
  ])
  func `gives what is left to the largest remainders, the earlier first`(
    total: Int,
    weights: [Int],
    parts: [Int]
  ) {
    #expect(LargestRemainder.split(total, by: weights) == parts)
  }

  @Test func `adds up, stays within one of the exact part, and mirrors a negative total`() throws {
    try forRandomCases(3_000) { random, seed in
      let total = random.magnitude()
      var weights = (0..<random.int(1...12)).map { _ in random.magnitude() }
      weights[0] += weights.allSatisfy { $0 == 0 } ? 1 : 0
      let parts = LargestRemainder.split(total, by: weights)
      let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
      #expect(parts.reduce(Int128(0)) { $0 + Int128($1) } == Int128(total), seed)
      for (part, weight) in zip(parts, weights) {
        let exact = Fraction(Natural(total) * Natural(weight), over: Natural(sum))
        #expect(Fraction(part) < exact + Fraction(1) && exact < Fraction(part) + Fraction(1), seed)
      }
      #expect(LargestRemainder.split(-total, by: weights) == parts.map { -$0 }, seed)
    }
  }

  @Test func `takes the largest numbers there are`() {
    #expect(LargestRemainder.split(.max, by: [.max, .max]) == [.max / 2 + 1, .max / 2])
    #expect(LargestRemainder.split(.min, by: [1]) == [.min])
    #expect(LargestRemainder.split(.min, by: [.max, 0]) == [.min, 0])
  }
}
