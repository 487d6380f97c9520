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

  @Test func `counts each touch of a day that has no time and no id, and changes nothing the second time`()
    throws
  {
    func call(_ line: Int, _ at: String, rep: String? = "Kim", isAutomatic: Bool = false) -> TouchRow {
      TouchRow(
        line: line,
        touch: Touch(lead: "a", at: Example.at(at), kind: "call", rep: rep, isAutomatic: isAutomatic))
    }
    _ = try take([call(2, "2026-02-10")])
    let rows = [
      call(2, "2026-02-10"), call(3, "2026-02-10"), call(4, "2026-02-10", rep: "Eve"),
      call(5, "2026-02-10", isAutomatic: true), call(6, "2026-02-11T10:00:00Z"),
      call(7, "2026-02-11T10:00:00Z"),
    ]
    let summary = try take(rows)
    #expect(summary.added == 4)
    #expect(summary.unchanged == 2)
    let touches = try #require(try database.leadBook(of: acme)).touches(of: "a")
    #expect(
      touches.map(\.id).sorted() == [
        "a 2026-02-10 call Eve", "a 2026-02-10 call Kim", "a 2026-02-10 call Kim #2",
        "a 2026-02-10 call Kim #3", "a 2026-02-11T10:00:00Z call Kim",
      ])
    #expect(touches.filter(\.isAutomatic).map(\.id) == ["a 2026-02-10 call Kim #3"])
    #expect(try take(rows).number == nil)
    #expect(try take([touch(2, "7"), touch(3, "7")]).added == 1)
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
