import Migrations

@testable import Storage

/// A database as leadpact made it before contracts could say anything of leads: schema 3, and one version.
enum OldDatabase {
  /// Makes it at `path`.
  static func make(at path: String) throws {
    let connection = try Connection.open(path, mode: .creatingIfMissing)
    _ = try Migrator(Array(Migration.all.prefix(3))).migrate(connection, appliedAt: "2026-01-05T00:00:00Z")
    try connection.write { try connection.execute(rows) }
  }

  private static let rows = #"""
    INSERT INTO contract (contract_id, name, seq)
    VALUES (1, 'old-2026', 1);
    INSERT INTO journal (seq, recorded_at, recorded_by, action, subject, contract_id, rows,
      content_hash, previous_hash, hash)
    VALUES (1, '2026-01-05T00:00:00Z', 'ada', 'propose', 'old-2026 version 1', 1, 13, '3262080a7c5eb3ca905f06bd42e1a2dae32b238e99257cd84b68187af31a36d4', '0000000000000000000000000000000000000000000000000000000000000000', 'a697a7dca7a13f1ffb06d2a873cd97ab58b0dbb3bfcd0be93a10fa1ba3cfbb7c');
    INSERT INTO journal_part (journal_part_id, seq, part, body)
    VALUES (1, 1, 1, '{"table":"contract","id":1,"row":{"contract_id":1,"name":"old-2026","seq":1}}
    {"table":"version","id":1,"row":{"version_id":1,"contract_id":1,"number":1,"name":"old-2026","title":"old-2026","term_first":"2026-01","term_last":"2026-02","effective":"2026-01","currency":"USD","minor_units_per_unit":100,"calendar":"month","fiscal_year_starts":1,"tolerance":"10%","tolerance_ppm":100000,"sustained_after":2,"first_contact_minutes":null,"first_contact_share":null,"first_contact_share_ppm":null,"business_hours":null,"cadence_share":"100%","cadence_share_ppm":1000000,"leads_per_rep":null,"text":"format: 1\ncontract: \"old-2026\"\ntitle: \"old-2026\"\nterm: 2026-01..2026-02\neffective: 2026-01\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: []\ntolerance: 10%\nsustained-after: 2\nstreams:\n  \"smb\":\n    title: \"smb\"\n    quota:\n      2026-01: 500000.00\n      2026-02: 500000.00\n    retention: 0%\n    lead-types:\n      \"web\":\n        title: \"web\"\n        share: 100%\n        mql-to-sql: {value: 34%, source: \"assumed\"}\n        sql-to-opportunity: {value: 82%, source: \"assumed\"}\n        win-rate: {value: 23%, source: \"assumed\"}\n        average-order-value: {value: 2000.00, source: \"assumed\"}\n        time-to-close: {value: 0 days, source: \"assumed\"}\nsales:\n  cadence: {share: 100%, steps: []}\nsignatories:\n  - {name: \"Ada\", email: \"ada@acme.example\", team: marketing, role: \"Head\", owes: \"\"}\n  - {name: \"Ben\", email: \"ben@acme.example\", team: sales, role: \"Head\", owes: \"\"}\n","digest":"4bfc2f2692c3dc33da51bef63594ce28ce641388d2e1164e032333afed5701f6","note":null,"seq":1}}
    {"table":"signatory","id":1,"row":{"signatory_id":1,"version_id":1,"position":1,"name":"Ada","email":"ada@acme.example","team":"marketing","role":"Head","owes":""}}
    {"table":"signatory","id":2,"row":{"signatory_id":2,"version_id":1,"position":2,"name":"Ben","email":"ben@acme.example","team":"sales","role":"Head","owes":""}}
    {"table":"stream","id":1,"row":{"stream_id":1,"version_id":1,"position":1,"name":"smb","title":"smb","retention":"0%","retention_ppm":0,"margin":null,"margin_ppm":null}}
    {"table":"quota","id":1,"row":{"quota_id":1,"stream_id":1,"month":"2026-01","minor_units":50000000}}
    {"table":"quota","id":2,"row":{"quota_id":2,"stream_id":1,"month":"2026-02","minor_units":50000000}}
    {"table":"lead_type","id":1,"row":{"lead_type_id":1,"stream_id":1,"position":1,"name":"web","title":"web","share":"100%","share_ppm":1000000}}
    {"table":"metric","id":1,"row":{"metric_id":1,"lead_type_id":1,"metric":"mql-to-sql","from_month":null,"figure":"34%","ppm":340000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}
    {"table":"metric","id":2,"row":{"metric_id":2,"lead_type_id":1,"metric":"sql-to-opportunity","from_month":null,"figure":"82%","ppm":820000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}
    {"table":"metric","id":3,"row":{"metric_id":3,"lead_type_id":1,"metric":"win-rate","from_month":null,"figure":"23%","ppm":230000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}
    {"table":"metric","id":4,"row":{"metric_id":4,"lead_type_id":1,"metric":"average-order-value","from_month":null,"figure":"2000.00","ppm":null,"minor_units":200000,"days":null,"source":"assumed","source_note":null}}
    {"table":"metric","id":5,"row":{"metric_id":5,"lead_type_id":1,"metric":"time-to-close","from_month":null,"figure":"0","ppm":null,"minor_units":null,"days":0,"source":"assumed","source_note":null}}');
    INSERT INTO version (version_id, contract_id, number, name, title, term_first, term_last,
      effective, currency, minor_units_per_unit, calendar, fiscal_year_starts, tolerance,
      tolerance_ppm, sustained_after, first_contact_minutes, first_contact_share,
      first_contact_share_ppm, business_hours, cadence_share, cadence_share_ppm, leads_per_rep, text,
      digest, note, seq)
    VALUES (1, 1, 1, 'old-2026', 'old-2026', '2026-01', '2026-02', '2026-01', 'USD', 100, 'month', 1, '10%', 100000, 2, NULL, NULL, NULL, NULL, '100%', 1000000, NULL, 'format: 1
    contract: "old-2026"
    title: "old-2026"
    term: 2026-01..2026-02
    effective: 2026-01
    currency: USD
    calendar: month
    fiscal-year-starts: 1
    holidays: []
    tolerance: 10%
    sustained-after: 2
    streams:
      "smb":
        title: "smb"
        quota:
          2026-01: 500000.00
          2026-02: 500000.00
        retention: 0%
        lead-types:
          "web":
            title: "web"
            share: 100%
            mql-to-sql: {value: 34%, source: "assumed"}
            sql-to-opportunity: {value: 82%, source: "assumed"}
            win-rate: {value: 23%, source: "assumed"}
            average-order-value: {value: 2000.00, source: "assumed"}
            time-to-close: {value: 0 days, source: "assumed"}
    sales:
      cadence: {share: 100%, steps: []}
    signatories:
      - {name: "Ada", email: "ada@acme.example", team: marketing, role: "Head", owes: ""}
      - {name: "Ben", email: "ben@acme.example", team: sales, role: "Head", owes: ""}
    ', '4bfc2f2692c3dc33da51bef63594ce28ce641388d2e1164e032333afed5701f6', NULL, 1);
    INSERT INTO signatory (signatory_id, version_id, position, name, email, team, role, owes)
    VALUES (1, 1, 1, 'Ada', 'ada@acme.example', 'marketing', 'Head', ''),
      (2, 1, 2, 'Ben', 'ben@acme.example', 'sales', 'Head', '');
    INSERT INTO stream (stream_id, version_id, position, name, title, retention, retention_ppm, margin,
      margin_ppm)
    VALUES (1, 1, 1, 'smb', 'smb', '0%', 0, NULL, NULL);
    INSERT INTO quota (quota_id, stream_id, month, minor_units)
    VALUES (1, 1, '2026-01', 50000000),
      (2, 1, '2026-02', 50000000);
    INSERT INTO lead_type (lead_type_id, stream_id, position, name, title, share, share_ppm)
    VALUES (1, 1, 1, 'web', 'web', '100%', 1000000);
    INSERT INTO metric (metric_id, lead_type_id, metric, from_month, figure, ppm, minor_units, days,
      source, source_note)
    VALUES (1, 1, 'mql-to-sql', NULL, '34%', 340000, NULL, NULL, 'assumed', NULL),
      (2, 1, 'sql-to-opportunity', NULL, '82%', 820000, NULL, NULL, 'assumed', NULL),
      (3, 1, 'win-rate', NULL, '23%', 230000, NULL, NULL, 'assumed', NULL),
      (4, 1, 'average-order-value', NULL, '2000.00', NULL, 200000, NULL, 'assumed', NULL),
      (5, 1, 'time-to-close', NULL, '0', NULL, NULL, 0, 'assumed', NULL);
    """#
}
