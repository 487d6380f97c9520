import CSQLite

/// One row that a transaction inserted, updated or deleted.
struct RowChange: Hashable, Sendable {
  enum Operation: Hashable, Sendable {
    case insert, update, delete
  }

  let table: String
  let rowID: Int
  let operation: Operation
}

/// The rows that the running transaction has changed, in order, as SQLite's update hook reports them.
///
/// The hook is silent on WITHOUT ROWID tables, on rows that REPLACE pushes out, and on a DELETE without WHERE.
/// See <https://www.sqlite.org/c3ref/update_hook.html>.
final class ChangeLog {
  private(set) var rows: [RowChange] = []

  /// Sets the hook on `database`, which must not outlive this log.
  func attach(to database: OpaquePointer) {
    let log = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_update_hook(
      database,
      { context, code, _, table, rowID in
        guard let context, let table else { return }
        let log = Unmanaged<ChangeLog>.fromOpaque(context).takeUnretainedValue()
        log.append(table: String(cString: table), rowID: Int(rowID), code: code)
      },
      log,
    )
  }

  func detach(from database: OpaquePointer) {
    sqlite3_update_hook(database, nil, nil)
    rows = []
  }

  /// Forgets everything after the first `count` rows: a statement that fails undoes what it had changed.
  func truncate(to count: Int) {
    rows.removeSubrange(min(count, rows.count)...)
  }

  private func append(table: String, rowID: Int, code: Int32) {
    let operation: RowChange.Operation =
      switch code {
      case SQLITE_INSERT: .insert
      case SQLITE_DELETE: .delete
      default: .update
      }
    rows.append(RowChange(table: table, rowID: rowID, operation: operation))
  }
}
