/// Renders documents as plain text, for terminals and files.
public struct TextRenderer: Sendable {
  /// The narrowest that text is wrapped, in columns.
  public static let narrowest = 60

  /// How many columns a line has at most; a table whose numbers need more takes more, unless tables are divided.
  public let width: Int
  /// Whether headings, banners and bands are set off.
  public let style: TextStyle
  /// Whether a table that is too wide is shown in parts below one another, as on a terminal, where long lines break.
  public let dividesTables: Bool

  /// Creates a renderer of lines of `width` columns, or `narrowest` where that is less.
  public init(width: Int = 100, style: TextStyle = .plain, dividesTables: Bool = false) {
    self.width = max(width, Self.narrowest)
    self.style = style
    self.dividesTables = dividesTables
  }

  /// The document as text, with a line break at its end.
  public func render(_ document: Document) -> String {
    if let listing = document.listing { return listing.map { PrintableText.line($0) + "\n" }.joined() }
    var parts = [title(document.title)]
    parts.append(document.banners.flatMap { hanging($0, after: "!! ", width, .banner) })
    parts.append(lines(of: document.facts))
    for section in document.sections {
      let heading = hanging(section.title, after: "", width, .heading)
      let blocks = section.blocks.map {
        lines(of: $0, in: document.language).map { $0.isEmpty ? "" : Self.indent + $0 }
      }
      // A chart without a table of its own leaves no gap.
      let told = blocks.filter { !$0.isEmpty }
      parts.append(heading + (told.first ?? []))
      parts += told.dropFirst()
    }
    parts.append(document.footer.flatMap { hanging($0, after: "", width, .footer) })
    return parts.filter { !$0.isEmpty }
      .map { $0.map { $0.withoutTrailingBlanks + "\n" }.joined() }
      .joined(separator: "\n")
  }

  private static let indent = "  "

  private func title(_ title: String) -> [String] {
    let lines = PrintableText.line(title).wrapped(at: width)
    let rule = String(repeating: "═", count: lines.map { DisplayWidth.of($0) }.max() ?? 0)
    return lines.map { style($0, as: .heading) } + [rule]
  }

  private func lines(of facts: [Fact]) -> [String] {
    let labels = facts.map { PrintableText.line($0.label) }
    let column = labels.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(labels, facts).flatMap { label, fact in
      hanging(fact.value, after: label.padded(to: column) + Self.indent, width)
    }
  }

  private func lines(of block: Block, in language: Language) -> [String] {
    let width = width - Self.indent.count
    switch block {
    case .paragraph(let text): return hanging(text, after: "", width)
    case .list(let items): return items.flatMap { hanging($0, after: "- ", width) }
    case .verbatim(let text): return PrintableText.lines(text)
    case .changes(let changes): return changes.flatMap { hanging($0.line(in: language), after: "- ", width) }
    case .table(let table): return lines(of: table, width, in: language)
    case .chart(let chart): return chart.table.map { lines(of: $0, width, in: language) } ?? []
    }
  }

  private func lines(of table: Table, _ width: Int, in language: Language) -> [String] {
    let parts = dividesTables ? table.divided(toFit: width, in: language) : [table]
    let laid = parts.map { TextTable($0, width: width, style: style, in: language).lines }
    return hanging(table.caption, after: "", width) + laid.joined(separator: [""])
  }

  private func hanging(
    _ text: String,
    after lead: String,
    _ width: Int,
    _ role: TextStyle.Role? = nil
  ) -> [String] {
    let text = PrintableText.line(text)
    guard !text.isEmpty || !lead.isEmpty else { return [] }
    return text.wrapped(at: width, after: lead).map { style($0, as: role) }
  }
}
