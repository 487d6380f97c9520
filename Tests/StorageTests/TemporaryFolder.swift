import Foundation
import Testing

@testable import Storage

/// A folder of its own for one test, removed with everything in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "leadpact-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  var contents: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// Makes a leadpact database with one table `lead(id, stage)` of `rows` rows.
  @discardableResult
  func database(_ name: String = "a.leadpact", rows: Int = 0) throws -> String {
    let path = file(name)
    let connection = try Connection.open(path, mode: .creatingIfMissing)
    try connection.write {
      try connection.execute("CREATE TABLE lead (id INTEGER PRIMARY KEY, stage TEXT NOT NULL) STRICT")
      for _ in 0..<rows {
        try connection.run("INSERT INTO lead (stage) VALUES (?)", String(repeating: "mql", count: 20))
      }
    }
    return path
  }
}

func mode(of path: String) throws -> Int {
  try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}

extension Connection {
  func count(_ sql: StaticString) throws(StorageError) -> Int? {
    try first(sql) { try $0.int(0) }
  }
}
