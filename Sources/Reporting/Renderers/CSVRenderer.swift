/// Renders documents as CSV, one figure a row, for spreadsheets and data frames.
///
/// Fields are quoted as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) says, but lines end in LF alone: every
/// spreadsheet reads that, and with CRLF the last column would carry a CR in `awk`, `cut` and `git diff`.
public struct CSVRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The figures of the document under a heading, each line with its end.
  public func render(_ document: Document) -> String {
    let heading = ["key", "period", "stream", "lead_type", "figure", "value", "unit"]
    return ([heading] + document.figures.map(fields)).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func fields(of figure: Figure) -> [String] {
    let key = figure.key
    return [key.description, key.period ?? "", key.stream ?? "", key.leadType ?? "", key.name].map(text)
      + [number(figure.quantity), text(QuantityFormat.unit(figure.quantity))]
  }

  private func number(_ quantity: Quantity) -> String {
    switch QuantityFormat.machine(quantity) {
    case .integer(let number): "\(number)"
    case .string(let decimal): decimal
    case .null, .array, .object: ""
    }
  }

  /// A field of words: an apostrophe keeps a spreadsheet from running what looks like a formula.
  private func text(_ text: String) -> String {
    let line = PrintableText.line(text)
    let isFormula = line.first { $0 != " " }.map { "=+-@＝＋－＠".contains($0) } ?? false
    return quoted(isFormula || startsWithBreak(text) ? "'" + line : line)
  }

  private func startsWithBreak(_ text: String) -> Bool {
    text.unicodeScalars.first.map { ["\t", "\r", "\n"].contains($0) } ?? false
  }

  private func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { Self.quotable.contains($0) }) else { return field }
    let parts = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  private static let quotable = Array(",\"\r\n".utf8)
}
