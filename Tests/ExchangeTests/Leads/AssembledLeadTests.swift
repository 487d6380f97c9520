import Agreement
import Exchange
import Testing

@Suite struct AssembledLeadTests {
  /// The leads that the records of some files make, by id.
  private static func leads(_ files: [String]) throws -> [String: Lead] {
    let mark = EntryMark(number: 1, at: try Moment("2026-04-01T00:00:00Z"), by: "Ada")
    let records = try files.flatMap { try LeadSample.fixture($0, for: nil).rows }
      .map { LeadRecord(key: $0.key, facts: $0.facts, told: [], mark: mark) }
    let leads = LeadBook(records: records).leads
    return Dictionary(uniqueKeysWithValues: leads.map { ($0.id, $0) })
  }

  private static let salesforce = [
    "salesforce-leads.csv", "salesforce-opportunities.csv", "salesforce-lead-history.csv",
    "salesforce-opportunity-history.csv",
  ]

  @Test func `puts Salesforce's reports together, in whichever order they come`() throws {
    let leads = try Self.leads(Self.salesforce)
    #expect(leads == (try Self.leads(Self.salesforce.reversed())))
    let won = try #require(leads["00Q5e00001AAAA2"])
    #expect(won.facts.leadType == "Phone Inquiry")
    #expect(won.facts.salesQualified == .moment(try Moment("2026-01-13T16:00:00Z")))
    #expect(won.facts.opportunity == .day(try Day("2026-01-14")))
    #expect(won.facts.won == .day(try Day("2026-02-20")))
    #expect(won.facts.lost == nil)
    #expect(won.revenue.map(\.description) == ["$45,000.00"])
    let contacted = try #require(leads["00Q5e00001AAAA1"])
    #expect(contacted.facts.contacted == .moment(try Moment("2026-01-05T11:00:00Z")))
    #expect(leads["deal 0065e0002"]?.facts.lost != nil)
    #expect(leads["deal 0065e0002"]?.facts.reason == "No budget")
  }

  @Test func `puts HubSpot's contacts and deals together`() throws {
    let leads = try Self.leads(["hubspot-contacts.csv", "hubspot-deals.csv"])
    #expect(leads.count == 5)
    #expect(leads["102"]?.revenue.map(\.description) == ["€2,500.50"])
    #expect(leads["102"]?.facts.leadType == "Direct Traffic")
    #expect(leads["101"]?.hasReached(.opportunity) == true)
    #expect(leads["101"]?.ended == nil)
    #expect(leads["103"]?.facts.delivered == nil)
    #expect(leads["103"]?.facts.lost == .day(try Day("2026-03-01")))
    #expect(leads["deal 9004"]?.facts.delivered == .day(try Day("2026-01-13")))
  }
}
