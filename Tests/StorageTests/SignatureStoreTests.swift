import Agreement
import Testing

@testable import Storage

@Suite struct SignatureStoreTests {
  private let database: Database
  private let acme = Example.name("acme-2026")
  private let version: Version

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    version = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func sign(
    _ email: Email,
    _ word: Signature.Word = .signed,
    digest: Digest? = nil,
    on day: String = "2026-01-06"
  ) throws -> Signature {
    try database.sign(
      acme,
      version: 1,
      digest: digest ?? version.digest,
      by: email,
      word: word,
      at: Example.moment(day),
      recordedBy: "ada"
    )
  }

  @Test func `brings a version into force when everyone has signed`() throws {
    _ = try sign(Example.ada)
    #expect(try database.history(of: acme)?.isSigned(version) == false)
    let signature = try sign(try Email("sam@EXAMPLE.com"), on: "2026-01-09")
    #expect(signature.email.text == "Sam@example.com")
    let history = try #require(try database.history(of: acme))
    #expect(
      history.standing(of: version) == .inForce(signed: try Day(2026, 1, 9), from: try Month("2026-01"))
    )
    #expect(try database.history(of: acme, asOf: try Day(2026, 1, 8))?.isSigned(version) == false)
    let row = try database.connection.first(
      "SELECT standing || ' ' || signatures_given || '/' || signatures_due || ' ' || signed_at FROM report_version"
    ) { row in try row.text(0) }
    #expect(row == "in force 2/2 2026-01-09T17:00:00-08:00")
  }

  @Test func `keeps a refusal with its reason, and a later change of mind`() throws {
    _ = try sign(Example.sam, .declined(reason: "too few leads"))
    let history = try #require(try database.history(of: acme))
    #expect(history.signatures.map(\.word) == [.declined(reason: "too few leads")])
    _ = try sign(Example.sam)
    _ = try sign(Example.ada)
    #expect(try database.history(of: acme)?.isSigned(version) == true)
    #expect(try database.journal().map(\.action) == [.propose, .decline, .sign, .sign])
  }

  @Test func `takes a word only for the text that was seen, once, from who is expected`() throws {
    #expect(throws: SigningRefusal.otherText(version: 1, digest: version.digest)) {
      try sign(Example.ada, digest: Digest(hashing: "another text"))
    }
    _ = try sign(Example.ada)
    #expect(throws: SigningRefusal.alreadySigned(Example.ada, version: 1, at: Example.moment("2026-01-06"))) {
      try sign(Example.ada)
    }
    #expect(throws: SigningRefusal.self) { try sign(try Email("eve@example.com")) }
    #expect(try database.history(of: acme)?.signatures.count == 1)
    #expect(try database.journalHead().number == 2)
  }

  @Test func `names the contracts there are when one is unknown`() throws {
    let error = #expect(throws: UnknownContract.self) {
      try database.sign(
        Example.name("acme-2025"),
        version: 1,
        digest: version.digest,
        by: Example.ada,
        word: .signed,
        at: Example.moment,
        recordedBy: "ada"
      )
    }
    #expect(error?.description == "there is no contract 'acme-2025'; did you mean acme-2026?")
  }
}
