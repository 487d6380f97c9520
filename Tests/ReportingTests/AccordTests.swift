import Agreement
import Foundation
import Testing

@testable import Reporting

/// Renderers cannot disagree: each is read back, and compared with the document.
@Suite struct AccordTests {
  /// The documents that are compared.
  enum Specimen: String, CaseIterable, Sendable {
    case review, leadsQuarter, leadsMonth, rates

    var document: Document {
      get throws {
        switch self {
        case .review: try Sample.review()
        case .leadsQuarter: try LeadSample.quarter()
        case .leadsMonth: try LeadSample.review(.month(Month("2026-02")))
        case .rates: try LeadSample.rates()
        }
      }
    }
  }

  @Test(arguments: Specimen.allCases)
  func `JSON says each figure's value and unit`(specimen: Specimen) throws {
    let review = try specimen.document
    let read = try JSONSerialization.jsonObject(with: Data(review.rendered(as: .json).utf8))
    let figures = try #require((read as? [String: Any])?["figures"] as? [String: [String: Any]])
    #expect(Set(figures.keys) == Set(review.figures.map(\.key.description)))
    for figure in review.figures {
      let members = try #require(figures[figure.key.description])
      #expect(members["value"].map(Self.plain) == Self.machine(figure.quantity))
      #expect(members["unit"] as? String == QuantityFormat.unit(figure.quantity))
      #expect(members["formula"] as? String == figure.derivation.formula)
      #expect(members["computation"] as? String == figure.derivation.computation)
    }
  }

  @Test(arguments: Specimen.allCases)
  func `JSON says each cell in its row`(specimen: Specimen) throws {
    let review = try specimen.document
    let read = try JSONSerialization.jsonObject(with: Data(review.rendered(as: .json).utf8))
    let sections = try #require((read as? [String: Any])?["sections"] as? [[String: Any]])
    let tables = sections.flatMap { $0["tables"] as? [[String: Any]] ?? [] }
    #expect(tables.count == review.tables.count)
    for (read, table) in zip(tables, review.tables) {
      let rows = ["rows", "totals"].flatMap { read[$0] as? [[String: Any]] ?? [] }
      #expect(rows.count == table.rows.count)
      for (read, row) in zip(rows, table.rows) {
        for (column, cell) in zip(table.columns, row.cells) {
          let values = read[column.key].map(Self.values) ?? []
          #expect(Set(values).isSuperset(of: cell.figures.map { Self.machine($0.quantity) }))
        }
      }
    }
  }

  @Test(arguments: Specimen.allCases)
  func `CSV says each figure's value and unit`(specimen: Specimen) throws {
    let review = try specimen.document
    let rows = review.rendered(as: .csv).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let expected = review.figures.map { figure in
      let key = figure.key
      return [
        key.description, key.period ?? "", key.stream ?? "", key.leadType ?? "", key.rep ?? "", key.name,
      ]
        + [Self.machine(figure.quantity), QuantityFormat.unit(figure.quantity)]
    }
    #expect(Array(rows.dropFirst()) == expected)
  }

  @Test(arguments: [OutputFormat.text, .markdown], Specimen.allCases)
  func `text and Markdown say each figure's value to people, row by row`(
    format: OutputFormat, specimen: Specimen
  ) throws {
    let review = try specimen.document
    // Wide enough that no name is wrapped.
    let layout = TextRenderer(width: 200)
    var lines = review.rendered(as: format, layout: layout).split(separator: "\n").map(String.init)[...]
    for row in review.tables.flatMap(\.rows) {
      let label = try #require(row.cells.first?.parts(in: .english).lead)
      let line = try #require(
        lines.firstIndex { $0.drop { "| *".contains($0) }.hasPrefix(label) && $0.says(row.numbers) }
      )
      lines = lines[(line + 1)...]
    }
  }

  @Test(arguments: [(16, 44, "16–44"), (16, nil, "≥ 16"), (nil, 1_044, "≤ 1,044"), (nil, nil, "—")])
  func `a range says the ends that it has`(low: Int?, high: Int?, words: String) throws {
    func end(_ name: String, _ count: Int?) -> Figure? {
      count.map { Figure(FigureKey(name), .count($0), Derivation(formula: "", computation: "", clause: "")) }
    }
    let cell = Cell.range(end("low", low), end("high", high))
    let table = Table("", columns: [Table.Column("x", "X", isNumeric: true)], rows: [Table.Row([cell])])
    let document = Document(kind: "test", title: "T", sections: [Section("s", "S", [.table(table)])])
    for format in [OutputFormat.text, .markdown] {
      let last = try #require(document.rendered(as: format).split(separator: "\n").last)
      #expect(last.filter { $0 != "|" }.trimmingCharacters(in: .whitespaces) == words)
    }
    let read = try JSONSerialization.jsonObject(with: Data(document.rendered(as: .json).utf8))
    let sections = try #require((read as? [String: Any])?["sections"] as? [[String: Any]])
    let tables = try #require(sections[0]["tables"] as? [[String: Any]])
    let rows = try #require(tables[0]["rows"] as? [[String: [String: Any]]])
    #expect(rows[0]["x"]?["from"] as? Int == low && rows[0]["x"]?["to"] as? Int == high)
  }

  private static func machine(_ quantity: Quantity) -> String {
    switch QuantityFormat.machine(quantity) {
    case .integer(let number): "\(number)"
    case .string(let text): text
    case .null, .array, .object: ""
    }
  }

  private static func plain(_ value: Any) -> String {
    value is NSNull ? "" : "\(value)"
  }

  private static func values(_ value: Any) -> [String] {
    (value as? [String: Any]).map { $0.values.map(plain) } ?? [plain(value)]
  }
}

extension Document {
  fileprivate var tables: [Table] { sections.flatMap(\.blocks).compactMap(\.table) }
}

extension Table.Row {
  /// What the row's figures say to people, in order.
  fileprivate var numbers: [String] {
    cells.flatMap { cell in
      if case .attained = cell { return cell.figures.map { QuantityFormat.beside($0.quantity) } }
      return cell.figures.map { QuantityFormat.people($0.quantity) }
    }
  }
}

extension String {
  /// Whether the line says all of `parts`, one after the other.
  fileprivate func says(_ parts: [String]) -> Bool {
    var rest = self[...]
    for part in parts {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
