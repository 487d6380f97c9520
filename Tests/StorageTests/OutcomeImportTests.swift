import Agreement
import Testing

@testable import Storage

@Suite struct OutcomeImportTests {
  private let database: Database
  private let acme = Example.name("acme-2026")
  private let february = given(try Month("2026-02"))

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    try Example.fill(database)
  }

  private func row(
    _ line: Int, sqls: Int? = nil, won: Int? = nil, revenue: Money? = nil, key: LeadTypeKey = Example.web
  ) -> OutcomeRow {
    OutcomeRow(
      line: line,
      outcome: NewOutcome(
        key: key, month: february, figures: OutcomeFigures(sqls: sqls, won: won, revenue: revenue))
    )
  }

  private func take(_ rows: [OutcomeRow], isDryRun: Bool = false) throws -> RowSummary {
    try database.importOutcomes(
      from: "outcomes.csv", for: acme, by: "sam", at: Example.later, isDryRun: isDryRun
    ) { record in
      for row in rows { try record(row) }
      return Digest(hashing: "\(rows)")
    }
  }

  @Test func `adds what is new, and leaves alone what is known`() throws {
    let rows = [row(2, sqls: 60), row(3, sqls: 20, key: Example.outbound)]
    let summary = try take(rows)
    #expect(
      summary == RowSummary(added: 1, changed: 0, unchanged: 1, older: 0, importedBefore: nil, number: 2))
    let later = try take([row(2, sqls: 61, won: 4)])
    #expect(later == RowSummary(added: 0, changed: 1, unchanged: 0, older: 0, importedBefore: nil, number: 3))
    let outcomes = try #require(try database.ledger(of: acme)).outcomes
    #expect(outcomes.map(\.figures.sqls) == [60, 20, 61])
    #expect(try take(rows.suffix(1)).number == nil)
    #expect(try database.connection.count("SELECT sum(import_id) FROM outcome") == 5)
    #expect(try database.verify().problems == [])
  }

  @Test func `refuses what cannot be, and a file that states two things of the same leads`() throws {
    let head = try database.journalHead()
    let refusal = #expect(throws: ImportRefusal.self) {
      try take([
        row(2, sqls: 400), row(3, sqls: 70, key: Example.outbound), row(4, sqls: 70, key: Example.outbound),
        row(5, sqls: 71, key: Example.outbound),
      ])
    }
    #expect(refusal?.rows.map(\.line) == [2, 5])
    #expect(refusal?.rows.last?.reason == .contradicts(line: 3, of: "smb/outbound in 2026-02"))
    #expect(
      refusal?.description.hasPrefix("outcomes.csv:2: 400 SQLs of smb/website-form in 2026-02, but") == true)
    #expect(try database.journalHead() == head)
  }

  @Test func `refuses revenue in another currency`() throws {
    let euro = try Currency("EUR")
    let refusal = #expect(throws: ImportRefusal.self) {
      try take([row(2, won: 4, revenue: Money(minorUnits: 1, euro))])
    }
    #expect(refusal?.rows.map(\.reason) == [.otherCurrency(euro, agreed: Example.dollar)])
  }

  @Test func `rehearses an import without keeping it`() throws {
    let head = try database.journalHead()
    #expect(try take([row(2, sqls: 61)], isDryRun: true).changed == 1)
    #expect(try database.journalHead() == head)
  }
}
