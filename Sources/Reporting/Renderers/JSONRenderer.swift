/// Renders documents as JSON, for programs.
///
/// Facts stand at the top, tables are rows of values by column, totals apart from the rows that they sum up,
/// and every figure stands once under `figures` with its unit and where it comes from. Counts and days are
/// numbers; amounts, ratios, shares and scores are strings of plain decimals.
public struct JSONRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The document as JSON, with a line break at its end.
  public func render(_ document: Document) -> String {
    value(of: document).text + "\n"
  }

  private func value(of document: Document) -> JSONValue {
    if document.figuresStandAlone {
      return .object(
        (document.banners.isEmpty ? [] : [JSONValue.Member("banners", .strings(document.banners))])
          + document.figures.map { JSONValue.Member($0.key.description, step(to: $0)) }
      )
    }
    var members = [
      JSONValue.Member("report", .string(document.kind)),
      JSONValue.Member("title", .string(document.title)),
      JSONValue.Member("banners", .strings(document.banners)),
    ]
    members += document.facts.map { JSONValue.Member($0.key, .string($0.value)) }
    members += [
      JSONValue.Member("sections", .array(document.sections.map { value(of: $0, in: document.language) })),
      JSONValue.Member(
        "figures",
        .object(document.figures.map { JSONValue.Member($0.key.description, value(of: $0)) })
      ),
      JSONValue.Member("footer", .strings(document.footer)),
    ]
    return .object(members)
  }

  private func value(of section: Section, in language: Language) -> JSONValue {
    .object([
      JSONValue.Member("key", .string(section.key)),
      JSONValue.Member("title", .string(section.title)),
      JSONValue.Member("text", .strings(section.blocks.flatMap { $0.texts(in: language) })),
      JSONValue.Member("tables", .array(section.blocks.compactMap(\.table).map(value))),
    ])
  }

  private func value(of table: Table) -> JSONValue {
    func rows(isTotal: Bool) -> JSONValue {
      .array(
        table.rows.filter { $0.isTotal == isTotal }.map { row in
          .object(zip(table.columns, row.cells).map { JSONValue.Member($0.key, value(of: $1, in: $0)) })
        }
      )
    }
    return .object([
      JSONValue.Member("caption", .string(table.caption)),
      JSONValue.Member("rows", rows(isTotal: false)),
      JSONValue.Member("totals", rows(isTotal: true)),
    ])
  }

  private func value(of cell: Cell, in column: Table.Column) -> JSONValue {
    switch cell {
    case .blank: .null
    case .judged(let word, _): .string(word)
    case .text(let text): column.isNumeric ? QuantityFormat.machine(text) : .string(text)
    case .figure(let figure): QuantityFormat.machine(figure.quantity)
    case .noted(let figure, let note):
      .object([
        JSONValue.Member("value", QuantityFormat.machine(figure.quantity)),
        JSONValue.Member("note", .string(note)),
      ])
    case .range(let low, let high):
      .object([
        JSONValue.Member("from", low.map { QuantityFormat.machine($0.quantity) } ?? .null),
        JSONValue.Member("to", high.map { QuantityFormat.machine($0.quantity) } ?? .null),
      ])
    case .drawn(let signs, let figures):
      .object([
        JSONValue.Member("drawn", .string(signs)),
        JSONValue.Member("values", .array(figures.map { QuantityFormat.machine($0.quantity) })),
      ])
    case .attained(let delivered, let ratio, let due):
      .object([
        JSONValue.Member("delivered", QuantityFormat.machine(delivered.quantity)),
        JSONValue.Member("due", QuantityFormat.machine(due.quantity)),
        JSONValue.Member("ratio", QuantityFormat.machine(ratio.quantity)),
      ])
    }
  }

  private func value(of figure: Figure) -> JSONValue {
    let derivation = figure.derivation
    return .object([
      JSONValue.Member("value", QuantityFormat.machine(figure.quantity)),
      JSONValue.Member("unit", .string(QuantityFormat.unit(figure.quantity))),
      JSONValue.Member("formula", .string(derivation.formula)),
      JSONValue.Member("computation", .string(derivation.computation)),
    ])
  }

  private func step(to figure: Figure) -> JSONValue {
    .object([
      JSONValue.Member("value", QuantityFormat.machine(figure.quantity)),
      JSONValue.Member("unit", .string(QuantityFormat.unit(figure.quantity))),
      JSONValue.Member("step", .string(figure.derivation.computation)),
    ])
  }
}

extension Block {
  fileprivate func texts(in language: Language) -> [String] {
    switch self {
    case .paragraph(let text), .verbatim(let text): [text]
    case .list(let items): items
    case .changes(let changes): changes.map { $0.line(in: language) }
    case .table, .chart: []
    }
  }
}
