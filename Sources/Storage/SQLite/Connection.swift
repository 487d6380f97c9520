import CSQLite

/// An open database: where statements are prepared, run and kept.
///
/// It is not Sendable: its statements, its transaction and its list of changed rows are one state that calls change step
/// by step, which no lock around single calls protects. It stays on the thread that opened it, but that an import lends
/// it to another one and leaves it alone until that has ended (`Conveyor`). Else another thread opens a connection of its
/// own; WAL lets it read while this one writes.
final class Connection {
  let handle: DatabaseHandle

  /// The file's path, or nil in memory.
  let path: String?

  /// Whether writing is possible; otherwise `write` throws `readOnly`.
  let isWritable: Bool

  /// What the open transaction is for, nil outside one.
  var transactionPurpose: Transaction.Purpose?

  private var statements: [UnsafePointer<UInt8>: Statement] = [:]

  init(handle: DatabaseHandle, path: String?, isWritable: Bool) {
    self.handle = handle
    self.path = path
    self.isWritable = isWritable
  }

  /// Runs one statement with `values` bound in order.
  func run<each Value: Bindable>(
    _ sql: StaticString,
    _ values: repeat each Value,
  ) throws(StorageError) {
    try statement(sql).run(repeat each values)
  }

  /// What `body` makes of each row.
  ///
  /// - Parameter expected: for how many rows room is made at once.
  /// - Throws: what SQLite refuses, and `unexpectedValue` for whatever else `body` throws: a stored row of which no
  ///   domain value can be made has been altered.
  func rows<each Value: Bindable, Result>(
    expected: Int = 0,
    _ sql: StaticString,
    _ values: repeat each Value,
    body: (borrowing Row) throws -> Result,
  ) throws(StorageError) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(Self.room(for: expected))
    try statement(sql).forEach(repeat each values) { row in
      results.append(try body(row))
    }
    return results
  }

  /// For how many values to make room where so many are expected: that number may come of a row that was altered.
  static func room(for expected: Int) -> Int { min(max(0, expected), 1 << 16) }

  /// What `body` makes of each row, gathered by the whole number in its first column.
  func groups<each Value: Bindable, Result>(
    _ sql: StaticString,
    _ values: repeat each Value,
    body: (borrowing Row) throws -> Result,
  ) throws(StorageError) -> [Int: [Result]] {
    var groups: [Int: [Result]] = [:]
    try statement(sql).forEach(repeat each values) { row in
      groups[try row.int(0), default: []].append(try body(row))
    }
    return groups
  }

  /// What `body` makes of the first row, or nil where there is none.
  func first<each Value: Bindable, Result>(
    _ sql: StaticString,
    _ values: repeat each Value,
    body: (borrowing Row) throws -> Result,
  ) throws(StorageError) -> Result? {
    try statement(sql).first(repeat each values, body: body)
  }

  /// The statement for `sql`, prepared at its first use and kept until the connection closes.
  ///
  /// While a run of it is under way (a query that asks the same again for each of its rows), another is made.
  func statement(_ sql: StaticString) throws(StorageError) -> Statement {
    precondition(sql.hasPointerRepresentation, "SQL is longer than one character")
    // A literal's address names it, for less than hashing its text would cost.
    let key = sql.utf8Start
    if let kept = statements[key] {
      return kept.isRunning ? try Statement(sql, on: handle) : kept
    }
    let statement = try Statement(sql, on: handle)
    statements[key] = statement
    return statement
  }

  /// The statements that were prepared so far, as they are written.
  var preparedSQL: [String] { statements.values.map(\.sql).sorted() }

  /// Runs every statement in `script`, for schemas and settings: it is parsed anew each time.
  func execute(_ script: String) throws(StorageError) {
    try handle.execute(script)
  }

  /// The rowid of the latest insert.
  var lastInsertedRowID: Int { Int(sqlite3_last_insert_rowid(handle.pointer)) }

  /// Whether the rows that a transaction changes are remembered; off at first, when it costs nothing.
  var recordsChanges = false {
    didSet {
      recordsChanges ? handle.changes.attach(to: handle.pointer) : handle.changes.detach(from: handle.pointer)
    }
  }

  /// Hands over the rows that the running transaction has changed so far, in order, and forgets them; see
  /// `ChangeLog` for what SQLite leaves out.
  func takeChangedRows() -> some Sequence<RowChanges> { handle.changes.take() }
}
