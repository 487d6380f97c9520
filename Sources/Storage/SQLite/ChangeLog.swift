import CSQLite
import Glibc

/// Rows of one table that a transaction inserted, updated or deleted one after the other: `first`, `first` + 1, ….
struct RowChanges: Hashable, Sendable {
  enum Operation: UInt8, Hashable, Sendable {
    case insert, update, delete
  }

  let table: String
  let operation: Operation
  let first: Int
  let count: Int

  var rowIDs: Range<Int> { first..<first + count }
}

/// The rows that the running transaction has changed, in order, as SQLite's update hook reports them.
///
/// The hook is silent on WITHOUT ROWID tables, on rows that REPLACE pushes out, and on a DELETE without WHERE.
/// See <https://www.sqlite.org/c3ref/update_hook.html>. Neighbours are kept as one run, so that a million rows
/// added in a row cost nothing to remember, and a million in turns between tables cost 16 bytes each.
final class ChangeLog {
  /// Where the log stands between two statements.
  struct Mark: Hashable {
    fileprivate let runs: Int
    fileprivate let countOfLast: UInt32
  }

  private struct Run {
    let first: Int
    var count: UInt32
    let table: UInt16
    let operation: RowChanges.Operation
  }

  private var runs: [Run] = []
  private var tables: [String] = []

  /// Where the log stands now.
  var mark: Mark { Mark(runs: runs.count, countOfLast: runs.last?.count ?? 0) }

  /// Sets the hook on `database`, which must not outlive this log.
  func attach(to database: OpaquePointer) {
    let log = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_update_hook(
      database,
      { context, code, schema, table, rowID in
        // What is kept in temporary tables goes with the connection.
        guard let context, let schema, let table, strcmp(schema, "main") == 0 else { return }
        // The journal does not record itself, and is written between the rows of a long import.
        guard strcmp(table, "journal_part") != 0 else { return }
        let log = Unmanaged<ChangeLog>.fromOpaque(context).takeUnretainedValue()
        log.append(table: table, rowID: Int(rowID), code: code)
      },
      log,
    )
  }

  func detach(from database: OpaquePointer) {
    sqlite3_update_hook(database, nil, nil)
    clear()
  }

  /// Hands the changes over in order, and forgets them.
  func take() -> some Sequence<RowChanges> {
    defer { clear() }
    return runs.lazy.map { [tables] run in
      RowChanges(
        table: tables[Int(run.table)],
        operation: run.operation,
        first: run.first,
        count: Int(run.count)
      )
    }
  }

  /// Forgets everything.
  func clear() {
    runs = []
  }

  /// Forgets what came after `mark`: a statement that fails undoes what it had changed.
  func truncate(to mark: Mark) {
    guard runs.count >= mark.runs, mark.runs > 0 else { return clear() }
    runs.removeSubrange(mark.runs...)
    runs[mark.runs - 1].count = mark.countOfLast
  }

  private func append(table: UnsafePointer<CChar>, rowID: Int, code: Int32) {
    let operation: RowChanges.Operation =
      switch code {
      case SQLITE_INSERT: .insert
      case SQLITE_DELETE: .delete
      default: .update
      }
    let table = number(of: table)
    if let last = runs.last, last.table == table, last.operation == operation, last.count < .max,
      last.first &+ Int(last.count) == rowID
    {
      runs[runs.count - 1].count += 1
    } else {
      runs.append(Run(first: rowID, count: 1, table: table, operation: operation))
    }
  }

  /// The place of the table's name among those seen.
  private func number(of name: UnsafePointer<CChar>) -> UInt16 {
    // The schema has a few dozen tables, and the last one changed is mostly the next.
    if let last = runs.last, strcmp(tables[Int(last.table)], name) == 0 { return last.table }
    if let known = tables.firstIndex(where: { strcmp($0, name) == 0 }) { return UInt16(known) }
    tables.append(String(cString: name))
    return UInt16(tables.count - 1)
  }
}
