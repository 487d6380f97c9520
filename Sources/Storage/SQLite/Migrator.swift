import Agreement
import Migrations

/// Brings a database to the schema that the program needs, one step after the other.
///
/// All missing steps are one transaction: where one of them is interrupted or does not fit the data, the file stays at
/// the version that it had, and the release that made it goes on working. Each is recorded in `schema_migration` with
/// the SHA-256 of its SQL. `user_version` says the same in the file's first page, so that opening an up-to-date file
/// costs one look at a number.
struct Migrator {
  /// What `migrate` did.
  struct Outcome: Hashable {
    /// The names of the steps applied, none where the schema was up to date.
    var applied: [String] = []
    /// Where the file was copied to first; nil where there was nothing to copy.
    var backup: String?
  }

  private let migrations: [Migration]

  /// - Precondition: `migrations` are numbered 1, 2, 3 …
  init(_ migrations: [Migration] = Migration.all) {
    precondition(
      migrations.map(\.version) == Array(1..<migrations.count + 1),
      "Migrations must be numbered from 1",
    )
    self.migrations = migrations
  }

  /// Applies the steps that `connection` lacks; a file that holds data is copied beside itself before the first.
  ///
  /// - Parameter appliedAt: the moment to record, as text.
  /// - Throws: `newerSchema`, `migrationAltered`, `migrationFailed`; `olderSchema` where steps are missing but
  ///   nothing can be written.
  func migrate(_ connection: Connection, appliedAt: String) throws(StorageError) -> Outcome {
    guard try !isUpToDate(connection) else { return Outcome() }
    let found = try version(of: connection)
    guard found < migrations.count else { return Outcome() }
    guard connection.isWritable else {
      throw .olderSchema(path: connection.handle.path, found: found, known: migrations.count)
    }
    // A step that rebuilds a table drops the old one, to which others refer: https://www.sqlite.org/lang_altertable.html
    // The switch has no effect within a transaction, and each step is checked as a whole before its commit.
    try connection.execute("PRAGMA foreign_keys = OFF")
    let result = Result { () throws(StorageError) in
      try applyMissing(to: connection, appliedAt: appliedAt)
    }
    try connection.execute("PRAGMA foreign_keys = ON")
    return try result.get()
  }

  /// Whether `connection` says that it has the schema that the program needs.
  ///
  /// It is taken at its word: where somebody altered the number, statements fail, and `verify` says why.
  ///
  /// - Throws: `newerSchema`.
  private func isUpToDate(_ connection: Connection) throws(StorageError) -> Bool {
    let stated = try connection.statedSchemaVersion()
    guard stated <= migrations.count else {
      throw .newerSchema(path: connection.handle.path, found: stated, known: migrations.count)
    }
    return stated == migrations.count
  }

  /// The version of the schema in `connection` by the steps that it has gone through, 0 for none.
  ///
  /// - Throws: `newerSchema` or `migrationAltered` where its steps are not ours.
  func version(of connection: Connection) throws(StorageError) -> Int {
    let applied = try appliedSteps(in: connection)
    let path = connection.handle.path
    if let newest = applied.last, newest.version > migrations.count {
      throw .newerSchema(path: path, found: newest.version, known: migrations.count)
    }
    for (step, migration) in zip(applied, migrations)
    where step.version != migration.version || step.checksum != Self.checksum(of: migration) {
      throw .migrationAltered(path: path, name: step.name)
    }
    return applied.count
  }

  private func applyMissing(to connection: Connection, appliedAt: String) throws(StorageError) -> Outcome {
    let transaction = try connection.begin(.writing)
    // Another process may have migrated while we waited for the lock that we hold now.
    let found = try version(of: connection)
    var outcome = Outcome()
    for migration in migrations[found...] {
      if found > 0, outcome.applied.isEmpty { outcome.backup = try backUp(connection, before: migration) }
      try apply(migration, to: connection, appliedAt: appliedAt)
      outcome.applied.append(migration.name)
    }
    try transaction.commit()
    return outcome
  }

  private func apply(
    _ migration: Migration,
    to connection: Connection,
    appliedAt: String,
  ) throws(StorageError) {
    do throws(StorageError) {
      try connection.execute(migration.sql)
      precondition(connection.handle.isInTransaction, "\(migration.name) ends the transaction it runs in")
      try record(migration, in: connection, appliedAt: appliedAt)
      if let problem = try connection.danglingReferences().first {
        throw .migrationFailed(
          path: connection.handle.path,
          name: migration.name,
          detail: problem.description,
        )
      }
    } catch .sqlite(let code, let message, _) {
      throw .migrationFailed(
        path: connection.handle.path,
        name: migration.name,
        detail: "\(message) (\(code.name))",
      )
    }
  }

  /// Copies the file to `NAME.before-V2.backup`, or `NAME.before-V2-2.backup` where that is taken, and so on.
  private func backUp(_ connection: Connection, before migration: Migration) throws(StorageError) -> String? {
    guard let path = connection.path else { return nil }
    let base = "\(path).before-V\(migration.version)"
    var target = base + ".backup"
    var number = 1
    while DatabaseFile(path: target).isTaken {
      number += 1
      target = "\(base)-\(number).backup"
    }
    // SQLite copies nothing through a connection that holds the write lock, but another one may read.
    try Connection.open(path, mode: .readOnly, vfs: connection.handle.vfs).backup(to: target)
    return target
  }

  private typealias AppliedStep = (version: Int, name: String, checksum: String)

  private func appliedSteps(in connection: Connection) throws(StorageError) -> [AppliedStep] {
    let isRecorded = try connection.first(
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'"
    ) { _ in true }
    guard isRecorded == true else { return [] }
    return try connection.rows(
      """
      SELECT version, name, checksum
      FROM schema_migration
      ORDER BY version
      """
    ) { row in (try row.int(0), try row.text(1), try row.text(2)) }
  }

  private func record(
    _ migration: Migration,
    in connection: Connection,
    appliedAt: String,
  ) throws(StorageError) {
    try connection.execute(
      """
      CREATE TABLE IF NOT EXISTS schema_migration (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at TEXT NOT NULL
      ) STRICT
      """
    )
    try connection.run(
      """
      INSERT INTO schema_migration (version, name, checksum, applied_at)
      VALUES (?, ?, ?, ?)
      """,
      migration.version,
      migration.name,
      Self.checksum(of: migration),
      appliedAt,
    )
    try connection.execute("PRAGMA user_version = \(migration.version)")
  }

  /// The SHA-256 of the step's SQL.
  private static func checksum(of migration: Migration) -> String {
    Digest(hashing: migration.sql).hex
  }
}

extension Connection {
  /// The number of the newest step of the schema, as the file's first page says it; 0 in a file of none.
  func statedSchemaVersion() throws(StorageError) -> Int {
    try first("PRAGMA user_version") { row in try row.int(0) } ?? 0
  }
}
