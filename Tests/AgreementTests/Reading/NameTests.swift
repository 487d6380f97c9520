import Agreement
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    "website-form", "smb", "中小企業", "نماذج", "Außendienst", "लीड", "می\u{200C}خواهم", "👩\u{200D}💻", "❤\u{FE0F}",
    "e\u{301}", "a+b", "50%", "x", "webサイト", "привет_мир", "2026",
  ])
  func `is written in any script`(text: String) throws {
    #expect(try Name(text).text == text)
  }

  @Test(arguments: [
    "", " ", "web form", "a=b", "a:b", "a/b", "a.b", "a,b", "it's", "\"a\"", "a\\b", "a#b", "[a]", "{a}",
    "`a`",
    "a|b", "<a>", "a*", "-a", "@a", "a\tb", "a\nb", "a\u{0}b", "a\u{7F}", "a\u{A0}b", "a\u{3000}b",
  ])
  func `is refused with the signs that commands put around it`(text: String) {
    #expect(throws: Unreadable.self) { try Name(text) }
  }

  @Test(arguments: [
    "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{34F}", "\u{115F}",
    "\u{3164}", "\u{2028}", "\u{2029}", "\u{E0041}", "\u{E000}", "\u{FFFF}", "\u{61C}",
  ])
  func `is refused with what cannot be seen, or turns the text around`(sign: String) {
    #expect(throws: Unreadable.self) { try Name("web" + sign + "form") }
  }

  @Test func `is at most 64 characters long`() throws {
    #expect(try Name(String(repeating: "中", count: 64)).text.count == 64)
    #expect(throws: Unreadable.self) { try Name(String(repeating: "a", count: 65)) }
  }

  @Test func `is equal to its canonical equivalent`() throws {
    let composed = try Name("caf\u{E9}")
    let decomposed = try Name("cafe\u{301}")
    #expect(composed == decomposed)
    #expect(Set([composed, decomposed]).count == 1)
    #expect(!(composed < decomposed) && !(decomposed < composed))
    #expect(try Name("Web") != Name("web"))
  }

  @Test func `is of few scalars, although one character can have any number of accents`() throws {
    func name(accents: Int) -> String { "a" + String(repeating: "\u{301}", count: accents) }
    #expect(try Name(name(accents: 1_023)).text.count == 1)
    #expect(throws: Unreadable.self) { try Name(name(accents: 1_024)) }
  }
}
