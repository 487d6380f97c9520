import Agreement
import TestSupport
import Testing

@testable import Storage

/// Signatures with keys: how they are kept, and what `verify` says of them without cryptography.
@Suite struct SignatureKeyTests {
  private let database: Database
  private let pair = Example.name("acme-2026")

  /// A contract that asks Ada for a key, and names Sam's.
  init() throws {
    database = try Database.inMemory(at: Example.moment)
    let plain = try Example.plain()
    let clauses: [KeyClause] = [.required, .pinned(try PublicKey(KeySamples.ed25519))]
    let contract = try Contract(
      name: plain.name, term: plain.term, currency: plain.currency, streams: plain.streams,
      sales: plain.sales,
      signatories: zip(plain.signatories, clauses).map { person, clause in
        Signatory(
          name: person.name, email: person.email, team: person.team, role: person.role, owes: person.owes,
          key: clause)
      })
    _ = try database.propose(contract, by: "ada", at: Example.moment)
  }

  private func sign(_ email: Email, _ text: String?, word: Signature.Word = .signed) throws -> Signature {
    try database.sign(
      pair, version: 1, digest: try #require(try database.history(of: pair)).newest.digest, by: email,
      word: word,
      key: try text.map { KeySignature(try ArmouredSignature($0)) }, at: Example.moment, recordedBy: "ada")
  }

  private func tamper(_ sql: String) throws {
    try database.connection.tamper { try database.connection.execute(sql) }
  }

  private var problems: [String] {
    get throws { try database.verify().problems.map { "\($0.place): \($0.message)" } }
  }

  @Test(arguments: [
    (KeySamples.ed25519, KeySamples.ed25519Fingerprint), (KeySamples.ecdsa, KeySamples.ecdsaFingerprint),
    (KeySamples.rsa, KeySamples.rsaFingerprint),
  ])
  func `a fingerprint is the one that ssh-keygen shows`(key: String, fingerprint: String) throws {
    #expect(try PublicKey(key).fingerprint.text == fingerprint)
  }

  @Test func `keeps signature, key and fingerprint, and gives them back`() throws {
    let ada = try sign(Example.ada, KeySamples.ecdsaSignature)
    let sam = try sign(Example.sam, KeySamples.signature)
    let history = try #require(try database.history(of: pair))
    #expect(history.signatures == [ada, sam])
    #expect(ada.key?.fingerprint.text == KeySamples.ecdsaFingerprint)
    #expect(history.newest.contract.signatories.map(\.key?.text) == ["required", KeySamples.ed25519])
    #expect(history.isSigned(history.newest))
    let row = try database.connection.first(
      "SELECT email, fingerprint, public_key, armoured FROM report_signature_key WHERE version = 1 LIMIT 1"
    ) { row in [try row.text(0), try row.text(1), try row.text(2), try row.text(3)] }
    #expect(
      row == ["ada@example.com", KeySamples.ecdsaFingerprint, KeySamples.ecdsa, KeySamples.ecdsaSignature])
    let report = try database.verify()
    #expect(report.problems == [])
    #expect(report.keySignatures.map(\.email) == [Example.ada, Example.sam])
    #expect(report.keySignatures.map(\.armoured.text) == [KeySamples.ecdsaSignature, KeySamples.signature])
    #expect(Set(report.keySignatures.map(\.text)) == [history.newest.contract.canonicalText])
  }

  @Test func `takes no typed word, no other key and nobody else's, and records nothing then`() throws {
    #expect(throws: SigningRefusal.keyRequired(Example.ada, pinned: nil)) { try sign(Example.ada, nil) }
    let sams = try KeyFingerprint(KeySamples.ed25519Fingerprint)
    let another = try KeyFingerprint(KeySamples.ecdsaFingerprint)
    #expect(throws: SigningRefusal.otherKey(Example.sam, pinned: sams, given: another)) {
      try sign(Example.sam, KeySamples.ecdsaSignature)
    }
    #expect(throws: SigningRefusal.keyOfAnother(sams, owner: Example.sam)) {
      try sign(Example.ada, KeySamples.signature)
    }
    #expect(try database.journalHead().number == 1)
    _ = try sign(Example.ada, nil, word: .declined(reason: "no"))
    #expect(try problems == [])
  }

  @Test(arguments: [
    (
      "UPDATE signature_key SET fingerprint = '\(KeySamples.rsaFingerprint)'",
      "signature_key row 1, fingerprint: it is not that of the public key, \(KeySamples.ecdsaFingerprint)"
    ),
    (
      "UPDATE signature_key SET public_key = '\(KeySamples.rsa)'",
      "signature_key row 1, public_key: the signature was made with another key, \(KeySamples.ecdsaFingerprint)"
    ),
    (
      "UPDATE signature_key SET armoured = replace(armoured, 'U1NIU0lH', 'U1NIU0lI')",
      "signature_key row 1: it cannot be read: '-----BEGIN SSH SIGNATURE-----' is not the beginning of a signature"
    ),
    (
      "DELETE FROM signature_key",
      "signature row 1: the contract asks for a signature with a key, and there is none"
    ),
  ])
  func `names what no longer belongs together, whatever the journal says`(sql: String, problem: String) throws
  {
    _ = try sign(Example.ada, KeySamples.ecdsaSignature)
    try tamper(sql)
    #expect(try problems.contains { $0.hasPrefix(problem) })
  }

  @Test func `names a key that the contract does not name`() throws {
    _ = try sign(Example.sam, KeySamples.signature)
    try tamper(
      """
      UPDATE signature_key
      SET public_key = '\(KeySamples.ecdsa)', fingerprint = '\(KeySamples.ecdsaFingerprint)',
        armoured = '\(KeySamples.ecdsaSignature)'
      """)
    #expect(
      try problems.contains(
        "signature_key row 1: Sam@example.com signed with the key \(KeySamples.ecdsaFingerprint), and the contract names "
          + KeySamples.ed25519Fingerprint))
  }

  @Test func `names a key whose signature is gone or became a refusal`() throws {
    _ = try sign(Example.ada, KeySamples.ecdsaSignature)
    try tamper("UPDATE signature SET word = 'declined', reason = 'no'")
    let problem = "signature_key row 1: the signature that it belongs to is not there, or is a refusal"
    #expect(try problems.contains(problem))
    try database.connection.execute("PRAGMA foreign_keys = OFF")
    try tamper("DELETE FROM signature")
    #expect(try problems.contains(problem))
  }

  @Test(arguments: [
    "signature_id = 9", "fingerprint = 'x'", "armoured = ''", "public_key = ''", "public_key = NULL",
  ])
  func `the schema refuses what is no signature with a key`(change: String) throws {
    _ = try sign(Example.ada, KeySamples.ecdsaSignature)
    #expect(throws: StorageError.self) { try tamper("UPDATE signature_key SET \(change)") }
  }

  @Test func `an old database says nothing of keys, and goes on`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.leadpact")
    try OldDatabase.make(at: path)
    let database = try Database.open(at: path, for: .recording(create: false), at: Example.moment)
    let version = try #require(try database.history(of: Example.name("old-2026"))).newest
    #expect(version.contract.signatories.map(\.key) == [nil, nil])
    let signature = try database.sign(
      Example.name("old-2026"), version: 1, digest: version.digest, by: try Email("ada@acme.example"),
      word: .signed, key: KeySignature(try ArmouredSignature(KeySamples.signature)), at: Example.later,
      recordedBy: "ada")
    #expect(try database.history(of: Example.name("old-2026"))?.signatures == [signature])
    #expect(try database.verify().problems == [])
  }
}
