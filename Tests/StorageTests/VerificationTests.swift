import Agreement
import Migrations
import Testing

@testable import Storage

@Suite struct VerificationTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("a.leadpact") }

  init() throws {
    folder = try TemporaryFolder()
    let database = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    try Example.fill(database)
    _ = try database.propose(try Example.rich(), by: "li", at: Example.later)
    try Example.fillLeads(database)
  }

  /// The schema version of this program.
  private let newest = Migration.all.count

  /// Does what someone with another tool could do, without a trace in the schema.
  private func tamper(_ sql: String, keepingSchema: Bool = true) throws {
    let connection = try Connection.open(path, mode: .existing)
    try connection.execute(
      "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    try connection.tamper(keepingSchema: keepingSchema) { try connection.execute(sql) }
  }

  private func report() throws -> VerificationReport {
    try Database.open(at: path, for: .reading, at: Example.moment).verify()
  }

  private func problems() throws -> [String] {
    try report().problems.map { "\($0.place): \($0.message)" }
  }

  @Test func `finds nothing wrong in what leadpact wrote, and says how much that was`() throws {
    let report = try report()
    #expect(report.problems == [])
    #expect(report.checked.entries == 16)
    #expect(report.checked.versions == 2)
    #expect(report.checked.signatures == 2)
    #expect(report.checked.rows > 100)
    #expect(report.head == (try Database.open(at: path, for: .reading, at: Example.moment).journalHead()))
  }

  @Test(
    arguments: [
      ("UPDATE contract SET name = 'acme' WHERE contract_id = 1", "contract row 1, name"),
      ("UPDATE version SET tolerance_ppm = 1 WHERE version_id = 1", "version row 1, tolerance_ppm"),
      ("UPDATE signatory SET role = 'x' WHERE signatory_id = 2", "signatory row 2, role"),
      ("UPDATE stage SET meaning = 'x' WHERE stage_id = 1", "stage row 1, meaning"),
      ("UPDATE holiday SET day = '2026-05-02' WHERE holiday_id = 1", "holiday row 1, day"),
      ("UPDATE stream SET title = 'x' WHERE stream_id = 1", "stream row 1, title"),
      ("UPDATE quota SET minor_units = minor_units - 1 WHERE quota_id = 3", "quota row 3, minor_units"),
      ("UPDATE lead_type SET share = '30%' WHERE lead_type_id = 1", "lead_type row 1, share"),
      ("UPDATE metric SET source = 'assumed' WHERE metric_id = 1", "metric row 1, source"),
      ("UPDATE cadence_step SET touches = 4 WHERE cadence_step_id = 1", "cadence_step row 1, touches"),
      ("UPDATE staffing SET reps = -1 WHERE staffing_id = 1", "staffing row 1, reps"),
      ("UPDATE measure SET unit = 'x' WHERE measure_id = 1", "measure row 1, unit"),
      ("UPDATE signature SET email = 'eve@example.com' WHERE signature_id = 1", "signature row 1, email"),
      ("UPDATE key_clause SET signing_key = 'required'", "key_clause row 1, signing_key"),
      ("UPDATE signature_key SET armoured = armoured || ' '", "signature_key row 1, armoured"),
      ("UPDATE signature_key SET public_key = 'x'", "signature_key row 1, public_key"),
      ("UPDATE signature_key SET fingerprint = 'x'", "signature_key row 1, fingerprint"),
      ("UPDATE import SET file_name = 'x' WHERE import_id = 1", "import row 1, file_name"),
      ("UPDATE delivery SET count = 999 WHERE delivery_id = 2", "delivery row 2, count"),
      ("UPDATE outcome SET won = NULL", "outcome row 1, won"),
      ("UPDATE observation SET met = 212 WHERE observation_id = 1", "observation row 1, met"),
      ("UPDATE review SET reason = 'x'", "review row 1, reason"),
      ("UPDATE version SET time_zone = 'UTC' WHERE version_id = 2", "version row 2, time_zone"),
      ("UPDATE version SET delivery_source = 'leads' WHERE version_id = 2", "version row 2, delivery_source"),
      ("UPDATE version SET rejection_days = 6 WHERE version_id = 2", "version row 2, rejection_days"),
      ("UPDATE crm_value SET value = 'x' WHERE crm_value_id = 1", "crm_value row 1, value"),
      (
        "UPDATE lead_condition SET position = 9 WHERE lead_condition_id = 1", "lead_condition row 1, position"
      ),
      ("UPDATE lead SET won_at = '2026-03-02' WHERE lead_id = 2", "lead row 2, won_at"),
      ("UPDATE lead SET attributes = NULL WHERE lead_id = 1", "lead row 1, attributes"),
      ("UPDATE touch SET is_automatic = 0 WHERE touch_id = 2", "touch row 2, is_automatic"),
      ("UPDATE dispute SET word = 'contested'", "dispute row 1, word"),
      ("UPDATE column_mapping SET text = 'x'", "column_mapping row 1, text"),
      ("UPDATE version_source SET text = 'x'", "version_source row 1, text"),
      ("UPDATE lead SET told = 1 WHERE lead_id = 1", "lead row 1, told"),
      ("UPDATE delivery SET seq = 1 WHERE delivery_id = 2", "delivery row 2, seq"),
      ("UPDATE version SET seq = 99 WHERE version_id = 2", "version row 2, seq"),
    ]
  )
  func `names the table, row and field that were altered`(sql: String, place: String) throws {
    try tamper(sql)
    #expect(try report().problems.map(\.place).contains(place))
  }

  @Test func `says what was recorded and what is there now`() throws {
    try tamper("UPDATE delivery SET count = 999 WHERE delivery_id = 2")
    #expect(
      try problems() == [
        "delivery row 2, count: it was altered: journal entry 4 recorded 80, and now it is 999"
      ]
    )
  }

  @Test(arguments: JournaledTable.allCases)
  func `names a row that was removed`(table: JournaledTable) throws {
    try tamper("DELETE FROM \(table.rawValue) WHERE \(table.rawValue)_id = 1")
    #expect(try report().problems.map(\.place).contains("\(table.rawValue) row 1"))
  }

  @Test func `names a row that was added past leadpact`() throws {
    try tamper(
      """
      INSERT INTO delivery (
        contract_id, stream, lead_type, first_day, last_day, count, kind, seq
      )
      VALUES (1, 'smb', 'outbound', '2026-05-04', '2026-05-10', 5, 'logged', 4)
      """
    )
    #expect(
      try problems() == ["delivery row 5: it was added past leadpact: no journal entry recorded it"]
    )
  }

  @Test func `sees a term that no longer says what was signed, even where the journal was written to match`()
    throws
  {
    try tamper("UPDATE metric SET figure = '24%', ppm = 240000 WHERE metric_id = 3")
    let problem = try #require(try report().problems.first { $0.place == "acme-2026 version 1" })
    #expect(problem.message.hasPrefix("its terms no longer say what its text says: 'win-rate: {value: 24%"))
  }

  @Test func `sees a text that was replaced together with its terms`() throws {
    try tamper(
      """
      UPDATE version SET text = replace(text, '500000.00', '400000.00') WHERE version_id = 1;
      UPDATE quota SET minor_units = 40000000 WHERE quota_id = 1;
      """
    )
    let places = try report().problems.map(\.place)
    #expect(places.contains("version row 1, text"))
    #expect(places.contains("acme-2026 version 1"))
  }

  @Test func `sees a signature that was moved to another text`() throws {
    try tamper("UPDATE signature SET digest = (SELECT digest FROM version WHERE version_id = 2)")
    #expect(
      try problems().contains("signature row 1: it is for another text: its digest is not the version's")
    )
  }

  @Test(
    arguments: [
      (
        "UPDATE journal SET recorded_by = 'eve' WHERE seq = 4",
        "journal entry 4, recorded_by: it was altered: it says eve, and by its hash it said ada"
      ),
      (
        "UPDATE journal SET rows = 3 WHERE seq = 4",
        "journal entry 4, rows: it was altered: it says 3, and by its hash it said 2"
      ),
      (
        "UPDATE journal SET contract_id = NULL WHERE seq = 4",
        "journal entry 4, contract_id: it was altered: it says NULL, and by its hash it said 1"
      ),
      (
        "UPDATE journal SET subject = 'x' WHERE seq = 4",
        "journal entry 4: it was altered in recorded_at, recorded_by, subject or hash"
      ),
      (
        "UPDATE journal_part SET body = replace(body, '80', '81') WHERE seq = 4",
        "journal_part row 4, body: it was altered: of delivery row 2, count, it says 81, and 80 was recorded"
      ),
      (
        "UPDATE journal_part SET part = 2 WHERE seq = 4",
        "journal_part row 4, part: it was altered: it is 2 where 1 is due"
      ),
      (
        "UPDATE journal_part SET body = '[' WHERE seq = 4",
        "journal entry 4: it holds a line that leadpact does not write: ["
      ),
      (
        "UPDATE journal_part SET body = replace(body, '\"first_day\":', '') WHERE seq = 4",
        "journal_part row 4, body: it was altered: what it says of delivery row 1 is no JSON"
      ),
      (
        "UPDATE journal_part SET body = substr(body, 1, instr(body, char(10)) - 1) WHERE seq = 4",
        "journal entry 4: it says that it recorded 2 rows, and 1 are there"
      ),
      ("DELETE FROM journal_part WHERE seq = 4", "delivery row 1: it was added past leadpact"),
      (
        "UPDATE journal SET recorded_at = '2026-03-01T00:00:00Z' WHERE seq = 4",
        "journal entry 5: it is dated 2026-02-18T17:00:00-08:00, before the entry that it follows"
      ),
      (
        "UPDATE journal SET recorded_at = 'noon' WHERE seq = 4",
        "journal entry 4: its time cannot be read: noon"
      ),
      ("DELETE FROM journal WHERE seq = 4", "journal entry 5: entry 4 went missing"),
      ("DELETE FROM journal WHERE seq IN (3, 4)", "journal entry 5: 2 entries before it went missing"),
      (
        "UPDATE journal SET previous_hash = (SELECT hash FROM journal WHERE seq = 1) WHERE seq = 4",
        "journal entry 4: it does not follow entry 3"
      ),
      ("UPDATE journal SET hash = 'x' WHERE seq = 10", "journal entry 10, hash: it was altered"),
      ("DELETE FROM journal WHERE seq = 10", "version row 2: it was added past leadpact"),
    ]
  )
  func `sees what was done to the journal`(sql: String, problem: String) throws {
    try tamper(sql)
    let problems = try problems()
    #expect(problems.contains { $0.hasPrefix(problem) })
  }

  @Test func `finds the entry that a report was made from, by the beginning of its hash`() throws {
    let database = try Database.open(at: path, for: .reading, at: Example.moment)
    let entry = try database.journal()[3]
    let report = try database.verify(since: HashPrefix(entry.hash.short.uppercased()))
    #expect(report.since == JournalHead(number: 4, hash: entry.hash))
    #expect(report.problems == [])
    let before = try database.verify(since: HashPrefix(JournalHead.empty.hash.hex))
    #expect(before.since == JournalHead.empty)
    let other = try database.verify(since: HashPrefix("0123456789ab"))
    #expect(other.since == nil)
    #expect(
      other.problems.map(\.message) == [
        "no entry has the hash 0123456789ab: it is mistyped, of another database, or the history was rewritten"
      ]
    )
  }

  @Test(arguments: ["0123456789a", "0123456789ag", String(repeating: "0", count: 65), "", "０１２３４５６７８９ａｂ"])
  func `takes nothing else for a hash`(text: String) {
    #expect(throws: Unreadable.self) { try HashPrefix(text) }
  }

  @Test func `sees a schema that no longer protects the rows`() throws {
    try tamper("CREATE VIEW mine AS SELECT 1; DROP INDEX delivery_by_days", keepingSchema: false)
    let problems = try problems()
    #expect(problems.contains("trigger delivery_keeps_its_rows: it was removed from the schema"))
    #expect(problems.contains("index delivery_by_days: it was removed from the schema"))
    #expect(problems.contains("view mine: it was added to the schema; leadpact does not know it"))
  }

  @Test func `names what was added to a line of a lead, which leaves NULL columns out`() throws {
    let reading = try Connection.open(path, mode: .readOnly)
    let lead = try #require(
      try reading.first("SELECT min(lead_id) FROM lead WHERE won_at IS NULL AND rep IS NOT NULL") {
        try $0.int(0)
      })
    let start = "\"table\":\"lead\",\"id\":\(lead),\"row\":{"
    let part = try #require(
      try reading.first("SELECT journal_part_id FROM journal_part WHERE instr(body, ?) > 0", start) {
        try $0.int(0)
      })
    try tamper(
      """
      UPDATE journal_part SET body = replace(body, '\(start)', '\(start)"won_at":"2026-01-01",')
      WHERE journal_part_id = \(part)
      """)
    #expect(
      try problems() == [
        "journal_part row \(part), body: it was altered: of lead row \(lead), won_at, it says '2026-01-01', and NULL was recorded"
      ])
  }

  @Test func `takes a field that the journal does not know for one that was NULL then`() throws {
    let row = #"{"delivery_id":1,"count":1}"#
    let later = #"{"delivery_id":1,"count":1,"channel":null}"#
    let altered = #"{"delivery_id":1,"count":1,"channel":"mail"}"#
    let fields = JournaledFields(on: try Connection.open(path, mode: .existing))
    #expect(try fields.differences(between: row, and: later)?.map(\.name) == [])
    #expect(try fields.differences(between: row, and: altered)?.map(\.name) == ["channel"])
  }

  @Test func `names a schema step that was altered, and a version that was`() throws {
    let tampering = try Connection.open(path, mode: .existing)
    try tampering.execute("UPDATE schema_migration SET checksum = 'x' WHERE version = 2")
    #expect(
      try problems() == ["schema step V2__records: its checksum is not that of the step in this program"]
    )
    try tampering.execute("DELETE FROM schema_migration WHERE version > 1")
    #expect(
      try problems() == [
        "user_version: it is \(Migration.all.count), but the file has gone through 1 schema steps"
      ])
    try tampering.execute("PRAGMA user_version = 99")
    #expect(throws: StorageError.newerSchema(path: path, found: 99, known: Migration.all.count)) {
      try report()
    }
  }

  @Test func `answers with an error where a file only says that it has the schema`() throws {
    let path = folder.file("b.leadpact")
    try Connection.open(path, mode: .creatingIfMissing).execute(
      "PRAGMA user_version = \(Migration.all.count)")
    let database = try Database.open(at: path, for: .recording(create: false), at: Example.moment)
    #expect(throws: StorageError.self) { try database.contractNames() }
    #expect(throws: StorageError.self) {
      try database.propose(try Example.plain(), by: "ada", at: Example.moment)
    }
    #expect(try database.verify().problems.map(\.place).contains("table contract"))
  }

  @Test func `leaves SQLite's own statistics out of it`() throws {
    try tamper("ANALYZE; VACUUM")
    #expect(try problems() == [])
  }

  @Test(arguments: [
    (
      "UPDATE cadence_step SET days = 90 WHERE touches = 2",
      "cadence_step.days is not rising with the touches"
    ),
    ("DELETE FROM staffing", "staffing.from_month is at odds with the capacity"),
  ])
  func `terms that contradict each other are told by their place, and never read`(sql: String, words: String)
    throws
  {
    try tamper(sql)
    let database = try Database.open(at: path, for: .reading, at: Example.moment)
    let error = #expect(throws: StorageError.self) { try database.history(of: Example.rich().name) }
    #expect(error.map { "\($0)".contains(words) } == true, "\(String(describing: error))")
    #expect(try database.verify().problems != [])
  }

  @Test func `reads what was altered with an error, not with a trap`() throws {
    for sql in [
      "UPDATE quota SET minor_units = -1 WHERE quota_id = 1", "DELETE FROM quota WHERE quota_id = 5",
      "UPDATE staffing SET from_month = '2026-04'; UPDATE staffing SET reps = -2",
      "UPDATE cadence_step SET days = 0", "UPDATE version SET fiscal_year_starts = 13",
      "UPDATE version SET first_contact_minutes = 0", "DELETE FROM metric", "DELETE FROM stream",
      "UPDATE metric SET from_month = '2026-05' WHERE metric_id = 1",
      "UPDATE version SET number = number + 1", "UPDATE version SET time_zone = '5'",
      "UPDATE version SET delivery_source = 'x'", "UPDATE version SET rejection_days = -1",
      "UPDATE version SET rejection_is_business = NULL", "UPDATE lead_condition SET condition = 'x'",
      "UPDATE crm_value SET value = ''", "UPDATE signature_key SET armoured = 'x'",
      "UPDATE signature_key SET fingerprint = 'SHA256:x'", "UPDATE signature_key SET public_key = ''",
      "UPDATE key_clause SET signing_key = 'x'",
      "UPDATE delivery SET last_day = '2025-01-01'", "UPDATE review SET quarter_first_month = '2026-02'",
      "UPDATE measure SET owner = 'eve'; UPDATE version SET currency = 'XYZ'",
    ] {
      let other = try VerificationTests()
      try? other.tamper(sql)
      let database = try Database.open(at: other.path, for: .reading, at: Example.moment)
      #expect(try database.verify().problems != [], "\(sql)")
      for name in try database.contractNames() {
        _ = try? database.ledger(of: name)
      }
    }
  }
}
