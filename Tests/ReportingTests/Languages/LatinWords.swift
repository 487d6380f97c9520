/// Words in Latin letters in a text that should be in another script.
enum LatinWords {
  /// Terms that are written so in any language, keys of the contract file, and symbols of formulas.
  static let kept: Set<String> = [
    "MQL", "SQL", "Wilson", "k", "n", "L", "ln", "crm", "values", "unassigned", "streams", "quota",
  ]

  /// The words of `text` in Latin letters that are not in `allowed`; neither are commands and headings of docs.
  static func of(_ text: String, beside allowed: Set<String>) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix("leadpact ") || rest.hasPrefix("docs/arithmetic.md") {
        rest = rest.drop { $0.isASCII || $0 == "…" }
        continue
      }
      let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard !word.isEmpty else {
        rest = rest.dropFirst()
        continue
      }
      // 2026-Q1, W07, digests.
      if !word.contains(where: \.isNumber), !allowed.contains(String(word)) { words.append(String(word)) }
      rest = rest.dropFirst(word.count)
    }
    return words
  }
}
