import Foundation
import Testing

@testable import Storage

@Suite struct BackupTests {
  private let folder: TemporaryFolder
  private let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection.open(try folder.database(rows: 5), mode: .existing)
  }

  @Test func `is a private database of its own, with what the log still holds`() throws {
    try connection.write { try connection.run("DELETE FROM lead WHERE id = 1") }
    let copy = folder.file("copy.leadpact")
    try connection.backup(to: copy)
    #expect(try mode(of: copy) == 0o600)
    let opened = try Connection.open(copy, mode: .existing)
    #expect(try opened.count("SELECT count(*) FROM lead") == 4)
    #expect(try opened.integrityProblems() == [])
    #expect(try folder.contents.contains { $0.hasSuffix(".partial") } == false)
  }

  @Test func `makes a file of a database in memory`() throws {
    let memory = try Connection.inMemory()
    try memory.write {
      try memory.execute("CREATE TABLE demo (a INTEGER) STRICT; INSERT INTO demo VALUES (42)")
    }
    let path = folder.file("demo.leadpact")
    try memory.backup(to: path)
    #expect(try Connection.open(path, mode: .existing).count("SELECT a FROM demo") == 42)
  }

  @Test func `overwrites nothing, not even itself`() throws {
    let path = folder.file("a.leadpact")
    #expect(throws: StorageError.fileExists(path: path)) { try connection.backup(to: path) }
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.file("elsewhere"))
    #expect(throws: StorageError.fileExists(path: link)) { try connection.backup(to: link) }
    #expect(try !folder.contents.contains("elsewhere"))
  }

  @Test func `says that the folder is missing`() throws {
    let path = folder.file("none/copy")
    #expect(throws: StorageError.cannotOpen(path: path, reason: "there is no such folder")) {
      try connection.backup(to: path)
    }
  }
}
