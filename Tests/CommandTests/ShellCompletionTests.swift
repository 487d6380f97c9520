import Foundation
import Testing

/// The completion scripts in the shells that they are for, on a terminal, as someone types.
@Suite struct ShellCompletionTests {
  /// A shell, how it is started with the script, and whether this machine has it.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    var executable: URL? {
      ["/bin", "/usr/bin", "/usr/local/bin"].map { URL(fileURLWithPath: $0).appending(path: rawValue) }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    static var installed: [Shell] { allCases.filter { $0.executable != nil } }

    /// The words to start it with, reading no one's own settings.
    var arguments: [String] {
      switch self {
      case .bash: ["--norc", "--noprofile", "-i"]
      case .zsh: ["-f", "-i"]
      case .fish: ["--no-config", "-i"]
      }
    }

    /// What to type first, so that completion is loaded.
    var setUp: String {
      switch self {
      case .bash: "source ./script\n"
      case .zsh: "autoload -Uz compinit; compinit -u -D; source ./script\n"
      case .fish: "source ./script\n"
      }
    }
  }

  /// What is typed before the key, and what stands on the line after it.
  private static let lines = [
    ("leadpact stand", "leadpact standup "),
    ("leadpact contract stat", "leadpact contract status "),
    ("leadpact standup p", "leadpact standup pair-2026 "),
    ("leadpact log 2026-W20 we", "leadpact log 2026-W20 web="),
    ("leadpact log 2026-W20 web=4 out", "leadpact log 2026-W20 web=4 outbound="),
    ("leadpact log 2026-W20 smb/w", "leadpact log 2026-W20 smb/web="),
    ("leadpact outcome 2026-02 out", "leadpact outcome 2026-02 outbound:"),
    ("leadpact outcome 2026-02 outbound:w", "leadpact outcome 2026-02 outbound:won="),
    ("leadpact sign --as ad", "leadpact sign --as ada@acme.example "),
    ("leadpact sign --as ben@ac", "leadpact sign --as ben@acme.example "),
    ("leadpact explain 2026-Q1/smb/att", "leadpact explain 2026-Q1/smb/attainment "),
    ("leadpact report quarter -O mark", "leadpact report quarter -O markdown "),
    ("leadpact report quarter --compare prev", "leadpact report quarter --compare previous "),
    ("leadpact plan --short smb/w", "leadpact plan --short smb/web="),
    ("leadpact contract propose examples/pa", "leadpact contract propose examples/pair.yaml "),
  ]

  @Test(arguments: Shell.installed)
  func `the key completes what is typed`(shell: Shell) async throws {
    let pair = try await PairSandbox.recorded()
    let screen = try await type(Self.lines.map(\.0), into: shell, in: pair)
    for (typed, completed) in Self.lines {
      #expect(screen.contains("<<\(completed)+>>"), "\(shell): \(typed)")
    }
  }

  @Test(arguments: Shell.installed)
  func `a rep whose name holds blanks and signs of the shell is one word`(shell: Shell) async throws {
    let pair = try await PairSandbox.recorded()
    for name in ["Eve Wu", "Pat O'Brien", "Cash $HOME", "Ike<({touch,pwned})"] {
      try await pair.leadpact("follow-up", "2026-W07", "--rep", name, "contacted=3/4")
    }
    // What the shell makes of the completed line is what a command would get.
    let screen = try await type(
      [
        "leadpact follow-up --rep Ev", "leadpact follow-up --rep Pa", "leadpact follow-up --rep Ca",
        "leadpact follow-up --rep Ik",
      ],
      into: shell, evaluating: true, in: pair)
    for name in ["Eve Wu", "Pat O'Brien", "Cash $HOME", "Ike<({touch,pwned})"] {
      #expect(screen.contains("[--rep][\(name)]"), "\(shell)\n\(screen)")
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: pair.sandbox.scratch.path)
    #expect(!files.contains { $0.hasSuffix("pwned") }, "a name was run")
  }

  @Test(arguments: Shell.installed)
  func `the script has no fault that the shell would find`(shell: Shell) async throws {
    let sandbox = try Sandbox()
    try await script(for: shell, in: sandbox)
    let executable = try #require(shell.executable)
    let check = ChildProcess(
      executable: executable, arguments: ["-n", "script"], environment: sandbox.environment,
      folder: sandbox.home)
    #expect(try await check.consequence(in: sandbox) == Consequence())
  }

  private func script(for shell: Shell, in sandbox: Sandbox) async throws {
    let script = try await Leadpact.run("--generate-completion-script", shell.rawValue, in: sandbox)
    #expect(script.exit == 0 && script.stderr == "")
    try Data(script.stdout.utf8).write(to: sandbox.home.appending(path: "script"))
  }

  /// Types each line with a tabulator behind it, and shows what stands on the line then between `<<` and `>>`; or,
  /// where it is to be evaluated, each of its words in brackets.
  private func type(
    _ lines: [String], into shell: Shell, evaluating: Bool = false, in pair: PairSandbox
  ) async throws -> String {
    try await script(for: shell, in: pair.sandbox)
    // Both ends are put on after completion; the quotes keep what is typed from looking like what is printed.
    let keys = lines.map { line in
      evaluating
        ? "\(line)\t\u{1}printf '[%s]' \u{5}\n"
        : "\(line)\t+\u{1}echo '<''<\u{5}>''>'\n"
    }
    let executable = try #require(shell.executable)
    // A shell completes only on a terminal that it controls.
    let run = try await PseudoTerminal(rows: 50, columns: 200).run(
      URL(fileURLWithPath: "/usr/bin/setsid"), ["--ctty", "--wait", executable.path] + shell.arguments,
      typing: shell.setUp + keys.joined() + "exit\n",
      environment: ["TERM": "dumb"], in: pair.sandbox)
    return run.screen
  }
}
