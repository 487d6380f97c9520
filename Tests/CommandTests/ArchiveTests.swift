import Foundation
import Testing

@Suite struct ArchiveTests {
  /// A database to export, and the reports to compare.
  enum Original: String, Sendable, CaseIterable {
    case year, leads

    func make() async throws -> Sandbox {
      switch self {
      case .year:
        let sandbox = try Sandbox()
        let kept = try await Leadpact.run("demo", "--keep", "acme.leadpact", in: sandbox)
        try #require(kept.exit == 0, "\(kept)")
        return sandbox
      case .leads:
        let leads = try await LeadsSandbox.imported()
        try await leads.leadpact("import", "leads", "examples/hubspot-deals.csv")
        try await leads.leadpact(
          "import", "touches", "examples/activities.csv", "--map",
          "lead=Contact ID,at=Activity date,kind=Activity type,rep=Assigned to,id=Activity ID",
          "--save-mapping",
          "calls")
        try await leads.leadpact(
          "dispute", "reject", "2013", "--reason", "=a student, \"no\" budget", "--user", "ben@acme.example")
        try await leads.leadpact("import", "undo", "3", "--reason", "+of another team\nand old")
        return leads.sandbox
      }
    }

    var reports: [[String]] {
      switch self {
      case .year:
        [
          ["report", "quarter", "2026-Q3"], ["report", "quarter", "2026-Q1"], ["report", "month", "2026-05"],
          ["report", "week", "2026-W20"], ["plan"], ["rates", "2026-Q1"], ["check"], ["standup"],
        ]
      case .leads:
        [
          ["report", "quarter", "2026-Q2"], ["report", "month", "2026-04"], ["overdue"], ["rates"],
          ["standup"],
          ["lead", "2013"], ["lead", "2003"], ["history"], ["import", "list"],
        ]
      }
    }

    var today: String { self == .year ? "2026-10-06" : "2026-05-15" }
  }

  private func run(_ arguments: [String], today: String = "2026-10-06", in sandbox: Sandbox) async throws
    -> Consequence
  {
    try await Leadpact.run(arguments, environment: ["LEADPACT_TODAY": today], in: sandbox)
  }

  @Test(arguments: Original.allCases, [[], ["-O", "jsonl"], ["--raw"]])
  func `what is exported and put back says what it said, to the byte`(original: Original, options: [String])
    async throws
  {
    let sandbox = try await original.make()
    let exported = try await run(["export", "first"] + options, in: sandbox)
    try #require(exported.exit == 0, "\(exported)")
    let restored = try await run(["import", "archive", "first", "--database", "restored.db"], in: sandbox)
    try #require(restored.exit == 0, "\(restored)")
    let sound = try await run(["verify", "--database", "restored.db"], in: sandbox)
    #expect(sound.stdout.hasPrefix("Nothing was altered: "), "\(sound)")
    #expect(try await sound == run(["verify"], in: sandbox))
    _ = try await run(["export", "second", "--database", "restored.db"] + options, in: sandbox)
    #expect(try contents(of: "second", in: sandbox) == contents(of: "first", in: sandbox))
    for report in original.reports {
      let before = try await run(report + ["-O", "json"], today: original.today, in: sandbox)
      let after = try await run(
        report + ["-O", "json", "--database", "restored.db"], today: original.today, in: sandbox)
      #expect([0, 3].contains(before.exit), "\(report): \(before)")
      #expect(after == before, "\(report)")
    }
  }

  @Test func `an export as of an earlier day is put back as it was known then`() async throws {
    let sandbox = try await Original.year.make()
    let exported = try await run(["export", "then", "--as-of", "2026-04-30"], in: sandbox)
    try #require(exported.exit == 0, "\(exported)")
    let restored = try await run(["import", "archive", "then", "--database", "then.db"], in: sandbox)
    try #require(restored.exit == 0, "\(restored)")
    let report = ["report", "quarter", "2026-Q1", "-O", "csv", "--today", "2026-05-01"]
    let then = try await run(report + ["--database", "then.db"], in: sandbox)
    #expect(then.exit == 0 && then.stdout.count > 1_000)
    #expect(try await run(report + ["--as-of", "2026-04-30"], in: sandbox) == then)
  }

  /// What is altered in an archive, and what is said of it.
  struct Alteration: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let place: String
    var testDescription: String { "\(file): \(new)" }
  }

  @Test(arguments: [
    Alteration(
      file: "deliveries.csv", old: ",60,logged", new: ",61,logged",
      place: "archive/deliveries.csv:2: it is not what the journal of the archive says"),
    Alteration(
      file: "versions.csv", old: "Pair, marketing", new: "Pear, marketing", place: "archive/versions.csv:2: "),
    Alteration(
      file: "journal.csv", old: "ada@acme.example,log", new: "ben@acme.example,log",
      place: "archive/journal.csv:5: entry 4 was altered"),
    Alteration(
      file: "journal-rows.csv", old: #"""count"":60"#, new: #"""count"":61"#,
      place: "archive/journal-rows.csv:40: a row of entry 4 was altered"),
    Alteration(
      file: "journal-rows.csv", old: "\n4,delivery,1", new: "\n4,delivery,one",
      place: "archive/journal-rows.csv:39: "
    ),
    Alteration(
      file: "journal-rows.csv", old: "\n4,delivery,1", new: "\n4,deliveries,1",
      place: "archive/journal-rows.csv:39: there is no table 'deliveries'"),
    Alteration(
      file: "manifest.json", old: "\"journal_entries\" : 4", new: "\"journal_entries\" : 5",
      place: "archive/journal.csv: it does not end in the entry that the manifest names"),
    Alteration(
      file: "reviews.csv", old: "entry\n", new: "entry\n\n", place: "archive/reviews.csv:2: "),
  ])
  func `what was altered is named, and nothing is put back`(alteration: Alteration) async throws {
    let pair = try await PairSandbox.recorded()
    try await pair.leadpact("export", "archive")
    let file = pair.sandbox.home.appending(path: "archive/\(alteration.file)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let altered = text.replacingOccurrences(of: alteration.old, with: alteration.new)
    try #require(altered != text)
    try altered.write(to: file, atomically: true, encoding: .utf8)
    let refused = try await run(["import", "archive", "archive", "--database", "new.db"], in: pair.sandbox)
    #expect(refused.exit == 2)
    #expect(refused.stdout == "")
    #expect(refused.stderr.hasPrefix("leadpact: \(alteration.place)"), "\(refused.stderr)")
    #expect(refused.stderr.contains("nothing was put back"))
    let history = try await run(["history", "--database", "new.db"], in: pair.sandbox)
    #expect(history.stdout.contains("Nothing has been recorded yet."))
  }

  @Test func `a file that is missing or a last line that is cut off is noticed`() async throws {
    let pair = try await PairSandbox.recorded()
    try await pair.leadpact("export", "archive")
    let file = pair.sandbox.home.appending(path: "archive/journal.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    try (lines.dropLast().joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    let cut = try await run(["import", "archive", "archive", "--database", "new.db"], in: pair.sandbox)
    #expect(cut.exit == 2)
    #expect(cut.stderr.contains("no entry of the journal has the number 4"))
    try FileManager.default.removeItem(at: file)
    let missing = try await run(["import", "archive", "archive", "--database", "new.db"], in: pair.sandbox)
    #expect(missing.exit == 1)
    #expect(missing.stderr.contains("cannot read archive/journal.csv"))
  }

  @Test func `what was counted in one database can be read into another with the same contract`() async throws
  {
    let sandbox = try await Original.year.make()
    for table in ["deliveries", "outcomes", "follow-ups"] {
      let exported = try await run(["export", "--table", table], in: sandbox)
      try exported.stdout.write(
        to: sandbox.home.appending(path: "\(table).csv"), atomically: true, encoding: .utf8)
    }
    let contract = try OutsideConnection(sandbox.home.appending(path: "acme.leadpact"))
      .texts("SELECT text FROM version WHERE number = 1")
    try contract[0].write(
      to: sandbox.home.appending(path: "contract.yaml"), atomically: true, encoding: .utf8)
    var steps: [[String]] = [["contract", "propose", "contract.yaml"]]
    for table in ["deliveries", "outcomes", "follow-ups"] { steps.append(["import", table, "\(table).csv"]) }
    for step in steps {
      let done = try await run(step + ["--database", "other.db"], in: sandbox)
      try #require(done.exit == 0, "\(step): \(done)")
    }
    let report = ["report", "quarter", "2026-Q1", "-O", "csv"]
    let figures = try await run(report, in: sandbox).stdout
    #expect(figures.count > 1_000)
    #expect(try await run(report + ["--database", "other.db"], in: sandbox).stdout == figures)
    for step in steps.dropFirst() {
      let again = try await run(step + ["--database", "other.db"], in: sandbox)
      #expect(
        again.exit == 0
          && (again.stdout.contains("nothing new") || again.stdout.contains("0 added, 0 changed")), "\(again)"
      )
    }
  }

  private func contents(of folder: String, in sandbox: Sandbox) throws -> [String: Data] {
    let folder = sandbox.home.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 17)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }
}
