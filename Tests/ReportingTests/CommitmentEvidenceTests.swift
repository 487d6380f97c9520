import Agreement
import Reporting
import Testing

/// What sales did, told by leads, as reports say it.
@Suite struct CommitmentEvidenceTests {
  private func review() throws -> PeriodReview {
    let usd = try Currency("USD")
    let funnel = try AgreedFunnel(
      mqlToSQL: Metric(Rate("50%")), sqlToOpportunity: Metric(Rate("80%")), winRate: Metric(Rate("25%")),
      averageOrderValue: Metric(Money("2000", usd)), timeToClose: Metric(0))
    let contract = try Contract(
      name: Name("pair"), term: MonthRange("2026-02..2026-02"), currency: usd, deliverySource: .leads,
      streams: [
        Stream(
          name: Name("smb"), quotas: Quotas(first: Month("2026-02"), amounts: [Money("1000", usd)]),
          retention: Share("0%"),
          leadTypes: [LeadType(name: Name("web"), share: Share("100%"), funnel: funnel)])
      ],
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 240, clock: .elapsed, share: Share("90%"))),
      signatories: [
        Signatory(name: "Ada", email: Email("ada@example.com"), team: .marketing, role: "", owes: ""),
        Signatory(name: "Ben", email: Email("ben@example.com"), team: .sales, role: "", owes: ""),
      ])
    let mark = EntryMark(number: 1, at: try Moment("2026-02-01T00:00:00Z"), by: "ada")
    let version = Version(
      number: 1, contract: contract, digest: Digest(bytes: Array(repeating: 7, count: 32)),
      proposedAt: mark.at, proposedBy: "ada")
    let records = try ["2026-02-02T11:00:00Z", "2026-02-02T19:00:00Z"].enumerated().map { index, contacted in
      let facts = try LeadFacts(
        leadType: "web", delivered: Occurrence("2026-02-02T10:00:00Z"), contacted: Occurrence(contacted))
      return LeadRecord(
        key: LeadRecord.Key(lead: "\(index)"), facts: facts,
        told: [.leadType, .delivered, .contacted], mark: mark)
    }
    let ledger = Ledger(
      history: ContractHistory(versions: [version], signatures: []),
      leads: LeadBook(records: records))
    return try #require(try PeriodReview(.month(Month("2026-02")), of: ledger, today: Day("2026-02-20")))
  }

  @Test func `says how many leads a figure was told by, and that no entry is behind it`() throws {
    let document = try review().document(Provenance())
    func derivation(_ name: String) throws -> Derivation {
      try #require(document.figures.first { $0.key.description == "2026-02/contacted-\(name)" }).derivation
    }
    #expect(try derivation("met").computation == "1" && derivation("due").computation == "2")
    #expect(try derivation("due").formula == "the leads that were due")
    #expect(try derivation("met").formula == "the leads for which it was kept")
    let told = try derivation("ratio").inputs.map { "\($0.label) \($0.value) \($0.source ?? "")" }
    #expect(told.last == "leads delivered 2 the leads on record")
    #expect(try derivation("ratio").entries.isEmpty)
    #expect(try derivation("ratio").clause == "docs/arithmetic.md, First contact")
  }
}
