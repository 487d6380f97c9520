import Agreement

/// Renders documents as CSV, one figure a row, for spreadsheets and data frames.
///
/// A list, such as of entries or of breaches, is its table as it stands; so is a document without figures.
///
/// Fields are quoted as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) says, but lines end in LF alone: every
/// spreadsheet reads that, and with CRLF the last column would carry a CR in `awk`, `cut` and `git diff`.
public struct CSVRenderer: Sendable {
  private let isRaw: Bool

  /// Creates a renderer.
  ///
  /// - Parameter isRaw: leaves text as it is that a spreadsheet would run or a reader would not see, for programs.
  public init(isRaw: Bool = false) { self.isRaw = isRaw }

  /// The figures of the document under a heading, each line with its end.
  public func render(_ document: Document) -> String {
    let figures = document.figures
    if figures.isEmpty || document.listing != nil,
      let table = document.sections.flatMap(\.blocks).compactMap(\.table).first
    {
      return lines(
        of: [table.columns.map { text($0.key.snakeCased) }] + table.rows.map { fields(of: $0, in: table) })
    }
    let heading = ["key", "period", "stream", "lead_type", "rep", "figure", "value", "unit"]
    return lines(of: [heading] + figures.map(fields))
  }

  private func lines(of rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func fields(of row: Table.Row, in table: Table) -> [String] {
    zip(table.columns, row.cells).map { column, cell in
      if case .figure(let figure) = cell { return number(figure.quantity) }
      if case .judged(let word, _) = cell { return text(word) }
      guard case .text(let words) = cell else { return "" }
      guard column.isNumeric, case .integer(let number) = QuantityFormat.machine(words) else {
        return text(words)
      }
      return "\(number)"
    }
  }

  private func fields(of figure: Figure) -> [String] {
    let key = figure.key
    let parts = [key.period, key.stream, key.leadType, key.rep].map { $0 ?? "" }
    return ([key.description] + parts + [key.name]).map(text)
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
    if isRaw { return quoted(text) }
    // A break that becomes a blank is one that a cell would begin after.
    let startsWithBreak = text.unicodeScalars.first.map { ["\t", "\r", "\n"].contains($0) } ?? false
    let line = SpreadsheetText.inert(PrintableText.line(text))
    return quoted(startsWithBreak && line.first != "'" ? "'" + line : line)
  }

  private func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { Self.quotable.contains($0) }) else { return field }
    // By Unicode scalars: a quotation mark with an accent on it ends a field too.
    let parts = field.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.map { String($0) }.joined(separator: "\"\"") + "\""
  }

  private static let quotable = Array(",\"\r\n".utf8)
}

extension String {
  /// `lead_type` for `lead-type`.
  fileprivate var snakeCased: String { String(map { $0 == "-" ? "_" : $0 }) }
}
