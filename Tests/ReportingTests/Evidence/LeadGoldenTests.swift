import Agreement
import Testing

@testable import Reporting

/// Whole reports on leads, as they were.
@Suite struct LeadGoldenTests {
  @Test(arguments: [
    (OutputFormat.text, "leads-quarter.txt"), (.markdown, "leads-quarter.md"), (.json, "leads-quarter.json"),
    (.csv, "leads-quarter.csv"),
  ])
  func `a quarter that leads tell of looks as it did`(format: OutputFormat, file: String) throws {
    try Golden.expect(LeadSample.quarter().rendered(as: format), toBeIn: file)
  }

  @Test(arguments: [(OutputFormat.text, "rates.txt"), (.markdown, "rates.md"), (.json, "rates.json")])
  func `observed rates look as they did`(format: OutputFormat, file: String) throws {
    try Golden.expect(LeadSample.rates().rendered(as: format), toBeIn: file)
  }

  @Test func `observed rates fit a narrower terminal`() throws {
    let layout = TextRenderer(width: 80)
    try Golden.expect(LeadSample.rates().rendered(as: .text, layout: layout), toBeIn: "rates-80.txt")
  }

  @Test(arguments: [(OutputFormat.text, "overdue.txt"), (.csv, "overdue.csv")])
  func `overdue leads look as they did`(format: OutputFormat, file: String) throws {
    try Golden.expect(LeadSample.overdue(limit: 12).rendered(as: format), toBeIn: file)
  }

  @Test(arguments: [(OutputFormat.text, "disputes.txt"), (.csv, "disputes.csv")])
  func `disputes look as they did`(format: OutputFormat, file: String) throws {
    try Golden.expect(LeadSample.disputes().rendered(as: format), toBeIn: file)
  }

  @Test func `a lead says whether it counts, and all that is on record`() throws {
    let leads = ["W-100", "O-204", "O-205", "R-1", "R-2", "X-2", "X-3", "N-1", "P-1", "D-1", "B-1"]
    let sheets = try leads.map { try LeadSample.sheet($0).rendered(as: .text) }
    try Golden.expect(sheets.joined(separator: "\n\n"), toBeIn: "leads.txt")
  }

  @Test func `no report on leads is wider than a hundred columns`() throws {
    let documents = try [
      LeadSample.quarter(), LeadSample.review(.month(Month("2026-02"))), LeadSample.rates(),
      LeadSample.overdue(), LeadSample.disputes(), LeadSample.sheet("D-1"),
    ]
    for document in documents {
      for line in document.rendered(as: .text).split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= 100, "\(line)")
      }
    }
  }

  @Test func `a contract without disputes or the right to reject says so`() throws {
    let contract = try LeadAgreement.contract([
      LeadAgreement.stream(
        "smb", "Small business", quota: "1000",
        LeadAgreement.leadType("website", "Website form", share: "100%"))
    ])
    let ledger = try Ledger(history: LeadAgreement.history(contract))
    let document = DisputeList(of: ledger).document(Provenance(), today: LeadSample.today)
    #expect(document.sentences(of: "disputes") == ["None."])
    #expect(
      document.facts.map(\.value) == ["pair-2026", "0", "not agreed: reject-within in the contract"])
  }
}
