import Agreement
import Testing

@testable import Storage

@Suite struct RecordedWordsTests {
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func importLeads(_ leads: [(id: String, rep: String?)]) throws {
    _ = try database.importLeads(
      from: "crm.csv", columns: Example.everyColumn, for: acme, by: "ada", at: Example.later
    ) { record in
      for (line, lead) in leads.enumerated() {
        try record(
          LeadRow(
            line: line + 2, key: LeadRecord.Key(lead: lead.id),
            facts: LeadFacts(delivered: Example.at("2026-02-10"), rep: lead.rep)))
      }
      return Digest(hashing: "\(leads)")
    }
  }

  @Test func `gives each rep once, by name`() throws {
    #expect(try database.reps(of: acme) == [])
    try importLeads([("1", "Tom Hale"), ("2", "Eve Wu"), ("3", nil), ("4", "Eve Wu")])
    #expect(try database.reps(of: acme) == ["Eve Wu", "Tom Hale"])
    #expect(try database.reps(of: Example.name("other")) == [])
  }

  @Test(arguments: [
    ("", ["10", "100", "2"]), ("1", ["10", "100"]), ("100", ["100"]), ("3", []), ("é", ["é1"]), ("1%", []),
  ])
  func `gives the ids that begin so, the first of them`(prefix: String, ids: [String]) throws {
    try importLeads([("2", nil), ("100", nil), ("10", nil), ("é1", nil)])
    #expect(try database.leadIDs(of: acme, beginningWith: prefix, limit: 3) == ids)
  }

  @Test func `what was taken back is not there`() throws {
    try importLeads([("1", "Tom Hale")])
    try database.withdrawImport(1, reason: "wrong file", for: acme, by: "ada", at: Example.later)
    #expect(try database.reps(of: acme) == [])
    #expect(try database.leadIDs(of: acme, beginningWith: "", limit: 3) == [])
  }

  @Test func `counts no further than it must`() throws {
    try importLeads([("1", nil), ("2", nil)])
    #expect(try database.hasMoreLeads(than: 1, of: acme))
    #expect(try !database.hasMoreLeads(than: 2, of: acme))
    #expect(try !database.hasMoreLeads(than: 0, of: Example.name("other")))
  }
}
