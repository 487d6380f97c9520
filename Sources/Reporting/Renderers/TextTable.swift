/// A table laid out in columns of equal width, for a terminal or a text file.
struct TextTable {
  private let columns: [TextColumn]
  private let widths: [Int]
  private let rows: [Table.Row]
  private let style: TextStyle

  /// Lays out `table` in at most `width` columns, so far as no number would be cut.
  init(_ table: Table, width: Int, style: TextStyle, in language: Language = .english) {
    columns = table.columns.indices.map { TextColumn(table, at: $0, in: language) }
    widths = Self.widths(of: columns, within: width)
    rows = table.rows
    self.style = style
  }

  /// The lines, all of one display width: headings, a rule, and the rows, with a rule before totals.
  var lines: [String] {
    var lines = heading + [rule]
    for (index, row) in rows.enumerated() {
      if row.isTotal, index > 0, !rows[index - 1].isTotal { lines.append(rule) }
      lines += self.lines(ofRow: index)
    }
    return lines
  }

  static let gap = "  "

  private var rule: String {
    widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
  }

  /// The headings, the shorter ones standing on the rule.
  private var heading: [String] {
    let headings = zip(columns, widths).map { $0.heading.wrapped(at: $1) }
    let height = headings.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells { column in
        let index = line - (height - headings[column].count)
        return (index < 0 ? "" : headings[column][index], .heading)
      }
    }
  }

  private func lines(ofRow row: Int) -> [String] {
    let texts = zip(columns, widths).map { column, width in
      let text = column.entries[row].text
      return column.isFlushRight ? [text] : text.wrapped(at: width)
    }
    let height = texts.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells { column in
        (line < texts[column].count ? texts[column][line] : "", columns[column].entries[row].role)
      }
    }
  }

  /// One line, with each column's text in its place; blanks beside it are not styled.
  private func cells(_ content: (Int) -> (text: String, role: TextStyle.Role?)) -> String {
    columns.indices.map { index in
      let (text, role) = content(index)
      let blanks = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
      let styled = style(text, as: role)
      return columns[index].isFlushRight ? blanks + styled : styled + blanks
    }
    .joined(separator: Self.gap)
  }

  /// The widths of the columns: as wide as they are, the widest narrowed in turn until all fit.
  private static func widths(of columns: [TextColumn], within width: Int) -> [Int] {
    var widths = columns.map(\.natural)
    var excess = widths.reduce(gap.count * (columns.count - 1), +) - width
    while excess > 0 {
      let narrowable = columns.indices.filter { widths[$0] > columns[$0].narrowest }
      guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return zip(columns, widths).map { $0.used(within: $1) }
  }
}
