import Agreement
import TestSupport
import Testing

@testable import Reporting

@Suite struct TextTableTests {
  @Test(arguments: 0..<200)
  func `has lines of one width that hold every number whole`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let table = Self.table(&random)
    for width in [20, 60, 100, 160] {
      let lines = TextTable(table, width: width, style: .plain).lines
      let widths = Set(lines.map { DisplayWidth.of($0) })
      #expect(widths.count == 1, "\(lines.joined(separator: "\n"))")
      for figure in table.rows.flatMap(\.cells).flatMap(\.figures) {
        let number = QuantityFormat.beside(figure.quantity)
        #expect(lines.contains { $0.contains(number) }, "\(number)")
      }
      // Colours change nothing but colours.
      let coloured = TextTable(table, width: width, style: .ansi).lines
      #expect(coloured.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == lines)
    }
  }

  @Test func `fits where words can be wrapped`() throws {
    let reason = "the pages were down for three days while the agency moved them to another host"
    let table = Table(
      "",
      columns: [
        Table.Column("reason", "Reason"), Table.Column("leads", "Leads delivered late", isNumeric: true),
      ],
      rows: [Table.Row([.text(reason), .figure(Self.figure(.count(1_234_567)))])]
    )
    #expect(
      TextTable(table, width: 40, style: .plain).lines == [
        "                     Leads delivered",
        "Reason                          late",
        "───────────────────  ───────────────",
        "the pages were down        1,234,567",
        "for three days                      ",
        "while the agency                    ",
        "moved them to                       ",
        "another host                        ",
      ]
    )
  }

  private static func figure(_ quantity: Quantity) -> Figure {
    Figure(FigureKey("x"), quantity, Derivation(formula: "", computation: "", clause: ""))
  }

  private static func table(_ random: inout SplitMix64) -> Table {
    let columns = (0..<Int.random(in: 1...6, using: &random)).map { index in
      Table.Column("c\(index)", random.text(words: 3), isNumeric: Bool.random(using: &random))
    }
    let rows = (0..<Int.random(in: 0...6, using: &random)).map { index in
      Table.Row(columns.map { cell(in: $0, &random) }, isTotal: index == 5)
    }
    return Table("", columns: columns, rows: rows)
  }

  private static func cell(in column: Table.Column, _ random: inout SplitMix64) -> Cell {
    guard column.isNumeric else { return .text(random.text(words: 9)) }
    let part = Int.random(in: 0...9_999_999, using: &random)
    let whole = Int.random(in: 0...9_999, using: &random)
    switch Int.random(in: 0...4, using: &random) {
    case 0: return .blank
    case 1: return .figure(figure(.count(part)))
    case 2: return .figure(figure(.band(.over)))
    case 3: return .noted(figure(.count(part)), random.text(words: 2))
    default:
      return .attained(
        delivered: figure(.count(part)),
        ratio: figure(.ratio(Ratio(part, of: whole))),
        due: figure(.count(whole))
      )
    }
  }
}
