import Agreement
import TestSupport
import Testing

@testable import Reporting

@Suite struct DividedTableTests {
  private let table = Table(
    "Two reps",
    columns: [
      .init("rep", "Rep"), .init("won", "Deals won", isNumeric: true),
      .init("lost", "Deals lost", isNumeric: true),
      .init("open", "Deals open", isNumeric: true),
    ],
    rows: [
      Table.Row([.text("Eve Wu"), .text("12,345,678"), .text("1,234"), .text("9,876,543,210")]),
      Table.Row([.text("王小明"), .text("7"), .text("8"), .text("9")]),
      Table.Row(
        [.text("Together"), .text("12,345,685"), .text("1,242"), .text("9,876,543,219")], isTotal: true),
    ])

  private func text(_ width: Int) -> String {
    table.divided(toFit: width).map {
      TextTable($0, width: width, style: .plain).lines.joined(separator: "\n")
    }
    .joined(separator: "\n\n")
  }

  @Test func `a table that fits stays one`() {
    #expect(table.divided(toFit: 60).count == 1)
  }

  @Test func `what does not fit stands below, beside its labels`() {
    #expect(
      text(32) == """
        Rep        Deals won  Deals lost
        ────────  ──────────  ──────────
        Eve Wu    12,345,678       1,234
        王小明             7           8
        ────────  ──────────  ──────────
        Together  12,345,685       1,242

        Rep          Deals open
        ────────  ─────────────
        Eve Wu    9,876,543,210
        王小明                9
        ────────  ─────────────
        Together  9,876,543,219
        """)
  }

  @Test func `at every width each column stands once, no line is too long, and all are of one width`() {
    for width in 24...80 {
      let parts = table.divided(toFit: width)
      #expect(parts.flatMap { $0.columns.dropFirst().map(\.key) } == ["won", "lost", "open"])
      for part in parts {
        let widths = Set(TextTable(part, width: width, style: .plain).lines.map { DisplayWidth.of($0) })
        #expect(widths.count == 1 && widths.allSatisfy { $0 <= width }, "\(width): \(widths)")
      }
    }
  }

  @Test func `only a renderer for a terminal divides`() {
    let table = Table(
      "", columns: (0..<9).map { .init("c\($0)", "Column \($0)", isNumeric: true) },
      rows: [Table.Row((0..<9).map { _ in .text("1,234,567,890") })])
    let document = Document(kind: "test", title: "Test", sections: [Section("s", "S", [.table(table)])])
    func longest(_ renderer: TextRenderer) -> Int {
      renderer.render(document).split(separator: "\n").map { DisplayWidth.of($0) }.max() ?? 0
    }
    #expect(longest(TextRenderer(width: 80)) > 80)
    #expect(longest(TextRenderer(width: 80, dividesTables: true)) <= 80)
  }
}
