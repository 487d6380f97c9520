import Agreement
import Testing

@testable import Storage

@Suite struct TouchImportTests {
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func take(_ rows: [TouchRow], on day: String = "2026-02-16", isDryRun: Bool = false) throws
    -> RowSummary
  {
    try database.importTouches(
      from: "calls.csv", for: acme, by: "ada", at: Example.moment(day), isDryRun: isDryRun
    ) { record in
      for row in rows { try record(row) }
      return Digest(hashing: "\(rows)")
    }
  }

  private func touch(_ line: Int, _ id: String, kind: String = "call", lead: String = "a") -> TouchRow {
    TouchRow(line: line, touch: Touch(id: id, lead: lead, at: Example.at("2026-02-10"), kind: kind))
  }

  @Test func `keeps what a row says, and changes nothing the second time`() throws {
    #expect(try take(Example.touchRows).added == 2)
    let book = try #require(try database.leadBook(of: acme))
    #expect(book.touches(of: "4711") == [Example.touchRows[0].touch])
    #expect(book.touches(of: "4712") == [Example.touchRows[1].touch])
    let head = try database.journalHead()
    let again = try take(Example.touchRows)
    #expect(again.unchanged == 2)
    #expect(again.importedBefore?.number == 1)
    #expect(again.number == nil)
    #expect(try database.journalHead() == head)
  }

  @Test func `puts a later word in place of an earlier one, which stays known on its day`() throws {
    _ = try take([touch(2, "1"), touch(3, "2")])
    #expect(try take([touch(2, "1", kind: "meeting"), touch(3, "3")], on: "2026-03-01").changed == 1)
    let book = try #require(try database.leadBook(of: acme))
    #expect(book.touches(of: "a").map(\.kind) == ["meeting", "call", "call"])
    let before = try #require(try database.leadBook(of: acme, asOf: try Day("2026-02-28")))
    #expect(before.touches(of: "a").map(\.kind) == ["call", "call"])
    #expect(try database.verify().problems == [])
  }

  @Test(arguments: [false, true])
  func `refuses a file that says two things of one touch`(isKnown: Bool) throws {
    if isKnown { _ = try take([touch(2, "1")]) }
    let head = try database.journalHead()
    let refusal = #expect(throws: ImportRefusal.self) {
      try take([
        touch(2, "1"), touch(3, "1"), touch(4, "1", kind: "meeting"), touch(5, ""), touch(6, "2", lead: ""),
      ])
    }
    #expect(refusal?.rows.map(\.line) == [4, 5, 6])
    #expect(refusal?.rows.map(\.reason) == [.contradicts(line: 2, of: "touch 1"), .nameless, .nameless])
    #expect(try database.journalHead() == head)
  }

  @Test func `rehearses an import without keeping it`() throws {
    let head = try database.journalHead()
    let summary = try take([touch(2, "1")], isDryRun: true)
    #expect(
      summary == RowSummary(added: 1, changed: 0, unchanged: 0, older: 0, importedBefore: nil, number: nil))
    #expect(try database.journalHead() == head)
    #expect(try #require(try database.leadBook(of: acme)).isEmpty)
  }
}
