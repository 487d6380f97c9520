import Agreement
import Foundation
import Testing

@testable import Storage

@Suite struct ReportViewTests {
  private let connection: Connection

  init() throws {
    let database = try Database.inMemory(at: Example.moment)
    try Example.fill(database)
    _ = try database.propose(try Example.rich(), by: "li", at: Example.later)
    try Example.fillLeads(database)
    connection = database.connection
  }

  private var views: [String] {
    get throws {
      try connection.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'view' AND name GLOB 'report_*' ORDER BY name"
      ) { row in
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

  @Test func `can be read where the schema is not trusted, each of them`() throws {
    for view in try views + ["contract_month", "month_count", "month_terms", "month_account"] {
      try connection.execute("PRAGMA trusted_schema = OFF; SELECT count(*) FROM \(view)")
    }
  }

  @Test func `shows of each lead and touch what is known now`() throws {
    let database = try Database.inMemory(at: Example.moment)
    try Example.fill(database)
    try Example.fillLeads(database)
    let acme = Example.name("acme-2026")
    let digest = Digest(hashing: "later")
    _ = try database.importLeads(
      from: "later.csv", columns: LeadColumns(fields: [.rep]), for: acme, by: "ada", at: Example.later
    ) { record in
      try record(LeadRow(line: 9, key: LeadRecord.Key(lead: "4712"), facts: LeadFacts(rep: "Eve")))
      return digest
    }
    _ = try database.importTouches(from: "later.csv", for: acme, by: "ada", at: Example.later) { record in
      let touch = Touch(id: "t2", lead: "4712", at: Example.at("2026-02-13"), kind: "call")
      try record(TouchRow(line: 9, touch: touch))
      return digest
    }
    let leads = try database.connection.rows("SELECT lead || '/' || part, rep, line FROM report_lead") {
      row in
      "\(try row.text(0)) \(try row.optionalText(1) ?? "-") \(try row.int(2))"
    }
    #expect(leads == ["4711/ Kim 2", "4711/deal 77 - 3", "4711/event 2026-02-11 lost - 4", "4712/ Eve 9"])
    let touches = try database.connection.rows("SELECT kind FROM report_touch") { row in try row.text(0) }
    #expect(touches == ["call", "call"])
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
      ("SELECT sqls || ' ' || won || ' ' || revenue_minor_units FROM report_cohort", "60 3 600000"),
      ("SELECT score_millionths FROM report_follow_up WHERE subject = 'csat'", "4600000"),
      ("SELECT score FROM report_observation WHERE subject = 'csat'", "4.6"),
      ("SELECT quarter_first_month || ' ' || reason FROM report_review", "2026-01 too few"),
      ("SELECT count(*) || ' ' || max(seq) FROM report_journal", "16 16"),
      (
        "SELECT table_name || ' ' || row_id || ' ' || row FROM report_journal_row WHERE seq = 8",
        #"review 1 {"review_id":1,"contract_id":1,"quarter_first_month":"2026-01","reason":"too few","seq":8}"#
      ),
      (
        "SELECT lead || ' ' || won_at || ' ' || stage || ' ' || amount_minor_units || ' ' || currency || ' '"
          + " || file_name || ':' || line FROM report_lead WHERE part = 'deal 77'",
        "4711 2026-02-12T10:00:00Z won 210050 USD crm.csv:3"
      ),
      ("SELECT attributes ->> 'employees' FROM report_lead WHERE lead = '4711' AND part = ''", "12"),
      (
        "SELECT lead || ' ' || touched_at || ' ' || is_automatic || ' ' || file_name FROM report_touch"
          + " WHERE touch = 't2'", "4712 2026-02-12 1 calls.csv"
      ),
      ("SELECT lead || ' ' || word || ' ' || reason FROM report_dispute", "4712 rejected spam"),
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
