/// Random numbers that are the same in every run: Steele, Lea and Flood, 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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
