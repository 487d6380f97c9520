import Foundation
import Testing

@testable import Storage

/// Runs `body` bound by permissions, which the superuser is not.
///
/// `setfsuid` changes the calling thread alone, so that other tests run on undisturbed.
private func asOrdinaryUser(_ body: () throws -> Void) throws {
  guard geteuid() == 0 else { return try body() }
  typealias SetUser = @convention(c) (uid_t) -> Int32
  let symbol = try #require(dlsym(nil, "setfsuid"))
  let setUser = unsafeBitCast(symbol, to: SetUser.self)
  let nobody: uid_t = 65_534
  _ = setUser(nobody)
  defer { _ = setUser(0) }
  try body()
}

@Suite struct ReadOnlyTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.database(rows: 3)
  }

  @Test(arguments: [0o777, 0o555] as [mode_t])
  func `reads a file that nobody may write, and leaves nothing beside it`(folderMode: mode_t) throws {
    chmod(path, 0o444)
    chmod(folder.path, folderMode)
    try asOrdinaryUser {
      let connection = try Connection.open(path, mode: .readOnly)
      let leads = try connection.read { () throws(StorageError) in
        try connection.count("SELECT count(*) FROM lead")
      }
      #expect(leads == 3)
    }
    #expect(try folder.contents == ["a.leadpact"])
  }

  @Test func `reads a file in a folder that nobody may write`() throws {
    chmod(path, 0o666)
    chmod(folder.path, 0o555)
    try asOrdinaryUser {
      let connection = try Connection.open(path, mode: .readOnly)
      #expect(try connection.count("SELECT count(*) FROM lead") == 3)
      #expect(throws: StorageError.readOnly(path: path)) { try Connection.open(path, mode: .existing) }
    }
  }

  @Test(arguments: [Connection.Mode.existing, .creatingIfMissing])
  func `says that a file cannot be written`(mode: Connection.Mode) throws {
    chmod(path, 0o444)
    try asOrdinaryUser {
      #expect(throws: StorageError.readOnly(path: path)) { try Connection.open(path, mode: mode) }
    }
  }

  @Test func `says that a file cannot even be read`() throws {
    chmod(path, 0o000)
    try asOrdinaryUser {
      #expect(throws: StorageError.cannotOpen(path: path, reason: "Permission denied")) {
        try Connection.open(path, mode: .readOnly)
      }
    }
  }

  @Test func `does not pass over changes that wait in a log it cannot use`() throws {
    let writer = try Connection.open(path, mode: .existing)
    try writer.write { try writer.run("DELETE FROM lead WHERE id = 1") }
    let copy = folder.file("copy")
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
      chmod(copy + suffix, 0o444)
    }
    chmod(folder.path, 0o555)
    try asOrdinaryUser {
      let error = #expect(throws: StorageError.self) { try Connection.open(copy, mode: .readOnly) }
      #expect(error?.description.contains("its latest changes wait in \(copy)-wal") == true)
    }
  }

  @Test func `sees what a running writer has committed`() throws {
    let writer = try Connection.open(path, mode: .existing)
    try writer.write { try writer.run("DELETE FROM lead WHERE id = 1") }
    let reader = try Connection.open(path, mode: .readOnly)
    #expect(try reader.count("SELECT count(*) FROM lead") == 2)
    try writer.write { try writer.run("DELETE FROM lead WHERE id = 2") }
    #expect(try reader.count("SELECT count(*) FROM lead") == 1)
  }

  @Test func `writes nothing through a connection opened for reading`() throws {
    let connection = try Connection.open(path, mode: .readOnly)
    #expect(throws: StorageError.readOnly(path: path)) { try connection.write {} }
    #expect(throws: StorageError.readOnly(path: path)) { try connection.run("DELETE FROM lead") }
  }
}
