/// Text from outside, made fit to be printed.
///
/// A name or a reason may hold anything that someone typed or imported: escape sequences that recolour or
/// rewrite a terminal, and bidirectional overrides that make text read other than it is. Both are shown by
/// their numbers instead, such as `\u{1B}`. Letters, marks and joiners of every script stay as they are.
public enum PrintableText {
  /// The text on one line: line breaks and tabs become blanks.
  public static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var line = ""
    for scalar in text.unicodeScalars {
      if isBreak(scalar) || scalar == "\t" {
        line += " "
      } else if isTreacherous(scalar) {
        line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// The text with its line breaks, each line made fit to be printed.
  public static func paragraph(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
      .joined(separator: "\n")
  }

  /// The lines of the text, tabs as four blanks.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let expanded = line.split(separator: "\t", omittingEmptySubsequences: false)
      lines.append(self.line(expanded.joined(separator: "    ")).withoutTrailingBlanks)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Whether a reader or a terminal would see something other than the scalar.
  static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true  // controls
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional embeddings, overrides and isolates
    default: false
    }
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }
}
