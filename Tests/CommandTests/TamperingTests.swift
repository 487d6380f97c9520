import Foundation
import Testing

/// Something done to the database past leadpact, and what `verify` says of it.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let table: String
  let sql: String
  let findings: [String]

  private init(_ name: String, _ table: String, _ sql: String, finds findings: String...) {
    (testDescription, self.table, self.sql, self.findings) = (name, table, sql, findings)
  }

  static let all = [
    Tampering(
      "a count was raised", "delivery", "UPDATE delivery SET count = 600 WHERE delivery_id = 1",
      finds: "delivery row 1, count: it was altered: journal entry 4 recorded 60, and now it is 600"),
    Tampering(
      "a count was taken away", "delivery", "DELETE FROM delivery WHERE delivery_id = 1",
      finds: "delivery row 1: it was removed; journal entry 4 recorded it"),
    Tampering(
      "a count was slipped in", "delivery",
      """
      INSERT INTO delivery
        (contract_id, stream, lead_type, first_day, last_day, count, kind, seq)
      VALUES (1, 'smb', 'web', '2026-03-02', '2026-03-08', 5, 'logged', 4)
      """,
      finds: "delivery row 3: it was added past leadpact: no journal entry recorded it"),
    Tampering(
      "a signature became a refusal", "signature",
      "UPDATE signature SET word = 'declined', reason = 'no' WHERE signature_id = 1",
      finds:
        "signature row 1, word: it was altered: journal entry 2 recorded 'signed', and now it is 'declined'",
      "signature row 1, reason: it was altered: journal entry 2 recorded NULL, and now it is 'no'"),
    Tampering(
      "a signature was moved to another text", "signature",
      "UPDATE signature SET digest = replace(digest, '1', '0') WHERE signature_id = 1",
      finds: "signature row 1: it is for another text: its digest is not the version's"),
    Tampering(
      "a clause of the text was changed", "version",
      "UPDATE version SET text = replace(text, 'win-rate: {value: 25%', 'win-rate: {value: 20%')",
      finds: "version row 1, text: it was altered: it is not what journal entry 1 recorded",
      "pair-2026 version 1: its terms no longer say what its text says: "
        + "'win-rate: {value: 25%, source: \"assumed\"}' where the text has 'win-rate: {value: 20%, source: \"assumed\"}'"
    ),
    Tampering(
      "a quota was lowered", "quota", "UPDATE quota SET minor_units = 1 WHERE quota_id = 1",
      finds: "quota row 1, minor_units: it was altered: journal entry 1 recorded 10000000, and now it is 1"),
    Tampering(
      "a journal entry was rewritten", "journal", "UPDATE journal SET recorded_by = 'eve' WHERE seq = 4",
      finds:
        "journal entry 4, recorded_by: it was altered: it says eve, and by its hash it said ada@acme.example"),
    Tampering(
      "a journal entry was taken out", "journal", "DELETE FROM journal WHERE seq = 2",
      finds: "journal entry 3: entry 2 went missing"),
    Tampering(
      "a lock was taken off", "delivery", "DROP VIEW report_delivery",
      finds: "view report_delivery: it was removed from the schema"),
  ]
}

/// `verify` names the table, the row and the field that were altered.
@Suite struct TamperingTests {
  @Test(arguments: Tampering.all)
  func `is found out`(tampering: Tampering) async throws {
    let pair = try await PairSandbox.recorded()
    try OutsideConnection(pair.database).run(tampering.sql, pastTriggersOf: tampering.table)
    let verdict = try await pair.refusal(["verify"])
    #expect(verdict.exit == 2)
    #expect(verdict.stdout == "")
    let lines = verdict.stderr.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("leadpact: ~/acme.leadpact is not as it was recorded ("))
    for finding in tampering.findings {
      #expect(lines.dropFirst().contains(finding), "\(verdict.stderr)")
    }
  }

  @Test func `the append-only tables refuse it from other programs`() async throws {
    let pair = try await PairSandbox.recorded()
    let outside = try OutsideConnection(pair.database)
    for table in ["delivery", "signature", "version", "journal", "quota", "metric", "signatory"] {
      let column = try #require(try outside.texts("SELECT name FROM pragma_table_info('\(table)')").last)
      #expect(throws: OutsideConnection.Failed.self, "\(table)") { try outside.run("DELETE FROM \(table)") }
      #expect(throws: OutsideConnection.Failed.self, "\(table)") {
        try outside.run("UPDATE \(table) SET \(column) = \(column)")
      }
    }
    #expect(try await pair.leadpact("verify").hasPrefix("Nothing was altered: 4 journal entries"))
  }

  @Test func `a head kept elsewhere convicts a history that was cut short`() async throws {
    let pair = try await PairSandbox.recorded()
    let head = try await pair.leadpact("verify", "--head").dropLast()
    #expect(try await pair.leadpact("verify", "--since", String(head)).hasPrefix("Nothing was altered"))
    for table in ["delivery", "journal_part", "journal"] {
      try OutsideConnection(pair.database).run("DELETE FROM \(table) WHERE seq = 4", pastTriggersOf: table)
    }
    #expect(try await pair.leadpact("verify").hasPrefix("Nothing was altered: 3 journal entries"))
    let verdict = try await pair.refusal(["verify", "--since", String(head.prefix(12))])
    #expect(verdict.exit == 2)
    #expect(verdict.stdout == "")
    #expect(verdict.stderr.contains(head.prefix(12)))
  }
}
