import Testing

/// A command that is refused.
struct EntrySlip: Sendable, CustomTestStringConvertible {
  let command: String
  let exit: Int32
  let message: String

  var testDescription: String { command }

  var arguments: [String] { command.split(separator: " ").map(String.init) }

  private init(_ command: String, _ exit: Int32, _ message: String) {
    self.command = command
    self.exit = exit
    self.message = message
  }

  static let unknownNames = [
    EntrySlip("contract show pear-2026", 1, "there is no contract 'pear-2026'; did you mean pair-2026?"),
    EntrySlip(
      "report month 2026-02 pear-2026", 1, "there is no contract 'pear-2026'; did you mean pair-2026?"),
    EntrySlip(
      "log 2026-W08 --contract pear-2026 web=1", 1,
      "there is no contract 'pear-2026'; did you mean pair-2026?"),
    EntrySlip("contract show zebra", 1, "there is no contract 'zebra'; there is pair-2026"),
    EntrySlip("log 2026-W08 --stream sbm web=1", 1, "there is no stream 'sbm'; did you mean smb?"),
    EntrySlip("log 2026-W08 enterprise/web=1", 1, "there is no stream 'enterprise'; there are smb"),
    EntrySlip("log 2026-W08 outbuond=1", 1, "there is no lead type 'outbuond'; did you mean outbound?"),
    EntrySlip("log 2026-W08 telepathy=1", 1, "there is no lead type 'telepathy'; there are outbound, web"),
    EntrySlip(
      "sign --as eve@acme.example --yes", 1,
      "eve@acme.example is not among those who sign; expected are ada@acme.example (Ada Li, marketing), "
        + "ben@acme.example (Ben Okafor, sales)"),
    EntrySlip(
      "contract show --for eve@acme.example", 1,
      "eve@acme.example is not among those who sign; expected are ada@acme.example (Ada Li, marketing), "
        + "ben@acme.example (Ben Okafor, sales)"),
    EntrySlip(
      "follow-up 2026-W07 contact=1/2", 1,
      "there is no commitment or measure 'contact' in the contract; did you mean contacted?"),
    EntrySlip(
      "revise --from 2026-Q3 --set web.win=30%", 64,
      "there is no metric 'win'; did you mean win-rate?"
    ),
    EntrySlip(
      "explain 2026-02/smb/web/leads-dew", 1,
      "there is no figure '2026-02/smb/web/leads-dew' in 'Pair, marketing and sales 2026: 2026-02'; "
        + "did you mean 2026-02/smb/web/leads-due or 2026-03/smb/web/leads-due or 2026-02/smb/web/leads-ratio?"
    ),
  ]

  static let impossibleTimes = [
    EntrySlip("log 2026-W54 web=1", 64, "'2026-W54' is not a week: 2026 has the weeks 2026-W01 to 2026-W53"),
    EntrySlip("log 2025-W53 web=1", 64, "'2025-W53' is not a week: 2025 has the weeks 2025-W01 to 2025-W52"),
    EntrySlip("log 2026-02-30 web=1", 64, "'2026-02-30' is not a day: 2026-02 has 28 days"),
    EntrySlip("log 2026-02-20..2026-02-30 web=1", 64, "'2026-02-30' is not a day: 2026-02 has 28 days"),
    EntrySlip(
      "report week 2026-W54", 64, "'2026-W54' is not a week: 2026 has the weeks 2026-W01 to 2026-W53"),
    EntrySlip("history --as-of 2026-02-30", 64, "'2026-02-30' is not a day: 2026-02 has 28 days"),
    EntrySlip("history --today 2026-02-30", 64, "'2026-02-30' is not a day: 2026-02 has 28 days"),
    EntrySlip(
      "log 2026-02-20..2026-02-10 web=1", 64,
      "'2026-02-20..2026-02-10' is not a span of days: its end lies before its start"),
    EntrySlip(
      "log 2026-W07 web=1 --today 2026-02-01", 64,
      "2026-W07 lies ahead of today, 2026-02-01; leads are logged once they are delivered"),
  ]

  static let impossibleCounts = [
    EntrySlip(
      "log 2026-W08 web=-5", 64,
      "-5 leads of smb/web: a count cannot be negative; to take leads back, use --correct with a reason"),
    EntrySlip(
      "log 2026-W07 web=-61 --correct --reason slip", 1,
      "2026-W07 has 60 leads of smb/web on record; a correction of -61 would leave fewer than none"),
    EntrySlip(
      "log 2026-W08 web=-1 --correct --reason slip", 1,
      "there is nothing on record for smb/web in 2026-W08 to correct"),
    EntrySlip(
      "log 2026-W08 web=9223372036854775808", 64,
      "'9223372036854775808' is not a number of leads of smb/web that leadpact can count; check the figure"),
    EntrySlip(
      "log 2026-W07 web=9223372036854775807 --correct --reason slip", 64,
      "'9223372036854775807' is not a number of leads of smb/web that leadpact can count; check the figure"),
    EntrySlip(
      "log 2026-W08 outbound=1 web=1.5", 64, "'1.5' is not a whole number of leads of smb/web, such as 212"),
    EntrySlip("log 2026-W08 web=", 64, "'' is not a whole number of leads of smb/web, such as 212"),
    EntrySlip("log 2026-W08 web=٣", 64, "'٣' is not a whole number of leads of smb/web, such as 212"),
    EntrySlip(
      "log 2026-W08 outbound=1 2026-W09 web=1", 64, "'2026-W09' is not TYPE=COUNT, such as outbound=80"),
  ]
}

/// A mistyped entry gets one line on stderr, the right exit code, and changes nothing.
@Suite struct EntryRefusalTests {
  @Test(arguments: EntrySlip.unknownNames)
  func `an unknown name is answered with the nearest`(slip: EntrySlip) async throws {
    try await check(slip)
  }

  @Test func `a lead type of several streams is answered with both`() async throws {
    let pair = try await PairSandbox.recorded()
    try await pair.leadpact("contract", "propose", "examples/acme-2026.yaml")
    #expect(
      try await pair.refusal(["log", "2026-W08", "--contract", "acme-2026", "outbound=1"])
        == Consequence(
          stderr: "leadpact: several streams have leads of the type 'outbound'; write enterprise/outbound or "
            + "smb/outbound, or name the stream\n",
          exit: 64))
  }

  @Test
  func `a file of follow-ups that contradicts itself is refused with the line, and nothing is recorded`()
    async throws
  {
    let pair = try await PairSandbox.recorded()
    try pair.write(
      "week,subject,met,due,score\n2026-W07,contacted,5,9,\n2026-W07,csat,,,4.5\n2026-W07,contacted,6,9,\n",
      to: "follow-ups.csv")
    let run = try await pair.refusal(["import", "follow-ups", "follow-ups.csv"])
    #expect(
      run.stderr.hasPrefix(
        "leadpact: follow-ups.csv:4: it says something else of contacted in 2026-W07 than line 2; keep the one that is right\n"
      ), "\(run)")
    #expect(run.exit == 2)
  }

  @Test(arguments: EntrySlip.impossibleTimes)
  func `a time that there is not is answered with what there is`(slip: EntrySlip) async throws {
    try await check(slip)
  }

  @Test(arguments: EntrySlip.impossibleCounts)
  func `a count that cannot be is answered with the remedy`(slip: EntrySlip) async throws {
    try await check(slip)
  }

  private func check(_ slip: EntrySlip) async throws {
    let pair = try await PairSandbox.recorded()
    #expect(
      try await pair.refusal(slip.arguments)
        == Consequence(stderr: "leadpact: \(slip.message)\n", exit: slip.exit)
    )
  }
}
