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
      case _ where Self.isEscaped(scalar): quoted += "\\u" + Self.hex(scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What YAML 1.1 takes for something else than a text.
  private static let wordsWithMeaning: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

  /// Whether a sign is written by number: what YAML cannot hold, and what reorders text for its reader.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isBidiControl || ["\u{FEFF}", "\u{FFFE}", "\u{FFFF}"].contains(scalar)
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
