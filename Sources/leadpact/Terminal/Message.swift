import Reporting

/// What a command says of its own accord: our words with others' texts in them.
///
/// Whatever stands between `\(` and `)` is made fit to be printed, on one line: a name can neither steer a terminal nor
/// add a line of its own. Line breaks of ours stay.
struct Message: ExpressibleByStringInterpolation, CustomStringConvertible, Equatable {
  let description: String

  init(stringLiteral value: String) { description = value }
  init(stringInterpolation parts: Parts) { description = parts.text }

  /// Texts, each of them a line.
  init(lines: [String]) { description = lines.map(PrintableText.line).joined(separator: "\n") }

  /// A text of several lines, each of which stays one.
  init(text: String) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(lines: lines.map { String($0) })
  }

  static func + (first: Message, second: Message) -> Message { "\(first)\(second)" }

  /// What an interpolated literal is put together in.
  struct Parts: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ message: Message) { text += message.description }
    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += PrintableText.line(value.description)
    }
    mutating func appendInterpolation(_ error: any Error) { text += PrintableText.line("\(error)") }
  }
}
