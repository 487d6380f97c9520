/// Text from outside, escaped so that GitHub's Markdown shows it as it stands.
///
/// Only signs that would do something are escaped: in `per 1.5 leads (e.g. snake_case)` there are none.
enum MarkdownText {
  /// The text on one line, for a table cell or after other text.
  ///
  /// By Unicode scalars, as Markdown is read: a sign with an accent on it does what it does without.
  static func inline(_ text: String) -> String {
    let scalars = Array(PrintableText.line(text).trimmingBlanks.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if acts(scalar, between: scalars[..<index], and: scalars[(index + 1)...]) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// The text on a line of its own, where `#`, `-` or `1.` would begin a heading or a list.
  static func block(_ text: String) -> String {
    let escaped = inline(text)
    guard let first = escaped.unicodeScalars.first else { return escaped }
    if "#-+=".unicodeScalars.contains(first) { return "\\" + escaped }
    let digits = escaped.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = escaped.unicodeScalars[digits.endIndex...]
    if !digits.isEmpty, let sign = rest.first, ".)".unicodeScalars.contains(sign) {
      let after = rest.dropFirst().first
      if after == nil || after == " " { return String(digits) + "\\" + String(rest) }
    }
    return escaped
  }

  private static func acts(
    _ sign: Unicode.Scalar,
    between before: ArraySlice<Unicode.Scalar>,
    and after: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    switch sign {
    case "`", "*", "[", "]", "<", ">", "|", "~": true
    // Within a word it is no emphasis.
    case "_": !(isWord(before.last) && isWord(after.first))
    case "\\": after.first.map(isPunctuation) ?? true
    // An entity such as &lt; or &#60;.
    case "&": isEntity(after)
    // An amount is no formula: what would close one is escaped.
    case "$": after.first.map { !isDigit($0) } ?? true
    // An address that would become a link.
    case ":": after.first == "/"
    case ".": before.suffix(3).map { $0.properties.lowercaseMapping } == ["w", "w", "w"]
    default: false
    }
  }

  private static func isEntity(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = text.prefix { isDigit($0) || $0.isASCII && $0.properties.isAlphabetic || $0 == "#" }
    return !name.isEmpty && text.dropFirst(name.count).first == ";"
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" } ?? false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// What a backslash can stand before: all signs of ASCII but letters, digits, blanks and controls.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value) && !isDigit(scalar) && !scalar.properties.isAlphabetic
  }
}

extension String {
  /// The text without blanks at either end.
  fileprivate var trimmingBlanks: Substring {
    drop { $0 == " " }.withoutTrailingBlanks[...]
  }
}
