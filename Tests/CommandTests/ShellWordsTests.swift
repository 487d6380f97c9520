import Reporting
import TestSupport
import Testing

@testable import leadpact

@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("vi", ["vi"]), ("  code   --wait ", ["code", "--wait"]), ("'my editor' -n", ["my editor", "-n"]),
    ("\"a \\\"b\\\" \\n\"", ["a \"b\" \\n"]),
    ("a\\ b", ["a b"]), ("a'b'\"c\"d", ["abcd"]), ("''", [""]), ("", []),
    ("$HOME `id` $(id); x | y > z & *", ["$HOME", "`id`", "$(id);", "x", "|", "y", ">", "z", "&", "*"]),
  ])
  func `parts words as a shell does, and nothing more`(command: String, words: [String]) throws {
    #expect(try ShellWords.parted(command) == words)
  }

  @Test(arguments: ["'a", "\"a", "a\\", "a 'b\""])
  func `refuses what is not finished`(command: String) {
    #expect(throws: ShellWords.Unfinished.self) { try ShellWords.parted(command) }
  }

  @Test func `what it quotes reads back as one word`() throws {
    try forRandomCases(200) { random, seed in
      let word = (0..<random.int(0...12)).map { _ in
        random.pick(["a", " ", "'", "'\u{301}", "\"", "\\", "$", "é", "名", ";", "-", "/", "\n", "*"])
      }.joined()
      let words = try ShellWords.parted(word.asShellWord)
      #expect(words == [word], seed)
    }
  }
}
