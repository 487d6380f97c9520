import Agreement
import Crypto
import Exchange
import TestSupport
import Testing

/// What a contract file says of the keys that people sign with.
@Suite struct ContractFileKeyTests {
  private static func ada(_ clause: String, everyone: String = "") -> String {
    Sample.small("role: Head of Marketing}", "role: Head of Marketing\(clause)}")
      + (everyone.isEmpty ? "" : "signatures: \(everyone)\n")
  }

  private func keys(_ text: String) throws -> [KeyClause?] {
    try ContractFile.read(text, file: "acme.yaml").signatories.map(\.key)
  }

  @Test(
    arguments: [
      ("", "", [nil, nil]), (", key: required", "", ["required", nil]),
      (", key: \(KeySamples.ed25519)", "", [KeySamples.ed25519, nil]),
      (", key: \"\(KeySamples.rsa) ada@laptop\"", "", [KeySamples.rsa, nil]),
      ("", "keys", ["required", "required"]), ("", "typed", [nil, nil]),
      (", key: \(KeySamples.ecdsa)", "keys", [KeySamples.ecdsa, "required"]),
    ] as [(String, String, [String?])])
  func `says who signs with a key`(clause: String, everyone: String, expected: [String?]) throws {
    #expect(try keys(Self.ada(clause, everyone: everyone)).map { $0?.text } == expected)
  }

  @Test func `asking everyone for a key is the same agreement as asking each`() throws {
    let each = Sample.small
      .replacing("Head of Marketing}", with: "Head of Marketing, key: required}")
      .replacing("Head of Sales}", with: "Head of Sales, key: required}")
    let (all, one) = try (
      ContractFile.read(Self.ada("", everyone: "keys"), file: "all"), ContractFile.read(each, file: "each")
    )
    #expect(all.canonicalText == one.canonicalText)
    #expect(try ContractFile.read(all.canonicalText, file: "canonical") == all)
  }

  @Test func `texts with keys keep their digest from release to release`() throws {
    let text = Self.ada(", key: \(KeySamples.ed25519)", everyone: "keys")
    let contract = try ContractFile.read(text, file: "acme.yaml")
    let hash = SHA256.hash(data: Array(contract.canonicalText.utf8))
    #expect(Digest(bytes: hash).hex == "6ff2d379d0901dd70a82ef10bd8348f645ea9c4575241fe085999a64c7cb1fba")
  }

  @Test(arguments: [
    (", key: yes", "", "key: 'yes' is not 'required' or a public key such as 'ssh-ed25519 AAAAC3…'"),
    (", key: ~/.ssh/id_ed25519.pub", "", "key: '~/.ssh/id_ed25519.pub' is not 'required' or a public key"),
    (", key: ''", "", "key: '' is not 'required'"), (", key: [required]", "", "key: here is a list"),
    ("", "yes", "signatures: 'yes' is not 'keys', where everyone signs with a key, or 'typed'"),
    (", keys: required", "", "unknown key 'keys'; did you mean key?"),
  ])
  func `refuses anything else`(clause: String, everyone: String, complaint: String) {
    let complaints = Sample.complaints(Self.ada(clause, everyone: everyone))
    #expect(complaints.contains(complaint))
    #expect(!complaints.contains("\n"))
  }

  @Test func `never repeats a private key`() {
    let complaints = Sample.complaints(
      Self.ada(", key: \"-----BEGIN OPENSSH PRIVATE KEY-----\\nb3BlbnNzaC1rZXk\""))
    #expect(complaints.contains("key: '-----BEGIN … PRIVATE KEY-----' is not"))
    #expect(!complaints.contains("b3BlbnNz"))
  }

  @Test func `refuses one key for two people, where the second stands`() {
    let text = Self.ada(", key: \(KeySamples.ed25519)")
      .replacing("Head of Sales}", with: "Head of Sales, key: \(KeySamples.ed25519)}")
    let complaints = Sample.complaints(text)
    #expect(complaints.contains("key: ben@acme.example has the key of another signatory"))
    #expect(complaints.hasPrefix("acme.yaml:24:"))
  }
}
