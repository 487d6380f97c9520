/// The language of manual pages: requests of man(7), and text in which nothing reads as one.
enum Roff {
  /// Text of one line.
  static func text(_ text: String) -> String {
    var line = ""
    for character in text {
      switch character {
      case "\\": line += "\\e"
      // As typed: a hyphen, an apostrophe and the like would be set as what typography makes of them.
      case "-": line += "\\-"
      case "'": line += "\\(aq"
      case "`": line += "\\(ga"
      case "^": line += "\\(ha"
      case "~": line += "\\(ti"
      default: line.append(character)
      }
    }
    // A point at the start of a line would make it a request.
    return line.hasPrefix(".") ? "\\&" + line : line
  }

  /// Text in lines that a person can read in the page's source, for paragraphs, where line breaks mean nothing.
  static func filled(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map({ Self.text(String($0)) }) {
      if let last = lines.last, last.count + 1 + word.count <= 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  static func bold(_ text: String) -> String { "\\fB\(Self.text(text))\\fR" }
  static func italic(_ text: String) -> String { "\\fI\(Self.text(text))\\fR" }

  /// An argument of a request, which quotes would end.
  static func quoted(_ text: String) -> String { "\"\(Self.text(text).replacing("\"", with: "\\(dq"))\"" }
}
