import Foundation
import Testing

/// Data goes to standard output, everything else to standard error.
@Suite struct StreamsTests {
  @Test func `warnings and news are no data`() async throws {
    let pair = try await PairSandbox.recorded()
    let file = ["contract", "propose", "examples/minimal.yaml"]
    let proposed = try await Leadpact.run(file, in: pair.sandbox)
    #expect(proposed.exit == 0)
    #expect(proposed.stdout.hasPrefix("Proposed version 1 of minimal-2026"))
    #expect(!proposed.stdout.contains("warning"))
    #expect(proposed.stderr.split(separator: "\n").allSatisfy { $0.hasPrefix("warning: ") })

    let logged = try await Leadpact.run(
      ["log", "2026-W14", "--contract", "pair-2026", "web=101"], in: pair.sandbox)
    #expect(
      logged
        == Consequence(
          stdout: "2026-W14  smb/web  101\n",
          stderr: "  over months, by business days: 2026-03 40, 2026-04 61\n")
    )

    let revised = try await Leadpact.run(
      ["revise", "pair-2026", "--from", "2026-Q3", "--set", "web.win-rate=30%", "--dry-run", "-O", "json"],
      in: pair.sandbox)
    #expect(revised.stderr == "Nothing was recorded.\n")
    #expect(revised.stdout.hasPrefix("{\n"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(revised.stdout.utf8)) }
  }

  @Test(arguments: [
    ["report", "quarter", "2026-Q1"], ["report", "month", "2026-02"], ["report", "week", "2026-W07"],
    ["plan"], ["standup"],
    ["contract", "show"], ["contract", "status"], ["contract", "list"], ["log", "--list"], ["history"],
    ["explain", "2026-02/attainment"], ["contract", "show", "--for", "ada@acme.example"],
  ])
  func `what is shown is all on standard output, and JSON is JSON`(command: [String]) async throws {
    let pair = try await PairSandbox.recorded()
    let text = try await pair.refusal(command)
    #expect(text.exit == 0)
    #expect(text.stderr == "")
    #expect(text.stdout.hasSuffix("\n") && !text.stdout.contains("\u{1B}"))
    let json = try await pair.refusal(command + ["-O", "json"])
    #expect(json.stderr == "")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) }
  }

  @Test func `no prompt appears without a terminal, though an answer waits`() async throws {
    let pair = try await PairSandbox.proposed()
    let refusal = try await pair.refusal(["sign", "--as", "ada@acme.example"], input: "sign\n")
    #expect(refusal.exit == 64)
    let message =
      /leadpact: this is not a terminal, so confirm with --yes that ada@acme.example will sign version 1, digest [0-9a-f]{12}; to read it: leadpact contract show pair-2026\n/
    #expect(refusal.stdout == "")
    #expect(refusal.stderr.wholeMatch(of: message) != nil, "\(refusal.stderr)")
    let template = try await Leadpact.run("contract", "new", input: "EUR\n")
    #expect(template.exit == 0 && template.stderr == "")
    #expect(template.stdout.contains("currency: USD\n"))
  }

  @Test(arguments: [
    [], ["contract"], ["report"], ["import"], ["log", "--no-such-option"], ["report", "month", "-O", "pdf"],
    ["sign"], ["nonsense"],
  ])
  func `bad usage is told on standard error`(command: [String]) async throws {
    let consequence = try await Leadpact.run(command)
    // Without a subcommand the help is what was asked for.
    guard consequence.exit != 0 else { return #expect(consequence.stdout.contains("USAGE: leadpact")) }
    #expect(consequence.exit == 64)
    #expect(consequence.stdout == "")
    #expect(consequence.stderr.contains("Error: ") || consequence.stderr.contains("leadpact: "))
  }

  @Test func `a standard output that takes nothing is a failure with a reason`() async throws {
    let pair = try await PairSandbox.recorded()
    let program = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "exec leadpact report month 2026-02 > /dev/full"],
      environment: pair.sandbox.environment,
      folder: pair.sandbox.home
    )
    #expect(
      try await program.consequence(in: pair.sandbox)
        == Consequence(
          stderr: "leadpact: cannot write standard output: No space left on device\n", exit: 1)
    )
  }

  @Test func `a reader that goes away ends the program quietly`() async throws {
    let pair = try await PairSandbox.recorded()
    let program = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "leadpact report quarter 2026-Q1 -O json | head -n 1"],
      environment: pair.sandbox.environment,
      folder: pair.sandbox.home
    )
    #expect(try await program.consequence(in: pair.sandbox) == Consequence(stdout: "{\n"))
  }
}
