import CSQLite
import Foundation

/// A database file opened past leadpact, as any other program can.
final class OutsideConnection {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  private var handle: OpaquePointer?

  init(_ file: URL) throws {
    var handle: OpaquePointer?
    let code = sqlite3_open(file.path, &handle)
    guard code == SQLITE_OK, let handle else {
      throw Failed(description: "cannot open \(file.path): \(code)")
    }
    self.handle = handle
  }

  deinit { close() }

  /// Closes it, if that was not done before: until then other programs find that someone has the file open.
  func close() {
    guard let handle else { return }
    sqlite3_close_v2(handle)
    self.handle = nil
  }

  /// Runs statements.
  func run(_ sql: String) throws {
    var message: UnsafeMutablePointer<CChar>?
    guard sqlite3_exec(handle, sql, nil, nil, &message) == SQLITE_OK else {
      defer { sqlite3_free(message) }
      throw Failed(description: message.map { String(cString: $0) } ?? "unknown error")
    }
  }

  /// Runs statements on a table whose triggers forbid them, and leaves no other trace than what they did.
  func run(_ sql: String, pastTriggersOf table: String) throws {
    let triggers = try texts(
      "SELECT name || char(10) || sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '\(table)'"
    ).map { $0.split(separator: "\n", maxSplits: 1).map(String.init) }
    for trigger in triggers { try run("DROP TRIGGER \(trigger[0])") }
    try run(sql)
    for trigger in triggers { try run(trigger[1]) }
  }

  /// The first column of each row.
  func texts(_ sql: String) throws -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Failed(description: String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    var texts: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      texts.append(String(cString: sqlite3_column_text(statement, 0)))
    }
    return texts
  }
}
