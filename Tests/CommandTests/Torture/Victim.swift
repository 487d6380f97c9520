import Foundation
import TestSupport
import Testing

/// A kind of command that is killed at a random moment.
enum Victim: CaseIterable {
  case log, correct, followUp, outcome, importLeads, importTouches, propose, sign, backup, upgrade

  /// A command, ready to run, that has not been run before.
  struct Command {
    let arguments: [String]
    /// The database that it changes, in the home folder.
    let database: String
  }

  /// Writes what a command needs, and spells it out; `number` is another one each time, from 1 on.
  func command(_ number: Int, in books: VictimBooks) async throws -> Command {
    switch self {
    case .log:
      let day = books.days[(number - 1) / 2 % books.days.count]
      return Command(
        arguments: ["log", day, "\(number % 2 == 0 ? "web" : "outbound")=1"], database: "acme.leadpact")
    case .correct:
      return Command(
        arguments: ["log", "2026-W07", "web=1", "--correct", "--reason", "number \(number)"],
        database: "acme.leadpact")
    case .followUp:
      return Command(
        arguments: ["follow-up", "2026-W07", "contacted=\(number % 90)/95", "csat=4.\(number % 10)"],
        database: "acme.leadpact")
    case .outcome:
      return Command(
        arguments: ["outcome", "2026-02", "web:sqls=30,opportunities=24,won=6,revenue=\(12_000 + number)"],
        database: "acme.leadpact")
    case .importLeads:
      let rows = (0..<VictimBooks.importedRows).map { row in
        "v\(number)-\(row),Marketing Qualified Lead,2026-04-02 16:30,Direct Traffic,Eve Wu,40,2026-04-15 09:30"
      }
      let header =
        "Record ID - Contact,Lifecycle Stage,Became a Marketing Qualified Lead Date,Original Traffic Source,"
        + "Contact owner,Number of Employees,Last Modified Date"
      try books.write(([header] + rows).joined(separator: "\n"), to: "leads-\(number).csv")
      return Command(
        arguments: ["import", "leads", "leads-\(number).csv", "--layout", "hubspot"] + books.leads,
        database: "leads.leadpact")
    case .importTouches:
      let rows = (0..<VictimBooks.importedRows).map { "v\(number)-\($0),2001,Call,2026-04-01 10:15,Eve Wu" }
      try books.write(
        (["Activity ID,Contact ID,Activity type,Activity date,Assigned to"] + rows).joined(separator: "\n"),
        to: "touches-\(number).csv")
      let map = "lead=Contact ID,at=Activity date,kind=Activity type,rep=Assigned to,id=Activity ID"
      return Command(
        arguments: ["import", "touches", "touches-\(number).csv", "--map", map] + books.leads,
        database: "leads.leadpact")
    case .propose:
      return Command(
        arguments: ["contract", "propose", try books.draft("draft-\(number)")] + books.drafts,
        database: "drafts.leadpact")
    case .sign:
      try await books.run(["contract", "propose", try books.draft("text-\(number)")] + books.drafts)
      return Command(
        arguments: ["sign", "text-\(number)", "--as", "ada@acme.example", "--yes"] + books.drafts,
        database: "drafts.leadpact")
    case .backup:
      return Command(arguments: ["backup", "copy-\(number).leadpact"], database: "acme.leadpact")
    case .upgrade:
      let name = "old-\(number).leadpact"
      let released = ReleasedDatabase.older[number % ReleasedDatabase.older.count]
      try OutsideConnection(books.file(name)).run(released.sql)
      return Command(
        arguments: ["log", "2026-W09", "web=1", "--contract", "pair-2026", "--database", name], database: name
      )
    }
  }
}

/// The databases that commands are killed over, in one home folder.
struct VictimBooks: Sendable {
  /// How many rows a file has that is imported.
  static let importedRows = 150

  let sandbox: Sandbox
  let leads = ["--database", "leads.leadpact"]
  let drafts = ["--database", "drafts.leadpact"]

  /// Days of which no count is on record.
  let days = [1, 3, 4].flatMap { month in (1...30).map { "2026-0\(month)-\($0 < 10 ? "0" : "")\($0)" } }

  /// Makes the databases.
  init() async throws {
    sandbox = try await PairSandbox.recorded().sandbox
    let agreed = try await LeadsSandbox.imported().sandbox
    try FileManager.default.copyItem(
      at: agreed.home.appendingPathComponent("acme.leadpact"), to: file("leads.leadpact"))
    try await run(["contract", "propose", "examples/minimal.yaml"] + drafts)
  }

  func file(_ name: String) -> URL { sandbox.home.appendingPathComponent(name) }

  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: file(name)) }

  /// The file of a contract that has not been proposed yet.
  func draft(_ name: String) throws -> String {
    let text = try String(contentsOf: file("examples/pair.yaml"), encoding: .utf8)
    try write(text.replacingOccurrences(of: "pair-2026", with: name), to: "draft.yaml")
    return "draft.yaml"
  }

  /// Runs a command that succeeds, and gives what it printed.
  @discardableResult
  func run(_ arguments: [String]) async throws -> String {
    let consequence = try await Leadpact.run(arguments, in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
    return consequence.stdout
  }

  /// Runs a command and kills it after so many seconds, unless it has ended; gives its exit code, 137 where it was killed.
  func run(_ arguments: [String], killedAfter seconds: Double) async throws -> Consequence {
    let timeout = ChildProcess(
      executable: URL(fileURLWithPath: "/usr/bin/timeout"),
      arguments: ["-s", "KILL", String(format: "%.4f", seconds), Repository.binary.path] + arguments,
      environment: sandbox.environment,
      folder: sandbox.home
    )
    return try await timeout.consequence(in: sandbox)
  }

  /// The journal of a database: for each entry its hash, action and number of rows.
  func journal(of database: String) throws -> [String] {
    try OutsideConnection(file(database))
      .texts("SELECT hash || ' ' || action || ' ' || rows FROM journal ORDER BY seq")
  }
}
