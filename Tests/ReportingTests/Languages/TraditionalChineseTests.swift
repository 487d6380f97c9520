import Testing

@testable import Reporting

/// How the Chinese table is written.
@Suite struct TraditionalChineseTests {
  private static let wordings = TraditionalChinese.table.wordings.sorted { $0.key.rawValue < $1.key.rawValue }

  @Test func `is in Chinese, but for the terms and keys that stay`() {
    for (phrase, wording) in Self.wordings {
      let words = LatinWords.of(wording, beside: LatinWords.kept.union(Self.keys))
      #expect(words == [], "\(phrase)")
    }
  }

  /// Names of values, which stand in braces.
  private static let keys: Set<String> = Set(
    TraditionalChinese.table.wordings.values.compactMap(PhraseTemplate.init).flatMap(\.names))

  @Test func `has fullwidth punctuation`() {
    for (phrase, wording) in Self.wordings {
      let characters = Array(wording)
      for (place, character) in characters.enumerated() where ",;:!?".contains(character) {
        let neighbours = [place - 1, place + 1].filter(characters.indices.contains).map { characters[$0] }
        #expect(!neighbours.contains { DisplayWidth.of($0) == 2 }, "\(phrase): \(wording)")
      }
      #expect(!wording.hasSuffix("."), "\(phrase): \(wording)")
    }
  }

  @Test func `ends sentences where English does`() {
    for (phrase, wording) in Self.wordings {
      let isSentence = Language.english.table.wordings[phrase]?.hasSuffix(".") == true
      #expect(wording.hasSuffix("。") == isSentence, "\(phrase): \(wording)")
    }
  }

  /// Where a blank stays although an ideograph stands beside it: units may be Chinese, ratios are padded.
  private static let blanksKept: Set<Phrase> = [.agreedAtLeast, .agreedAtMost, .attainedOf]

  @Test func `leaves the blanks around values to the language`() {
    for (phrase, wording) in Self.wordings where !Self.blanksKept.contains(phrase) {
      let characters = Array(wording)
      for place in characters.indices.dropFirst().dropLast() where characters[place] == " " {
        let (before, after) = (characters[place - 1], characters[place + 1])
        let isBesideValue = before == "}" && after.isIdeograph || before.isIdeograph && after == "{"
        #expect(!isBesideValue, "\(phrase): \(wording)")
      }
    }
  }

  @Test func `parts ideographs from letters and digits of its own`() {
    for (phrase, wording) in Self.wordings {
      for (before, after) in zip(wording, wording.dropFirst()) {
        let isTouching =
          before.isIdeograph && after.isLatin || before.isLatin && after.isIdeograph
        #expect(!isTouching, "\(phrase): \(wording)")
      }
    }
  }

  /// What the glossary calls by another word.
  private static let otherWords = [
    "線索", "潛在客戶", "潛在顧客", "銷售", "市場部", "客單價", "贏單", "贏率", "勝率", "轉化", "服務部門",
    "簽名", "合同", "契約", "收入", "季報", "追蹤", "聯絡", "業績", "毛利潤", "訊息", "數據", "信息",
  ]

  @Test(arguments: otherWords)
  func `calls one thing by one word`(word: String) {
    #expect(Self.wordings.filter { $0.value.contains(word) }.map(\.key) == [])
  }
}

extension Character {
  fileprivate var isIdeograph: Bool { unicodeScalars.first?.properties.isIdeographic == true }
  fileprivate var isLatin: Bool { isASCII && (isLetter || isNumber) }
}
