import Foundation
import Testing

/// Long text goes through a pager on a terminal, and nowhere else.
@Suite struct PagerTests {
  private static let mark = ["LEADPACT_PAGER": "sed s/^/paged:/", "TERM": "xterm"]

  private func run(
    _ arguments: String..., rows: UInt16 = 20, environment: [String: String]
  ) async throws -> (screen: String, exit: Int32) {
    let pair = try await PairSandbox.recorded()
    return try await PseudoTerminal(rows: rows).leadpact(
      arguments, typing: "", environment: environment, in: pair.sandbox)
  }

  @Test func `a report longer than the terminal is paged, whole`() async throws {
    let run = try await run("report", "month", "2026-02", environment: Self.mark)
    #expect(run.exit == 0)
    let plain = try await PairSandbox.recorded().leadpact("report", "month", "2026-02")
    #expect(
      run.screen
        == plain.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        .map { "paged:\($0)\n" }.joined())
  }

  @Test func `what fits on the terminal is printed`() async throws {
    let run = try await run("report", "month", "2026-02", rows: 500, environment: Self.mark)
    #expect(!run.screen.contains("paged:") && run.screen.contains("2026-02"))
  }

  @Test(arguments: [["--no-pager"], ["-O", "json"], ["-O", "markdown"], ["-o", "report.txt"]])
  func `a format for programs, a file and --no-pager are not paged`(options: [String]) async throws {
    let pair = try await PairSandbox.recorded()
    let run = try await PseudoTerminal(rows: 20).leadpact(
      ["report", "month", "2026-02"] + options, typing: "", environment: Self.mark, in: pair.sandbox)
    #expect(run.exit == 0 && !run.screen.contains("paged:"))
  }

  @Test(arguments: ["", "cat", "no-such-pager", "no-such-pager | no-such-either", "true", "head -n 1 -"])
  func `without a pager, or one that is left early, the command ends well`(pager: String) async throws {
    let environment = ["LEADPACT_PAGER": pager, "PAGER": "sed s/^/wrong:/", "TERM": "xterm"]
    let run = try await run("explain", "2026-Q1", "--list", environment: environment)
    #expect(run.exit == 0)
    #expect(!run.screen.contains("wrong:"))
    let isLeft = pager == "true" || pager.hasPrefix("head")
    #expect(run.screen.contains("2026-Q1/smb/attainment\n") == !isLeft, "\(run.screen)")
  }

  @Test func `PAGER is asked where LEADPACT_PAGER says nothing, and quotes hold its words together`()
    async throws
  {
    let environment = ["PAGER": "sed -n '$s/^/> /p'", "TERM": "xterm"]
    let run = try await run("report", "month", "2026-02", environment: environment)
    #expect(run.exit == 0)
    #expect(run.screen.hasPrefix("> ") && run.screen.count { $0 == "\n" } == 1, "\(run.screen)")
  }

  @Test func `no shell reads what PAGER says`() async throws {
    let pair = try await PairSandbox.recorded()
    let run = try await PseudoTerminal(rows: 20).leadpact(
      ["report", "month", "2026-02"], typing: "",
      environment: ["PAGER": "echo $(touch touched); touch touched", "TERM": "xterm"], in: pair.sandbox)
    #expect(run.exit == 0 && run.screen == "$(touch touched); touch touched\n", "\(run.screen)")
    let touched = pair.sandbox.home.appending(path: "touched").path
    #expect(!FileManager.default.fileExists(atPath: touched))
  }

  @Test func `a pipe is not paged`() async throws {
    let pair = try await PairSandbox.recorded()
    let text = try await pair.leadpact("report", "month", "2026-02", environment: Self.mark)
    #expect(!text.contains("paged:"))
  }

  @Test(
    arguments: [
      (["report", "quarter", "2026-Q1"], 0), (["explain", "2026-Q1", "--list"], 0), (["check"], 3),
      (["log", "2026-W09", "web=7"], 0), (["--help"], 0),
    ] as [([String], Int32)])
  func `a reader that is gone changes nothing about how a command ends`(command: [String], exit: Int32)
    async throws
  {
    let pair = try await PairSandbox.recorded()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let errors = pair.sandbox.scratch.appending(path: "errors")
    try Data().write(to: errors)
    let program = ChildProcess(
      executable: Repository.binary, arguments: command, environment: pair.sandbox.environment,
      folder: pair.sandbox.home)
    let ended = try await program.run(
      output: pipe.fileHandleForWriting, errors: FileHandle(forWritingTo: errors))
    #expect(ended == exit)
    #expect(try String(contentsOf: errors, encoding: .utf8).hasPrefix("leadpact:") == false)
    if command.first == "log" {
      #expect(try await pair.leadpact("log", "2026-W09", "--list").contains("7"))
    }
  }
}
