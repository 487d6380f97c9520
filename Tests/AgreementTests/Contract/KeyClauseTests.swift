import Agreement
import TestSupport
import Testing

/// What a contract says of the keys that people sign with.
@Suite struct KeyClauseTests {
  private func contract(_ clause: String?, of other: String? = nil) throws -> Contract {
    var draft = Draft()
    draft.signatory.key = clause
    draft.otherKey = other
    return try draft.contract()
  }

  @Test(arguments: ["required", KeySamples.ed25519, KeySamples.rsa])
  func `reads as it is written`(text: String) throws {
    #expect(try KeyClause(text).text == text)
  }

  @Test(arguments: ["", "yes", "Required", "~/.ssh/id_ed25519.pub", "ssh-ed25519 AAAA"])
  func `refuses anything else, and says what would do`(text: String) {
    let error = #expect(throws: Unreadable.self) { try KeyClause(text) }
    #expect(error?.expected.hasPrefix("'required' or a public key such as 'ssh-ed25519 AAAA") == true)
  }

  @Test func `stands in the canonical text only where the contract says it`() throws {
    #expect(try !contract(nil).canonicalText.contains("key:"))
    let required = try contract("required").canonicalText
    #expect(required.contains("owes: \"Leads\", key: \"required\"}\n"))
    #expect(required.replacing(", key: \"required\"", with: "") == (try contract(nil).canonicalText))
    #expect(try contract(KeySamples.ed25519).canonicalText.contains(", key: \"\(KeySamples.ed25519)\"}\n"))
  }

  @Test func `is a clause of its own in a comparison`() throws {
    let diff = try ContractDiff(from: contract(nil), to: contract("required"))
    #expect(diff.changes.map(\.subject) == ["signatory ada@example.com: key"])
    #expect(diff.changes.map(\.old) == [nil])
    #expect(diff.changes.map(\.new) == ["required"])
    let pinned = try ContractDiff(from: contract("required"), to: contract(KeySamples.ed25519))
    #expect(pinned.changes.map(\.new) == [KeySamples.ed25519])
  }

  @Test func `names one key for one person`() throws {
    let error = #expect(throws: InvalidContract.self) {
      try contract(KeySamples.ed25519, of: KeySamples.ed25519 + " a comment")
    }
    #expect(error?.problems.map(\.path) == [["signatories", "1", "key"]])
    #expect(throws: Never.self) { try contract("required", of: "required") }
    #expect(throws: Never.self) { try contract(KeySamples.ed25519, of: KeySamples.ecdsa) }
  }
}
