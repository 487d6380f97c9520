import Foundation
import Testing

/// A contract file with something wrong in it, and the line that says so.
struct ContractSlip: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let edits: [(old: String, new: String)]
  let message: String

  private init(_ name: String, _ edits: (old: String, new: String)..., says message: String) {
    self.testDescription = name
    self.edits = edits
    self.message = message
  }

  static let all = [
    ContractSlip(
      "shares that do not add up", ("share: 40%", "share: 30%"),
      says: "12:5: lead-types: the shares of 'smb' add up to 90%, not 100% (outbound 30%, web 60%)"),
    ContractSlip(
      "a rate of 0", ("win-rate: 25%", "win-rate: 0%"),
      says: "17:19: win-rate: '0%' is not a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3"),
    ContractSlip(
      "a rate above 100 %", ("win-rate: 25%", "win-rate: 125%"),
      says: "17:19: win-rate: '125%' is not a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3"),
    ContractSlip(
      "a negative quota", ("quota: 100,000", "quota: -100,000"),
      says: "9:12: quota: '-100,000' is not a quota: what sales must win is 0 or more"),
    ContractSlip(
      "an unknown key", ("retention:", "retension:"),
      says: "10:5: unknown key 'retension'; did you mean retention?"),
    ContractSlip(
      "a wrong type", ("holidays: [2026-01-01]", "holidays: 2026-01-01"),
      says:
        "6:11: holidays: here is a single value where a list is due: items after '- ', or between [ and ]"),
    ContractSlip(
      "a word for a number", ("leads-per-rep: 100", "leads-per-rep: many"),
      says: "30:29: leads-per-rep: 'many' is not a number of leads a month, above 0, such as 120"),
    ContractSlip(
      "a day that is none", ("holidays: [2026-01-01]", "holidays: [2026-02-30]"),
      says: "6:12: holidays: '2026-02-30' is not a day: 2026-02 has 28 days"),
    ContractSlip(
      "a tab", ("term:", "\tterm:"),
      says: "4:1: here is a tab; YAML indents with blanks only"),
    ContractSlip(
      "a duplicate lead type", ("      outbound:", "      web:"),
      says: "20:7: the lead type 'web' is there twice (first on line 13); rename one or remove it"),
    ContractSlip(
      "a duplicate stream",
      ("sales:", "  smb: {quota: 1 per month, lead-types: {}}\nsales:"),
      says: "27:3: the stream 'smb' is there twice (first on line 8); rename one or remove it"),
    ContractSlip(
      "a duplicate signatory", ("ben@acme.example", "ada@acme.example"),
      says: "40:12: email: ada@acme.example is there twice; everyone signs once"),
    ContractSlip(
      "an end before its start", ("2026-01..2026-12", "2026-12..2026-01"),
      says: "4:7: term: '2026-12..2026-01' is not a span of months: its end lies before its start"),
    ContractSlip(
      "a version that begins after the term", ("currency:", "effective: 2027-06\ncurrency:"),
      says: "5:12: effective: 2027-06 lies outside the term 2026-01..2026-12; choose a month of the term"),
    ContractSlip(
      "a currency that is none", ("currency: USD", "currency: USX"),
      says: "5:11: currency: 'USX' is not a currency of ISO 4217 such as UGX, USD, USN"),
  ]
}

/// What is wrong with a contract file is said with its place and what would be right, and nothing is recorded.
@Suite struct ContractFileRefusalTests {
  @Test(arguments: ContractSlip.all)
  func `says what is wrong, where, and what is right`(slip: ContractSlip) async throws {
    let pair = try await PairSandbox.recorded()
    var text = try pair.contractFile()
    for edit in slip.edits {
      let place = try #require(text.range(of: edit.old))
      text.replaceSubrange(place, with: edit.new)
    }
    try pair.write(text, to: "bad.yaml")
    let refusal = try await pair.refusal(["contract", "propose", "bad.yaml"])
    #expect(refusal == Consequence(stderr: "leadpact: bad.yaml:\(slip.message)\n", exit: 2))
    #expect(try await pair.refusal(["contract", "propose", "bad.yaml", "--dry-run"]) == refusal)
  }

  @Test(arguments: [
    "contract: \"pair\nterm: 2026-01..2026-12\n", "contract: [pair\n", "a: b: c\n", "- {\n",
    "contract: &a *a\n",
    "\u{0}", "contract: pair\n---\ncontract: pair\n", "just words", "[]", "~",
  ])
  func `what is not YAML, or no mapping, gets a place and no stack trace`(text: String) async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write(text, to: "bad.yaml")
    let refusal = try await pair.refusal(["contract", "propose", "bad.yaml"])
    #expect(refusal.exit == 2)
    #expect(refusal.stdout == "")
    let lines = refusal.stderr.split(separator: "\n")
    #expect(lines[0].hasPrefix("leadpact: bad.yaml:"))
    #expect(lines[0].firstMatch(of: /bad\.yaml:[0-9]+:[0-9]+: ./) != nil, "\(refusal.stderr)")
  }

  @Test func `lists everything that is wrong at once, in the order of the file`() async throws {
    let pair = try await PairSandbox.recorded()
    let text = try pair.contractFile()
      .replacing("currency: USD", with: "currency: USX")
      .replacing("win-rate: 25%", with: "win-rate: lots")
      .replacing("within: 24 hours", with: "within: soon")
    try pair.write(text, to: "bad.yaml")
    let refusal = try await pair.refusal(["contract", "propose", "bad.yaml"])
    let places = refusal.stderr.split(separator: "\n").map { line in
      line.replacing("leadpact: ", with: "").split(separator: ":")[1]
    }
    #expect(places == ["5", "17", "28"])
    #expect(refusal.exit == 2)
  }

  @Test func `a file that is not there could not be read`() async throws {
    let pair = try await PairSandbox.recorded()
    #expect(
      try await pair.refusal(["contract", "propose", "none.yaml"])
        == Consequence(stderr: "leadpact: cannot read none.yaml: No such file or directory\n", exit: 1)
    )
  }

  @Test func `a refused first proposal makes no database`() async throws {
    let sandbox = try Sandbox()
    let refusal = try await Leadpact.run("contract", "propose", "-", input: "contract: x\n", in: sandbox)
    #expect(refusal.exit == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path) == ["examples"])
  }

  @Test func `versions that overlap one that everyone signed are refused`() async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write(
      try pair.contractFile().replacing("share: 90%", with: "share: 91%"), to: "second.yaml")
    #expect(
      try await pair.refusal(["contract", "propose", "second.yaml"])
        == Consequence(
          stderr:
            "leadpact: it would take effect in 2026-01, but version 1, signed by everyone, holds from 2026-01; "
            + "choose a later month: effective: 2026-02 or after\n",
          exit: 1
        )
    )
  }
}
