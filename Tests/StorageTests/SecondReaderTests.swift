import Agreement
import TestSupport
import Testing

@testable import Storage

/// What is read on another thread is of the same state of the database, or is not taken.
@Suite struct SecondReaderTests {
  private let folder: TemporaryFolder
  private let path: String
  private let writing: Database
  private let reading: Database

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a.leadpact")
    writing = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    _ = try writing.propose(Example.plain(), by: "ada", at: Example.moment)
    reading = try Database.open(at: path, for: .reading, at: Example.moment)
  }

  private func names(
    of database: Database, at head: JournalHead? = nil
  ) throws -> SecondReader<[Name]>? {
    let connection = database.connection
    let head = try head ?? JournalStore(connection: connection).head()
    return SecondReader(beside: connection, at: head) { other throws(StorageError) in
      #expect(!other.isWritable)
      return try ContractStore(connection: other).entries().map(\.name)
    }
  }

  @Test func `reads what the first one sees`() throws {
    let reader = try reading.reading { try names(of: reading) }
    #expect(reader?.value() == [try Example.plain().name])
  }

  @Test func `takes nothing that was read after a change that the first one does not see`() throws {
    try reading.reading {
      let head = try JournalStore(connection: reading.connection).head()
      #expect(try #require(try names(of: reading, at: head)).value() != nil)
      let version = try #require(try writing.history(of: Example.plain().name)).newest
      _ = try writing.sign(
        Example.plain().name, version: version.number, digest: version.digest,
        by: Example.plain().signatories[0].email,
        word: .signed, at: Example.moment, recordedBy: "ada")
      #expect(try JournalStore(connection: reading.connection).head() == head)
      #expect(try #require(try names(of: reading, at: head)).value() == nil)
    }
    let later = try reading.reading { try names(of: reading) }
    #expect(later?.value() != nil)
  }

  @Test func `takes nothing where reading fails`() throws {
    try reading.reading {
      let head = try JournalStore(connection: reading.connection).head()
      let reader = SecondReader<Int>(beside: reading.connection, at: head) { other throws(StorageError) in
        throw .notADatabase(path: "nowhere")
      }
      #expect(try #require(reader).value() == nil)
    }
  }

  @Test func `does not begin in memory, outside a transaction, or where something is being written`() throws {
    let memory = try Database.inMemory(at: Example.moment)
    let readers = [
      try memory.reading { try names(of: memory) },
      try names(of: reading),
      try writing.connection.write { try names(of: writing) },
    ]
    #expect(readers.allSatisfy { $0 == nil })
  }
}
