import Agreement
import Testing

@testable import Reporting

/// A lead's sheet, where the contract does not count by leads or little is known.
@Suite struct LeadSheetTests {
  private func sheet(
    _ facts: LeadFacts, as part: LeadRecord.Part = .lead, source: Contract.DeliverySource = .leads
  ) throws -> Document {
    let contract = try LeadAgreement.contract(
      [
        LeadAgreement.stream(
          "smb", "Small business", quota: "1000",
          LeadAgreement.leadType("website", "Website form", share: "100%"))
      ], source: source)
    var pile = LeadPile()
    try pile.add("L-1", facts, as: part)
    let ledger = try Ledger(history: LeadAgreement.history(contract), leads: pile.book)
    let changes = pile.records.map { LeadSheet.Change(record: $0, file: "leads.csv", line: 2) }
    let sheet = LeadSheet("L-1", of: ledger, history: changes, today: try Day("2026-03-10"))
    return try #require(sheet).document(Provenance())
  }

  @Test func `says that a lead counts for nothing where counts are logged`() throws {
    let facts = LeadFacts(leadType: "website", delivered: try Occurrence("2026-02-02"))
    func counts(_ source: Contract.DeliverySource) throws -> String? {
      try sheet(facts, source: source).facts.first { $0.key == "standing" }?.value
    }
    #expect(try counts(.leads) == "in 2026-02")
    #expect(try counts(.logged) == "no, the contract takes the counts of 2026-02 as they were logged")
  }

  @Test(arguments: [
    (Stage.mql, "named as MQL, without a time"), (.sql, "named as SQL, without a time"),
    (.opportunity, "named as opportunity, without a time"), (.won, "named as won, without a time"),
  ])
  func `names a stage without a time, and not one that has a time`(stage: Stage, line: String) throws {
    let bare = try sheet(LeadFacts(stage: stage))
    #expect(bare.sentences(of: "stages").contains(line))
    let day = try Occurrence("2026-02-02")
    let dated = try sheet(
      LeadFacts(delivered: day, salesQualified: day, opportunity: day, won: day, stage: stage))
    #expect(!dated.sentences(of: "stages").contains { $0.contains("without a time") })
  }

  @Test func `says that nothing is known, and that a change said nothing`() throws {
    let sheet = try sheet(LeadFacts())
    #expect(sheet.sentences(of: "stages") == ["nothing is known"])
    #expect(
      sheet.sentences(of: "changes") == ["import 3, leads.csv:2, on 2026-04-01 by ada: nothing"])
    #expect(sheet.facts.first { $0.key == "lead-type" }?.value == "nothing is said of where it comes from")
  }

  @Test func `there is none of a lead that is not on record`() throws {
    let contract = try LeadSample.contract()
    let ledger = try Ledger(history: LeadAgreement.history(contract))
    #expect(LeadSheet("L-1", of: ledger, history: [], today: LeadSample.today) == nil)
  }
}
