import TestSupport
import Testing

@testable import Reporting

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", [""]),
    ("one two three", ["one two", "three"]),
    ("one    two", ["one two"]),
    ("delivered 82 % of", ["delivered", "82 % of"]),
    ("abcdefghijklm n", ["abcdefghij", "klm n"]),
    ("中小企業の行", ["中小企業の", "行"]),
    ("中小企業の、行", ["中小企業", "の、行"]),
    ("abc 中小企業", ["abc 中小企", "業"]),
    ("已交付，達標。", ["已交付，達", "標。"]),
    ("已交付九成，達標", ["已交付九", "成，達標"]),
    ("達成（九成）。好", ["達成（九", "成）。好"]),
    ("96.8 %，達標。", ["96.8 %，達", "標。"]),
    ("已交付 96.8 %，達", ["已交付", "96.8 %，達"]),
    ("名單的SQL→商機", ["名單的", "SQL→商機"]),
    ("$96.80 的 9 %", ["$96.80 的", "9 %"]),
  ])
  func `breaks at blanks and between wide characters`(text: String, lines: [String]) {
    #expect(text.wrapped(at: 10) == lines)
  }

  @Test func `hangs what follows the first line`() {
    #expect("one two three".wrapped(at: 9, after: "- ") == ["- one two", "  three"])
  }

  @Test func `keeps every character but blanks, in lines that fit`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
      let text = PrintableText.line(random.text(words: 12))
      for width in [2, 7, 20, 60] {
        let lines = text.wrapped(at: width)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      }
    }
  }
}
