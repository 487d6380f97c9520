import Agreement
import Testing

@Suite struct EmailTests {
  @Test(arguments: ["ada@example.com", "ada+sla@ex.org", "jürgen@müller.de", "用户@例子.中国"])
  func `is something before and after one @`(text: String) throws {
    #expect(try Email(text).text == text)
  }

  @Test(arguments: [
    "", "ada", "@example.com", "ada@", "a@b@c", "ada @example.com", "<ada@example.com>",
    "ada@ex\u{200B}ample.com",
    "ada@\u{202E}moc.elpmaxe", "ada@exa\u{AD}mple.com", "ada@example.com\n",
  ])
  func `is refused otherwise, and with what cannot be seen`(text: String) {
    #expect(throws: Unreadable.self) { try Email(text) }
  }

  @Test func `is equal in any case`() throws {
    #expect(try Email("Ada@Example.com") == Email("ada@example.COM"))
    #expect(try Set([Email("Ada@Example.com"), Email("ada@example.com")]).count == 1)
    #expect(try Email("Ada@Example.com").description == "Ada@Example.com")
  }
}
