import Agreement
import Foundation
import Testing

@testable import Storage

@Suite struct JournalStoreTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("a.leadpact") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(create: Bool = false) throws -> Database {
    try Database.open(at: path, for: .recording(create: create), at: Example.moment, busyTimeout: 20_000)
  }

  @Test func `chains every change to the one before`() throws {
    let database = try open(create: true)
    #expect(try database.journalHead() == JournalHead(number: 0, hash: JournalHead.empty.hash))
    try Example.fill(database)
    let entries = try database.journal()
    #expect(
      entries.map(\.action) == [
        .propose, .sign, .sign, .log, .correct, .outcome, .followUp, .review, .importFile,
      ]
    )
    #expect(entries.map(\.number) == Array(1...9))
    #expect(entries.map(\.previousHash) == [JournalHead.empty.hash] + entries.dropLast().map(\.hash))
    #expect(try database.journalHead() == JournalHead(number: 9, hash: entries[8].hash))
    #expect(entries.map(\.rows) == [34, 1, 1, 2, 1, 1, 2, 1, 2])
    #expect(entries.allSatisfy { $0.contract == Example.name("acme-2026") })
    #expect(try database.journal(asOf: try Day(2026, 2, 16)).count == 4)
    #expect(
      try database.journalHead(asOf: try Day(2026, 2, 16)) == JournalHead(number: 4, hash: entries[3].hash))
    #expect(try database.journalHead(asOf: try Day(2025, 2, 16)) == .empty)
    #expect(try database.journal(limit: 2).map(\.number) == [8, 9])
  }

  @Test func `hashes so that the documented SQL gives the same`() throws {
    let database = try open(create: true)
    try Example.fill(database)
    for entry in try database.journal() {
      let text = try database.connection.first(
        """
        SELECT length(CAST(seq AS BLOB)) || ':' || seq || ','
          || length(CAST(recorded_at AS BLOB)) || ':' || recorded_at || ','
          || length(CAST(recorded_by AS BLOB)) || ':' || recorded_by || ','
          || length(CAST(action AS BLOB)) || ':' || action || ','
          || length(CAST(subject AS BLOB)) || ':' || subject || ','
          || length(CAST(ifnull(contract_id, '') AS BLOB)) || ':' || ifnull(contract_id, '') || ','
          || length(CAST(rows AS BLOB)) || ':' || rows || ','
          || length(CAST(content_hash AS BLOB)) || ':' || content_hash || ','
          || length(CAST(previous_hash AS BLOB)) || ':' || previous_hash || ','
        FROM journal
        WHERE seq = ?
        """,
        entry.number
      ) { row in try row.text(0) }
      #expect(Digest(hashing: try #require(text)) == entry.hash)
      let parts = try parts(of: entry.number, in: database)
      #expect(Digest(hashing: parts.map { $0 + "\n" }.joined()) == entry.contentHash)
    }
  }

  private func parts(of entry: Int, in database: Database) throws -> [String] {
    try database.connection.rows("SELECT body FROM journal_part WHERE seq = ? ORDER BY part", entry) { row in
      try row.text(0)
    }
  }

  @Test func `keeps the rows of a change in parts of bounded size`() throws {
    let database = try open(create: true)
    try Example.fill(database)
    try database.recording(.importFile, by: "ada", at: { Example.later }) { stamp in
      try database.connection.run(
        """
        WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3000)
        INSERT INTO review (contract_id, quarter_first_month, reason, seq)
        SELECT 1, '2026-04', CASE n WHEN 2000 THEN printf('%.70000c', 'x') ELSE n END, ? FROM counted
        """,
        stamp.number
      )
      return ((), 1, "many")
    }
    let sizes = try parts(of: 10, in: database).map(\.utf8.count)
    #expect(sizes.count > 4)
    #expect(sizes.count { $0 > 65_536 } == 1)
    #expect(try database.journal().last?.rows == 3_000)
    #expect(try database.connection.count("SELECT count(*) FROM report_journal_row WHERE seq = 10") == 3_000)
    let report = try database.verify()
    #expect(report.problems == [])
    #expect(report.checked.rows == 3_045)
  }

  @Test func `passes over tables that are computed from others, however they change`() throws {
    let database = try open(create: true)
    try Example.fill(database)
    let connection = database.connection
    try connection.execute("CREATE TABLE tally (day INTEGER PRIMARY KEY, leads INTEGER) STRICT")
    try connection.execute("CREATE TEMP TABLE staged (line TEXT)")
    var journal = JournalStore(connection: connection)
    journal.derivedTables = ["tally"]
    try connection.write {
      let stamp = try journal.stamp(by: "ada", at: Example.later)
      try connection.run("INSERT INTO tally VALUES (1, 10), (2, 20)")
      try connection.run("UPDATE tally SET leads = 11 WHERE day = 1")
      try connection.run("DELETE FROM tally WHERE day = 2")
      try connection.run("INSERT INTO temp.staged VALUES ('a')")
      let change = JournalStore.Change(action: .importFile, subject: "none", contract: nil)
      try journal.append(change, under: stamp)
    }
    #expect(try database.journalHead().number == 9)
  }

  @Test func `knows every table and column of the schema`() throws {
    let connection = try Database.inMemory(at: Example.moment).connection
    let tables = try connection.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('journal', 'journal_part', 'schema_migration')"
    ) { row in try row.text(0) }
    #expect(Set(tables) == Set(JournaledTable.allCases.map(\.rawValue)).union(DerivedTable.names))
    for table in JournaledTable.allCases {
      let columns = try connection.rows(
        "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0",
        table.rawValue
      ) { row in try row.text(0) }
      let sql = table.rows.description
      for column in columns { #expect(sql.contains("'\(column)', \(column)"), "\(table) \(column)") }
      #expect(sql.matches(of: /'[a-z_]+', [a-z_]+/).count == columns.count)
      let insertion = table.insertion.description
      #expect(
        insertion.matches(of: /\?1 ->> '([a-z_]+)'/).map { String($0.1) }.sorted() == columns.sorted(),
        "\(table)")
      let strict = try connection.first("SELECT strict FROM pragma_table_list(?)", table.rawValue) { row in
        try row.bool(0)
      }
      #expect(strict == true)
    }
  }

  @Test(arguments: JournaledTable.allCases)
  func `refuses to change or delete a row, and says why`(table: JournaledTable) throws {
    let database = try open(create: true)
    try Example.fill(database)
    _ = try database.propose(try Example.rich(), by: "li", at: Example.later)
    try Example.fillLeads(database)
    for sql in [
      "UPDATE \(table.rawValue) SET \(table.rawValue)_id = \(table.rawValue)_id",
      "DELETE FROM \(table.rawValue)",
    ] {
      let error = #expect(throws: StorageError.self) { try database.connection.execute(sql) }
      #expect(error?.description.contains("\(table.rawValue) is append-only: ") == true)
    }
    #expect(try database.verify().problems == [])
  }

  @Test func `refuses to change or delete an entry of its own`() throws {
    let database = try open(create: true)
    try Example.fill(database)
    for sql in [
      "UPDATE journal SET subject = ''", "DELETE FROM journal", "REPLACE INTO journal SELECT * FROM journal",
      "UPDATE journal_part SET body = 'x'", "DELETE FROM journal_part",
      "REPLACE INTO journal_part SELECT * FROM journal_part",
    ] {
      #expect(throws: StorageError.self) { try database.connection.execute(sql) }
    }
  }

  @Test func `refuses what is dated before its newest entry, in whichever time zone`() throws {
    let database = try open(create: true)
    try Example.fill(database)
    let newest = try #require(try database.journal().last)
    let second = try Moment("2026-04-04T00:59:59Z")
    let refusal = #expect(throws: BackdatingRefusal(moment: second, newest: newest)) {
      try database.propose(try Example.rich(), by: "li", at: second)
    }
    #expect(
      refusal?.description == """
        2026-04-04T00:59:59Z is before the newest entry of the journal, number 9, recorded at \
        2026-04-03T17:00:00-08:00 by ada (import acme-2026, leads.csv: 1 rows); nothing is dated back. \
        Leave --today and LEADPACT_TODAY out, or give 2026-04-05 or later; \
        where neither is set, set the clock right
        """
    )
    _ = try database.propose(try Example.rich(), by: "li", at: try Moment("2026-04-03T20:00:00-05:00"))
    #expect(try database.verify().problems == [])
  }

  @Test func `asks for the time only when nobody else can write`() throws {
    let database = try open(create: true)
    func writing() -> Moment {
      let other = try? Database.open(
        at: path, for: .recording(create: false), at: Example.moment, busyTimeout: 0)
      #expect(throws: StorageError.locked(path: path, waitedMilliseconds: 0, by: nil)) {
        try other?.propose(try Example.plain(), by: "sam", at: Example.moment)
      }
      return Example.moment
    }
    _ = try database.propose(try Example.plain(), by: "ada", at: writing())
  }

  @Test func `keeps the chain whole while several write at once`() async throws {
    let database = try open(create: true)
    try Example.fill(database)
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let own = try Database.open(
            at: path,
            for: .recording(create: false),
            at: Example.moment,
            busyTimeout: 30_000
          )
          for week in 0..<5 {
            let days = Example.week("2026-W\(10 + writer * 10 + week)")
            _ = try own.record(
              [NewDelivery(key: Example.web, days: days, count: week)],
              for: Example.name("acme-2026"),
              by: "writer \(writer)",
              at: Example.later
            )
          }
        }
      }
      try await group.waitForAll()
    }
    let report = try database.verify()
    #expect(report.problems == [])
    #expect(report.checked.entries == 29)
  }

  @Test func `survives a writer that dies midway`() async throws {
    let database = try open(create: true)
    try Example.fill(database)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let own = try Database.open(at: path, for: .recording(create: false), at: Example.moment)
      _ = try own.recording(.log, by: "x", at: { Example.later }) { stamp in
        try own.connection.run(
          """
          INSERT INTO review (contract_id, quarter_first_month, reason, seq)
          VALUES (1, '2026-04', 'r', ?)
          """,
          stamp.number
        )
        kill(getpid(), SIGKILL)
        return ((), nil, "")
      }
    }
    #expect(try database.verify().problems == [])
    #expect(try database.journalHead().number == 9)
  }

  @Test func `saves a copy that says the same`() throws {
    let database = try open(create: true)
    try Example.fill(database)
    let copy = folder.file("copy.leadpact")
    try database.save(to: copy)
    let other = try Database.open(at: copy, for: .reading, at: Example.moment)
    #expect(try other.verify() == database.verify())
    let acme = Example.name("acme-2026")
    #expect(try other.ledger(of: acme) == database.ledger(of: acme))
    #expect(throws: StorageError.readOnly(path: copy)) {
      try other.propose(try Example.plain("x"), by: "ada", at: Example.moment)
    }
  }
}
