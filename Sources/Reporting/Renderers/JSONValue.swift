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
    write(to: &text, indent: "\n")
    return text
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .integer(let number): text += "\(number)"
    case .string(let string): text += Self.quoted(string)
    case .array([]): text += "[]"
    case .object([]): text += "{}"
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        text += (index == 0 ? "" : ",") + indent + "  "
        value.write(to: &text, indent: indent + "  ")
      }
      text += indent + "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "" : ",") + indent + "  " + Self.quoted(member.name) + ": "
        member.value.write(to: &text, indent: indent + "  ")
      }
      text += indent + "}"
    }
  }

  /// The string between quotation marks, with escapes where JSON asks for them or a reader would be misled.
  static func quoted(_ string: String) -> String {
    var text = "\""
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
    return text + "\""
  }
}
