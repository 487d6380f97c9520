import TestSupport
import Testing

@testable import Storage

@Suite struct GreatestTextTests {
  @Test func `is passed by what comes after all texts in the order of their bytes`() throws {
    try forRandomCases(200) { random, comment in
      var texts = (0..<random.int(0...3)).map { _ in word(&random) }
      var greatest = GreatestText(
        Array((texts.max { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? "").utf8))
      for _ in 0..<random.int(1...10) {
        var text = word(&random)
        let isPassed = text.withUTF8 { greatest.isPassed(by: $0) }
        let isLast = texts.allSatisfy { $0.utf8.lexicographicallyPrecedes(text.utf8) } && !text.isEmpty
        #expect(isPassed == isLast, comment)
        texts.append(text)
      }
    }
  }

  private func word(_ random: inout SplitMix64) -> String {
    // The order of UTF-16 would have the last before the one before it.
    String(
      (0..<random.int(0...3)).map { _ in
        random.pick(["a", "b", "é", "z", "\u{FFFD}", "\u{10000}"]) as Character
      })
  }
}
