import Testing

@Suite struct TerminalTests {
  @Test func `typing the word signs`() async throws {
    let pair = try await PairSandbox.proposed()
    let run = try await PseudoTerminal()
      .leadpact("sign", "--as", "ada@acme.example", typing: "sign\n", in: pair.sandbox)
    #expect(run.exit == 0)
    #expect(run.screen.contains("\nAda Li, type 'sign' to sign version 1, digest "))
    #expect(run.screen.hasSuffix("Still to sign: Ben Okafor (ben@acme.example).\n"))
  }

  @Test(arguments: ["yes\n", "\n", "Sign\n", "decline\n", "\u{4}"])
  func `anything else leaves the contract unsigned`(typed: String) async throws {
    let pair = try await PairSandbox.proposed()
    let before = try pair.contents
    let run = try await PseudoTerminal()
      .leadpact("sign", "--as", "ada@acme.example", typing: typed, in: pair.sandbox)
    #expect(run.exit == 1)
    #expect(run.screen.hasSuffix("leadpact: not confirmed; nothing was recorded\n"))
    #expect(try pair.contents == before)
  }

  @Test func `declining takes a word of its own`() async throws {
    let pair = try await PairSandbox.proposed()
    let run = try await PseudoTerminal().leadpact(
      "sign", "--as", "ben@acme.example", "--decline", "--reason", "too many", typing: "decline\n",
      in: pair.sandbox
    )
    #expect(run.exit == 0)
    #expect(run.screen.contains("type 'decline' to decline version 1"))
    #expect(run.screen.contains("Ben Okafor declined version 1 of pair-2026"))
  }

  @Test(arguments: [
    (["NO_COLOR": "", "TERM": "xterm"], true), (["NO_COLOR": "1", "TERM": "xterm"], false),
    (["NO_COLOR": "", "TERM": "dumb"], false),
  ])
  func `colour is for terminals that want it`(environment: [String: String], isColourful: Bool) async throws {
    let pair = try await PairSandbox.recorded()
    let run = try await PseudoTerminal().leadpact(
      "report", "month", "2026-02", typing: "", environment: environment, in: pair.sandbox
    )
    #expect(run.exit == 0)
    #expect(run.screen.contains("\u{1B}[") == isColourful)
  }

  @Test func `colour is not for files and pipes`() async throws {
    let pair = try await PairSandbox.recorded()
    let terminal = ["NO_COLOR": "", "TERM": "xterm-256color", "CLICOLOR": "1"]
    #expect(
      try await !pair.leadpact("report", "month", "2026-02", environment: terminal).contains("\u{1B}")
    )
  }

  @Test func `an import shows how far it is on a terminal, and takes that away`() async throws {
    let pair = try await PairSandbox.recorded()
    let rows = (1...4_000).map { "\($0),2026-03-\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1),web" }
    try pair.write((["id,day,type"] + rows).joined(separator: "\n"), to: "crm.csv")
    let map = "external-id=id,delivered=day,lead-type=type"
    let run = try await PseudoTerminal().leadpact(
      "import", "leads", "crm.csv", "--map", map, typing: "", in: pair.sandbox)
    #expect(run.exit == 0)
    #expect(run.screen.contains("\r\u{1B}[Kcrm.csv █"))
    #expect(run.screen.contains("100 %\r\u{1B}[K"))
    #expect(
      run.screen.hasSuffix("crm.csv, read as a mapped file: 4,000 records added, 0 changed (import 1).\n")
    )
    let again = try await Leadpact.run(["import", "leads", "crm.csv", "--map", map], in: pair.sandbox)
    #expect(again.stderr == "")
  }

  @Test(arguments: [UInt16(80), 100, 132])
  func `a report is as wide as its terminal at most`(columns: UInt16) async throws {
    let pair = try await PairSandbox.recorded()
    let run = try await PseudoTerminal(rows: 1_000, columns: columns).leadpact(
      "report", "quarter", "2026-Q1", typing: "", environment: ["COLUMNS": ""], in: pair.sandbox)
    #expect(run.exit == 0)
    let widths = run.screen.split(separator: "\n").map(\.count)
    #expect(widths.allSatisfy { $0 <= Int(columns) } && widths.contains { $0 > Int(columns) - 12 })
  }
}
