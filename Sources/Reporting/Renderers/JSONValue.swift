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
    // Bytes are put one after the other for less than strings: a review is some hundred thousand of them.
    var bytes: [UInt8] = []
    write(to: &bytes, level: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter level: in how many arrays and objects the value lies.
  private func write(to bytes: inout [UInt8], level: Int) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .string(let string): Self.write(string, to: &bytes)
    case .array([]): bytes.append(contentsOf: "[]".utf8)
    case .object([]): bytes.append(contentsOf: "{}".utf8)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.startLine(of: &bytes, level: level + 1)
        value.write(to: &bytes, level: level + 1)
      }
      Self.startLine(of: &bytes, level: level)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.startLine(of: &bytes, level: level + 1)
        Self.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        member.value.write(to: &bytes, level: level + 1)
      }
      Self.startLine(of: &bytes, level: level)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func startLine(of bytes: inout [UInt8], level: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * level { bytes.append(UInt8(ascii: " ")) }
  }

  /// Writes the string between quotation marks, with escapes where JSON asks for them or a reader would be misled.
  private static func write(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      bytes.append(contentsOf: string.utf8)
    } else {
      bytes.append(contentsOf: escaped(string).utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escaped(_ string: String) -> String {
    var text = ""
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
    return text
  }
}
