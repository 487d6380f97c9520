import Agreement
import Testing

@Suite struct SpellingTests {
  private let names = ["website-form", "outbound", "content-download", "demo-request"]

  @Test(arguments: [
    ("outbund", ["outbound"]), ("website", ["website-form"]), ("OUTBOUND", ["outbound"]),
    ("wesbite-form", ["website-form"]),
    ("demo-reqest", ["demo-request"]), ("zzz", []), ("", []),
  ])
  func `finds what was probably meant`(word: String, found: [String]) {
    #expect(Spelling.nearest(to: word, among: names) == found)
  }

  @Test func `puts the nearest first, and no more than asked for`() {
    #expect(Spelling.nearest(to: "aab", among: ["aaa", "aab", "abb", "bbb"], limit: 2) == ["aab", "aaa"])
  }

  @Test func `finds nothing near a word of a megabyte, and soon`() {
    let word = String(repeating: "usd", count: 350_000)
    #expect(Spelling.nearest(to: word, among: ["usd", "eur", "gbp"]).isEmpty)
  }
}
