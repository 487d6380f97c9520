import TestSupport
import Testing

@testable import Storage

/// Leads that were recorded before the schema's tenth step stand in the journal with their empty columns, and are held
/// against it as any others.
@Suite struct EarlierJournalTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    let released = try #require(ReleasedDatabase.all.first { $0.version == 9 })
    path = try released.make(in: folder)
    _ = try Database.open(at: path, for: .recording(create: false), at: Example.later)
  }

  private func alter(_ sql: String) throws {
    let connection = try Connection.open(path, mode: .existing)
    try connection.tamper { try connection.execute(sql) }
  }

  private func problems() throws -> [String] {
    try Database.open(at: path, for: .reading, at: Example.later).verify().problems
      .filter { !$0.place.hasPrefix("lead_month") }
      .map { "\($0.place): \($0.message)" }
  }

  @Test func `finds nothing where nothing was altered`() throws {
    let connection = try Connection.open(path, mode: .existing)
    #expect(
      try connection.count("SELECT count(*) FROM journal_part WHERE body LIKE '%\"reason\":null%'") ?? 0 > 0)
    #expect(try problems() == [])
  }

  @Test(arguments: [
    (
      "UPDATE lead SET reason = 'x' WHERE lead_id = 3",
      "lead row 3, reason: it was altered: journal entry 14 recorded NULL, and now it is 'x'"
    ),
    (
      "UPDATE lead SET rep = NULL WHERE lead_id = 3",
      "lead row 3, rep: it was altered: journal entry 14 recorded 'Tom Hale', and now it is NULL"
    ),
    (
      "UPDATE touch SET rep = NULL WHERE touch_id = 1",
      "touch row 1, rep: it was altered: journal entry 16 recorded 'Eve Wu', and now it is NULL"
    ),
    ("DELETE FROM touch WHERE touch_id = 2", "touch row 2: it was removed; journal entry 16 recorded it"),
    (
      """
      UPDATE journal_part SET body = replace(body, '"contacted_at":null,', '') WHERE seq = 14
      """,
      "journal entry 14: the rows that it recorded were altered: their hash is not its content hash"
    ),
    (
      """
      UPDATE journal_part SET body = replace(body, '"line":2,', '"line":9,') WHERE seq = 16
      """,
      "journal_part row 16, body: it was altered: of touch row 1, line, it says 9, and 2 was recorded"
    ),
    (
      """
      UPDATE journal_part SET body = replace(body, '"external_id":"2099"', '"external_id":"2098"') WHERE seq = 22
      """,
      "journal_part row 22, body: it was altered: of lead row 20, external_id, it says '2098', and '2099' was recorded"
    ),
  ])
  func `names what was altered`(sql: String, problem: String) throws {
    try alter(sql)
    #expect(try problems() == [problem])
  }
}
