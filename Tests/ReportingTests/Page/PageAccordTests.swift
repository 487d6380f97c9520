import Agreement
import Foundation
import Testing

@testable import Reporting

/// Five formats say the same of every figure.
@Suite struct PageAccordTests {
  @Test(arguments: AccordTests.Specimen.allCases)
  func `every figure stands in all five formats`(specimen: AccordTests.Specimen) throws {
    let document = try specimen.document
    let tabled = Set(document.tables.flatMap(\.rows).flatMap(\.cells).flatMap(\.figures).map(\.key))
    // Text and Markdown say what tables say; charts and highlights must have nothing of their own.
    #expect(document.figures.allSatisfy { tabled.contains($0.key) })

    let json = try JSONSerialization.jsonObject(with: Data(document.rendered(as: .json).utf8))
    let figures = try #require((json as? [String: Any])?["figures"] as? [String: [String: Any]])
    let csv = Dictionary(
      uniqueKeysWithValues: document.rendered(as: .csv).split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return (String(fields[0]), String(fields[6]))
      })
    var html = ReadPage(document.rendered(as: .html)).rows[...]
    var lines = [OutputFormat.text, .markdown].map { format in
      document.rendered(as: format, layout: TextRenderer(width: 200)).split(separator: "\n").map(String.init)[
        ...]
    }
    let derivations = ReadPage(document.rendered(as: .html)).derivations

    for table in document.tables {
      for row in table.rows.filter({ !$0.isTotal }) + table.rows.filter(\.isTotal) {
        let shown = row.cells.flatMap(\.shownFigures)
        guard !shown.isEmpty else { continue }
        let next = html.popFirst()
        let cells = try #require(next)
        #expect(cells.flatMap(\.links).map(\.words) == shown.map(\.words))
        for ((figure, _), link) in zip(shown, cells.flatMap(\.links)) {
          let key = figure.key.description
          let machine = QuantityFormat.machine(figure.quantity).plain
          #expect(csv[key] == machine, "\(key) in CSV")
          #expect((figures[key]?["value"]).map(Self.plain) == machine, "\(key) in JSON")
          let derivation = try #require(derivations[link.target], "\(key) leads to its row")
          let computation = PrintableText.line(figure.derivation.computation)
          #expect(!computation.contains(" ") || derivation.contains(computation), "\(key) in the appendix")
        }
        let label = row.cells.first?.parts(in: document.language).lead ?? ""
        for format in lines.indices {
          let line = lines[format].firstIndex { line in
            line.drop { "| *".contains($0) }.hasPrefix(label) && line.says(shown.map(\.words))
          }
          let found = try #require(line, "\(label): \(shown.map(\.words))")
          lines[format] = lines[format][(found + 1)...]
        }
      }
    }
    #expect(html.isEmpty)
  }

  private static func plain(_ value: Any) -> String { value is NSNull ? "" : "\(value)" }
}

extension Document {
  fileprivate var tables: [Table] { sections.flatMap(\.blocks).compactMap(\.table) }
}

extension JSONValue {
  fileprivate var plain: String {
    switch self {
    case .integer(let number): "\(number)"
    case .string(let text): text
    case .null, .array, .object: ""
    }
  }
}

extension Cell {
  /// The figures that are written out, as people are told them.
  fileprivate var shownFigures: [(figure: Figure, words: String)] {
    switch self {
    case .attained: figures.map { ($0, QuantityFormat.beside($0.quantity)) }
    case .drawn: []
    default: figures.map { ($0, QuantityFormat.people($0.quantity)) }
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
