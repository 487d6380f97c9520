import Agreement

/// How a text is written in YAML so that every parser reads it back as that text.
extension String {
  /// The text as it is where YAML takes it for a text, otherwise in double quotes.
  var yamlQuoted: String {
    let isPlain =
      first?.isLetter == true
      && unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_ .@".unicodeScalars.contains($0)
      }
      && last != " " && !Self.wordsWithMeaning.contains(lowercased())
    guard !isPlain else { return self }
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default: quoted += scalar.inQuotes
      }
    }
    return quoted + "\""
  }

  /// What YAML 1.1 takes for something else than a text.
  private static let wordsWithMeaning: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
}
