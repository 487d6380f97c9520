import Testing

@testable import Reporting

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    "Marketing delivered 3,492 leads (82.3 %) worth $411,807.75.", "snake_case - 50/50 + more: e.g. A&B",
    "$171,200.00 / $208,000.00", "中小企業", #"C:\data"#, "¿Qué?! #1",
  ])
  func `leaves ordinary text as it is`(text: String) {
    #expect(MarkdownText.inline(text) == text)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), ("`x`", #"\`x\`"#), ("<script>", #"\<script\>"#), ("*bold*", #"\*bold\*"#),
    ("_x_ a_b", #"\_x\_ a_b"#), ("~~x~~", #"\~\~x\~\~"#), ("[a](b)", #"\[a\](b)"#),
    ("![a](b)", #"!\[a\](b)"#),
    ("https://x.example", #"https\://x.example"#), ("www.x.example", #"www\.x.example"#),
    ("&lt; &#60; & co", #"\&lt; \&#60; & co"#), (#"\|"#, #"\\\|"#), ("$x$", #"\$x\$"#), ("WWW.x", #"WWW\.x"#),
    ("|\u{301}a", "\\|\u{301}a"), ("<\u{338}b", "\\<\u{338}b"), ("`\u{301}x`", "\\`\u{301}x\\`"),
    ("a\nb", "a b"),
  ])
  func `escapes what would do something`(text: String, escaped: String) {
    #expect(MarkdownText.inline(text) == escaped)
  }

  @Test(arguments: [
    ("# no heading", "\\# no heading"), ("- no item", #"\- no item"#), ("1. no item", #"1\. no item"#),
    ("2) no item", #"2\) no item"#), ("#\u{301} no heading", "\\#\u{301} no heading"),
    ("> no quotation", #"\> no quotation"#), ("1.5 leads", "1.5 leads"),
  ])
  func `escapes what would begin a block`(text: String, escaped: String) {
    #expect(MarkdownText.block(text) == escaped)
  }
}
