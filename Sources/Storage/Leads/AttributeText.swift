/// The columns that a lead keeps for conditions on its quality, as the text of a JSON object.
struct AttributeText {
  /// What each column says.
  let values: [String: String]

  init(_ values: [String: String]) {
    self.values = values
  }

  /// Reads the text of a JSON object whose values are texts.
  init(json: String, on connection: Connection) throws(StorageError) {
    let pairs = try connection.rows("SELECT key, value FROM json_each(?)", json) { row in
      (try row.text(0), try row.text(1))
    }
    self.values = Dictionary(pairs) { _, last in last }
  }

  /// The object with its keys in order, so that the same values give the same text; nil where there are none.
  var json: String? {
    guard !values.isEmpty else { return nil }
    let members = values.sorted { $0.key < $1.key }
      .map { "\(JSONTexts.quoted($0.key)):\(JSONTexts.quoted($0.value))" }
    return "{\(members.joined(separator: ","))}"
  }
}

/// Texts as a JSON array.
struct JSONTexts {
  let texts: [String]

  init(_ texts: [String]) { self.texts = texts }

  /// Reads a JSON array of texts.
  init(json: String, on connection: Connection) throws(StorageError) {
    texts = try connection.rows("SELECT value FROM json_each(?)", json) { row in try row.text(0) }
  }

  var json: String { "[\(texts.map(Self.quoted).joined(separator: ","))]" }

  /// A text as JSON has it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
