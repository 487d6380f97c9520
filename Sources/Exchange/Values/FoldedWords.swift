import Foundation

extension String {
  /// The words in small letters without accents, joined by one blank: `Fuente de tráfico` is `fuente de trafico`.
  ///
  /// A text without a letter or a digit stays as it is.
  var foldedWords: String {
    let plain = String(
      String.UnicodeScalarView(
        decomposedStringWithCanonicalMapping.unicodeScalars.filter { !("\u{300}"..."\u{36F}").contains($0) }))
    let words = plain.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? trimmed : words.joined(separator: " ")
  }

  /// The text without white space at either end.
  var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  /// Whether the folded text holds the words of `phrase` one after the other.
  func holds(words phrase: String) -> Bool { " \(foldedWords) ".contains(" \(phrase.foldedWords) ") }
}
