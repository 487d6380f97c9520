import Foundation
import Testing

/// `verify` has cryptography say whether a signature is the one of its text, its person and its key.
@Suite(.enabled(if: KeySandbox.isPossible, KeySandbox.absence)) struct KeyTamperingTests {
  /// Ada has signed with a key, Ben with another.
  private func signed() async throws -> KeySandbox {
    let keys = try KeySandbox()
    try await keys.makeKey(at: "ada")
    try await keys.makeKey("ecdsa", at: "ben")
    try await keys.propose(ada: "required")
    for person in ["ada", "ben"] {
      try #require(try await keys.sign("\(person)@acme.example", key: person).exit == 0)
    }
    return keys
  }

  private func verdict(_ keys: KeySandbox, environment: [String: String] = [:]) async throws -> Consequence {
    let verdict = try await Leadpact.run(["verify"], environment: environment, in: keys.sandbox)
    #expect(verdict.exit == 2)
    #expect(verdict.stdout == "")
    return verdict
  }

  @Test func `a flipped bit in a signature is named, with or without ssh-keygen`() async throws {
    let keys = try await signed()
    let outside = try OutsideConnection(keys.database)
    // The last letters of a signature are its own, not those of its key.
    let armoured = try #require(
      try outside.texts("SELECT armoured FROM signature_key WHERE signature_key_id = 1").first)
    let lines = armoured.split(separator: "\n")
    let line = try #require(lines.dropLast().last { $0.contains { "abAB".contains($0) } })
    let flipped = line.map { ["a": "b", "b": "a", "A": "B", "B": "A"][$0] ?? $0 }
    let replacement = armoured.replacingOccurrences(of: String(line), with: String(flipped))
    try outside.run(
      "UPDATE signature_key SET armoured = '\(replacement)' WHERE signature_key_id = 1",
      pastTriggersOf: "signature_key")
    let named = "signature_key row 1, armoured: it was altered: it is not what journal entry 2 recorded"
    #expect(try await verdict(keys, environment: ["PATH": "/nowhere"]).stderr.contains(named))
    #expect(try await verdict(keys).stderr.contains(named))
  }

  @Test func `a signature of another text is found out by cryptography alone`() async throws {
    let keys = try await signed()
    let other = keys.sandbox.home.appendingPathComponent("other")
    try Data("another text\n".utf8).write(to: other)
    let made = try await keys.run("ssh-keygen", "-q", "-Y", "sign", "-n", "leadpact", "-f", "ada", "other")
    try #require(made.exit == 0, "\(made)")
    try OutsideConnection(keys.database).run(
      "UPDATE signature_key SET armoured = '\(try keys.text("other.sig"))' WHERE signature_key_id = 1",
      pastTriggersOf: "signature_key")
    let verdict = try await verdict(keys).stderr
    #expect(
      verdict.contains(
        "signature_key row 1: it is not the signature of ada@acme.example on the text of the version; ssh-keygen says: "
      ), "\(verdict)")
    #expect(!verdict.contains("signature_key row 2"))
    let certificate = try await Leadpact.run("contract", "certificate", in: keys.sandbox)
    #expect(certificate.exit == 2)
    #expect(certificate.stderr.contains("the signature of ada@acme.example does not hold"))
    #expect(try !keys.names().contains { $0.contains("certificate") })
  }

  @Test func `a key that took the place of another is named`() async throws {
    let keys = try await signed()
    let outside = try OutsideConnection(keys.database)
    try outside.run(
      """
      UPDATE signature_key
      SET public_key = (SELECT other.public_key FROM signature_key AS other WHERE other.signature_key_id = 2)
      WHERE signature_key_id = 1
      """, pastTriggersOf: "signature_key")
    let verdict = try await verdict(keys).stderr
    #expect(verdict.contains("signature_key row 1, public_key: the signature was made with another key"))
    #expect(verdict.contains("signature_key row 1, fingerprint: it is not that of the public key"))
    #expect(verdict.contains("it is not the signature of ada@acme.example on the text of the version"))
  }

  @Test func `a changed text is no longer what was signed`() async throws {
    let keys = try await signed()
    try OutsideConnection(keys.database).run(
      "UPDATE version SET text = replace(text, 'within: 24 hours', 'within: 48 hours')",
      pastTriggersOf: "version")
    let verdict = try await verdict(keys).stderr
    for row in 1...2 {
      #expect(verdict.contains("signature_key row \(row): it is not the signature of "), "\(verdict)")
    }
    #expect(try await Leadpact.run("contract", "certificate", in: keys.sandbox).exit == 2)
  }
}
