public import Agreement
import Migrations

/// A leadpact database: what teams have agreed, signed and recorded, kept in one SQLite file.
///
/// Everything in it is only ever added to. Each method that writes is one transaction, in which the rules of
/// `Agreement` are checked against what is on record at that moment, and which the journal records; one that
/// throws leaves nothing behind.
/// ```swift
/// let database = try Database.open(at: path, for: .recording(create: true), at: now)
/// let version = try database.propose(contract, by: "ada", at: now)
/// ```
/// The moment of a write is asked for once the write can begin, and is never before that of the newest entry.
/// It stays on the thread that opened it, which must leave it alone while an import asks for rows; another thread, or another
/// process, opens one of its own.
public final class Database {
  /// What a database is opened for.
  public enum Use: Hashable, Sendable {
    /// To read and write; `create` makes the file where there is none.
    case recording(create: Bool)
    /// To read, even where neither the file nor its folder can be written.
    case reading
  }

  /// The number of the newest step of the schema that this program knows.
  public static var schemaVersion: Int { Migration.all.count }

  let connection: Connection
  private let keptHistories = KeptHistories()

  /// The copy of the file that was made before its schema was brought up to date; nil where nothing was copied.
  public let backupBeforeUpgrade: String?

  /// What lets anyone on the machine change the file, as it was when it was opened.
  public let exposures: [Exposure]

  init(_ connection: Connection, at moment: Moment, upgraded backup: String? = nil) throws(StorageError) {
    self.connection = connection
    let outcome = try Migrator().migrate(connection, appliedAt: moment.description)
    self.backupBeforeUpgrade = outcome.backup ?? backup
    self.exposures = connection.path.map(Exposure.all(of:)) ?? []
    connection.recordsChanges = connection.isWritable
  }

  /// Opens the file at `path` and brings its schema up to date.
  ///
  /// - Parameters:
  ///   - moment: the time now, which is recorded with each step of the schema.
  ///   - busyTimeout: how long to wait for another process's lock, in milliseconds.
  public static func open(
    at path: String,
    for use: Use,
    at moment: Moment,
    busyTimeout: Int = 5_000
  ) throws(StorageError) -> Database {
    let mode: Connection.Mode =
      switch use {
      case .recording(create: true): .creatingIfMissing
      case .recording(create: false): .existing
      case .reading: .readOnly
      }
    do throws(StorageError) {
      return try Database(Connection.open(path, mode: mode, busyTimeout: busyTimeout), at: moment)
    } catch .olderSchema(let path, let found, let known) {
      // Only what is opened for reading is not brought up to date by the way.
      let upgraded: Database
      do throws(StorageError) {
        upgraded = try open(at: path, for: .recording(create: false), at: moment, busyTimeout: busyTimeout)
      } catch .readOnly, .cannotOpen {
        throw .olderSchema(path: path, found: found, known: known)
      }
      let connection = try Connection.open(path, mode: mode, busyTimeout: busyTimeout)
      return try Database(connection, at: moment, upgraded: upgraded.backupBeforeUpgrade)
    }
  }

  /// Makes an empty database that lives in memory, for a demonstration or a test.
  public static func inMemory(at moment: Moment) throws(StorageError) -> Database {
    try Database(Connection.inMemory(), at: moment)
  }

  /// Runs `body` on one snapshot of the database, whatever other processes write meanwhile.
  ///
  /// What `body` reads belongs together: the names, a ledger, and the journal's head beneath it.
  /// - Throws: `StorageError`, and what `body` throws.
  public func reading<Result>(_ body: () throws -> Result) throws -> Result {
    guard connection.transactionPurpose == nil else { return try body() }
    let transaction = try connection.begin(.reading)
    let result = try body()
    try transaction.commit()
    return result
  }

  /// What was known of a contract up to the journal entry `last`; nil where there was no version yet.
  func history(
    of contract: ContractStore.Entry, through last: Int = .max
  ) throws(StorageError) -> ContractHistory? {
    try keptHistories.history(of: contract, through: last, on: connection)
  }

  /// Copies the database, as it is at this moment, to a new file at `path` that only its owner may read.
  ///
  /// - Throws: `StorageError.fileExists` where anything stands at `path`.
  public func save(to path: String) throws(StorageError) {
    try connection.backup(to: path)
  }
}
