import Agreement

/// Text from outside, made fit to be printed.
///
/// A name or a reason may hold anything that someone typed or imported: escape sequences that recolour or
/// rewrite a terminal, bidirectional overrides that make text read other than it is, and signs that nobody sees.
/// They are shown by their numbers instead, such as `\u{1B}`. Letters, marks and joiners of every script stay as they
/// are.
public enum PrintableText {
  /// The texts on one line each, with blanks after them up to the widest.
  public static func column(_ texts: [String]) -> [String] {
    let lines = texts.map(line)
    let width = lines.map { DisplayWidth.of($0) }.max() ?? 0
    return lines.map { $0.padded(to: width) }
  }

  /// The text on one line: line breaks and tabs become blanks.
  public static func line(_ text: String) -> String {
    if DisplayWidth.isPlain(text) { return text }
    var line = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isBreak(scalar) || scalar == "\t" {
        line += " "
      } else if scalar.isTreacherous(after: previous) {
        line += scalar.byNumber
      } else {
        line.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return line
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

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }
}
