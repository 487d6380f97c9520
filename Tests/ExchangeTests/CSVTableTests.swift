import Exchange
import Foundation
import Testing

@Suite struct CSVTableTests {
  @Test(arguments: ["Lead Source", "lead_source", " LEAD-SOURCE ", "lead  source"])
  func `finds a column whatever its name's case, blanks and dashes`(name: String) throws {
    let header = CSVHeader(["Id", "\u{A0}Lead source "])
    #expect(try header.column(named: name) == 1)
    #expect(header.contains(name))
  }

  @Test(arguments: [
    ("Fuente de tráfico original", "fuente de trafico original"),
    ("Became a Marketing Qualified Lead Date", "became a marketing-qualified lead date"),
    ("Create Date (UTC)", "create date UTC"),
    ("Company / Account", "company account"),
    ("Field / Event", "Field/Event"),
    ("商談 - 作成日", "商談 作成日"),
    ("#", " # "),
  ])
  func `finds a column whatever its name's accents and punctuation`(name: String, other: String) throws {
    #expect(try CSVHeader(["Id", "", name]).column(named: other) == 2)
  }

  @Test(arguments: [
    ("Create Date (UTC)", "Create Date"), ("がい", "かい"), ("#", "%"), ("Deal - ID", "DealID"),
  ])
  func `tells names apart that differ in more than that`(name: String, other: String) {
    #expect(!CSVHeader([name]).contains(other))
  }

  @Test func `says which columns there are where one is missing or named twice`() {
    let header = CSVHeader(["Email", "Owner", "e-mail", "E Mail"])
    let missing = #expect(throws: CSVError.self) { try header.column(named: "Stage") }
    #expect(
      missing?.description
        == "there is no column “Stage”; the file has “Email”, “Owner”, “e-mail”, “E Mail”"
    )
    let ambiguous = #expect(throws: CSVError.self) { try header.column(named: "E_mail") }
    #expect(ambiguous?.description == "the columns 3, 4 are all named “E_mail”; rename all but one")
    #expect(!header.contains("Stage"))
  }

  @Test func `gives the fields of each row by column`() throws {
    var table = try CSVTable(.text("id;source\n1;web\n2;\"out\nbound\"\n\n3;chat"))
    let source = try table.header.column(named: "Source")
    var found: [CSVLine] = []
    while try table.next() { found.append(CSVLine(table.row.line, [try table.row.text(at: source)])) }
    #expect(found == [CSVLine(2, ["web"]), CSVLine(3, ["out\nbound"]), CSVLine(6, ["chat"])])
    #expect(table.delimiter == .semicolon)
  }

  @Test func `reports a ragged row with its line, and reads on`() throws {
    var table = try CSVTable(.text("a,b\n1\n1,2\n1,2,3\n"))
    let short = #expect(throws: CSVError.self) { try table.next() }
    #expect(short?.description == "line 2: 1 field where the header has 2; add what is missing")
    #expect(short?.isLimitedToItsRow == true)
    #expect(try table.next())
    let long = #expect(throws: CSVError.self) { try table.next() }
    #expect(
      long?.description
        == "line 4: 3 fields where the header has 2; put a field that holds a delimiter in quotes")
    #expect(try table.next() == false)
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"])
  func `needs a header`(text: String) {
    let error = #expect(throws: CSVError.self) { _ = try CSVTable(.text(text)).header }
    #expect(error?.description == "the file is empty; its first line must name the columns")
  }

  @Test func `reads a file`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = (1...20_000).map { "\($0),\"row \($0)\"\r\n" }.joined()
    try Data("id,name\r\n\(rows)".utf8).write(to: file)

    var table = try CSVTable(.file(file.path))
    var count = 0
    while try table.next() {
      count += 1
      try #require(table.row.line == count + 1)
      try #require(try table.row.text(at: 1) == "row \(count)")
    }
    #expect(count == 20_000)
  }
}
