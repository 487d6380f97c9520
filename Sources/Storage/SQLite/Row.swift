import Agreement
import CSQLite
import Glibc

/// One row of a result, lent to a closure and read by position in the order of the SELECT.
///
/// A column must hold the type asked for: nothing is converted on the way.
struct Row: ~Copyable {
  private let statement: OpaquePointer
  private let columns: Int

  init(statement: OpaquePointer) {
    self.statement = statement
    self.columns = Int(sqlite3_column_count(statement))
  }

  func isNull(_ column: Int) -> Bool { cell(column).isNull }

  func int(_ column: Int) throws(StorageError) -> Int { try int(cell(column), at: column) }

  func optionalInt(_ column: Int) throws(StorageError) -> Int? {
    let cell = cell(column)
    return cell.isNull ? nil : try int(cell, at: column)
  }

  /// A whole number, a text or nothing, whichever it is.
  func value(_ column: Int) throws(StorageError) -> StoredValue {
    let cell = cell(column)
    return switch cell.type {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(try int(cell, at: column))
    default: .text(try text(cell, at: column))
    }
  }

  /// The domain value that `make` builds of a whole number, such as `try row.int(2, as: Rate.init(partsPerMillion:))`.
  ///
  /// - Throws: `unexpectedValue` where `make` throws or returns nil.
  func int<Value>(_ column: Int, as make: (Int) throws -> Value?) throws(StorageError) -> Value {
    let number = try int(column)
    return try value(column, of: number, shownAs: "\(number)", make)
  }

  func optionalInt<Value>(_ column: Int, as make: (Int) throws -> Value?) throws(StorageError) -> Value? {
    isNull(column) ? nil : try int(column, as: make)
  }

  /// A truth value, stored as 0 or 1.
  func bool(_ column: Int) throws(StorageError) -> Bool {
    try int(column) { number in
      switch number {
      case 0: false
      case 1: true
      default: nil
      }
    }
  }

  func text(_ column: Int) throws(StorageError) -> String { try text(cell(column), at: column) }

  private func text(_ cell: borrowing Cell, at column: Int) throws(StorageError) -> String {
    let bytes = try utf8(cell, at: column)
    guard let text = String(ascii: bytes) ?? String(validating: bytes, as: UTF8.self) else {
      throw unexpected(column, found: "text that is not UTF-8")
    }
    return text
  }

  func optionalText(_ column: Int) throws(StorageError) -> String? {
    let cell = cell(column)
    return cell.isNull ? nil : try text(cell, at: column)
  }

  /// The domain value that `make` builds of a text, such as `try row.text(1, as: Team.init(rawValue:))`.
  ///
  /// - Throws: `unexpectedValue` where `make` throws or returns nil.
  func text<Value>(_ column: Int, as make: (String) throws -> Value?) throws(StorageError) -> Value {
    try text(cell(column), at: column, as: make)
  }

  private func text<Value>(
    _ cell: borrowing Cell, at column: Int, as make: (String) throws -> Value?
  ) throws(StorageError) -> Value {
    let text = try text(cell, at: column)
    return try value(column, of: text, shownAs: "'\(text.prefix(40))'", make)
  }

  /// The value that is written as a text, such as `try row.text(1, as: Day.self)`.
  ///
  /// - Throws: `unexpectedValue` where the text is none.
  func text<Value: PlainlyWritten>(_ column: Int, as type: Value.Type) throws(StorageError) -> Value {
    try text(cell(column), at: column, as: type)
  }

  private func text<Value: PlainlyWritten>(
    _ cell: borrowing Cell, at column: Int, as type: Value.Type
  ) throws(StorageError) -> Value {
    if let value = Value(plain: try utf8(cell, at: column)) { return value }
    return try text(cell, at: column) { try Value($0) }
  }

  /// The value that `make` builds of a text's bytes, such as `try row.bytes(3, as: LeadSumText.days)`.
  ///
  /// - Throws: `unexpectedValue` where `make` returns nil.
  func bytes<Value>(
    _ column: Int, as make: (UnsafeBufferPointer<UInt8>) -> Value?
  ) throws(StorageError) -> Value {
    if let value = make(try utf8(cell(column), at: column)) { return value }
    throw unexpected(column, found: "'\(try text(column).prefix(40))'")
  }

  func optionalText<Value: PlainlyWritten>(_ column: Int, as type: Value.Type) throws(StorageError) -> Value?
  {
    let cell = cell(column)
    return cell.isNull ? nil : try text(cell, at: column, as: type)
  }

  func optionalText<Value>(_ column: Int, as make: (String) throws -> Value?) throws(StorageError) -> Value? {
    let cell = cell(column)
    return cell.isNull ? nil : try text(cell, at: column, as: make)
  }

  /// The bytes of a text.
  func bytes(_ column: Int) throws(StorageError) -> [UInt8] { Array(try utf8(cell(column), at: column)) }

  /// Whether the column holds a text of those bytes.
  func holds(_ bytes: [UInt8], at column: Int) throws(StorageError) -> Bool {
    let text = try utf8(cell(column), at: column)
    return bytes.withUnsafeBufferPointer { Self.isEqual(text, $0) }
  }

  /// Whether the column holds one of the values.
  func holds(_ index: Int, of values: borrowing RowValues, at column: Int) -> Bool {
    let cell = cell(column)
    return switch values[index] {
    case .null: cell.isNull
    case .integer(let number): cell.type == SQLITE_INTEGER && cell.int == number
    case .text(let place), .plain(let place):
      cell.type == SQLITE_TEXT && cell.utf8.map { Self.isEqual($0, values.bytes(place)) } == true
    }
  }

  private static func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count, let start = a.baseAddress, let other = b.baseAddress else {
      return a.count == b.count
    }
    return memcmp(start, other, a.count) == 0
  }

  /// The error for a column whose value the model does not allow, for what only the caller can judge.
  func unexpected(_ column: Int, found: String) -> StorageError {
    .unexpectedValue(table: table(of: column), column: name(of: column), found: found)
  }

  /// The error for a row whose values, each in order, do not go together.
  func unexpected(found: String) -> StorageError {
    .unexpectedValue(table: table(of: 0), column: "*", found: found)
  }

  private func table(of column: Int) -> String? {
    sqlite3_column_table_name(statement, Int32(column)).map { String(cString: $0) }
  }

  private func name(of column: Int) -> String {
    sqlite3_column_name(statement, Int32(column)).map { String(cString: $0) } ?? "column \(column)"
  }

  /// What a column holds, found once for all that is asked of it: calls by a column's number find it anew each time.
  private struct Cell: ~Copyable {
    let type: Int32
    private let value: OpaquePointer?

    init(_ value: OpaquePointer?) {
      self.value = value
      self.type = sqlite3_value_type(value)
    }

    var isNull: Bool { type == SQLITE_NULL }

    /// The whole number that it holds.
    var int: Int { Int(sqlite3_value_int64(value)) }

    /// The bytes of the text that it holds, which last until the row is left; nil where there is no memory for them.
    var utf8: UnsafeBufferPointer<UInt8>? {
      sqlite3_value_text(value).map { UnsafeBufferPointer(start: $0, count: Int(sqlite3_value_bytes(value))) }
    }
  }

  // SQLite calls such a value unprotected, as no lock keeps other threads off it: a row stays on the thread of its
  // connection. See <https://www.sqlite.org/c3ref/value.html>.
  private func cell(_ column: Int) -> Cell {
    precondition((0..<columns).contains(column), "No column \(column) in the row")
    return Cell(sqlite3_column_value(statement, Int32(column)))
  }

  private func int(_ cell: borrowing Cell, at column: Int) throws(StorageError) -> Int {
    try require(SQLITE_INTEGER, of: cell, at: column)
    return cell.int
  }

  private func utf8(_ cell: borrowing Cell, at column: Int) throws(StorageError) -> UnsafeBufferPointer<UInt8>
  {
    try require(SQLITE_TEXT, of: cell, at: column)
    guard let utf8 = cell.utf8 else { throw unexpected(column, found: "text that there is no memory for") }
    return utf8
  }

  private func require(_ expected: Int32, of cell: borrowing Cell, at column: Int) throws(StorageError) {
    guard cell.type == expected else { throw unexpected(column, found: Self.typeName(cell.type)) }
  }

  private func value<Stored, Value>(
    _ column: Int,
    of stored: Stored,
    shownAs shown: @autoclosure () -> String,
    _ make: (Stored) throws -> Value?,
  ) throws(StorageError) -> Value {
    do {
      if let value = try make(stored) { return value }
    } catch {
      throw unexpected(column, found: "\(shown()) (\(error))")
    }
    throw unexpected(column, found: shown())
  }

  private static func typeName(_ type: Int32) -> String {
    switch type {
    case SQLITE_INTEGER: "a whole number"
    case SQLITE_FLOAT: "a floating-point number"
    case SQLITE_TEXT: "text"
    case SQLITE_BLOB: "bytes"
    default: "NULL"
    }
  }
}
