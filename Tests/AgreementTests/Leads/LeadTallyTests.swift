import Agreement
import Testing

@Suite struct LeadTallyTests {
  private let columns = LeadColumns(fields: [.externalID, .leadType, .delivered])

  private func row(_ key: LeadRecord.Key, _ type: String?, _ delivered: String? = "2026-02-03") throws
    -> LeadRow
  {
    LeadRow(
      line: 2, key: key, facts: LeadFacts(leadType: type, delivered: try delivered.map { try Occurrence($0) })
    )
  }

  @Test func `counts what no lead type lists, of leads and of deals that say when their lead was delivered`()
    throws
  {
    var tally = LeadTally(under: try Specimen.contract())
    for row in [
      try row(LeadRecord.Key(lead: "1"), "website"), try row(LeadRecord.Key(lead: "2"), "Fair"),
      try row(LeadRecord.Key(lead: "3"), nil), try row(LeadRecord.Key(lead: "4"), "Fair", nil),
      try row(LeadRecord.Key(lead: "deal 9", part: .deal("9")), "Fair"),
      try row(LeadRecord.Key(lead: "1", part: .deal("8")), "Fair"),
      try row(LeadRecord.Key(lead: "1", part: .event("8")), "Fair"),
    ] {
      tally.add(row, columns: columns)
    }
    #expect(tally.unassigned == ["Fair": 3, "": 1])
    #expect(tally.undelivered == 1)
    #expect(tally.shortfalls == [:])
  }

  @Test func `says nothing of files that do not say when leads were delivered`() throws {
    var tally = LeadTally(under: try Specimen.contract())
    tally.add(
      try row(LeadRecord.Key(lead: "2"), "Fair", nil), columns: LeadColumns(fields: [.externalID, .won]))
    #expect(tally.unassigned == [:] && tally.undelivered == 0)
  }
}
