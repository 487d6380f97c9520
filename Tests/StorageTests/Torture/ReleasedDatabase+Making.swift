import CSQLite
import Foundation
import Migrations
import TestSupport
import Testing

@testable import Storage

extension ReleasedDatabase {
  /// Makes the database as `a.leadpact` in a folder.
  func make(in folder: TemporaryFolder) throws -> String {
    let path = folder.file("a.leadpact")
    try Connection.open(path, mode: .creatingIfMissing).execute(sql)
    return path
  }

  /// Checks that a file is whole, and either as its release left it and of use to it, or brought up to date.
  func expectOldOrNew(_ path: String, _ comment: Comment) throws {
    let pristine = PristineContents.shared
    let expected = try pristine.content(of: self)
    do {
      let connection = try Connection.open(path, mode: .existing)
      let found = try #require(try connection.count("PRAGMA user_version"))
      #expect([version, Migration.all.count].contains(found), comment)
      if found == version {
        #expect(try connection.everyRow() == expected, comment)
        let release = Migrator(Array(Migration.all.prefix(version)))
        #expect(try release.migrate(connection, appliedAt: "") == Migrator.Outcome(), comment)
        #expect(try connection.integrityProblems() == [], comment)
      }
    }
    let database = try Database.open(at: path, for: .recording(create: false), at: Example.later)
    let head = try HashPrefix(pristine.head(of: self))
    #expect(try database.verify(since: head).problems == [], comment)
  }
}

/// What the databases of released schemas hold, asked of each once.
private final class PristineContents: @unchecked Sendable {
  static let shared = PristineContents()

  private let lock = NSLock()
  private var contents: [Int: (rows: [String], head: String)] = [:]

  func content(of released: ReleasedDatabase) throws -> [String] { try known(released).rows }

  func head(of released: ReleasedDatabase) throws -> String { try known(released).head }

  private func known(_ released: ReleasedDatabase) throws -> (rows: [String], head: String) {
    try lock.withLock {
      if let known = contents[released.version] { return known }
      let folder = try TemporaryFolder()
      let connection = try Connection.open(released.make(in: folder), mode: .existing)
      let heads = try connection.texts("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")
      let known = (rows: try connection.everyRow(), head: try #require(heads.first))
      contents[released.version] = known
      return known
    }
  }
}

extension Connection {
  /// The first column of the rows that any SQL brings.
  func texts(_ sql: String, column: Int = 0) throws(StorageError) -> [String] {
    final class Collected {
      let column: Int
      var texts: [String] = []

      init(column: Int) { self.column = column }
    }
    let collected = Collected(column: column)
    let code = sqlite3_exec(
      handle.pointer, sql,
      { context, _, columns, _ in
        let collected = Unmanaged<Collected>.fromOpaque(context!).takeUnretainedValue()
        collected.texts.append(columns?[collected.column].map { String(cString: $0) } ?? "NULL")
        return 0
      }, Unmanaged.passUnretained(collected).toOpaque(), nil)
    try handle.check(code, sql: sql)
    return collected.texts
  }

  /// The tables, and of each the columns that can be written.
  func tables() throws(StorageError) -> [(name: String, columns: [String])] {
    let names = try texts(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1")
    var tables: [(name: String, columns: [String])] = []
    for name in names {
      tables.append((name, try texts("SELECT name FROM pragma_table_info('\(name)') ORDER BY cid")))
    }
    return tables
  }

  /// Every row of every table, and the schema.
  func everyRow() throws(StorageError) -> [String] {
    var rows = try texts("SELECT type || name || ifnull(sql, '') FROM sqlite_schema ORDER BY 1")
    for table in try tables() {
      let columns = table.columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
      rows += try texts("SELECT '\(table.name) ' || \(columns) FROM \(table.name) ORDER BY rowid")
    }
    return rows
  }
}
