import TestSupport

extension SplitMix64 {
  private static let words = [
    "lead", "website-form", "of", "82", "%", "中小企業", "ｶﾀｶﾅ", "한국어", "مرحبا", "สวัสดี", "e\u{301}té", "👩‍👩‍👧‍👦", "🇩🇪",
    "❤\u{FE0F}", "a|b", "*x*", "\u{1B}[31m", "\u{202E}x", "tab\there", "line\nbreak",
    "supercalifragilisticexpialidocious",
  ]

  /// Up to so many words of many scripts.
  mutating func text(words: Int) -> String {
    (0..<Int.random(in: 0...words, using: &self)).map { _ in
      Self.words.randomElement(using: &self) ?? ""
    }
    .joined(separator: " ")
  }
}
