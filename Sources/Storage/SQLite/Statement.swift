import CSQLite

/// A compiled statement, finalised when the connection's cache and its users let go of it.
///
/// Running it again costs no parsing, and binding costs no existentials, so a bulk insert holds on to one:
/// ```swift
/// let insert = try connection.statement("INSERT INTO delivery (day, count) VALUES (?, ?)")
/// for delivery in deliveries {
///   try insert.run(delivery.day, delivery.count)
/// }
/// ```
final class Statement {
  private let pointer: OpaquePointer
  private let handle: DatabaseHandle

  /// - Precondition: `sql` is one statement.
  init(_ sql: StaticString, on handle: DatabaseHandle) throws(StorageError) {
    var pointer: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = sqlite3_prepare_v3(handle.pointer, sql.description, -1, flags, &pointer, nil)
    try handle.check(code, sql: sql.description)
    guard let pointer else { preconditionFailure("No statement in: \(sql)") }
    self.pointer = pointer
    self.handle = handle
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  /// Whether it stands between two rows of an earlier run.
  var isRunning: Bool { sqlite3_stmt_busy(pointer) != 0 }

  /// Runs to the end with `values` bound in order, passing over any rows.
  func run<each Value: Bindable>(_ values: repeat each Value) throws(StorageError) {
    try bind(repeat each values)
    defer { reset() }
    let mark = handle.changes.mark
    while try step(mark) {}
  }

  /// How many values it takes.
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

  /// Runs to the end with as many of the values as it takes, from the one at `first` on, which SQLite reads where they lie.
  func run(_ values: borrowing RowValues, from first: Int) throws(StorageError) {
    defer { reset() }
    for index in 0..<parameterCount { try lend(values[first + index], of: values, at: Int32(index + 1)) }
    let mark = handle.changes.mark
    while try step(mark) {}
  }

  /// What `body` makes of the first row, or nil where there is none, with values that SQLite reads where they lie.
  func first<Result>(
    lending keys: [RowValues.Value], of values: borrowing RowValues, body: (borrowing Row) throws -> Result
  ) throws(StorageError) -> Result? {
    precondition(keys.count == parameterCount, "Values missing for: \(sql)")
    defer { reset() }
    for index in 0..<keys.count { try lend(keys[index], of: values, at: Int32(index + 1)) }
    guard try step(handle.changes.mark) else { return nil }
    return try lend(body)
  }

  private func lend(
    _ value: RowValues.Value, of values: borrowing RowValues, at index: Int32
  ) throws(StorageError) {
    let code =
      switch value {
      case .null: sqlite3_bind_null(pointer, index)
      case .integer(let number): sqlite3_bind_int64(pointer, index, Int64(number))
      case .text(let place), .plain(let place): lend(values.bytes(place), at: index)
      }
    try check(code)
  }

  /// Runs to the end with two numbers and a text, which SQLite reads where it lies.
  func run(_ first: Int, _ second: Int, lending text: UnsafeBufferPointer<UInt8>) throws(StorageError) {
    precondition(sqlite3_bind_parameter_count(pointer) == 3, "Values missing for: \(sql)")
    defer { reset() }
    try check(sqlite3_bind_int64(pointer, 1, Int64(first)))
    try check(sqlite3_bind_int64(pointer, 2, Int64(second)))
    try check(lend(text, at: 3))
    let mark = handle.changes.mark
    while try step(mark) {}
  }

  /// Binds a text that stays where it is until the run is over.
  private func lend(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) -> Int32 {
    guard let start = text.baseAddress else {
      return sqlite3_bind_text64(pointer, index, "", 0, csqlite_transient(), UInt8(SQLITE_UTF8))
    }
    return start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      sqlite3_bind_text64(pointer, index, $0, UInt64(text.count), nil, UInt8(SQLITE_UTF8))
    }
  }

  /// Runs to the end with `values` bound in order, handing each row to `body`.
  func forEach<each Value: Bindable>(
    _ values: repeat each Value,
    body: (borrowing Row) throws -> Void,
  ) throws(StorageError) {
    try bind(repeat each values)
    defer { reset() }
    let mark = handle.changes.mark
    while try step(mark) {
      try lend(body)
    }
  }

  /// What `body` makes of the first row, or nil where there is none; the rows after it are not computed.
  func first<each Value: Bindable, Result>(
    _ values: repeat each Value,
    body: (borrowing Row) throws -> Result,
  ) throws(StorageError) -> Result? {
    try bind(repeat each values)
    defer { reset() }
    guard try step(handle.changes.mark) else { return nil }
    let result = try lend(body)
    // Outside a transaction an `INSERT … RETURNING` commits only here.
    try check(sqlite3_reset(pointer))
    return result
  }

  private func check(_ code: Int32) throws(StorageError) {
    guard code == SQLITE_OK else { throw handle.error(code, sql: sql) }
  }

  /// The statement as it is written.
  var sql: String { String(cString: sqlite3_sql(pointer)) }

  /// Moves to the next row, false at the end; a failure also takes back the changes logged since `mark`.
  private func step(_ mark: ChangeLog.Mark) throws(StorageError) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      handle.changes.truncate(to: mark)
      throw handle.error(code, sql: sql)
    }
  }

  /// Hands the current row to `body`, whose own errors mean that no domain value can be made of it.
  private func lend<Result>(
    _ body: (borrowing Row) throws -> Result
  ) throws(StorageError) -> Result {
    let row = Row(statement: pointer)
    do {
      return try body(row)
    } catch let error as StorageError {
      throw error
    } catch {
      throw row.unexpected(found: "\(error)")
    }
  }

  private func reset() {
    // Returns the failure of the step before, which was thrown there.
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  private func bind<each Value: Bindable>(_ values: repeat each Value) throws(StorageError) {
    var index: Int32 = 0
    for value in repeat each values {
      index += 1
      try check(bind(value.stored, at: index))
    }
    precondition(index == sqlite3_bind_parameter_count(pointer), "Values missing for: \(sql)")
  }

  private func bind(_ value: StoredValue, at index: Int32) -> Int32 {
    switch value {
    case .null:
      sqlite3_bind_null(pointer, index)
    case .integer(let number):
      sqlite3_bind_int64(pointer, index, Int64(number))
    case .text(let text):
      text.withCString {
        let length = UInt64(text.utf8.count)
        return sqlite3_bind_text64(pointer, index, $0, length, csqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
  }
}
