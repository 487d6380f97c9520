import Testing

@testable import Reporting

@Suite struct PhraseTemplateTests {
  @Test(arguments: [
    ("", []), ("nothing", []), ("{one}", ["one"]), ("{one} of {two}{one}", ["one", "two"]),
    ("{count|lead|leads}", ["count"]), ("rep{count||s}", ["count"]),
  ])
  func `knows what it has places for`(text: String, names: [String]) throws {
    #expect(try #require(PhraseTemplate(text)).names == Set(names))
  }

  @Test(arguments: [
    "{", "}", "a } b", "{}", "{a", "{{a}}", "{a}}", "{a|b}", "{a|b|c|d}", "{|a|b}", "{a b}", "{1}",
  ])
  func `is none where braces do not match or hold no name`(text: String) {
    #expect(PhraseTemplate(text) == nil)
  }

  @Test(arguments: [(0, "0 reps"), (1, "1 rep"), (2, "2 reps"), (1_000, "1,000 reps")])
  func `chooses the wording by the count`(count: Int, words: String) throws {
    let template = try #require(PhraseTemplate("{count} rep{count||s}"))
    #expect(template.filled(with: ["count": count], in: .english) == words)
  }

  @Test func `does not read what is put into it`() throws {
    let template = try #require(PhraseTemplate("{one} {two}"))
    #expect(template.filled(with: ["one": "{two}", "two": "{one|a|b}"], in: .english) == "{two} {one|a|b}")
  }
}
