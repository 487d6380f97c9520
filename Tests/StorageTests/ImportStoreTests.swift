import Agreement
import Testing

@testable import Storage

@Suite struct ImportStoreTests {
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func file(_ text: String, _ rows: [(LeadTypeKey, String, Int)]) -> DeliveryFile {
    DeliveryFile(
      name: "\(text).csv",
      digest: Digest(hashing: text),
      rows: rows.enumerated().map { index, row in
        DeliveryFile.Row(
          line: index + 2,
          delivery: NewDelivery(key: row.0, days: Example.week(row.1), count: row.2)
        )
      }
    )
  }

  private func take(_ file: DeliveryFile, isDryRun: Bool = false) throws -> ImportSummary {
    try database.importDeliveries(
      file,
      for: acme,
      by: "ada",
      at: Example.moment("2026-02-16"),
      isDryRun: isDryRun
    )
  }

  private func counts() throws -> [Int] {
    try #require(try database.ledger(of: acme)).deliveries.map(\.count)
  }

  @Test func `adds what is new, and leaves alone what is on record`() throws {
    let first = try take(file("a", [(Example.web, "2026-W07", 212), (Example.outbound, "2026-W07", 80)]))
    #expect(first.added.count == 2)
    #expect(first.number == 1)
    let longer = try take(file("b", [(Example.web, "2026-W07", 212), (Example.web, "2026-W08", 0)]))
    #expect(longer.added.map(\.count) == [0])
    #expect(longer.unchanged == 1)
    #expect(try counts() == [212, 80, 0])
  }

  @Test func `says when a file was imported before, and changes nothing`() throws {
    let rows = file("a", [(Example.web, "2026-W07", 212)])
    _ = try take(rows)
    let head = try database.journalHead()
    let again = try take(rows)
    #expect(again.importedBefore == EntryMark(number: 1, at: Example.moment("2026-02-16"), by: "ada"))
    #expect(again.added == [])
    #expect(again.unchanged == 1)
    #expect(try database.journalHead() == head)
  }

  @Test func `reads the same bytes again row by row, so that what was corrected meanwhile is seen`() throws {
    let rows = file("a", [(Example.web, "2026-W07", 212)])
    _ = try take(rows)
    _ = try database.correct(
      [NewDelivery(key: Example.web, days: Example.week("2026-W07"), count: -212)],
      reason: "wrong year",
      for: acme,
      by: "ada",
      at: Example.moment("2026-02-16")
    )
    let again = try take(rows)
    #expect(again.added.map(\.count) == [212])
    #expect(again.importedBefore?.number == 1)
    #expect(again.number == 2)
    #expect(try counts() == [212, -212, 212])
  }

  @Test func `keeps no record of a file that brings nothing new`() throws {
    _ = try take(file("a", [(Example.web, "2026-W07", 212)]))
    let head = try database.journalHead()
    let summary = try take(file("b", [(Example.web, "2026-W07", 212)]))
    #expect(summary.number == nil)
    #expect(summary.importedBefore == nil)
    #expect(try database.journalHead() == head)
    #expect(try database.connection.count("SELECT count(*) FROM import") == 1)
  }

  @Test func `compares with the count as corrected`() throws {
    _ = try take(file("a", [(Example.web, "2026-W07", 212)]))
    _ = try database.correct(
      [NewDelivery(key: Example.web, days: Example.week("2026-W07"), count: -12)],
      reason: "spam",
      for: acme,
      by: "ada",
      at: Example.moment("2026-02-16")
    )
    #expect(try take(file("b", [(Example.web, "2026-W07", 200)])).unchanged == 1)
    #expect(throws: ImportRefusal.self) { try take(file("c", [(Example.web, "2026-W07", 212)])) }
  }

  @Test func `refuses a file with every row that does not fit, and takes none of it`() throws {
    _ = try take(file("a", [(Example.web, "2026-W07", 212)]))
    let chat = LeadTypeKey(stream: Example.name("smb"), leadType: Example.name("chat"))
    let refusal = #expect(throws: ImportRefusal.self) {
      try take(
        file(
          "b",
          [
            (Example.web, "2026-W08", 1), (Example.web, "2026-W07", 213), (chat, "2026-W08", 4),
            (Example.web, "2026-W08", 1), (Example.outbound, "2026-W08", -1),
          ]
        )
      )
    }
    #expect(refusal?.rows.map(\.line) == [3, 4, 5, 6])
    #expect(refusal?.rows[2].reason == .repeats(line: 2))
    #expect(
      refusal?.description.split(separator: "\n")[3].hasPrefix("b.csv:6: -1 leads of smb/outbound") == true
    )
    #expect(try counts() == [212])
    #expect(try database.journalHead().number == 2)
    #expect(try database.verify().problems == [])
  }

  @Test func `rehearses an import without keeping it`() throws {
    let summary = try take(file("a", [(Example.web, "2026-W07", 212)]), isDryRun: true)
    #expect(summary.added.map(\.count) == [212])
    #expect(summary.number == nil)
    #expect(try counts() == [])
    #expect(try database.journalHead().number == 1)
    #expect(throws: ImportRefusal.self) {
      try take(file("b", [(Example.web, "2026-W07", -1)]), isDryRun: true)
    }
  }
}
