import Agreement
import TestSupport
import Testing

/// Who may sign with which key.
@Suite struct KeyRefusalTests {
  private let ed25519: PublicKey
  private let ecdsa: PublicKey
  private let rsa: PublicKey

  init() throws {
    ed25519 = try PublicKey(KeySamples.ed25519)
    ecdsa = try PublicKey(KeySamples.ecdsa)
    rsa = try PublicKey(KeySamples.rsa)
  }

  /// A stand-in for the SHA-256, which this module does not know.
  private func fingerprint(_ key: PublicKey) -> KeyFingerprint {
    KeyFingerprint(digest: key.bytes.suffix(32))
  }

  /// What is said where `email` signs with `key`, and Ada and Bob have these clauses.
  private func refusal(
    _ key: PublicKey?,
    by email: String,
    ada: KeyClause? = nil,
    bob: KeyClause? = nil,
    signedByAda signature: String? = nil
  ) throws -> SigningRefusal? {
    let people = try [("ada@example.com", Team.marketing, ada), ("bob@example.com", .sales, bob)]
      .map { email, team, clause in
        try Signatory(name: email, email: Email(email), team: team, role: "Head", owes: "", key: clause)
      }
    let signatures = try signature.map { text in
      let armoured = try ArmouredSignature(text)
      return [
        try Signature(
          version: 1, digest: Specimen.digest(1), email: Email("ada@example.com"), word: .signed,
          at: Specimen.moment(), key: KeySignature(armoured, fingerprint: fingerprint(armoured.key)))
      ]
    }
    let history = try ContractHistory(
      versions: [Specimen.version(1, Specimen.contract(signatories: people))], signatures: signatures ?? [])
    let person = try Email(email)
    do throws(SigningRefusal) {
      try history.check(key, by: person, onVersion: 1, fingerprint: fingerprint)
      return nil
    } catch { return error }
  }

  @Test func `a typed word will do where the contract says nothing, and any key`() throws {
    #expect(try refusal(nil, by: "ada@example.com") == nil)
    #expect(try refusal(ed25519, by: "ada@example.com") == nil)
    #expect(try refusal(nil, by: "ada@example.com", bob: .required) == nil)
  }

  @Test func `a key is asked for where the contract asks for one`() throws {
    let refusal = try refusal(nil, by: "ada@example.com", ada: .required)
    #expect(refusal == .keyRequired(try Email("ada@example.com"), pinned: nil))
    #expect(refusal?.description.contains("--key ~/.ssh/id_ed25519") == true)
    #expect(try self.refusal(rsa, by: "ADA@example.com", ada: .required) == nil)
  }

  @Test func `the key that the contract names is the only one`() throws {
    let ada = try Email("ada@example.com")
    #expect(try refusal(ed25519, by: "ada@example.com", ada: .pinned(ed25519)) == nil)
    #expect(
      try refusal(nil, by: "ada@example.com", ada: .pinned(ed25519))
        == .keyRequired(ada, pinned: fingerprint(ed25519)))
    let other = try refusal(ecdsa, by: "ada@example.com", ada: .pinned(ed25519))
    #expect(other == .otherKey(ada, pinned: fingerprint(ed25519), given: fingerprint(ecdsa)))
    for key in [ed25519, ecdsa] {
      #expect(other?.description.contains(fingerprint(key).text) == true)
    }
  }

  @Test func `a key is one person's`() throws {
    let taken = SigningRefusal.keyOfAnother(fingerprint(ed25519), owner: try Email("ada@example.com"))
    #expect(try refusal(ed25519, by: "bob@example.com", ada: .pinned(ed25519)) == taken)
    #expect(try refusal(ed25519, by: "bob@example.com", signedByAda: KeySamples.signature) == taken)
    #expect(try refusal(ecdsa, by: "bob@example.com", signedByAda: KeySamples.signature) == nil)
    #expect(try refusal(ed25519, by: "ada@example.com", signedByAda: KeySamples.signature) == nil)
  }
}
