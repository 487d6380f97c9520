import Testing

@testable import Reporting

@Suite struct DisplayWidthTests {
  /// The columns are those of Python's wcwidth 0.7.0, `wcswidth(text)`.
  @Test(arguments: [
    ("", 0), ("website-form", 12), ("Gómez", 5), ("—…─★→", 5),
    ("中小企業", 8), ("、　㈱ＡＢＣ", 12), ("カタカナ", 8), ("ｶﾀｶﾅ", 4), ("ｶﾞ", 2), ("䷀𝌆", 4),
    ("한국어", 6), ("\u{1100}\u{1161}\u{11A8}", 2),
    ("مرحبا", 5), ("عربيّ", 4), ("﷽", 1),
    ("สวัสดี", 4), ("ที่", 1), ("กำ", 2),
    ("e\u{301}", 1), ("Z\u{351}\u{36B}", 1), ("नमस्ते", 4), ("क्षि", 2), ("தமிழ்", 4), ("ខ្មែរ", 4), ("မြန်မာ", 5),
    ("👨‍👩‍👧‍👦", 2), ("🧑🏿‍🚀", 2), ("👍🏽", 2), ("🇩🇪", 2), ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2),
    ("❤\u{FE0F}", 2), ("❤", 1), ("1\u{FE0F}\u{20E3}", 2), ("©\u{FE0F}", 2), ("⌚", 2), ("🫩", 2),
    ("\u{200B}", 0), ("soft\u{AD}", 5),
  ])
  func `takes as many columns as a terminal shows`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `takes no columns for controls`() {
    #expect(DisplayWidth.of("a\u{0}b\u{1B}\u{7F}\r\n") == 2)
  }

  @Test func `pads by columns, not by characters`() {
    #expect("中小".padded(to: 6) + "|" == "中小  |")
    #expect("中小".flushRight(in: 6) == "  中小")
    #expect("中小".padded(to: 3) == "中小")
  }
}
