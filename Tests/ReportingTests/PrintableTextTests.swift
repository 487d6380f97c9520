import Agreement
import Testing

@testable import Reporting

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("Ana Gómez 中小企業 👩‍👩‍👧‍👦 مرحبا", "Ana Gómez 中小企業 👩‍👩‍👧‍👦 مرحبا"),
    ("\u{1B}[31mred\u{1B}[0m", #"\u{1B}[31mred\u{1B}[0m"#),
    ("\u{9B}2J\u{7}\u{0}", #"\u{9B}2J\u{7}\u{0}"#),
    ("ab\u{202E}dc\u{202C}", #"ab\u{202E}dc\u{202C}"#),
    ("zero\u{200B}width\u{FEFF}\u{AD}", #"zero\u{200B}width\u{FEFF}\u{AD}"#),
    ("\u{200F}x\u{61C}", #"\u{200F}x\u{61C}"#),
    ("a\u{E0041}", #"a\u{E0041}"#), ("web\u{200D}site", #"web\u{200D}site"#),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
    ("two\nlines\tand\u{2028}more", "two lines and more"),
  ])
  func `shows what a terminal would obey`(text: String, line: String) {
    #expect(PrintableText.line(text) == line)
  }

  @Test func `keeps lines that stand as they are`() {
    #expect(PrintableText.lines("a:\r\n\tb  \n\n  c\u{1B}\n\n") == ["a:", "    b", "", #"  c\u{1B}"#])
  }

  @Test(arguments: OutputFormat.allCases)
  func `lets nothing through to a reader in any format`(format: OutputFormat) throws {
    let text = try Sample.review().rendered(as: format)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isTreacherous })
  }
}
