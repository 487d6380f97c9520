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
    #expect(entries[4].content.contains(#""count":-12"#))
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
          || length(CAST(content AS BLOB)) || ':' || content || ','
          || length(CAST(previous_hash AS BLOB)) || ':' || previous_hash || ','
        FROM journal
        WHERE seq = ?
        """,
        entry.number
      ) { row in try row.text(0) }
      #expect(Digest(hashing: try #require(text)) == entry.hash)
    }
  }

  @Test func `knows every table and column of the schema`() throws {
    let connection = try Database.inMemory(at: Example.moment).connection
    let tables = try connection.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('journal', 'schema_migration')"
    ) { row in try row.text(0) }
    #expect(Set(tables) == Set(JournaledTable.allCases.map(\.rawValue)))
    for table in JournaledTable.allCases {
      let columns = try connection.rows(
        "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0",
        table.rawValue
      ) { row in try row.text(0) }
      let sql = table.row.description
      for column in columns { #expect(sql.contains("'\(column)', \(column)"), "\(table) \(column)") }
      #expect(sql.matches(of: /'[a-z_]+', [a-z_]+/).count == columns.count)
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
    _ = try database.propose(try Example.rich(), by: "li", at: Example.moment)
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
    ] {
      #expect(throws: StorageError.self) { try database.connection.execute(sql) }
    }
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
              at: Example.moment
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
      _ = try own.recording(.log, by: "x", at: Example.moment) {
        try own.connection.run(
          """
          INSERT INTO review (contract_id, quarter_first_month, reason, recorded_at, recorded_by)
          VALUES (1, '2026-04', 'r', '2026-01-01T00:00:00Z', 'x')
          """
        )
        kill(getpid(), SIGKILL)
        return ((), "")
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
