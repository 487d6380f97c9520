import Foundation

extension String {
  /// The words in small letters without accents, joined by one blank: `Fuente de tráfico` is `fuente de trafico`.
  ///
  /// A text without a letter or a digit stays as it is.
  var foldedWords: String {
    if let words = foldedASCIIWords { return words.isEmpty ? trimmed : words }
    let plain = String(
      String.UnicodeScalarView(
        decomposedStringWithCanonicalMapping.unicodeScalars.filter { !("\u{300}"..."\u{36F}").contains($0) }))
    let words = plain.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? trimmed : words.joined(separator: " ")
  }

  /// The same for a text of nothing but ASCII, which is most of them; nil for another.
  private var foldedASCIIWords: String? {
    var words: [UInt8] = []
    var isBetween = false
    for byte in utf8 {
      switch byte {
      case 48...57, 97...122: append(byte)
      case 65...90: append(byte + 32)
      case 0..<0x80: isBetween = !words.isEmpty
      default: return nil
      }
    }
    func append(_ byte: UInt8) {
      if isBetween { words.append(0x20) }
      isBetween = false
      words.append(byte)
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// The text without white space at either end.
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first),
      (0x21..<0x7F).contains(last)
    {
      return self
    }
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  /// Whether the text holds the words of `phrase` one after the other, both of them folded.
  func holds(words phrase: String) -> Bool { " \(self) ".contains(" \(phrase) ") }
}
