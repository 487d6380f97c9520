import Foundation
import Testing

/// `leadpact contract edit`, with scripts for editors.
@Suite struct ContractEditTests {
  private let pair: PairSandbox

  init() async throws { pair = try await PairSandbox.proposed() }

  /// Makes an editor of shell commands, in which `$1` is the file.
  private func editor(_ script: String, named name: String = "editor.sh") throws -> [String: String] {
    try pair.write("#!/bin/sh\n\(script)\n", to: name)
    let path = pair.sandbox.home.appendingPathComponent(name).path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let temporary = pair.sandbox.home.appendingPathComponent("tmp")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    return ["VISUAL": "'\(path)'", "TMPDIR": temporary.path]
  }

  private func edit(_ arguments: String..., by environment: [String: String]) async throws -> Consequence {
    try await Leadpact.run(["contract", "edit"] + arguments, environment: environment, in: pair.sandbox)
  }

  /// What is left of the texts that were edited.
  private func kept() throws -> [String] {
    let temporary = pair.sandbox.home.appendingPathComponent("tmp")
    return try FileManager.default.subpathsOfDirectory(atPath: temporary.path)
      .filter { $0.hasSuffix(".yaml") }
      .map { try String(contentsOf: temporary.appendingPathComponent($0), encoding: .utf8) }
  }

  private func versions() async throws -> Int {
    let list = try await pair.leadpact("contract", "status", "-O", "json")
    return list.components(separatedBy: "\"effective\"").count - 1
  }

  private let raise = "sed -i 's/win-rate: 25%/win-rate: 30%  # the new form/' \"$1\""

  @Test func `opens the file as it was proposed, and proposes what comes back`() async throws {
    let run = try await edit("--yes", "--note", "why not", by: editor("cp \"$1\" seen; \(raise)"))
    #expect(run.exit == 0, "\(run)")
    #expect(run.stdout.contains("  - smb/web: win rate: 25% → 30%\n"))
    #expect(run.stdout.contains("Proposed version 2 of pair-2026, effective from 2026-01.\nDigest: "))
    let seen = try String(contentsOf: pair.sandbox.home.appendingPathComponent("seen"), encoding: .utf8)
    #expect(try seen == pair.contractFile())
    #expect(try kept() == [])
    // Comments live on from version to version.
    let again = try await edit("--yes", by: editor("cp \"$1\" seen"))
    #expect(again == Consequence(stderr: "The text is as it was; nothing to propose.\n"))
    #expect(
      try String(contentsOf: pair.sandbox.home.appendingPathComponent("seen"), encoding: .utf8)
        == seen.replacing("win-rate: 25%", with: "win-rate: 30%  # the new form"))
    #expect(try await versions() == 2)
  }

  @Test func `nobody else can read the text`() async throws {
    let run = try await edit("--yes", by: editor("stat -c '%a' \"$1\" \"$(dirname \"$1\")\" > modes"))
    #expect(run.exit == 0)
    let modes = try String(contentsOf: pair.sandbox.home.appendingPathComponent("modes"), encoding: .utf8)
    #expect(modes == "600\n700\n")
  }

  @Test func `comments alone are no proposal, and are kept`() async throws {
    let run = try await edit("--yes", by: editor("echo '# more' >> \"$1\""))
    #expect(run.exit == 0)
    #expect(run.stderr.hasPrefix("Only comments, spacing or the order of keys differ"))
    #expect(try kept().map { $0.hasSuffix("\n# more\n") } == [true])
    #expect(try await versions() == 1)
  }

  @Test func `a text that is no contract is refused with its places, and kept`() async throws {
    let run = try await edit("--yes", by: editor("sed -i 's/win-rate: 25%/win-rate: 250%/' \"$1\""))
    #expect(run.exit == 2)
    #expect(run.stdout == "")
    let line = try #require(run.stderr.split(separator: "\n").last)
    #expect(line.contains(/contract\.yaml:\d+:\d+: win-rate: '250%' is not a rate above 0%/))
    #expect(run.stderr.contains(/Your text is kept in ~\/tmp\/leadpact-\w{6}\/contract\.yaml\.\n/))
    #expect(try kept().map { $0.contains("win-rate: 250%") } == [true])
  }

  @Test func `says which month a new version needs where the old one is signed`() async throws {
    let pair = try await PairSandbox.recorded()
    let temporary = pair.sandbox.home.appendingPathComponent("tmp")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    try pair.write(
      "#!/bin/sh\nhead -n 2 \"$1\" > seen\nsed -i 's/win-rate: 25%/win-rate: 30%/' \"$1\"\n", to: "editor.sh")
    let early = try await Leadpact.run(
      "contract", "edit", "--yes", environment: ["EDITOR": "sh editor.sh", "TMPDIR": temporary.path],
      in: pair.sandbox)
    #expect(early.exit == 1)
    #expect(
      early.stderr.contains(
        "signed by everyone, holds from 2026-01; choose a later month: effective: 2026-02 or after"))
    let seen = try String(contentsOf: pair.sandbox.home.appendingPathComponent("seen"), encoding: .utf8)
    #expect(
      seen == """
        # leadpact: Everyone has signed version 1, which holds from 2026-01. A new version needs
        # leadpact: a later month, such as effective: 2026-06 (2026-02 at the earliest). These lines are taken away again.

        """)
    try pair.write(
      "#!/bin/sh\nsed -i 's/win-rate: 25%/win-rate: 30%/; s/^term:.*/&\\neffective: 2026-06/' \"$1\"\n",
      to: "editor.sh")
    let later = try await Leadpact.run(
      "contract", "edit", "--yes", environment: ["EDITOR": "sh editor.sh", "TMPDIR": temporary.path],
      in: pair.sandbox)
    #expect(later.exit == 0, "\(later)")
    #expect(later.stdout.contains("Proposed version 2 of pair-2026, effective from 2026-06."))
  }

  @Test func `a file with a byte order mark and other line ends is edited like any other`() async throws {
    let sandbox = try Sandbox()
    let run = try await ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: [
        "-c",
        """
        { printf '\\357\\273\\277'; sed 's/$/\r/' examples/pair.yaml; } > bom.yaml
        leadpact contract propose bom.yaml > /dev/null 2>&1
        for who in ada ben; do leadpact sign --as $who@acme.example --yes > /dev/null; done
        EDITOR="sed -i '/^term:/a effective: 2026-06'" leadpact contract edit --yes | grep '^Proposed'
        EDITOR='true' leadpact contract edit --yes
        """,
      ], environment: sandbox.environment, folder: sandbox.home
    ).consequence(in: sandbox)
    #expect(run.stdout == "Proposed version 2 of pair-2026, effective from 2026-06.\n", "\(run)")
    #expect(run.stderr.hasSuffix("The text is as it was; nothing to propose.\n"), "\(run)")
  }

  @Test func `asks on a terminal, and takes no for an answer`() async throws {
    let run = try await PseudoTerminal().leadpact(
      "contract", "edit", dialogue: [("Propose this as version 2? (no/yes/edit) [no]: ", "\n")],
      environment: editor(raise), in: pair.sandbox)
    #expect(run.exit == 1)
    #expect(run.screen.hasSuffix("leadpact: not confirmed; nothing was proposed\n"))
    #expect(try kept().count == 1)
    let yes = try await PseudoTerminal().leadpact(
      "contract", "edit", dialogue: [("[no]: ", "yes\n")], environment: editor(raise), in: pair.sandbox)
    #expect(yes.exit == 0, "\(yes.screen)")
    #expect(yes.screen.contains("Proposed version 2 of pair-2026"))
  }

  @Test func `lets one edit again with what was wrong, on the text as it was left`() async throws {
    let script =
      "if grep -q 'win-rate: 250%' \"$1\"; then sed -i s/250%/30%/ \"$1\"; else sed -i 's/win-rate: 25%/win-rate: 250%/' \"$1\"; fi"
    let run = try await PseudoTerminal().leadpact(
      "contract", "edit",
      dialogue: [("Edit again, or leave? (edit/leave) [edit]: ", "\n"), ("[no]: ", "y\n")],
      environment: editor(script), in: pair.sandbox)
    #expect(run.exit == 0, "\(run.screen)")
    #expect(run.screen.contains("win-rate: '250%' is not a rate"))
    #expect(try kept() == [])
    #expect(try await versions() == 2)
  }

  @Test(arguments: ["\u{3}", "\u{4}", "leave\n"])
  func `keeps the text of whoever leaves`(typed: String) async throws {
    let run = try await PseudoTerminal().leadpact(
      "contract", "edit", dialogue: [("[edit]: ", typed)], environment: editor("echo 'x: [' >> \"$1\""),
      in: pair.sandbox)
    #expect(run.exit == (typed.hasPrefix("l") ? 2 : 1))
    #expect(run.screen.contains("Your text is kept in ~/tmp/leadpact-"))
    #expect(try kept().map { $0.hasSuffix("x: [\n") } == [true])
    #expect(try await versions() == 1)
  }

  @Test func `does not overwrite what somebody else proposed meanwhile`() async throws {
    let other =
      "sed 's/retention: 20%/retention: 25%/' examples/pair.yaml > other.yaml; leadpact contract propose other.yaml >/dev/null"
    let run = try await edit("--yes", by: editor("\(raise); \(other)"))
    #expect(run.exit == 1)
    #expect(run.stderr.contains("it was made from version 1, and version 2 has been proposed meanwhile"))
    #expect(try kept().count == 1)
    #expect(try await versions() == 2)
  }

  @Test func `another name is another contract`() async throws {
    let run = try await edit("--yes", by: editor("sed -i 's/^contract: .*/contract: other/' \"$1\""))
    #expect(run.exit == 2)
    #expect(run.stderr.contains("contract: this is 'other' now, and 'pair-2026' was opened"))
  }

  @Test func `a version that was not made from a file is opened as its normalised text`() async throws {
    try await pair.leadpact("revise", "--from", "2026-Q3", "--set", "web.win-rate=30%")
    let run = try await edit("--yes", by: editor("cp \"$1\" seen"))
    #expect(run.stderr.hasPrefix("note: version 2 was not made from a file, so this is its normalised text"))
    let canonical = try await pair.leadpact("contract", "show", "--canonical")
    #expect(
      try String(contentsOf: pair.sandbox.home.appendingPathComponent("seen"), encoding: .utf8) == canonical)
  }

  @Test(arguments: [
    ("false", "the editor 'false' ($EDITOR) ended with 1"),
    ("no-such-editor", "the editor 'no-such-editor' ($EDITOR) cannot be run: No such file or directory"),
    ("vi 'x", "the editor 'vi 'x' ($EDITOR) cannot be run: it lacks the closing '"),
    ("sh -c 'kill -9 $$'", "was ended by signal 9"), ("  ", "the editor of $EDITOR is blank; name a program"),
    ("touch; true $(touch pwned)", "cannot be run: No such file"),
  ])
  func `says which editor cannot be used, and runs it without a shell`(command: String, reason: String)
    async throws
  {
    let run = try await edit("--yes", by: ["EDITOR": command])
    #expect(run.exit == 1)
    #expect(run.stderr.contains(reason), "\(run.stderr)")
    #expect(!FileManager.default.fileExists(atPath: pair.sandbox.home.appendingPathComponent("pwned").path))
    #expect(try await versions() == 1)
  }

  @Test func `off a terminal it wants a yes before anything is opened`() async throws {
    let run = try await edit(by: ["EDITOR": "touch opened"])
    #expect(run.exit == 64)
    #expect(!FileManager.default.fileExists(atPath: pair.sandbox.home.appendingPathComponent("opened").path))
  }
}
