extension Unicode.Scalar {
  /// The sign as a text in double quotes has it: by its number, such as `\u202e`, where YAML cannot hold it or it would
  /// reorder the text for its reader, else as it is.
  public var inQuotes: String {
    guard isWrittenByNumber else { return String(self) }
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }

  private var isWrittenByNumber: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: properties.isBidiControl || ["\u{FEFF}", "\u{FFFE}", "\u{FFFF}"].contains(self)
    }
  }
}
