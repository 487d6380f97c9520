import CSQLite
import Foundation
import Testing

@testable import Storage

@Suite struct OpeningTests {
  private static let everyMode: [Connection.Mode] = [.creatingIfMissing, .existing, .readOnly]
  private let folder: TemporaryFolder
  private var path: String { folder.file("a.leadpact") }

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Makes an SQLite file without our mark.
  private func foreignDatabase(_ script: String) throws {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    try DatabaseHandle(opening: path, path: path, flags: flags, busyTimeout: 0).execute(script)
  }

  @Test func `makes a new file that is ours, private and in WAL mode`() throws {
    let connection = try Connection.open(path, mode: .creatingIfMissing)
    #expect(try connection.count("PRAGMA application_id") == 0x4C50_5054)
    #expect(try connection.first("PRAGMA journal_mode") { try $0.text(0) } == "wal")
    #expect(try connection.count("PRAGMA synchronous") == 2)
    #expect(try connection.count("PRAGMA foreign_keys") == 1)
    #expect(try connection.count("PRAGMA trusted_schema") == 0)
    #expect(try connection.count("PRAGMA cell_size_check") == 1)
    #expect(try mode(of: path) == 0o600)
  }

  @Test func `keeps file, log and index private whatever the umask`() async {
    await #expect(processExitsWith: .success) {
      for mask: mode_t in [0, 0o777] {
        umask(0o022)
        let folder = try TemporaryFolder()
        umask(mask)
        let connection = try Connection.open(folder.file("a.leadpact"), mode: .creatingIfMissing)
        try connection.write { try connection.execute("CREATE TABLE t (a INTEGER) STRICT") }
        for name in ["a.leadpact", "a.leadpact-wal", "a.leadpact-shm"] {
          #expect(try mode(of: folder.file(name)) == 0o600, "\(name) under umask \(mask)")
        }
      }
    }
  }

  @Test func `leaves one file behind once it is closed`() throws {
    try folder.database(rows: 3)
    #expect(try folder.contents == ["a.leadpact"])
  }

  @Test(arguments: [Connection.Mode.existing, .readOnly])
  func `says that a file is missing and makes none`(mode: Connection.Mode) throws {
    #expect(throws: StorageError.databaseMissing(path: path)) { try Connection.open(path, mode: mode) }
    #expect(try folder.contents == [])
  }

  @Test(arguments: everyMode)
  func `refuses a folder`(mode: Connection.Mode) {
    #expect(throws: StorageError.cannotOpen(path: folder.path, reason: "it is a folder")) {
      try Connection.open(folder.path, mode: mode)
    }
  }

  @Test func `says that the folder is missing`() {
    let path = folder.file("none/a.leadpact")
    #expect(throws: StorageError.cannotOpen(path: path, reason: "there is no such folder")) {
      try Connection.open(path, mode: .creatingIfMissing)
    }
  }

  @Test(arguments: everyMode)
  func `refuses a text file and leaves it as it was`(mode: Connection.Mode) throws {
    let text = String(repeating: "lead,stage\n", count: 200)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: StorageError.notADatabase(path: path)) { try Connection.open(path, mode: mode) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `takes an empty file for a new one only when it may make one`() throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    for mode in [Connection.Mode.existing, .readOnly] {
      #expect(throws: StorageError.notADatabase(path: path)) { try Connection.open(path, mode: mode) }
    }
    #expect(try Connection.open(path, mode: .creatingIfMissing).count("PRAGMA application_id") == 0x4C50_5054)
  }

  @Test(arguments: everyMode)
  func `refuses another program's database and leaves it as it was`(mode: Connection.Mode) throws {
    try foreignDatabase("PRAGMA application_id = 4711; CREATE TABLE song (title TEXT)")
    let before = FileManager.default.contents(atPath: path)
    #expect(throws: StorageError.foreignApplication(path: path, applicationID: 4711)) {
      try Connection.open(path, mode: mode)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test(arguments: everyMode)
  func `refuses an unmarked database that somebody has filled`(mode: Connection.Mode) throws {
    try foreignDatabase("CREATE TABLE song (title TEXT)")
    #expect(throws: StorageError.foreignApplication(path: path, applicationID: 0)) {
      try Connection.open(path, mode: mode)
    }
  }

  @Test(arguments: everyMode)
  func `says that a truncated file is damaged`(mode: Connection.Mode) throws {
    try folder.database(rows: 2_000)
    try #require(truncate(path, 3 * 4_096) == 0)
    #expect(throws: StorageError.damaged(path: path, detail: "database disk image is malformed")) {
      try Connection.open(path, mode: mode)
    }
  }

  @Test func `finds the damage inside a file that still opens`() throws {
    try folder.database(rows: 2_000)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seek(toOffset: 5 * 4_096)
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 4_096))
    try handle.close()
    let connection = try Connection.open(path, mode: .readOnly)
    #expect(throws: StorageError.damaged(path: path, detail: "database disk image is malformed")) {
      try connection.rows("SELECT stage FROM lead") { try $0.text(0) }
    }
    let problems = try connection.integrityProblems()
    #expect(problems.contains(.structure("database disk image is malformed")), "\(problems)")
  }

  @Test func `says that a file is locked, and for how long it waited`() throws {
    try folder.database()
    let holder = try Connection.open(path, mode: .existing)
    let transaction = try holder.begin(.writing)
    let connection = try Connection.open(path, mode: .existing, busyTimeout: 30)
    #expect(throws: StorageError.locked(path: path, waitedMilliseconds: 30, by: nil)) {
      try connection.write {}
    }
    #expect(try connection.count("SELECT count(*) FROM lead") == 0)
    try transaction.commit()
    try connection.write {}
  }

  @Test(arguments: everyMode)
  func `says so too when another program lets nobody in`(mode: Connection.Mode) throws {
    try folder.database()
    let holder = try Connection.open(path, mode: .existing)
    try holder.execute("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
    #expect(throws: StorageError.locked(path: path, waitedMilliseconds: 30, by: nil)) {
      try Connection.open(path, mode: mode, busyTimeout: 30)
    }
  }

  @Test func `follows a symbolic link to a database, but makes none through one`()
    throws
  {
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(throws: StorageError.fileExists(path: link)) {
      try Connection.open(link, mode: .creatingIfMissing)
    }
    try folder.database(rows: 1)
    #expect(try Connection.open(link, mode: .existing).count("SELECT count(*) FROM lead") == 1)
  }

  @Test(arguments: ["a?mode=memory", "100%25 #1", "file:x", ":memory:", "Zürich"])
  func `takes any name literally`(name: String) throws {
    try folder.database(name, rows: 1)
    #expect(try folder.contents == [name])
    let handle = try DatabaseHandle(
      opening: DatabaseFile(path: folder.file(name)).immutableURI,
      path: name,
      flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
      busyTimeout: 0,
    )
    let connection = Connection(handle: handle, path: name, isWritable: false)
    #expect(try connection.count("SELECT count(*) FROM lead") == 1)
  }

  @Test func `is made once when many start at the same moment`() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...12 {
        group.addTask {
          let connection = try Connection.open(path, mode: .creatingIfMissing)
          try connection.write {
            try connection.execute("CREATE TABLE IF NOT EXISTS t (a INTEGER) STRICT")
            try connection.execute("INSERT INTO t VALUES (\(number))")
          }
        }
      }
      try await group.waitForAll()
    }
    let connection = try Connection.open(path, mode: .existing)
    #expect(try connection.count("SELECT count(DISTINCT a) FROM t") == 12)
  }
}
