import Foundation
import Testing

/// Names, reasons, ids and people that are SQL, HTML, Markdown, escape sequences or formulas come out as the texts that
/// they are, in every format of every document.
@Suite struct HostileTextTests {
  /// Each command that writes a document; `$LEAD` stands for a lead, `$FIGURE` for a figure's key.
  static let documents: [[String]] = [
    ["contract", "list"], ["contract", "show", HostileBooks.logged],
    ["contract", "show", HostileBooks.fromLeads],
    ["contract", "show", HostileBooks.logged, "--for", HostileBooks.email(1)],
    ["contract", "status", HostileBooks.logged],
    [
      "revise", HostileBooks.logged, "--from", "2026-Q3", "--set",
      "\(HostileBooks.stream(0))/\(HostileBooks.type(0)).win-rate=40%", "--source", "measured <b>=1",
      "--dry-run",
    ],
    ["plan", HostileBooks.logged, "--for-period", "2026-03"],
    ["plan", HostileBooks.logged, "--for-period", "2026-03", "--what-if", "win-rate=+2pt"],
    ["plan", HostileBooks.logged, "--for-period", "2026-02", "--solve", "mix,rate,quota"],
    ["standup", HostileBooks.logged], ["standup", HostileBooks.fromLeads], ["standup"],
    ["overdue", HostileBooks.fromLeads], ["rates", HostileBooks.fromLeads],
    ["report", "week", "2026-W07", HostileBooks.logged], ["report", "month", "2026-02", HostileBooks.logged],
    ["report", "month", "2026-05", HostileBooks.fromLeads],
    ["report", "quarter", "2026-Q2", HostileBooks.logged, HostileBooks.fromLeads],
    ["report", "quarter", "2026-Q2", HostileBooks.logged, "--compare"],
    ["report", "month", "2026-05", HostileBooks.fromLeads, "--lang", "zh-Hant"],
    ["lead", "--contract", HostileBooks.fromLeads, "$LEAD"], ["dispute", "list", HostileBooks.fromLeads],
    ["import", "list", "--contract", HostileBooks.fromLeads], ["history"],
    ["log", "2026-W07", "--contract", HostileBooks.logged, "--list"],
    ["check", HostileBooks.logged], ["check", HostileBooks.fromLeads],
    [
      "explain", "2026-02/\(HostileBooks.stream(2))/\(HostileBooks.type(2))/leads-delivered", "--contract",
      HostileBooks.logged,
    ],
    [
      "explain", "2026-05/\(HostileBooks.stream(0))/\(HostileBooks.type(0))/leads-delivered", "--contract",
      HostileBooks.fromLeads, "--all",
    ],
  ]

  private static let formats = ["text", "markdown", "html", "json", "csv"]

  @Test(arguments: documents)
  func `a document shows them and obeys none`(words: [String]) async throws {
    let books = try await HostileBooks.copied()
    let ids = words.contains("$LEAD") ? try await HostileBooks.leadIDs(in: books.sandbox) : [""]
    let leads = stride(from: 0, to: ids.count, by: 9).map { ids[$0] }
    for lead in leads {
      for format in Self.formats {
        let options = words.filter { $0 != "$LEAD" } + ["-O", format] + (lead.isEmpty ? [] : ["--", lead])
        let run = try await Leadpact.run(options, in: books.sandbox)
        #expect(run.exit == 0 || words[0] == "check" && run.exit == 3, "\(run.stderr)")
        #expect(!run.stdout.isEmpty)
        #expect(HarmlessOutput(run.stdout).complaints(as: format) == [], "\(options)")
        #expect(HarmlessOutput(run.stderr).complaints == [], "\(options)")
      }
    }
  }

  /// What is shown of each text in a document that has all of them: nothing is left out for being hostile.
  @Test func `nothing is left out`() async throws {
    let books = try await HostileBooks.copied()
    let json = try await Leadpact.run(
      "contract", "show", HostileBooks.logged, "-O", "json", in: books.sandbox)
    let object = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8))
    let told = strings(in: object).map { Array($0.unicodeScalars.filter { !$0.properties.isWhitespace }) }
    for text in HostileText.all {
      let signs = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace })
      #expect(told.contains { $0.contains(signs) }, "\(text.debugDescription)")
    }
  }

  private func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let object as [String: Any]: object.values.flatMap(strings)
    default: []
    }
  }

  @Test func `what is not asked for as a spreadsheet's is there as it is`() async throws {
    let books = try await HostileBooks.copied()
    let words = ["dispute", "list", HostileBooks.fromLeads, "-O", "csv"]
    let tame = try await Leadpact.run(words, in: books.sandbox).stdout
    let raw = try await Leadpact.run(words + ["--raw"], in: books.sandbox).stdout
    #expect(HarmlessOutput(tame).complaints(as: "csv") == [])
    #expect(HarmlessOutput(raw).complaints(as: "csv") != [])
    #expect(HarmlessOutput.rows(raw).count == HarmlessOutput.rows(tame).count)
  }

  @Test(arguments: [["-O", "json"], ["-O", "markdown"], ["-o", "x.html"], []])
  func `raw text is for CSV alone`(options: [String]) async throws {
    let books = try await HostileBooks.copied()
    let run = try await Leadpact.run(["history", "--raw"] + options, in: books.sandbox)
    #expect(
      run == Consequence(stderr: "leadpact: --raw goes with CSV; add -O csv, or leave it out\n", exit: 64))
  }

  @Test(arguments: ["csv", "jsonl"])
  func `an export is harmless too, and comes back to the letter`(format: String) async throws {
    let books = try await HostileBooks.copied()
    let exported = try await Leadpact.run("export", "out", "-O", format, in: books.sandbox)
    #expect(exported.exit == 0, "\(exported)")
    let folder = books.sandbox.home.appendingPathComponent("out")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(format)
    {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let cells =
        format == "csv" ? HarmlessOutput(text).complaints(as: "csv") : HarmlessOutput(text).complaints
      // What a text has a line for, a quoted cell has too.
      #expect(cells.filter { !$0.hasPrefix("line: FORGED") } == [], "\(name)")
    }
    let back = try await Leadpact.run(
      "import", "archive", "out", environment: ["LEADPACT_DB": "back.leadpact"], in: books.sandbox)
    #expect(back.exit == 0, "\(back)")
    let ids = try await HostileBooks.leadIDs(in: books.sandbox)
    let others = try await Leadpact.run(
      "export", "--table", "leads", "-O", "jsonl", environment: ["LEADPACT_DB": "back.leadpact"],
      in: books.sandbox)
    #expect(ids.count == HostileText.all.count && others.stdout.split(separator: "\n").count == ids.count)
  }

  @Test func `the database is whole, and no text has become SQL`() async throws {
    let books = try await HostileBooks.copied()
    let verified = try await Leadpact.run("verify", in: books.sandbox)
    #expect(verified.exit == 0, "\(verified)")
    let leads = try await Leadpact.run("export", "--table", "leads", in: books.sandbox)
    #expect(HarmlessOutput.rows(leads.stdout).count == HostileText.all.count + 1)
  }

  @Test func `a certificate's files are harmless, and its commands are words to a shell`() async throws {
    let books = try await HostileBooks.copied()
    let run = try await Leadpact.run(
      "contract", "certificate", HostileBooks.logged, "-o", "seal", in: books.sandbox)
    #expect(run.exit == 0 && HarmlessOutput(run.stdout).complaints == [], "\(run)")
    let folder = books.sandbox.home.appendingPathComponent("seal")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "contract.txt"
    {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(HarmlessOutput(text).complaints == [], "\(name)")
    }
    let canonical = try String(contentsOf: folder.appendingPathComponent("contract.txt"), encoding: .utf8)
    #expect(canonical.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(canonical.unicodeScalars.allSatisfy { !$0.properties.isBidiControl })
  }

  @Test(arguments: [
    ["log", "--", "--contract", "3", "0", "leadpact", "log", "--contract", ""],
    ["lead", "--", "positional@0", "2", "0", "leadpact", "lead", ""],
    ["follow-up", "--", "--rep", "3", "0", "leadpact", "follow-up", "--rep", ""],
    ["sign", "--", "--as", "3", "0", "leadpact", "sign", "--as", ""],
    [
      "explain", "--", "positional@0", "4", "8", "leadpact", "explain", "--contract", HostileBooks.logged,
      "2026-02/",
    ],
  ])
  func `a shell is offered nothing that it would run, nor a terminal obey`(request: [String]) async throws {
    let books = try await HostileBooks.copied()
    for shell in ["bash", "zsh", "fish"] {
      let run = try await Leadpact.run(
        ["---completion"] + request, environment: ["SAP_SHELL": shell], in: books.sandbox)
      #expect(run.exit == 0 && !run.stdout.isEmpty)
      #expect(HarmlessOutput(run.stdout).complaints == [], "\(shell)")
      guard shell == "bash" else { continue }
      for offer in run.stdout.split(separator: "\n") {
        let bare = String(String.UnicodeScalarView(offer.unicodeScalars.filter { $0.value < 0x300 }))
        #expect(bare.replacing(#/\\./#, with: "").firstMatch(of: #/[$`;&|<>(){}'"*?~! ]/#) == nil, "\(offer)")
      }
    }
  }

  @Test func `on a terminal only our own colours are obeyed`() async throws {
    let books = try await HostileBooks.copied()
    for words in [["report", "month", "2026-05", HostileBooks.fromLeads], ["history"]] {
      let run = try await PseudoTerminal(columns: 120).leadpact(
        words + ["--no-pager"], typing: "", environment: ["NO_COLOR": "", "TERM": "xterm-256color"],
        in: books.sandbox)
      #expect(run.exit == 0)
      let plain = run.screen.replacing(#/\u{1B}\[[0-9;]*m/#, with: "").replacing("\r\n", with: "\n")
      #expect(plain != run.screen && HarmlessOutput(plain).complaints == [], "\(words)")
    }
  }
}
