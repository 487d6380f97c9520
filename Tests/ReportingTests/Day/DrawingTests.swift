import Agreement
import TestSupport
import Testing

@testable import Reporting

@Suite struct DrawingTests {
  private let yen: Currency

  init() throws { yen = try Currency("JPY") }

  private func bar(_ delivered: Int, _ soFar: Int, _ due: Int, cells: Int = 10) -> String {
    Drawing.bar(
      delivered: Money(minorUnits: delivered, yen), dueSoFar: Money(minorUnits: soFar, yen),
      due: Money(minorUnits: due, yen), cells: cells)
  }

  private func sparkline(_ amounts: [Int]) -> String {
    Drawing.sparkline(amounts.map { Money(minorUnits: $0, yen) })
  }

  @Test(arguments: [
    (50, 50, 100, "█████·····"), (30, 50, 100, "███░░·····"), (70, 50, 100, "█████▓▓···"),
    (0, 0, 100, "··········"), (150, 100, 100, "██████████"), (44, 45, 100, "████░·····"),
    (-5, 10, 100, "░·········"), (5, 0, 0, ""), (Int.max, Int.max, Int.max, "██████████"),
    (Int.min, Int.max, Int.max, "░░░░░░░░░░"),
  ])
  func `a bar shows what is there, missing, ahead and owed later`(
    delivered: Int, soFar: Int, due: Int, drawn: String
  ) {
    #expect(bar(delivered, soFar, due) == drawn)
  }

  @Test(arguments: [
    ([], ""), ([0, 0], "··"), ([1, 8], "▁█"), ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"), ([-3, 5], "·█"),
    ([1, 1_000_000], "▁█"), ([0, 7, 7], "·██"), ([Int.max, Int.min, 1], "█·▁"),
  ])
  func `a sparkline is as high as the highest, and nothing is a point`(amounts: [Int], drawn: String) {
    #expect(sparkline(amounts) == drawn)
  }

  @Test func `a longer bar is never drawn for less`() {
    var random = SplitMix64(seed: 17)
    for _ in 0..<500 {
      let due = Int.random(in: 1...1_000_000, using: &random)
      let soFar = Int.random(in: 0...due, using: &random)
      let less = Int.random(in: 0...due, using: &random)
      let more = Int.random(in: less...due, using: &random)
      let cells = Int.random(in: 1...40, using: &random)
      func filled(_ delivered: Int) -> Int {
        let bar = bar(delivered, soFar, due, cells: cells)
        #expect(bar.count == cells)
        return bar.count { "█▓".contains($0) }
      }
      #expect(filled(less) <= filled(more))
    }
  }

  @Test func `a sparkline keeps the order of the amounts, whatever their unit`() {
    var random = SplitMix64(seed: 18)
    let signs = Array("·▁▂▃▄▅▆▇█")
    for _ in 0..<500 {
      let amounts = (0..<8).map { _ in Int.random(in: 0...1_000_000, using: &random) }
      let heights = sparkline(amounts).compactMap(signs.firstIndex(of:))
      #expect(heights.count == amounts.count)
      for (a, b) in zip(zip(amounts, heights), zip(amounts, heights).dropFirst()) where a.0 <= b.0 {
        #expect(a.1 <= b.1)
      }
      #expect(sparkline(amounts.map { $0 * 100 }) == sparkline(amounts))
    }
  }
}
