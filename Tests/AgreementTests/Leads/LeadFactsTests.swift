import Agreement
import Testing

@Suite struct LeadFactsTests {
  private func day(_ text: String) throws -> Occurrence { try Occurrence(text) }

  @Test func `change only in what the newer file has columns for`() throws {
    let known = LeadFacts(
      leadType: "Web", delivered: try day("2026-02-03"), rep: "Eve", attributes: ["size": "9"])
    let newer = LeadFacts(won: try day("2026-04-01"), attributes: ["industry": "finance"])
    let updated = known.updated(
      by: newer, columns: LeadColumns(fields: [.rep, .won], attributes: ["industry"]))
    #expect(
      updated
        == LeadFacts(
          leadType: "Web", delivered: try day("2026-02-03"), won: try day("2026-04-01"),
          attributes: ["size": "9", "industry": "finance"]))
  }

  @Test func `are taken back by an empty column`() throws {
    let known = LeadFacts(won: try day("2026-04-01"), reason: "price", attributes: ["size": "9"])
    let columns = LeadColumns(fields: [.won, .reason], attributes: ["size"])
    #expect(known.updated(by: LeadFacts(), columns: columns) == LeadFacts())
  }

  @Test func `of files that share no column come out alike in either order`() throws {
    let (a, b) = (LeadFacts(delivered: try day("2026-02-03")), LeadFacts(won: try day("2026-04-01")))
    let (first, second) = (LeadColumns(fields: [.delivered]), LeadColumns(fields: [.won]))
    let nothing = LeadFacts()
    #expect(
      nothing.updated(by: a, columns: first).updated(by: b, columns: second)
        == nothing.updated(by: b, columns: second).updated(by: a, columns: first))
  }

  @Test(arguments: [LeadRecord.Part.lead, .deal("77"), .event("2026-02-01 Closed Won")])
  func `stand in a part that reads back as it is stored`(part: LeadRecord.Part) throws {
    #expect(try LeadRecord.Part(part.description) == part)
  }

  @Test func `stand in no other part`() {
    #expect(throws: Unreadable.self) { try LeadRecord.Part("quote 5") }
  }
}
