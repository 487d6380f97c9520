/// How many columns text takes in a terminal.
///
/// A grapheme cluster takes two columns where Unicode calls it wide, fullwidth or an emoji, none where it only
/// marks, controls or joins, and otherwise one. Characters of ambiguous width count as one, as terminals show
/// them outside legacy East Asian locales.
/// See [UAX #11](https://www.unicode.org/reports/tr11/) and
/// [UTS #51](https://www.unicode.org/reports/tr51/), both of Unicode 16.0.
enum DisplayWidth {
  /// The columns of `text`.
  static func of(_ text: some StringProtocol) -> Int {
    isPlain(text) ? text.utf8.count : text.reduce(0) { $0 + of($1) }
  }

  /// Whether `text` is all of printable ASCII, each sign of which takes one column.
  static func isPlain(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy(isPlain) }

  private static func isPlain(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

  /// The columns of one grapheme cluster, 0 to 2.
  static func of(_ character: Character) -> Int {
    if let byte = character.asciiValue, isPlain(byte) { return 1 }
    let scalars = character.unicodeScalars
    if scalars.contains(emojiStyle), scalars.first?.properties.isEmoji == true { return 2 }
    return min(2, scalars.reduce(0) { $0 + columns(of: $1) })
  }

  /// Variation selector 16, which asks for the colourful and wide form of a sign.
  private static let emojiStyle: Unicode.Scalar = "\u{FE0F}"

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII, isPlain(UInt8(scalar.value)) { return 1 }
    if drawing.contains(scalar.value) { return 1 }
    if shownFormats.contains(where: { $0.contains(scalar.value) }) { return 1 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if joining.contains(where: { $0.contains(scalar.value) }) { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// What boxes, bars and sparklines are drawn with.
  private static let drawing: ClosedRange<UInt32> = 0x2500...0x259F

  /// Format characters that terminals nevertheless show: the soft hyphen, and signs that numbers stand in.
  private static let shownFormats: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2,
    0x110BD...0x110BD, 0x110CD...0x110CD,
  ]

  /// Hangul vowels, final consonants and tone marks, which join the syllable begun before them, and fillers.
  private static let joining: [ClosedRange<UInt32>] = [
    0x1160...0x11FF, 0x302E...0x302F, 0x3164...0x3164, 0xD7B0...0xD7FF, 0xFFA0...0xFFA0,
  ]

  /// Where EastAsianWidth.txt of Unicode 16.0 says W or F, without emoji, which the standard library knows;
  /// gaps that no character fills are closed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul initial consonants
    0x2329...0x232A,  // angle brackets
    0x2630...0x2637,  // trigrams
    0x268A...0x268F,  // monograms and digrams
    0x2E80...0x303E,  // CJK radicals and punctuation
    0x3041...0x3247,  // kana, bopomofo, Hangul compatibility letters, parenthesised ideographs
    0x3250...0xA4C6,  // CJK ideographs, hexagrams, Yi
    0xA960...0xA97C,  // Hangul extended initial consonants
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // CJK compatibility ideographs
    0xFE10...0xFE19,  // vertical forms
    0xFE30...0xFE6B,  // CJK compatibility and small forms
    0xFF01...0xFF60,  // fullwidth forms
    0xFFE0...0xFFE6,  // fullwidth signs
    0x16FE0...0x16FF6,  // ideographic marks
    0x17000...0x18DF2,  // Tangut, Khitan
    0x1AFF0...0x1B2FB,  // kana supplements, Nushu
    0x1D300...0x1D376,  // Tai Xuan Jing, counting rods
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x2FFFD,  // CJK ideographs of plane 2
    0x30000...0x3FFFD,  // CJK ideographs of plane 3
  ]
}

extension StringProtocol {
  /// The text with blanks after it, up to `width` columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - DisplayWidth.of(self)))
  }

  /// The text with blanks before it, up to `width` columns.
  func flushRight(in width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - DisplayWidth.of(self))) + self
  }

  /// The text without blanks at its end.
  var withoutTrailingBlanks: String {
    var rest = self[...]
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
