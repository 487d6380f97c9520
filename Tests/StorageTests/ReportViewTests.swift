import Foundation
import Testing

@testable import Storage

@Suite struct ReportViewTests {
  private let connection: Connection

  init() throws {
    let database = try Database.inMemory(at: Example.moment)
    try Example.fill(database)
    _ = try database.propose(try Example.rich(), by: "li", at: Example.later)
    connection = database.connection
  }

  private var views: [String] {
    get throws {
      try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name") { row in
        try row.text(0)
      }
    }
  }

  private func columns(of view: String) throws -> [String] {
    try connection.rows("SELECT name FROM pragma_table_info(?)", view) { row in try row.text(0) }
  }

  @Test func `has the columns that docs/database.md promises, in that order`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/database.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    var promised: [String: [String]] = [:]
    for section in page.split(separator: "\n### ").dropFirst() {
      let lines = section.split(separator: "\n")
      promised[String(lines[0])] = lines.prefix { !$0.hasPrefix("## ") }
        .filter { $0.hasPrefix("| `") }
        .flatMap { $0.split(separator: "|")[0].matches(of: /`([a-z_]+)`/).map { String($0.1) } }
    }
    var found: [String: [String]] = [:]
    for view in try views { found[view] = try columns(of: view) }
    #expect(found == promised)
  }

  @Test(
    arguments: [
      (
        "SELECT contract || ' ' || newest_version || ' ' || newest_standing || ' ' || newest_version_in_force"
          + " FROM report_contract ORDER BY contract", "acme-2026 1 in force 1"
      ),
      (
        "SELECT quota_minor_units || ' ' || quota || ' ' || currency FROM report_quota WHERE month = '2026-01'",
        "50000000 500000.0 USD"
      ),
      (
        "SELECT figure || ' ' || ppm || ' ' || source || ' ' || source_note FROM report_metric"
          + " WHERE lead_type = 'outbound' AND metric = 'mql-to-sql'",
        "34% 340000 measured 57/168, HubSpot, 2025-Q4"
      ),
      (
        "SELECT sum(count) || ' ' || max(file_name) FROM report_delivery WHERE lead_type = 'website-form'",
        "399 leads.csv"
      ),
      ("SELECT sqls || ' ' || won || ' ' || revenue FROM report_outcome", "60 3 6000.0"),
      ("SELECT score FROM report_observation WHERE subject = 'csat'", "4.6"),
      ("SELECT quarter_first_month || ' ' || reason FROM report_review", "2026-01 too few"),
      ("SELECT count(*) || ' ' || max(seq) FROM report_journal", "10 10"),
      (
        "SELECT table_name || ' ' || row_id || ' ' || row FROM report_journal_row WHERE seq = 8",
        #"review 1 {"review_id":1,"contract_id":1,"quarter_first_month":"2026-01","reason":"too few","seq":8}"#
      ),
      ("SELECT group_concat(word) FROM report_signature", "signed,signed"),
      (
        "SELECT group_concat(version || ' ' || ifnull(lead_type, 'all') || ' ' || value, '; ') FROM report_lead_type_value",
        "1 all SMB; 1 all small, medium; 1 Ångström e\u{301}; 1 見積もり Web: \"quote\"; 1 見積もり 見積り"
      ),
      (
        "SELECT group_concat(lead_type || ' ' || position || ' ' || condition, '; ') FROM report_lead_condition",
        "見積もり 1 employees > 10; 見積もり 2 業種 in [金融, banking]; 見積もり 3 employees <= 1000.5"
      ),
    ]
  )
  func `answers in the units that the page names`(sql: String, answer: String) throws {
    try connection.execute("CREATE TEMP VIEW asked (answer) AS \(sql)")
    let found = try connection.first("SELECT CAST(answer AS TEXT) FROM asked") { row in try row.text(0) }
    #expect(found == answer)
  }
}
