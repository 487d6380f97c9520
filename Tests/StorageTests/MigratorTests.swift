import Foundation
import Migrations
import Testing

@testable import Storage

@Suite struct MigratorTests {
  private static let day = "2026-02-14T09:00:00Z"
  private static let steps = [
    Migration(
      version: 1,
      name: "V1__leads",
      sql: """
        CREATE TABLE lead (id INTEGER PRIMARY KEY, stage TEXT) STRICT;
        CREATE TABLE touch (lead_id INTEGER NOT NULL REFERENCES lead) STRICT;
        """,
    ),
    Migration(version: 2, name: "V2__value", sql: "ALTER TABLE lead ADD COLUMN value INTEGER"),
    Migration(
      version: 3,
      name: "V3__stage_required",
      sql: """
        CREATE TABLE new_lead (id INTEGER PRIMARY KEY, stage TEXT NOT NULL, value INTEGER) STRICT;
        INSERT INTO new_lead SELECT id, stage, value FROM lead;
        DROP TABLE lead;
        ALTER TABLE new_lead RENAME TO lead;
        """,
    ),
  ]
  private static let first = Migrator([steps[0]])
  private static let all = Migrator(steps)

  private let folder: TemporaryFolder
  private var path: String { folder.file("a.leadpact") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open() throws(StorageError) -> Connection {
    try Connection.open(path, mode: .creatingIfMissing)
  }

  /// A file at version 1 with one lead and one touch of it.
  private func fileAtFirstVersion() throws {
    let connection = try open()
    _ = try Self.first.migrate(connection, appliedAt: Self.day)
    try connection.write {
      try connection.execute("INSERT INTO lead VALUES (1, 'mql'); INSERT INTO touch VALUES (1)")
    }
  }

  @Test func `builds a new file step by step and records each`() throws {
    let connection = try open()
    let outcome = try Self.all.migrate(connection, appliedAt: Self.day)
    #expect(
      outcome == Migrator.Outcome(applied: ["V1__leads", "V2__value", "V3__stage_required"], backup: nil)
    )
    let recorded = try connection.rows(
      "SELECT version, name, length(checksum), applied_at FROM schema_migration"
    ) {
      try "\($0.int(0)) \($0.text(1)) \($0.int(2)) \($0.text(3))"
    }
    #expect(
      recorded == [
        "1 V1__leads 64 2026-02-14T09:00:00Z",
        "2 V2__value 64 2026-02-14T09:00:00Z",
        "3 V3__stage_required 64 2026-02-14T09:00:00Z",
      ]
    )
    #expect(try Self.all.migrate(connection, appliedAt: Self.day) == Migrator.Outcome())
  }

  @Test func `records the SHA-256 of the SQL`() throws {
    let connection = try Connection.inMemory()
    _ = try Migrator([Migration(version: 1, name: "V1__abc", sql: "SELECT 1")]).migrate(
      connection,
      appliedAt: ""
    )
    let checksum = try connection.first("SELECT checksum FROM schema_migration") { try $0.text(0) }
    #expect(checksum == "e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5")
  }

  @Test func `carries the program's own schema`() throws {
    let connection = try Connection.inMemory()
    let outcome = try Migrator().migrate(connection, appliedAt: Self.day)
    #expect(outcome.applied == Migration.all.map(\.name))
    #expect(try connection.integrityProblems() == [])
  }

  @Test func `copies a file with data beside itself before it goes forward`() throws {
    try fileAtFirstVersion()
    let connection = try open()
    let outcome = try Self.all.migrate(connection, appliedAt: Self.day)
    let backup = path + ".before-V2.backup"
    #expect(outcome == Migrator.Outcome(applied: ["V2__value", "V3__stage_required"], backup: backup))
    #expect(try connection.count("SELECT count(*) FROM lead JOIN touch ON lead_id = id") == 1)
    #expect(try connection.count("PRAGMA foreign_keys") == 1)
    let copy = try Connection.open(backup, mode: .existing)
    #expect(try Self.first.version(of: copy) == 1)
    #expect(try copy.count("SELECT count(*) FROM lead") == 1)
  }

  @Test func `never overwrites an earlier copy`() throws {
    try fileAtFirstVersion()
    for name in ["a.leadpact.before-V2.backup", "a.leadpact.before-V2-2.backup"] {
      try "kept".write(toFile: folder.file(name), atomically: false, encoding: .utf8)
    }
    let outcome = try Self.all.migrate(open(), appliedAt: Self.day)
    #expect(outcome.backup == path + ".before-V2-3.backup")
  }

  @Test func `leaves the old version working where a step does not fit the data`() throws {
    try fileAtFirstVersion()
    let connection = try open()
    try connection.write { try connection.execute("INSERT INTO lead VALUES (2, NULL)") }
    let failure = StorageError.migrationFailed(
      path: path,
      name: "V3__stage_required",
      detail: "NOT NULL constraint failed: new_lead.stage (SQLITE_CONSTRAINT_NOTNULL)",
    )
    #expect(throws: failure) { try Self.all.migrate(connection, appliedAt: Self.day) }
    #expect(try Self.first.migrate(connection, appliedAt: Self.day) == Migrator.Outcome())
    #expect(try Self.all.version(of: connection) == 1)
    #expect(try connection.count("SELECT count(*) FROM lead") == 2)
    #expect(try connection.count("SELECT count(*) FROM sqlite_schema WHERE name = 'new_lead'") == 0)
    #expect(try connection.count("PRAGMA foreign_keys") == 1)
  }

  @Test func `leaves the old version working where the process dies midway`() async throws {
    try fileAtFirstVersion()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let connection = try Connection.open(path, mode: .existing)
      let transaction = try connection.begin(.writing)
      try connection.execute("DROP TABLE touch; ALTER TABLE lead ADD COLUMN value INTEGER")
      kill(getpid(), SIGKILL)
      try transaction.commit()
    }
    let connection = try open()
    #expect(try connection.count("SELECT count(*) FROM touch") == 1)
    #expect(try Self.all.migrate(connection, appliedAt: Self.day).applied.count == 2)
  }

  @Test func `refuses a step that would leave a reference dangling`() throws {
    try fileAtFirstVersion()
    let careless = Migrator([Self.steps[0], Migration(version: 2, name: "V2__none", sql: "DELETE FROM lead")])
    let failure = StorageError.migrationFailed(
      path: path,
      name: "V2__none",
      detail: "row 1 of touch refers to a missing row of lead",
    )
    #expect(throws: failure) { try careless.migrate(open(), appliedAt: Self.day) }
    #expect(try open().count("SELECT count(*) FROM lead") == 1)
  }

  @Test func `refuses a file of a newer program`() throws {
    _ = try Self.all.migrate(open(), appliedAt: Self.day)
    #expect(throws: StorageError.newerSchema(path: path, found: 3, known: 1)) {
      try Self.first.migrate(open(), appliedAt: Self.day)
    }
  }

  @Test func `refuses to go forward from what another text of a step has built`() throws {
    try fileAtFirstVersion()
    let other = Migrator([
      Migration(version: 1, name: "V1__leads", sql: "CREATE TABLE lead (id INTEGER) STRICT"), Self.steps[1],
    ])
    #expect(throws: StorageError.migrationAltered(path: path, name: "V1__leads")) {
      try other.migrate(open(), appliedAt: Self.day)
    }
  }

  @Test func `looks at one number where the schema is up to date`() throws {
    try fileAtFirstVersion()
    let connection = try open()
    try connection.execute("DROP TABLE schema_migration")
    #expect(try Self.first.migrate(connection, appliedAt: Self.day) == Migrator.Outcome())
  }

  @Test(arguments: [0, -1, Int(Int32.min)])
  func `goes by the recorded steps where the number is lower`(number: Int) throws {
    _ = try Self.all.migrate(open(), appliedAt: Self.day)
    let connection = try open()
    try connection.execute("PRAGMA user_version = \(number)")
    #expect(try Self.all.migrate(connection, appliedAt: Self.day) == Migrator.Outcome())
  }

  @Test func `goes forward from the recorded steps, whatever lower number is there`() throws {
    try fileAtFirstVersion()
    try open().execute("PRAGMA user_version = 2")
    #expect(try Self.all.migrate(open(), appliedAt: Self.day).applied == ["V2__value", "V3__stage_required"])
    #expect(try open().count("PRAGMA user_version") == 3)
  }

  @Test func `says that an older file is only open for reading`() throws {
    try fileAtFirstVersion()
    let reader = try Connection.open(path, mode: .readOnly)
    #expect(try Self.first.migrate(reader, appliedAt: Self.day) == Migrator.Outcome())
    #expect(throws: StorageError.olderSchema(path: path, found: 1, known: 3)) {
      try Self.all.migrate(reader, appliedAt: Self.day)
    }
  }

  @Test func `applies each step once when many start at the same moment`() async throws {
    try fileAtFirstVersion()
    let path = path
    let applied = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 1...6 {
        group.addTask {
          let connection = try Connection.open(path, mode: .creatingIfMissing, busyTimeout: 20_000)
          return try Self.all.migrate(connection, appliedAt: Self.day).applied
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(applied.sorted() == ["V2__value", "V3__stage_required"])
  }
}
