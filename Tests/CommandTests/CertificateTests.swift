import Foundation
import Testing

/// `contract certificate`: a folder that is checked without leadpact.
@Suite(.enabled(if: KeySandbox.isPossible, KeySandbox.absence)) struct CertificateTests {
  private static let folder = "pair-2026-version-1-certificate"

  /// Ada has signed with a key, Ben by a typed word.
  private func signed() async throws -> KeySandbox {
    let keys = try KeySandbox()
    try await keys.propose(ada: try await keys.makeKey(at: "ada"))
    try #require(try await keys.sign("ada@acme.example", key: "ada").exit == 0)
    try await keys.leadpact("sign", "--as", "ben@acme.example", "--yes")
    return keys
  }

  /// The commands that a page prints, but those of leadpact.
  private func commands(_ page: String) -> [String] {
    page.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
      .filter { !$0.hasPrefix("leadpact ") }
  }

  @Test func `the commands that the page prints check it, word for word`() async throws {
    let keys = try await signed()
    let said = try await keys.leadpact("contract", "certificate")
    #expect(said == "Wrote \(Self.folder), 6 files; \(Self.folder)/README.txt says how to check them.\n")
    #expect(
      try keys.names(in: Self.folder)
        == ["README.txt", "SHA256SUMS", "ada.sig", "allowed_signers", "contract.txt", "journal-head.txt"])
    let page = try keys.text("\(Self.folder)/README.txt")
    let commands = commands(page)
    #expect(
      commands == [
        "sha256sum -c SHA256SUMS", "sha256sum contract.txt",
        "ssh-keygen -Y verify -f allowed_signers -I ada@acme.example -n leadpact -s ada.sig < contract.txt",
      ])
    // Elsewhere, and without a database or leadpact.
    let folder = "elsewhere & \"far\""
    try FileManager.default.moveItem(
      at: keys.sandbox.home.appendingPathComponent(Self.folder),
      to: keys.sandbox.home.appendingPathComponent(folder))
    var said2: [String] = []
    for command in commands {
      let checked = try await keys.run(
        "sh", "-c", command, environment: ["PATH": "/usr/bin:/bin", "LEADPACT_DB": ""], in: folder)
      #expect(checked.exit == 0, "\(command): \(checked)")
      said2.append(checked.stdout)
    }
    #expect(said2[0].split(separator: "\n").count == 5)
    let digest = try #require(page.firstMatch(of: /Digest:    ([0-9a-f]{64})\n/)).1
    #expect(said2[1] == "\(digest)  contract.txt\n")
    let fingerprint = try await keys.fingerprint("ada")
    #expect(
      said2[2] == "Good \"leadpact\" signature for ada@acme.example with ED25519 key \(fingerprint)\n")
    #expect(
      page.contains(
        "with the key \(fingerprint)\n   (ssh-ed25519): ada.sig. The contract itself names this key.\n"))
    #expect(page.contains("by a typed word; no key stands behind it."))
    let head = try await keys.leadpact("verify", "--head").dropLast()
    #expect(try keys.text("\(folder)/journal-head.txt") == "3 \(head)\n")
    #expect(
      try keys.text("\(folder)/contract.txt") == (try await keys.leadpact("contract", "show", "--canonical")))
  }

  @Test func `whatever is changed in the folder is found out`() async throws {
    let keys = try await signed()
    try await keys.leadpact("contract", "certificate", "-o", "signed")
    let commands = commands(try keys.text("signed/README.txt"))
    let url = keys.sandbox.home.appendingPathComponent("signed/contract.txt")
    let text = try keys.text("signed/contract.txt")
    try Data(text.replacingOccurrences(of: "24 hours", with: "48 hours").utf8).write(to: url)
    for command in [commands[0], commands[2]] {
      #expect(try await keys.run("sh", "-c", command, in: "signed").exit != 0)
    }
    try Data(text.utf8).write(to: url)
    // A signature made for another purpose is none of a contract.
    try await keys.leadpact("contract", "show")
    let made = try await keys.run(
      "ssh-keygen", "-q", "-Y", "sign", "-n", "file", "-f", "ada", "signed/contract.txt")
    try #require(made.exit == 0)
    try FileManager.default.removeItem(at: keys.sandbox.home.appendingPathComponent("signed/ada.sig"))
    try FileManager.default.moveItem(
      at: keys.sandbox.home.appendingPathComponent("signed/contract.txt.sig"),
      to: keys.sandbox.home.appendingPathComponent("signed/ada.sig"))
    #expect(try await keys.run("sh", "-c", commands[2], in: "signed").exit != 0)
  }

  @Test func `what stands there already is left alone, and no half is left behind`() async throws {
    let keys = try await signed()
    let home = keys.sandbox.home
    try FileManager.default.createDirectory(
      at: home.appendingPathComponent("folder"), withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: home.appendingPathComponent("file"))
    try FileManager.default.createSymbolicLink(
      atPath: home.appendingPathComponent("link").path, withDestinationPath: "nowhere")
    let before = try keys.names()
    for name in ["folder", "folder/", "file", "link"] {
      let refused = try await Leadpact.run("contract", "certificate", "-o", name, in: keys.sandbox)
      #expect(refused.exit == 1)
      #expect(
        refused.stderr.hasPrefix("leadpact: there is something at \(name.prefix { $0 != "/" }) already; "))
    }
    for name in ["none/folder", "file/folder", ""] {
      let refused = try await Leadpact.run("contract", "certificate", "-o", name, in: keys.sandbox)
      #expect(refused.exit == 1, "\(refused)")
      #expect(refused.stderr.hasPrefix("leadpact: cannot make the folder \(name): "))
    }
    #expect(try keys.names() == before)
    #expect(try keys.names(in: "folder") == [])
    #expect(try keys.text("file") == "mine")
  }

  @Test func `people whose addresses are shell commands, patterns or paths are checked all the same`()
    async throws
  {
    let keys = try KeySandbox()
    let people = [
      "$(touch${IFS}x)@acme.example", "../../../etc/ada@acme.example", "a'b\"c;d@acme.example",
      "*@acme.example",
      "!ada,eve@acme.example", "-I@acme.example", "#ada@acme.example", "李@例え.jp", "ada@acme.example",
      "ADA@example.com", "..@acme.example",
    ]
    var text = try keys.text("examples/pair.yaml")
    let start = try #require(text.range(of: "signatories:\n")).upperBound
    text = String(text[..<start])
    for (position, email) in people.enumerated() {
      try await keys.makeKey(at: "key\(position)")
      let quoted = email.replacingOccurrences(of: "\"", with: "\\\"")
      text +=
        "  - {name: \"P\(position)\", email: \"\(quoted)\", team: \(position == 0 ? "marketing" : "sales"), role: x}\n"
    }
    text += "signatures: keys\n"
    try Data(text.utf8).write(to: keys.sandbox.home.appendingPathComponent("odd.yaml"))
    try await keys.leadpact("contract", "propose", "odd.yaml")
    for (position, email) in people.enumerated() {
      let signed = try await Leadpact.run(
        "sign", "--as=\(email)", "--key", "key\(position)", "--yes", in: keys.sandbox)
      try #require(signed.exit == 0, "\(email): \(signed)")
    }
    #expect(
      try await keys.leadpact("verify").contains("11 signatures made with keys: checked with ssh-keygen."))
    try await keys.leadpact("contract", "certificate", "-o", "odd")
    let names = try keys.names(in: "odd")
    #expect(names.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._-]*/) != nil }, "\(names)")
    #expect(names.filter { $0.hasSuffix(".sig") }.count == people.count)
    let commands = commands(try keys.text("odd/README.txt"))
    #expect(commands.count == 2 + people.count)
    for (position, command) in commands.dropFirst(2).enumerated() {
      let checked = try await keys.run("sh", "-c", command, in: "odd")
      #expect(checked.exit == 0, "\(command): \(checked)")
      let fingerprint = try await keys.fingerprint("key\(position)")
      #expect(checked.stdout.hasSuffix("\(fingerprint)\n"))
    }
    #expect(try !keys.names(in: "odd").contains("x"))
  }

  @Test func `where nobody has signed with a key, the page says what that means`() async throws {
    let keys = try KeySandbox()
    try await keys.propose()
    try await keys.leadpact(
      "sign", "--as", "ben@acme.example", "--decline", "--reason", "not\u{1B}[2J now", "--yes")
    try await keys.leadpact("contract", "certificate", "-o", "none")
    #expect(try keys.names(in: "none") == ["README.txt", "SHA256SUMS", "contract.txt", "journal-head.txt"])
    let page = try keys.text("none/README.txt")
    #expect(page.contains("   has neither signed nor declined.\n"))
    #expect(page.contains("declined on 2026-05-15T00:00:00Z: not\\u{1B}[2J now\n"))
    #expect(page.contains("Nobody has signed this version with a key."))
    #expect(page.contains("Standing:  declined by ben@acme.example\n"))
    for command in commands(page) {
      #expect(try await keys.run("sh", "-c", command, in: "none").exit == 0)
    }
  }
}
