import Agreement
import Testing

@testable import Storage

@Suite struct LeadImportTests {
  private let folder: TemporaryFolder
  private let database: Database
  private let acme = Example.name("acme-2026")
  private let plain = LeadColumns(fields: [.externalID, .leadType, .delivered, .rep, .won])

  init() throws {
    folder = try TemporaryFolder()
    database = try Database.open(
      at: folder.file("a.leadpact"), for: .recording(create: true), at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func row(
    _ line: Int, _ lead: String, rep: String? = nil, won: String? = nil, part: LeadRecord.Part = .lead
  ) -> LeadRow {
    LeadRow(
      line: line,
      key: LeadRecord.Key(lead: lead, part: part),
      facts: LeadFacts(
        leadType: "outbound", delivered: Example.at("2026-02-10"), rep: rep, won: won.map(Example.at))
    )
  }

  private func take(
    _ file: String,
    _ rows: [LeadRow],
    columns: LeadColumns? = nil,
    missingID: String? = nil,
    on day: String = "2026-02-16",
    isDryRun: Bool = false
  ) throws -> RowSummary {
    let digest = Digest(hashing: "\(file) \(rows)")
    return try database.importLeads(
      from: file,
      columns: columns ?? plain,
      missingID: missingID,
      for: acme,
      by: "ada",
      at: Example.moment(day),
      isDryRun: isDryRun
    ) { record in
      for row in rows { try record(row) }
      return digest
    }
  }

  private func book(asOf day: String? = nil) throws -> LeadBook {
    try #require(try database.leadBook(of: acme, asOf: day.map { try Day($0) }))
  }

  @Test func `keeps all that a row says, in each of its parts`() throws {
    let summary = try take("crm.csv", Example.leadRows, columns: Example.everyColumn)
    #expect(
      summary == RowSummary(added: 4, changed: 0, unchanged: 0, older: 0, importedBefore: nil, number: 1))
    let mark = EntryMark(number: 1, at: Example.moment("2026-02-16"), by: "ada")
    let expected = LeadBook(
      records: Example.leadRows.map {
        LeadRecord(
          key: $0.key, facts: $0.facts,
          told: LeadFields(LeadField.allCases).subtracting([.externalID, .currency]), mark: mark)
      }
    )
    #expect(try book() == expected)
    #expect(try #require(try database.ledger(of: acme)).leads == expected)
    #expect(try #require(try database.ledger(of: acme, days: Example.week("2026-W07"))).leads.isEmpty)
  }

  @Test func `updates what a later file has columns for, and keeps what was known before`() throws {
    _ = try take("crm.csv", [row(2, "a", rep: "Kim"), row(3, "b")])
    let later = try take(
      "won.csv",
      [row(2, "a", won: "2026-02-14"), row(3, "c")],
      columns: LeadColumns(fields: [.externalID, .leadType, .delivered, .won]),
      on: "2026-03-02"
    )
    #expect(later == RowSummary(added: 1, changed: 1, unchanged: 0, older: 0, importedBefore: nil, number: 2))
    let a = try #require(try book().lead("a"))
    #expect(a.facts.rep == "Kim")
    #expect(a.facts.won == Example.at("2026-02-14"))
    #expect(a.mark.number == 2)
    #expect(try book().leads.map(\.id) == ["a", "b", "c"])
    #expect(try book(asOf: "2026-03-01").lead("a")?.facts.won == nil)
    #expect(try book(asOf: "2026-03-01").leads.map(\.id) == ["a", "b"])
    #expect(try book(asOf: "2026-02-15").isEmpty)
    let history = try database.leadHistory(of: acme, lead: "a")
    #expect(history.map(\.file) == ["crm.csv", "won.csv"])
    #expect(history.map(\.line) == [2, 2])
    #expect(history.map(\.record.facts.won) == [nil, Example.at("2026-02-14")])
    #expect(history.map(\.record.mark.number) == [1, 2])
    #expect(try database.leadHistory(of: acme, lead: "a", asOf: try Day("2026-03-01")).count == 1)
  }

  @Test func `takes back what a column that is there leaves empty`() throws {
    _ = try take("crm.csv", [row(2, "a", rep: "Kim", won: "2026-02-14")])
    #expect(try take("b.csv", [row(2, "a", rep: "Kim")]).changed == 1)
    #expect(try book().lead("a")?.facts.won == nil)
  }

  @Test func `changes nothing when a file is imported again`() throws {
    let rows = [row(2, "a", rep: "Kim"), row(3, "a", part: .deal("7")), row(4, "b")]
    _ = try take("crm.csv", rows)
    let head = try database.journalHead()
    let mark = EntryMark(number: 1, at: Example.moment("2026-02-16"), by: "ada")
    #expect(
      try take("crm.csv", rows, on: "2026-03-01")
        == RowSummary(added: 0, changed: 0, unchanged: 3, older: 0, importedBefore: mark, number: nil))
    #expect(try database.journalHead() == head)
  }

  @Test(arguments: [false, true])
  func `refuses rows that nothing but a missing column of ids would tell apart`(isKnown: Bool) throws {
    if isKnown { _ = try take("crm.csv", [row(2, "made-1"), row(3, "made-2")], missingID: "Lead ID") }
    let refusal = #expect(throws: ImportRefusal.self) {
      try take(
        "b.csv", [row(2, "made-1"), row(3, "made-2"), row(4, "made-1"), row(5, "made-2", rep: "Eve")],
        missingID: "Lead ID")
    }
    #expect(refusal?.rows.map(\.line) == [4, 5])
    #expect(
      refusal?.rows.map(\.reason) == [
        .indistinct(line: 2, column: "Lead ID"), .indistinct(line: 3, column: "Lead ID"),
      ])
    #expect(try take("c.csv", [row(2, "made-1"), row(3, "made-2")], missingID: "Lead ID").changed == 0)
  }

  @Test func `remembers that a file would have told what none of its rows says`() throws {
    let few = LeadColumns(fields: [.externalID, .leadType, .delivered])
    _ = try take("crm.csv", [row(2, "a")], columns: few)
    #expect(try book().lead("a")?.told.tell(.won) == false)
    let summary = try take("won.csv", [row(2, "a")])
    #expect(summary.changed == 1)
    #expect(summary.number == 2)
    #expect(try book().lead("a")?.told.tell(.won) == true)
    #expect(try take("again.csv", [row(2, "a")]).number == nil)
    #expect(try take("few.csv", [row(2, "a")], columns: few).number == nil)
    #expect(try book(asOf: "2026-02-16").lead("a")?.told == [.leadType, .delivered, .rep, .won])
    #expect(try database.verify().problems == [])
  }

  @Test(arguments: [false, true])
  func `refuses a file that says two things of one record, naming both lines`(isKnown: Bool) throws {
    if isKnown {
      _ = try take("crm.csv", [row(2, "a", rep: "Kim"), row(3, "b"), row(4, "b", part: .deal("7"))])
    }
    let head = try database.journalHead()
    let refusal = #expect(throws: ImportRefusal.self) {
      try take(
        "b.csv",
        [
          row(2, "a", rep: "Kim"), row(3, "b", part: .deal("7")), row(4, "a", rep: "Kim"),
          row(5, "a", rep: "Eve"), row(6, "b", won: "2026-02-14", part: .deal("7")), row(7, ""),
          row(8, "c", rep: "Kim"), row(9, "c", rep: "Eve"),
        ]
      )
    }
    #expect(
      refusal?.description == """
        b.csv:5: it says something else of lead a than line 2; keep the one that is right
        b.csv:6: it says something else of lead b, deal 7 than line 3; keep the one that is right
        b.csv:7: it has no id; give the column that names what it is about
        b.csv:9: it says something else of lead c than line 8; keep the one that is right
        b.csv: nothing was imported; mend the lines above
        """
    )
    #expect(try database.journalHead() == head)
    #expect(try book().lead("c") == nil)
  }

  @Test func `lists the first fifty rows that it refuses, and counts the others`() throws {
    let refusal = #expect(throws: ImportRefusal.self) {
      try take("crm.csv", (2...72).map { row($0, "") })
    }
    #expect(refusal?.rows.map(\.line) == Array(2...51))
    #expect(refusal?.more == 21)
    #expect(
      refusal?.description.hasSuffix(
        "\ncrm.csv: and 21 more\ncrm.csv: nothing was imported; mend the lines above") == true)
  }

  @Test func `leaves nothing behind when the rows end with an error, or in a dry run`() throws {
    struct Broken: Error {}
    _ = try take("crm.csv", [row(2, "a")])
    let head = try database.journalHead()
    let known = try book()
    #expect(throws: Broken.self) {
      try database.importLeads(
        from: "b.csv", columns: plain, for: acme, by: "ada", at: Example.moment("2026-02-16")
      ) { record in
        try record(row(2, "b"))
        throw Broken()
      }
    }
    let rehearsal = try take("b.csv", [row(2, "a", rep: "Kim"), row(3, "b")], isDryRun: true)
    #expect(
      rehearsal == RowSummary(added: 1, changed: 1, unchanged: 0, older: 0, importedBefore: nil, number: nil))
    #expect(try database.journalHead() == head)
    #expect(try book() == known)
    #expect(try database.verify().problems == [])
  }

  @Test func `keeps the leads of contracts apart`() throws {
    _ = try database.propose(try Example.plain("other"), by: "ada", at: Example.moment)
    _ = try take("crm.csv", [row(2, "a")])
    let other = Example.name("other")
    #expect(try #require(try database.leadBook(of: other)) == LeadBook())
    let summary = try database.importLeads(
      from: "crm.csv", columns: plain, for: other, by: "ada", at: Example.later
    ) { record in
      try record(row(2, "a"))
      return Digest(hashing: "crm.csv")
    }
    #expect(
      summary == RowSummary(added: 1, changed: 0, unchanged: 0, older: 0, importedBefore: nil, number: 2))
    #expect(try database.leadBook(of: Example.name("nobody")) == nil)
  }

  @Test func `places leads as the contract counts them`() throws {
    _ = try take("crm.csv", [row(2, "a"), row(3, "b")])
    let ledger = try #require(try database.ledger(of: acme))
    #expect(ledger.placedLeads.map(\.key) == [Example.outbound, Example.outbound])
  }
}

@Suite struct LeadRecordChangeTests {
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    try Example.fill(database)
  }

  private func take(_ file: String, _ rows: [LeadRow], on day: String = "2026-05-01") throws -> RowSummary {
    try database.importLeads(
      from: file, columns: Example.everyColumn, for: acme, by: "ada", at: Example.moment(day)
    ) { record in
      for row in rows { try record(row) }
      return Digest(hashing: "\(rows)")
    }
  }

  private func deal(_ line: Int, _ number: String, of lead: String, won: String? = nil) -> LeadRow {
    LeadRow(
      line: line, key: LeadRecord.Key(lead: lead, part: .deal(number)),
      facts: LeadFacts(
        opportunity: Example.at("2026-02-01"), won: won.map(Example.at),
        amount: Money(minorUnits: 1_000, Example.dollar)))
  }

  private func lead(_ line: Int, _ id: String, rep: String, modified: String) -> LeadRow {
    LeadRow(
      line: line, key: LeadRecord.Key(lead: id),
      facts: LeadFacts(delivered: Example.at("2026-02-01"), rep: rep, modified: Example.at(modified)))
  }

  private func book(asOf day: String? = nil) throws -> LeadBook {
    try #require(try database.leadBook(of: acme, asOf: day.map { try Day($0) }))
  }

  @Test func `a deal is one record whichever lead it is said to have come of`() throws {
    _ = try take("march.csv", [deal(2, "77", of: "deal 77", won: "2026-02-14")])
    _ = try take("april.csv", [deal(2, "77", of: "101", won: "2026-02-14")], on: "2026-06-01")
    #expect(try book().leads.map(\.id) == ["101"])
    #expect(try book(asOf: "2026-05-31").leads.map(\.id) == ["deal 77"])
    #expect(throws: ImportRefusal.self) {
      try take("both.csv", [deal(2, "77", of: "101"), deal(3, "77", of: "102")], on: "2026-06-02")
    }
    #expect(throws: DisputeRefusal.self) {
      try database.reject(
        lead: "deal 77", reason: "spam", for: acme, by: "ben", at: Example.moment("2026-06-02"))
    }
    let views = try database.connection.rows("SELECT lead FROM report_lead WHERE part = 'deal 77'") { row in
      try row.text(0)
    }
    #expect(views == ["101"])
  }

  @Test func `a row that its system changed before what is known changes nothing`() throws {
    let march = lead(2, "a", rep: "Kim", modified: "2026-03-05T10:00:00Z")
    let january = lead(2, "a", rep: "Eve", modified: "2026-01-05T10:00:00Z")
    _ = try take("march.csv", [march])
    #expect(try take("january.csv", [january]).older == 1)
    #expect(try book().lead("a")?.facts.rep == "Kim")
    #expect(try take("later.csv", [lead(2, "a", rep: "Li", modified: "2026-03-06")]).changed == 1)
    #expect(try book().lead("a")?.facts.rep == "Li")
  }

  @Test func `an import that is withdrawn counts for nothing from then on, and may be made again`() throws {
    _ = try take("a.csv", [lead(2, "a", rep: "Kim", modified: "2026-02-01")])
    _ = try take("b.csv", [lead(2, "a", rep: "Eve", modified: "2026-02-02"), deal(3, "7", of: "b")])
    func withdraw(_ number: Int, _ reason: String = "wrong contract", on day: String = "2026-06-01") throws {
      try database.withdrawImport(
        number, reason: reason, for: acme, by: "ada", at: Example.moment(day))
    }
    #expect(throws: WithdrawalRefusal.overtaken(2, by: 3)) { try withdraw(2) }
    #expect(throws: WithdrawalRefusal.noReason) { try withdraw(3, " ") }
    #expect(throws: WithdrawalRefusal.unknown(9, newest: 3)) { try withdraw(9) }
    #expect(throws: WithdrawalRefusal.counts(1, .deliveries)) { try withdraw(1) }
    try withdraw(3)
    #expect(throws: WithdrawalRefusal.withdrawn(3)) { try withdraw(3) }
    #expect(try book().leads.map(\.id) == ["a"])
    #expect(try book().lead("a")?.facts.rep == "Kim")
    #expect(try book(asOf: "2026-05-31").leads.map(\.id) == ["a", "b"])
    #expect(try database.leadHistory(of: acme, lead: "a").map(\.withdrawn) == [nil, "wrong contract"])
    try withdraw(2)
    #expect(try book().isEmpty)
    let again = try take("b.csv", [deal(3, "7", of: "b")], on: "2026-06-02")
    #expect((again.added, again.number) == (1, 4))
    #expect(try database.verify().problems == [])
  }
}
