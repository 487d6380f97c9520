import Agreement
import Testing

@testable import Storage

/// A history that was read before is handed out again, and never after something has changed.
@Suite struct KeptHistoriesTests {
  private let folder: TemporaryFolder
  private let path: String
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a.leadpact")
    database = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func standing() throws -> [String] {
    let history = try #require(try database.history(of: acme))
    return history.versions.map(\.contract.title) + history.signatures.map(\.email.text)
  }

  private func sign(_ email: Email, in database: Database) throws {
    let version = try #require(try database.history(of: acme)?.newest)
    _ = try database.sign(
      acme, version: version.number, digest: version.digest, by: email, word: .signed, at: Example.moment,
      recordedBy: "ada")
  }

  @Test func `has what was added since, by this process and by another`() throws {
    let title = try standing()
    try sign(Example.ada, in: database)
    #expect(try standing() == title + [Example.ada.text])

    let other = try Database.open(at: path, for: .recording(create: false), at: Example.moment)
    try sign(Example.sam, in: other)
    #expect(try standing() == title + [Example.ada.text, Example.sam.text])
    #expect(try database.history(of: acme) == other.history(of: acme))
    #expect(try database.ledger(of: acme)?.history == other.history(of: acme))
  }

  @Test func `has what another process made of the rows themselves`() throws {
    _ = try standing()
    let other = try Connection.open(path, mode: .existing)
    try other.execute("DROP TRIGGER version_keeps_its_rows_as_they_are; UPDATE version SET title = 'Other'")
    #expect(try standing() == ["Other"])
  }

  @Test func `keeps nothing of a transaction that is undone`() throws {
    let before = try standing()
    #expect(try standingBeforeUndoing(Example.ada) == before + [Example.ada.text])
    #expect(try standing() == before)
    // Its number in the journal is another's now.
    try sign(Example.sam, in: database)
    #expect(try standing() == before + [Example.sam.text])
  }

  /// What is on record while a signature is, which is then taken back.
  private func standingBeforeUndoing(_ email: Email) throws -> [String] {
    let transaction = try database.connection.begin(.writing)
    let journal = JournalStore(connection: database.connection)
    let stamp = try journal.stamp(by: "ada", at: Example.later)
    var content = JournalContent(of: stamp.number, on: database.connection)
    let (entry, history) = try database.agreed(acme)
    let signature = Signature(
      version: 1, digest: history.newest.digest, email: email, word: .signed, at: stamp.at, key: nil)
    try SignatureStore(connection: database.connection).insert(signature, of: entry, under: stamp)
    let change = JournalStore.Change(action: .sign, subject: "\(entry.name)", contract: entry.id)
    try journal.append(change, under: stamp, content: &content)
    let standing = try standing()
    _ = consume transaction
    return standing
  }

  @Test func `knows what was known on an earlier day, in any order`() throws {
    _ = try database.sign(
      acme, version: 1, digest: try #require(try database.history(of: acme)?.newest.digest), by: Example.ada,
      word: .signed, at: Example.later, recordedBy: "ada")
    let now = try #require(try database.history(of: acme))
    let then = try #require(try database.history(of: acme, asOf: Example.day))
    #expect(now.signatures.count == 1 && then.signatures.isEmpty)
    #expect(try database.history(of: acme) == now)
    #expect(try database.history(of: acme, asOf: Example.day.advanced(by: -1)) == nil)
  }
}
