import Testing

@testable import leadpact

@Suite struct MessageTests {
  @Test
  func `what is put into a message stays on its line and steers nothing, and what is ours stays as it is`() {
    let name = "a\nFORGED\u{1B}[31m\u{202E}"
    let reason: Message = "one\n\(name) and \(7)"
    #expect(reason.description == "one\na FORGED\\u{1B}[31m\\u{202E} and 7")
    #expect(
      "\(reason):\n\(name)" as Message
        == "one\na FORGED\\u{1B}[31m\\u{202E} and 7:\na FORGED\\u{1B}[31m\\u{202E}")
    #expect("x" + "\(name)" as Message == "xa FORGED\\u{1B}[31m\\u{202E}")
  }

  @Test func `lines stay lines, each made fit to be printed`() {
    #expect(Message(lines: ["a\nb", "c\u{7}"]).description == "a b\nc\\u{7}")
    #expect(Message(text: "a: 1\n  b: \u{1B}\n").description == "a: 1\n  b: \\u{1B}\n")
  }
}
