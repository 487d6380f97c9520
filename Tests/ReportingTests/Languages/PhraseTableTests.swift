import Foundation
import Testing

@testable import Reporting

/// What holds of every language's table.
@Suite struct PhraseTableTests {
  @Test(arguments: Language.allCases)
  func `has a wording for every phrase, and for nothing else`(language: Language) {
    #expect(Phrase.allCases.filter { language.table.wordings[$0] == nil } == [])
    #expect(language.table.wordings.count == Phrase.allCases.count)
  }

  @Test(arguments: Language.allCases)
  func `has places for the same values as English`(language: Language) throws {
    for phrase in Phrase.allCases {
      let wording = try #require(language.table.wordings[phrase].flatMap(PhraseTemplate.init), "\(phrase)")
      let english = try #require(Language.english.table.wordings[phrase].flatMap(PhraseTemplate.init))
      #expect(wording.names == english.names, "\(phrase)")
    }
  }

  @Test(arguments: Language.allCases)
  func `leaves nothing unsaid`(language: Language) {
    // Sentences follow each other without a blank in Chinese.
    let empty = Phrase.allCases.filter { language.table.wordings[$0]?.isEmpty != false && $0 != .sentenceGap }
    #expect(empty == [])
  }

  @Test func `has no phrase that no report says`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sources = root.appendingPathComponent("Sources/Reporting")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var said: Set<Substring> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let inTable = file.hasPrefix("Languages/English") || file.hasPrefix("Languages/TraditionalChinese")
      guard !inTable, file != "Languages/Phrase.swift" else { continue }
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      said.formUnion(text.split { !$0.isLetter && $0 != "." }.flatMap { $0.split(separator: ".") })
    }
    try #require(said.count > 1_000)
    #expect(Phrase.allCases.filter { !said.contains($0.rawValue[...]) } == [])
  }
}
