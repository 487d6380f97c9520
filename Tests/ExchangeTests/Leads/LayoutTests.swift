import Agreement
import Exchange
import Testing

@Suite struct LayoutTests {
  @Test func `reads HubSpot's contacts: delivered when they become MQLs`() throws {
    let reading = try LeadSample.fixture(
      "hubspot-contacts.csv", for: LeadSample.contract(conditions: ["number of employees > 10"]))
    #expect(reading.layout == "HubSpot contacts")
    #expect(reading.problems == [])
    #expect(
      reading.lines == [
        "2 101: delivered=2026-01-06T10:00:00Z contacted=2026-01-06T11:30:00Z type=Organic Search rep=Sam Reed stage=mql number of employees:25",
      ])
    #expect(reading.columns == LeadColumns(fields: []))
  }

  @Test(arguments: [
    ("hubspot-deals.csv", "HubSpot deals", 0, []),
    ("salesforce-leads.csv", "Salesforce leads", 5, []),
    ("salesforce-leads-without-id.csv", "Salesforce leads", 2, []),
    ("salesforce-opportunities.csv", "Salesforce opportunities", 1, []),
    ("salesforce-lead-history.csv", "Salesforce lead history", 3, []),
    ("salesforce-opportunity-history.csv", "Salesforce opportunity history", 0, []),
    ("pipedrive-deals.csv", "Pipedrive deals", 1, []),
    ("pipedrive-deals-new.csv", "Pipedrive deals", 0, []),
  ] as [(String, String, Int, [String])])
  func `reads each layout, known by its headers`(file: String, layout: String, skipped: Int, lines: [String]) throws {
    let reading = try LeadSample.fixture(file)
    #expect(reading.layout == layout)
    #expect(reading.problems == [])
    #expect(reading.skipped == skipped)
    #expect(reading.lines == lines)
    print(file, reading.columns.fields.map(\.rawValue).sorted())
    for line in reading.lines { print("LINE", line) }
  }
}
