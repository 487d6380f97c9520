import Reporting
import Testing

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
}
