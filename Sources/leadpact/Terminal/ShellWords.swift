/// Words of a command, parted and quoted as a shell does it, without a shell.
enum ShellWords {
  /// What is wrong with a command.
  struct Unfinished: Error, Hashable {
    /// What is missing at its end.
    let missing: String
  }

  /// The words of a command: blanks part them but within quotes, and a backslash takes the next sign as it is.
  ///
  /// Nothing else has a meaning: no variable is filled in, no other program started.
  /// - Throws: `Unfinished` where a quote is not closed, or a backslash ends it.
  static func parted(_ command: String) throws(Unfinished) -> [String] {
    var words: [String] = []
    var word: String?
    var rest = command.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case " ", "\t", "\n":
        if let word { words.append(word) }
        word = nil
      case "\\":
        guard let next = rest.popFirst() else { throw Unfinished(missing: "a sign after the backslash") }
        word = (word ?? "") + String(next)
      case "'", "\"":
        word = (word ?? "") + (try quoted(until: scalar, in: &rest))
      default:
        word = (word ?? "") + String(scalar)
      }
    }
    if let word { words.append(word) }
    return words
  }

  private static func quoted(
    until quote: Unicode.Scalar, in rest: inout Substring.UnicodeScalarView
  ) throws(Unfinished) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == quote { return String(text) }
      if scalar == "\\", quote == "\"", let next = rest.first, "\"\\$`".unicodeScalars.contains(next) {
        rest.removeFirst()
        text.append(next)
      } else {
        text.append(scalar)
      }
    }
    throw Unfinished(missing: "the closing \(quote)")
  }
}
