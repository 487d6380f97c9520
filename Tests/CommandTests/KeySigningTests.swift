import Foundation
import Testing

/// `sign --key`, with keys that the real `ssh-keygen` makes.
@Suite(.enabled(if: KeySandbox.isPossible, KeySandbox.absence)) struct KeySigningTests {
  @Test(arguments: ["ed25519", "ecdsa", "rsa"])
  func `a key of each kind signs, and verify checks it`(kind: String) async throws {
    let keys = try KeySandbox()
    try await keys.makeKey(kind, at: "ada")
    try await keys.propose(ada: "required")
    let signed = try await keys.sign("ada@acme.example", key: "ada")
    #expect(signed.exit == 0)
    #expect(signed.stderr == "")
    let fingerprint = try await keys.fingerprint("ada")
    #expect(signed.stdout.contains(", with the key \(fingerprint).\nStill to sign: Ben Okafor"))
    #expect(
      try await keys.leadpact("sign", "--as", "ben@acme.example", "--yes").contains("Everyone has signed"))
    let status = try await keys.leadpact("contract", "status", environment: ["COLUMNS": "140"])
    #expect(status.contains("signed  2026-05-15  \(fingerprint.prefix(19))…"))
    #expect(status.contains("signed  2026-05-15  none, typed"))
    let verdict = try await keys.leadpact("verify")
    #expect(verdict.hasPrefix("Nothing was altered: 3 journal entries"))
    #expect(verdict.contains("\n1 signature made with a key: checked with ssh-keygen.\n"))
    #expect(
      try await keys.leadpact("contract", "show", "--for", "ada@acme.example")
        .contains("signed on 2026-05-15 with the key \(fingerprint)"))
  }

  /// Paths that a shell would read as something else.
  @Test(arguments: [
    "$(touch x)", "a key; touch x", "`touch x`", "-N", "'\"", "a\\ b", "ключ", "~", "*",
  ])
  func `a path may hold any sign`(name: String) async throws {
    let keys = try KeySandbox()
    try await keys.makeKey(at: "ada")
    try await keys.propose()
    let home = keys.sandbox.home
    try FileManager.default.moveItem(
      at: home.appendingPathComponent("ada"), to: home.appendingPathComponent(name))
    let signed = try await Leadpact.run(
      "sign", "--as", "ada@acme.example", "--key=\(name)", "--yes", in: keys.sandbox)
    #expect(signed.exit == 0, "\(signed)")
    #expect(try !keys.names().contains("x"))
    #expect(try await keys.leadpact("verify").contains("checked with ssh-keygen"))
  }

  @Test func `a passphrase is asked for by ssh-keygen, and without it nothing is recorded`() async throws {
    let keys = try KeySandbox()
    try await keys.makeKey(at: "ada", passphrase: "open sesame")
    try await keys.propose()
    func answering(_ script: String, _ name: String) throws -> [String: String] {
      let file = keys.sandbox.scratch.appendingPathComponent(name)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
      return ["SSH_ASKPASS": file.path, "SSH_ASKPASS_REQUIRE": "force"]
    }
    for (script, name) in [("exit 1", "cancelled"), ("echo wrong", "wrong")] {
      let refused = try await keys.sign("ada@acme.example", key: "ada", environment: answering(script, name))
      #expect(refused.exit == 1)
      #expect(
        refused.stderr.hasPrefix(
          "leadpact: nothing was recorded, since ssh-keygen could not sign with ada:\n"))
      #expect(refused.stderr.contains("incorrect passphrase"))
    }
    #expect(try await keys.leadpact("verify").contains("1 journal entry "))
    let signed = try await keys.sign(
      "ada@acme.example", key: "ada", environment: answering("echo 'open sesame'", "right"))
    #expect(signed.exit == 0)
    #expect(try await keys.leadpact("verify").contains("1 signature made with a key: checked"))
  }

  @Test func `an agent signs, where only the public half is in a file`() async throws {
    let keys = try KeySandbox()
    try await keys.makeKey(at: "ada")
    try await keys.propose()
    let home = keys.sandbox.home
    try FileManager.default.moveItem(
      at: home.appendingPathComponent("ada"), to: home.appendingPathComponent("hidden"))
    #expect(try await keys.sign("ada@acme.example", key: "ada.pub").exit == 1)
    // In one shell that ends the agent, which would else keep open what it inherits.
    let script = """
      eval "$(ssh-agent -a "$AGENT" -s)" > agent; trap 'kill "$SSH_AGENT_PID"' EXIT
      ssh-add -q hidden && rm hidden && leadpact sign --as ada@acme.example --key ada.pub --yes > said
      """
    // The path of a socket is short.
    let agent = "/tmp/leadpact-agent-\(UUID().uuidString.prefix(8))"
    let signed = try await keys.run("sh", "-c", script, environment: ["AGENT": agent])
    #expect(signed.exit == 0, "\(signed)")
    #expect(
      try await keys.leadpact("verify").contains("1 signature made with a key: checked with ssh-keygen."))
  }

  @Test func `the contract's demands are kept, and each refusal records nothing`() async throws {
    let keys = try KeySandbox()
    let pinned = try await keys.makeKey(at: "ada")
    try await keys.makeKey("ecdsa", at: "other")
    try await keys.propose(ada: pinned, ben: "required")
    let (ada, other) = (try await keys.fingerprint("ada"), try await keys.fingerprint("other"))
    let before = try Data(contentsOf: keys.database)
    func refusal(_ arguments: String...) async throws -> Consequence {
      let refused = try await Leadpact.run(["sign"] + arguments + ["--yes"], in: keys.sandbox)
      #expect(try Data(contentsOf: keys.database) == before)
      return refused
    }

    let typed = try await refusal("--as", "ada@acme.example")
    #expect(typed.exit == 1)
    #expect(typed.stdout == "")
    #expect(
      typed.stderr
        == "leadpact: the contract asks ada@acme.example to sign with the key \(ada): add --key and that key's file\n"
    )
    #expect(
      try await refusal("--as", "ben@acme.example").stderr.contains(
        "the contract asks ben@acme.example to sign with a key: add --key ~/.ssh/id_ed25519"))

    let wrong = try await refusal("--as", "ada@acme.example", "--key", "other")
    #expect(wrong.exit == 1)
    #expect(
      wrong.stderr.contains(
        "the contract names the key \(ada) for ada@acme.example, and this one is \(other)"))
    let stolen = try await refusal("--as", "ben@acme.example", "--key", "ada")
    #expect(stolen.exit == 1)
    #expect(stolen.stderr.contains("the key \(ada) is that of ada@acme.example; a key is one person's"))

    let declined = try await refusal(
      "--as", "ben@acme.example", "--decline", "--reason", "no", "--key", "other")
    #expect(declined.exit == 64)
    #expect(declined.stderr.contains("--key goes with signing"))
  }

  @Test func `what is no key, or not there, is said as it is`() async throws {
    let keys = try KeySandbox()
    try await keys.propose()
    let missing = try await keys.sign("ada@acme.example", key: "none")
    #expect(missing.exit == 1)
    #expect(
      missing.stderr
        == "leadpact: cannot read the key none: No such file or directory; nothing was recorded\n")
    let contract = try await keys.sign("ada@acme.example", key: "pair.yaml")
    #expect(contract.exit == 1)
    #expect(
      contract.stderr.hasPrefix(
        "leadpact: nothing was recorded, since ssh-keygen could not sign with pair.yaml:\nCouldn't load public key"
      ))
    #expect(!contract.stderr.contains("\r"))
    #expect(try await keys.leadpact("verify").contains("1 journal entry "))
  }

  @Test func `without ssh-keygen nothing is signed with a key, and verify says that it could not check`()
    async throws
  {
    let keys = try KeySandbox()
    try await keys.makeKey(at: "ada")
    try await keys.propose()
    let none = ["PATH": "/nowhere"]
    let refused = try await keys.sign("ada@acme.example", key: "ada", environment: none)
    #expect(refused.exit == 1)
    #expect(
      refused.stderr
        == "leadpact: ssh-keygen is not installed; it comes with OpenSSH (on Debian: openssh-client); nothing was recorded\n"
    )
    #expect(try await keys.sign("ada@acme.example", key: "ada").exit == 0)
    let verdict = try await keys.leadpact("verify", environment: none)
    #expect(verdict.hasPrefix("Nothing was altered: 2 journal entries"))
    #expect(
      verdict.contains("\n1 signature made with a key could not be checked: ssh-keygen is not installed; "))
  }

  @Test func `nothing is left in the temporary folder`() async throws {
    let keys = try KeySandbox()
    try await keys.makeKey(at: "ada")
    try await keys.propose()
    let temporary = keys.sandbox.scratch.appendingPathComponent("temporary $(touch x)")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let environment = ["TMPDIR": temporary.path]
    #expect(try await keys.sign("ada@acme.example", key: "none", environment: environment).exit == 1)
    #expect(try await keys.sign("ada@acme.example", key: "pair.yaml", environment: environment).exit == 1)
    #expect(try await keys.sign("ada@acme.example", key: "ada", environment: environment).exit == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == [])
  }
}
