import Agreement
import Reporting
import Testing

@Suite struct CSVRendererTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", #""a,b""#), (#"say "x""#, #""say ""x""""#),
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"),
    ("\t=1", "' =1"), ("\rx", "' x"), ("＝1", "'＝1"), ("=1,2", #""'=1,2""#), ("\u{1B}[2J", #"\u{1B}[2J"#),
    ("=\u{301}1", "'=\u{301}1"), ("a;=1", "a;'=1"), ("\"\u{301},=1", "\"\"\"\u{301},=1\""), ("﹣1", "'﹣1"),
  ])
  func `keeps words from being run or split`(stream: String, field: String) throws {
    let money = Money(minorUnits: -300, try Currency("USD"))
    let row = Self.row(FigureKey(stream: stream, "value"), .money(money))
    #expect(row.hasSuffix(",,\(field),,,value,-3.00,USD\n"))
  }

  @Test(arguments: [
    ("=1+1", "=1+1"), ("a;=1", "a;=1"), ("\u{1B}x", "\u{1B}x"), ("a\n\"b\"", "\"a\n\"\"b\"\"\""),
  ])
  func `leaves words as they are for programs`(stream: String, field: String) throws {
    let row = Self.row(FigureKey(stream: stream, "x"), .count(3), isRaw: true)
    #expect(row.hasSuffix(",,\(field),,,x,3,count\n"))
  }

  @Test func `tells the figures of reps apart`() {
    let row = Self.row(FigureKey(period: "2026-Q1", rep: "Eve Wu", "leads"), .count(16))
    #expect(row == "2026-Q1/rep/Eve Wu/leads,2026-Q1,,,Eve Wu,leads,16,count\n")
  }

  @Test func `leaves out what there is none of`() {
    #expect(Self.row(FigureKey("attainment"), .ratio(nil)) == "attainment,,,,,attainment,,ratio\n")
  }

  @Test func `a list without figures is its table, whole numbers as programs read them`() {
    let table = Table(
      "",
      columns: [Table.Column("lead-type", "Lead type"), Table.Column("count", "Count", isNumeric: true)],
      rows: [
        Table.Row([.text("a,b"), .text("+1,061")]), Table.Row([.text("=c"), .text("-12")]),
        Table.Row([.text("1,061"), .text("4.5 points")]), Table.Row([.blank, .blank]),
      ]
    )
    let document = Document(kind: "test", title: "", sections: [Section("s", "S", [.table(table)])])
    #expect(
      document.rendered(as: .csv)
        == "lead_type,count\n\"a,b\",1061\n'=c,-12\n\"1,061\",4.5 points\n,\n"
    )
  }

  private static func row(_ key: FigureKey, _ quantity: Quantity, isRaw: Bool = false) -> String {
    let figure = Figure(key, quantity, Derivation(formula: "", computation: "", clause: ""))
    let table = Table("", columns: [Table.Column("x", "X")], rows: [Table.Row([.figure(figure)])])
    let document = Document(kind: "test", title: "", sections: [Section("s", "S", [.table(table)])])
    let heading = "key,period,stream,lead_type,rep,figure,value,unit\n"
    return String(document.rendered(as: .csv, isRaw: isRaw).dropFirst(heading.count))
  }
}
