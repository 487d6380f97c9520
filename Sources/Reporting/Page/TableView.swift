import Agreement

/// A table as its template takes it.
///
/// A column of `3,210 [82 % of 3,900]` is laid out in three, so that each part stands below its like.
struct TableView {
  let caption: String?
  let css: String?
  let heads: [HeadView]
  let groups: [RowGroupView]

  init(_ table: Table, _ appendix: AppendixView) {
    caption = table.caption.isEmpty ? nil : table.caption
    let widths = table.columns.indices.map { index in
      table.rows.contains { $0.cells[index].isAttained } ? 3 : 1
    }
    // Where columns of three stand, from the end, is said once and not in each cell.
    let starts = widths.indices.filter { widths[$0] > 1 }
      .map { index in "a\(widths[(index + 1)...].reduce(0, +))" }
    let classes = (table.tolerance == nil ? [] : ["heat"]) + starts
    css = classes.isEmpty ? nil : classes.joined(separator: " ")
    heads = zip(table.columns, widths).enumerated().map { place, entry in
      HeadView(
        label: entry.0.label.isEmpty ? nil : entry.0.label, span: entry.1 > 1 ? entry.1 : nil,
        css: table.isFlushRight(at: place) ? "n" : nil)
    }
    groups = [false, true].compactMap { isTotal in
      let rows = table.rows.filter { $0.isTotal == isTotal }
      guard !rows.isEmpty else { return nil }
      let spans = RowSpans(
        of: rows.map { $0.cells.prefix(table.headedBy).map { $0.parts(in: appendix.language).joined } })
      return RowGroupView(
        tag: isTotal ? "tfoot" : "tbody",
        rows: rows.enumerated().map { place, row in
          RowView(
            headers: (0..<table.headedBy).compactMap { column in
              spans.span(at: place, column).map { span in
                HeaderView(row.cells[column], appendix, span: span > 1 ? span : nil)
              }
            },
            cells: zip(row.cells, widths).enumerated().dropFirst(table.headedBy).map { place, entry in
              CellView(
                entry.0, appendix, width: entry.1, isNumeric: table.isFlushRight(at: place),
                tolerance: table.tolerance)
            })
        })
    }
  }
}

/// How many rows the cells that head rows go on for: those that say the same as the ones before them are left out.
struct RowSpans {
  private let labels: [[String]]

  init(of labels: [[String]]) { self.labels = labels }

  /// How many rows a cell is for; nil where one above it is for this row, too.
  func span(at row: Int, _ column: Int) -> Int? {
    // The last column tells rows apart.
    guard column < (labels.first?.count ?? 0) - 1 else { return 1 }
    func path(_ row: Int) -> ArraySlice<String> { labels[row][...column] }
    if row > 0, path(row - 1) == path(row) { return nil }
    return labels.indices[row...].prefix { path($0) == path(row) }.count
  }
}

/// The heading of a column.
struct HeadView {
  /// Nil where a column explains itself.
  let label: String?
  let span: Int?
  let css: String?
}

/// Rows that are summed up, or those that sum up.
struct RowGroupView {
  let tag: String
  let rows: [RowView]
}

/// A row: the cells that say what it is about, and the others.
struct RowView {
  let headers: [HeaderView]
  let cells: [CellView]
}

/// A cell that says what one row or several are about.
struct HeaderView {
  let span: Int?
  let css: String?
  let pieces: [PieceView]

  init(_ cell: Cell, _ appendix: AppendixView, span: Int?) {
    self.span = span
    pieces = cell.pieces(appendix, isWhole: true)
    css = pieces.areLong ? "l" : nil
  }
}

/// A cell, in as many as its column has.
struct CellView {
  let parts: [CellPartView]

  init(_ cell: Cell, _ appendix: AppendixView, width: Int, isNumeric: Bool, tolerance: Share? = nil) {
    if case .attained(let delivered, let ratio, let due) = cell {
      parts = [
        CellPartView(pieces: [PieceView(delivered, appendix, besides: true)]),
        CellPartView(pieces: [PieceView(ratio, appendix, besides: true)]),
        CellPartView(
          pieces: [
            PieceView(text: appendix.language(.ofWhat) + " "), PieceView(due, appendix, besides: true),
          ]),
      ]
      return
    }
    let css = [isNumeric ? nil : "w", cell.style(tolerance)].compactMap(\.self).joined(separator: " ")
    let first = CellPartView(css: css.isEmpty ? nil : css, pieces: cell.pieces(appendix, isWhole: width == 1))
    guard width > 1 else {
      parts = [first]
      return
    }
    let note = if case .noted(_, let note) = cell { [PieceView(text: note)] } else { [PieceView]() }
    parts = [first, CellPartView(pieces: []), CellPartView(pieces: note)]
  }
}

/// One cell of the page.
struct CellPartView {
  var css: String?
  let pieces: [PieceView]
}

/// Words, or a figure that leads to where it comes from.
struct PieceView {
  let id: String?
  let text: String

  init(text: String) {
    id = nil
    self.text = text
  }

  init(_ figure: Figure, _ appendix: AppendixView, besides: Bool = false) {
    id = appendix[figure.key]
    text =
      besides
      ? QuantityFormat.beside(figure.quantity, in: appendix.language)
      : QuantityFormat.people(figure.quantity, in: appendix.language)
  }
}

extension [PieceView] {
  /// Whether they are so long that lines may be broken.
  fileprivate var areLong: Bool { reduce(0) { $0 + DisplayWidth.of($1.text) } > 32 }
}

extension Cell {
  /// What stands in it; where it is not the whole of it, a note stands elsewhere.
  fileprivate func pieces(_ appendix: AppendixView, isWhole: Bool) -> [PieceView] {
    switch self {
    case .blank: []
    case .text(let text), .judged(let text, _), .drawn(let text, _): [PieceView(text: text)]
    case .figure(let figure): [PieceView(figure, appendix)]
    case .noted(let figure, let note):
      [PieceView(figure, appendix)]
        + (isWhole ? [PieceView(text: appendix.language(.noted, ["note": note]))] : [])
    case .range(let low?, let high?):
      [PieceView(low, appendix), PieceView(text: "–"), PieceView(high, appendix)]
    case .range(let low?, nil): [PieceView(text: "≥ "), PieceView(low, appendix)]
    case .range(nil, let high?): [PieceView(text: "≤ "), PieceView(high, appendix)]
    case .range(nil, nil): [PieceView(text: "—")]
    case .attained: []
    }
  }

  /// The style that says how the cell is to be taken: `under`, `over`, `good`, `bad`.
  fileprivate func style(_ tolerance: Share?) -> String? {
    switch self {
    case .judged(_, let judgement): judgement.word
    case .drawn: "drawn"
    case .figure(let figure), .noted(let figure, _):
      switch figure.quantity {
      case .band(let band?): band.style
      case .ratio(let ratio?): tolerance.map { ratio.heat($0) }
      default: nil
      }
    case .blank, .text, .range, .attained: nil
    }
  }
}

extension Band {
  fileprivate var style: String {
    switch self {
    case .under: "under"
    case .onTarget: "good"
    case .over: "over"
    }
  }
}

extension Ratio {
  /// How far off the target, in steps of the tolerance.
  fileprivate func heat(_ tolerance: Share) -> String {
    let band = band(tolerance: tolerance)
    guard band != .onTarget else { return "on" }
    let distance = (partsPerMillion ?? 0) - Share.whole
    return band.style + (distance.magnitude > 2 * tolerance.partsPerMillion.magnitude ? " far" : "")
  }
}
