import Agreement

/// A JSON text in parts, with the members of objects in order.
///
/// There is no case for fractions: a decimal is written as a string, so that no reader can round it.
/// See [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259).
enum JSONValue: Hashable, Sendable {
  /// A name in an object, and what it stands for.
  struct Member: Hashable, Sendable {
    let name: String
    let value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// The string, or null.
  static func string(_ text: String?) -> JSONValue {
    if let text { .string(text) } else { .null }
  }

  /// The strings in an array.
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The value as text, two blanks further in for each level.
  var text: String {
    var text = ""
    write(to: &text, newLine: "\n")
    return text
  }

  /// - Parameter newLine: a line break, and the blanks that the line of the value begins with.
  private func write(to text: inout String, newLine: String) {
    switch self {
    case .null: text += "null"
    case .integer(let number): text += String(number)
    case .string(let string): Self.write(string, to: &text)
    case .array([]): text += "[]"
    case .object([]): text += "{}"
    case .array(let values):
      let newItem = newLine + "  "
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        text += newItem
        value.write(to: &text, newLine: newItem)
      }
      text += newLine
      text += "]"
    case .object(let members):
      let newMember = newLine + "  "
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += newMember
        Self.write(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, newLine: newMember)
      }
      text += newLine
      text += "}"
    }
  }

  /// Writes the string between quotation marks, with escapes where JSON asks for them or a reader would be misled.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      text += string
    } else {
      writeEscaped(string, to: &text)
    }
    text += "\""
  }

  private static func writeEscaped(_ string: String, to text: inout String) {
    var previous: Unicode.Scalar?
    for scalar in string.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isTreacherous(after: previous): text += scalar.inJSON
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
