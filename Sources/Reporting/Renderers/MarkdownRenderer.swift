/// Renders documents as GitHub-flavoured Markdown, to be pasted into an issue, a wiki or a pull request.
///
/// See the [specification](https://github.github.com/gfm/).
public struct MarkdownRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The document as Markdown, with a line break at its end.
  public func render(_ document: Document) -> String {
    var parts = ["# \(MarkdownText.inline(document.title))"]
    parts += document.banners.map { "> **\(MarkdownText.inline($0))**" }
    parts.append(
      document.facts
        .map { fact in
          let (label, value) = (MarkdownText.inline(fact.label), MarkdownText.inline(fact.value))
          return "- " + document.language(.labelled, ["label": label, "value": value])
        }
        .joined(separator: "\n")
    )
    for section in document.sections {
      parts.append("## \(MarkdownText.inline(section.title))")
      parts += section.blocks.map { text($0, in: document.language) }
    }
    parts += document.footer.map { "<sub>*\(MarkdownText.inline($0))*</sub>" }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: Block, in language: Language) -> String {
    switch block {
    case .paragraph(let text): MarkdownText.block(text)
    case .list(let items): items.map { "- \(MarkdownText.block($0))" }.joined(separator: "\n")
    case .changes(let changes):
      changes.map { "- \(MarkdownText.block($0.line(in: language)))" }.joined(separator: "\n")
    case .table(let table): table.rows.isEmpty ? "" : text(table, in: language)
    case .chart(let chart): chart.table.map { text($0, in: language) } ?? ""
    case .verbatim(let text): fenced(PrintableText.lines(text))
    }
  }

  /// The lines between fences longer than any row of backticks in them.
  private func fenced(_ lines: [String]) -> String {
    let longest = lines.flatMap { $0.utf8.split { $0 != UInt8(ascii: "`") } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + "text"] + lines + [fence]).joined(separator: "\n")
  }

  /// The table, its source aligned too, so that it can be read as it is.
  private func text(_ table: Table, in language: Language) -> String {
    let heading = table.columns.map { MarkdownText.inline($0.label) }
    let rows = table.rows.map { row in
      row.cells.map { cell in
        let text = cell.parts(in: language).map(MarkdownText.inline).joined
        return row.isTotal && !text.isEmpty ? "**\(text)**" : text
      }
    }
    let widths = table.columns.indices.map { column in
      ([heading] + rows).map { DisplayWidth.of($0[column]) }.max().map { max($0, 4) } ?? 4
    }
    let flushRight = table.columns.indices.map { table.isFlushRight(at: $0) }
    let rule = zip(widths, flushRight).map { width, isFlushRight in
      String(repeating: "-", count: isFlushRight ? width - 1 : width) + (isFlushRight ? ":" : "")
    }
    let lines = ([heading, rule] + rows).map { cells in
      let padded = table.columns.indices.map { index in
        flushRight[index]
          ? cells[index].flushRight(in: widths[index]) : cells[index].padded(to: widths[index])
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let caption = table.caption.isEmpty ? "" : "*\(MarkdownText.inline(table.caption))*\n\n"
    return caption + lines.joined(separator: "\n")
  }
}
