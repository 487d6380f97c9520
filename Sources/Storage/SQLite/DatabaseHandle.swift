import CSQLite
import Glibc

/// The `sqlite3 *` of one open database, closed when the connection and its last statement let go of it.
///
/// It knows where it was opened, so that a result code can be turned into the error that names the file.
final class DatabaseHandle {
  let pointer: OpaquePointer
  let path: String
  let busyTimeout: Int
  /// The name of the way to the disk that SQLite takes, its own where nil.
  let vfs: String?
  let changes = ChangeLog()

  /// - Parameters:
  ///   - name: what SQLite opens: a file name or, with `SQLITE_OPEN_URI` among the flags, a URI.
  ///   - path: what errors call it.
  ///   - busyTimeout: how long to wait for another process's lock, in milliseconds.
  ///   - vfs: a way to the disk that was registered under that name (<https://www.sqlite.org/vfs.html>): tests put
  ///     one in between that fails where they say.
  init(
    opening name: String, path: String, flags: Int32, busyTimeout: Int, vfs: String? = nil
  ) throws(StorageError) {
    Self.setUp
    var pointer: OpaquePointer?
    // One thread at a time uses a connection: it is not Sendable, and `Conveyor` lends it as a whole. So SQLite need not
    // lock for us.
    let flags = flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = ResultCode(rawValue: sqlite3_open_v2(name, &pointer, flags, vfs))
    guard code == .ok, let pointer else {
      let error = StorageError(code, database: pointer, path: path, busyTimeout: busyTimeout, sql: nil)
      sqlite3_close_v2(pointer)
      throw error
    }
    self.pointer = pointer
    self.path = path
    self.busyTimeout = busyTimeout
    self.vfs = vfs
    sqlite3_busy_timeout(pointer, Int32(clamping: busyTimeout))
  }

  deinit {
    sqlite3_close_v2(pointer)
  }

  /// How many bytes a statement may need to be undone alone before they go to a file.
  ///
  /// They are written there in one piece, and SQLite can write no more than 128 KiB less a byte at once.
  static let statementJournalSize = 126 << 10

  /// Settings of the whole process, which save work that nobody needs.
  ///
  /// Nobody asks how much memory SQLite takes, and each of a million rows would pay for a lock to count it. What a
  /// statement that adds several rows needs to be undone alone would go to a file, at twice the work of adding them.
  /// Where something else in the process has opened a database before, SQLite goes on as it was.
  private static let setUp: Void = {
    _ = csqlite_stop_counting_memory()
    _ = csqlite_keep_statement_journals(CInt(statementJournalSize))
  }()

  /// Whether the file could only be opened for reading.
  var isReadOnly: Bool { sqlite3_db_readonly(pointer, "main") == 1 }

  /// Whether a transaction is open: it closes by itself where SQLite had to undo it, on a full disk for one.
  var isInTransaction: Bool { sqlite3_get_autocommit(pointer) == 0 }

  /// Runs every statement in `script`, passing over any rows.
  func execute(_ script: String) throws(StorageError) {
    try check(sqlite3_exec(pointer, script, nil, nil, nil), sql: script)
  }

  /// Undoes the open transaction, if there is one.
  func rollBack() {
    guard isInTransaction else { return }
    // Should it fail, the transaction is undone by whoever opens the file next.
    sqlite3_exec(pointer, "ROLLBACK", nil, nil, nil)
  }

  /// Throws the error that `code` stands for, unless it is `SQLITE_OK`.
  func check(_ code: Int32, sql: String? = nil) throws(StorageError) {
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  func error(_ code: Int32, sql: String? = nil) -> StorageError {
    StorageError(
      ResultCode(rawValue: code),
      database: pointer,
      path: path,
      busyTimeout: busyTimeout,
      sql: sql,
    )
  }
}

extension StorageError {
  /// The error that `code` stands for on `database`, whose latest call returned it.
  fileprivate init(
    _ code: ResultCode,
    database: OpaquePointer?,
    path: String,
    busyTimeout: Int,
    sql: String?,
  ) {
    let message = database.map { String(cString: sqlite3_errmsg($0)) } ?? code.message
    let systemError = database.map { sqlite3_system_errno($0) } ?? 0
    switch code.primary {
    case .busy:
      self = .locked(path: path, waitedMilliseconds: busyTimeout, by: LockHolder(writing: path))
    case .readOnly:
      self = .readOnly(path: path)
    case .notADatabase:
      self = .notADatabase(path: path)
    case .corrupt:
      self = .damaged(path: path, detail: message)
    case .full:
      self = .diskFull(path: path)
    case .inputOutput where Self.systemErrors(on: database).contains { [ENOSPC, EDQUOT, EFBIG].contains($0) }:
      self = .diskFull(path: path)
    case .inputOutput where code == .inputOutputShortRead:
      self = .damaged(path: path, detail: "it ends too early")
    case .inputOutput:
      self = .diskFailed(path: path, code: code)
    case .cannotOpen, .permission:
      let reason = systemError == 0 ? message : String(cString: strerror(systemError))
      self = .cannotOpen(path: path, reason: reason)
    default:
      self = .sqlite(code: code, message: message, sql: sql)
    }
  }

  /// What the system said last to the connection, the database file and its log.
  ///
  /// `sqlite3_system_errno` alone does not know what made a COMMIT fail.
  private static func systemErrors(on database: OpaquePointer?) -> [Int32] {
    guard let database else { return [] }
    var ofFile: Int32 = 0
    sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &ofFile)
    var ofLog: Int32 = 0
    var log: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log)
    if let log, let methods = log.pointee.pMethods {
      _ = methods.pointee.xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &ofLog)
    }
    return [sqlite3_system_errno(database), ofFile, ofLog]
  }
}
