import Mustache

/// How templates write what they are given: fit to be printed, and escaped for HTML, within attributes too.
///
/// Mustache's own escaping goes by characters, among which a quotation mark with an accent on it is no quotation
/// mark: it would end an attribute. This one goes by Unicode scalars, as browsers do.
struct PageText: MustacheContentType {
  /// What templates name it by, in a `CONTENT_TYPE` pragma.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String {
    let printable = PrintableText.line(text)
    guard printable.utf8.contains(where: { Self.signs.contains($0) }) else { return printable }
    var escaped = ""
    for scalar in printable.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let signs = Array("<>&\"'".utf8)
}
