import Foundation
import Testing

/// `leadpact contract new` on a terminal.
@Suite struct ContractQuestionTests {
  private static let next = "Next: leadpact contract propose"

  /// The questions in their order, each with an answer.
  private static let answers = [
    ("Company [Acme]: ", "Müller & Co.\n"), ("Short name of the contract [müller-co-2026]: ", "\n"),
    ("Title, for people [Müller & Co., marketing and sales 2026]: ", "\"M\": # 合同 🚀\n"),
    ("Currency, by its ISO 4217 code [USD]: ", "euro\n"),
    ("'euro' is not a currency", "EUR\n"), ("First month of the term [2026-06]: ", "2027-13\n"),
    ("'2027-13' is not a month such as 2026-02\nFirst month of the term [2026-06]: ", "2027-01\n"),
    ("How long [12 months]: ", "24\n"), ("Head of marketing, name (such as Ada Li): ", "\n"),
    ("An answer is needed here, such as Ada Li.\n", "- Zoë \"Q\"\n"),
    ("Head of marketing, e-mail (such as ada@acme.example): ", "zoe@acme.example\n"),
    ("Head of sales, name (such as Ben Okafor): ", "李爱达\n"),
    ("Head of sales, e-mail (such as ben@acme.example): ", "ZOE@acme.example\n"),
    ("everyone signs once\n", "ben@acme.example\n"), ("First revenue stream", "Klein: & fein\n"),
    ("Short name of the stream [klein-fein]: ", "\n"), ("in a month [500,000]: ", "1.2M\n"),
    ("existing customers bring [0%]: ", "1/3\n"), ("Lead type 1, short name [website-form]: ", "\n"),
    ("Share of the new business [100%]: ", "60%\n"), ("MQL→SQL [34%]: ", "34\n"),
    ("did you mean 34%?\n", "0.34\n"), ("SQL→opportunity [82%]: ", "\n"), ("Win rate [23%]: ", "3/13\n"),
    ("Revenue of a won deal [2,000]: ", "0\n"), ("'0' is not an amount above 0", "1,500.50\n"),
    ("to the won deal [60 days]: ", "1\n"), ("Lead type 2, short name [outbound]: ", "website-form\n"),
    ("each has a name of its own\n", "\n"), ("Share of the new business [40%]: ", "50%\n"),
    ("'50%' is not a share of what is left: 40% at most\n", "\n"), ("MQL→SQL [50%]: ", "\n"),
    ("SQL→opportunity [85%]: ", "\n"), ("Win rate [22%]: ", "\n"), ("Revenue of a won deal [2,000]: ", "\n"),
    ("to the won deal [60 days]: ", "\n"),
  ]

  private func dialogue(_ end: (String, String)...) -> [(awaited: String, typed: String)] {
    (Self.answers + end).map { (awaited: $0.0, typed: $0.1) }
  }

  @Test func `asks until each answer can be read, shows the file, and writes what can be proposed`()
    async throws
  {
    let sandbox = try Sandbox()
    let run = try await PseudoTerminal().leadpact(
      "contract", "new", dialogue: dialogue(("Write it to [müller-co-2026.yaml]: ", "my contract.yaml\n")),
      in: sandbox)
    #expect(run.exit == 0, "\(run.screen)")
    #expect(run.screen.hasSuffix("Wrote my contract.yaml.\n\(Self.next) 'my contract.yaml'\n"))
    let text = try String(
      contentsOf: sandbox.home.appendingPathComponent("my contract.yaml"), encoding: .utf8)
    #expect(run.screen.contains("\n\(text)\nWrite it to"))
    for line in [
      "contract: müller-co-2026", "title: \"\\\"M\\\": # 合同 🚀\"", "term: 2027-01..2028-12", "currency: EUR",
      "  klein-fein:", "    title: \"Klein: & fein\"", "    quota: 1,200,000 per month", "    retention: 1/3",
      "        mql-to-sql: 0.34", "        win-rate: 3/13", "        average-order-value: 1,500.50",
      "        time-to-close: 1 day", "  - name: \"- Zoë \\\"Q\\\"\"", "  - name: 李爱达",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
    let proposed = try await Leadpact.run("contract", "propose", "my contract.yaml", in: sandbox)
    #expect(proposed.exit == 0)
    #expect(proposed.stdout.hasPrefix("Proposed version 1 of müller-co-2026, effective from 2027-01.\n"))
  }

  @Test func `replaces no file in silence`() async throws {
    let sandbox = try Sandbox()
    let there = sandbox.home.appendingPathComponent("there.yaml")
    try Data("mine\n".utf8).write(to: there)
    let run = try await PseudoTerminal().leadpact(
      "contract", "new", "-o", "there.yaml",
      dialogue: dialogue(
        ("Write it to [there.yaml]: ", "\n"), ("(another/overwrite) [another]: ", "maybe\n"),
        ("'maybe' is not one of another, overwrite", "\n"), ("Write it to [there.yaml]: ", "none/x.yaml\n"),
        (": No such file or directory; choose another file.\n", "there.yaml\n"),
        ("[another]: ", "over\n")), in: sandbox)
    #expect(run.exit == 0, "\(run.screen)")
    #expect(try String(contentsOf: there, encoding: .utf8).hasPrefix("# A contract between"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path).sorted() == [
        "examples", "there.yaml",
      ])
  }

  @Test func `asks for nothing that an option says`() async throws {
    let sandbox = try Sandbox()
    let run = try await PseudoTerminal().leadpact(
      "contract", "new", "--name", "a", "--title", "A", "--currency", "JPY", "--start", "2026-01", "--term",
      "12",
      "--marketing", "Ada <ada@a.example>", "--sales", "Ben <ben@a.example>", "--stream", "s", "--quota",
      "5M",
      "--retention", "0%",
      dialogue: [
        ("Lead type 1", "web\n"), ("[100%]: ", "\n"), ("MQL", "\n"), ("SQL→o", "\n"), ("Win", "\n"),
        ("won deal", "\n"), ("days", "\n"), ("Write it to [a.yaml]: ", "\n"),
      ],
      in: sandbox)
    #expect(run.exit == 0, "\(run.screen)")
    #expect(!run.screen.contains("Company"))
    #expect(try await Leadpact.run("contract", "propose", "a.yaml", in: sandbox).exit == 0)
  }

  @Test(arguments: ["\u{3}", "\u{4}"], ["Company", "Currency", "Head of sales, e-mail", "Write it to"])
  func `leaves nothing behind where one stops`(typed: String, question: String) async throws {
    let sandbox = try Sandbox()
    var dialogue = Self.answers.map { (awaited: $0.0, typed: $0.1) }
    if let place = dialogue.firstIndex(where: { $0.awaited.hasPrefix(question) }) {
      dialogue.removeSubrange(place...)
    }
    let run = try await PseudoTerminal().leadpact(
      "contract", "new", dialogue: dialogue + [(awaited: question, typed: typed)], in: sandbox)
    #expect(run.exit == 1)
    #expect(run.screen.hasSuffix("\nleadpact: stopped; nothing was written\n"), "\(run.screen.suffix(200))")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path) == ["examples"])
  }

  @Test func `asks nothing with --template, on a terminal too`() async throws {
    let sandbox = try Sandbox()
    let run = try await PseudoTerminal().leadpact("contract", "new", "--template", typing: "", in: sandbox)
    let piped = try await Leadpact.run("contract", "new", in: sandbox)
    #expect(run.exit == 0)
    #expect(run.screen == piped.stdout)
    #expect(piped.stderr == "")
  }

  @Test func `off a terminal it writes the file that is asked for, unless it is there`() async throws {
    let sandbox = try Sandbox()
    let first = try await Leadpact.run("contract", "new", "-o", "a.yaml", in: sandbox)
    #expect(first == Consequence(stderr: "\(Self.next) a.yaml\n"))
    let again = try await Leadpact.run("contract", "new", "-o", "a.yaml", in: sandbox)
    #expect(
      again
        == Consequence(
          stderr: "leadpact: a.yaml is there already; remove it, or choose another name with -o\n", exit: 1))
  }
}
