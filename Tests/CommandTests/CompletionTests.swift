import Foundation
import Testing

/// What a shell is offered where a word is to be completed.
@Suite struct CompletionTests {
  /// What the program offers for the last word of a line, as the scripts ask for it.
  private func offers(
    _ argument: String, _ words: String..., environment: [String: String] = [:], in pair: PairSandbox
  ) async throws -> [String] {
    let commands = words.prefix { !$0.hasPrefix("-") }.filter { Self.commands.contains($0) }
    let last = words.last ?? ""
    let request =
      ["---completion"] + commands + ["--", argument, "\(words.count)", "\(last.count)", "leadpact"] + words
    let run = try await pair.refusal(request, environment: environment)
    #expect(run.stderr == "" && run.exit == 0)
    return run.stdout.split(separator: "\n").map(String.init)
  }

  private static let commands = [
    "log", "outcome", "follow-up", "sign", "standup", "overdue", "explain", "report", "month", "quarter",
    "revise",
    "check", "contract", "diff", "lead", "import", "leads", "dispute", "reject", "plan", "rates", "review",
  ]

  @Test func `names come from the contract`() async throws {
    let pair = try await PairSandbox.recorded()
    #expect(try await offers("positional@0", "standup", "", in: pair) == ["pair-2026"])
    #expect(try await offers("--contract", "log", "--contract", "p", in: pair) == ["pair-2026"])
    #expect(try await offers("--stream", "log", "--stream", "", in: pair) == ["smb"])
    #expect(
      try await offers("--as", "sign", "--as", "", in: pair) == ["ada@acme.example", "ben@acme.example"])
    #expect(try await offers("--version", "plan", "--version", "", in: pair) == ["1"])
    #expect(try await offers("positional@0", "standup", "x", in: pair) == [])
  }

  @Test func `after the period come lead types with their sign, each once`() async throws {
    let pair = try await PairSandbox.recorded()
    #expect(
      try await offers("positional@0", "log", "2026-W08", "", in: pair).sorted() == ["outbound=", "web="])
    #expect(try await offers("positional@0", "log", "last", "week", "web=5", "", in: pair) == ["outbound="])
    #expect(try await offers("positional@0", "log", "2026-W08", "smb/w", in: pair) == ["smb/web="])
    #expect(try await offers("positional@0", "outcome", "2026-02", "w", in: pair) == ["web:"])
    #expect(
      try await offers("positional@0", "outcome", "2026-02", "web:sqls=7,", in: pair) == [
        "web:sqls=7,opportunities=", "web:sqls=7,won=", "web:sqls=7,revenue=",
      ])
    #expect(try await offers("positional@0", "follow-up", "2026-W07", "cont", in: pair) == ["contacted="])
    #expect(
      try await offers("--set", "revise", "--set", "web.w", in: pair) == ["web.win-rate="])
  }

  @Test func `periods are those of the contract, up to the day`() async throws {
    let pair = try await PairSandbox.recorded()
    let first = try await offers("positional@0", "log", "", in: pair)
    #expect(first.contains("2026-W20") && first.contains("yesterday") && first.contains("last"))
    #expect(!first.contains { $0.hasSuffix("=") })
    #expect(try await offers("positional@0", "log", "last", "", in: pair) == ["week", "month", "quarter"])
    let quarters = try await offers("positional@0", "report", "quarter", "2026-", in: pair)
    #expect(quarters == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    let months = try await offers("positional@0", "report", "month", "2026-0", in: pair)
    #expect(months.first == "2026-01" && months.count == 9)
    #expect(try await offers("--today", "check", "--today", "2026-05-1", in: pair).first == "2026-05-15")
  }

  @Test func `a figure's key is completed step by step`() async throws {
    let pair = try await PairSandbox.recorded()
    #expect(try await offers("positional@0", "explain", "2026-Q", in: pair).contains("2026-Q1/"))
    let steps = try await offers("positional@0", "explain", "2026-Q1/", in: pair)
    #expect(steps.contains("2026-Q1/attainment") && steps.contains("2026-Q1/smb/"))
    #expect(steps.allSatisfy { $0.split(separator: "/").count == 2 })
  }

  @Test func `kinds of breaches go on behind a comma`() async throws {
    let pair = try await PairSandbox.recorded()
    #expect(try await offers("--only", "check", "--only", "overdue,o", in: pair) == ["overdue,over"])
    #expect(
      try await offers("--only", "check", "--only", "overdue,s", in: pair).first == "overdue,signature")
  }

  @Test func `the database on the line is the one that is asked`() async throws {
    let (pair, other) = (try await PairSandbox.recorded(), try await PairSandbox.recorded())
    let elsewhere = ["LEADPACT_DB": "/nowhere/at/all.db"]
    #expect(try await offers("positional@0", "standup", "", environment: elsewhere, in: pair) == [])
    for words in [["--database", other.database.path, ""], ["--database=\(other.database.path)", ""]] {
      let request = [
        "---completion", "standup", "--", "positional@0", "\(words.count + 1)", "0", "leadpact", "standup",
      ]
      let run = try await pair.refusal(request + words, environment: elsewhere)
      #expect(run == Consequence(stdout: "pair-2026\n"))
    }
  }

  @Test func `without a database, or with one that is none, nothing is offered, made or said`() async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write("no database at all", to: "notes.txt")
    for path in ["missing.db", "missing/leadpact.db", "notes.txt", "examples", "/dev/null"] {
      for argument in ["positional@0", "--stream", "--user"] {
        let words = ["log", "2026-W07", ""]
        let run = try await pair.refusal(
          ["---completion", "log", "--", argument, "3", "0", "leadpact"] + words,
          environment: ["LEADPACT_DB": path])
        #expect(run.stderr == "" && run.exit == 0)
        #expect(run.stdout.split(separator: "\n").isEmpty, "\(path)")
      }
    }
  }

  @Test(arguments: [
    ["---completion"], ["---completion", "nonsense", "--", "positional@0"], ["---completion", "log"],
  ])
  func `a request that makes no sense is not answered`(words: [String]) async throws {
    let run = try await Leadpact.run(words)
    #expect(run.stdout == "" && run.stderr == "")
  }
}
