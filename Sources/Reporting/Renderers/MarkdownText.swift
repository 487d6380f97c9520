/// Text from outside, escaped so that GitHub's Markdown shows it as it stands.
///
/// Only signs that would do something are escaped: in `per 1.5 leads (e.g. snake_case)` there are none.
enum MarkdownText {
  /// The text on one line, for a table cell or after other text.
  static func inline(_ text: String) -> String {
    let characters = Array(PrintableText.line(text).trimmingBlanks)
    var escaped = ""
    for (index, character) in characters.enumerated() {
      if acts(character, between: characters[..<index], and: characters[(index + 1)...]) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }

  /// The text on a line of its own, where `#`, `-` or `1.` would begin a heading or a list.
  static func block(_ text: String) -> String {
    let escaped = inline(text)
    guard let first = escaped.first else { return escaped }
    if "#-+=".contains(first) { return "\\" + escaped }
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    let rest = escaped.dropFirst(digits.count)
    if !digits.isEmpty, let sign = rest.first, ".)".contains(sign) {
      let after = rest.dropFirst().first
      if after == nil || after == " " { return digits + "\\" + rest }
    }
    return escaped
  }

  private static func acts(
    _ sign: Character,
    between before: ArraySlice<Character>,
    and after: ArraySlice<Character>
  ) -> Bool {
    switch sign {
    case "`", "*", "[", "]", "<", ">", "|", "~": true
    // Within a word it is no emphasis.
    case "_": !(isWord(before.last) && isWord(after.first))
    case "\\": after.first.map { $0.isASCII && ($0.isPunctuation || $0.isSymbol) } ?? true
    // An entity such as &lt; or &#60;.
    case "&": isEntity(after)
    // An amount is no formula: what would close one is escaped.
    case "$": after.first.map { !$0.isNumber } ?? true
    // An address that would become a link.
    case ":": after.first == "/"
    case ".": before.suffix(3) == ["w", "w", "w"]
    default: false
    }
  }

  private static func isEntity(_ text: ArraySlice<Character>) -> Bool {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    return !name.isEmpty && text.dropFirst(name.count).first == ";"
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }
}

extension String {
  /// The text without blanks at either end.
  fileprivate var trimmingBlanks: Substring {
    drop { $0 == " " }.withoutTrailingBlanks[...]
  }
}
