import Agreement
import ArgumentParser
import Foundation
import Reporting
import Storage
import Testing

@testable import leadpact

/// Whatever a report shows, `explain` answers for, by the key and with the value that the report's JSON gives it.
@Suite struct ExplainEveryFigureTests {
  /// A report, and what `explain` is told beside the key.
  private struct Case {
    let report: [String]
    var options: [String] = []
  }

  /// What a report's JSON says of its figures.
  private struct Shown: Decodable {
    struct Figure: Decodable {
      let value: Scalar
      let formula: String
      let computation: String
    }
    let figures: [String: Figure]
    var title: String?
    var formula: String?
    var computation: String?
    var clause: String?
  }

  /// A value of JSON: a whole number, text or nothing.
  private enum Scalar: Decodable, Equatable {
    case number(Int)
    case text(String)
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  /// What of a key decides in which reports its figure may stand.
  private struct Place: Hashable {
    let contract: Name?
    let scope: ExplainableReports.Scope
  }

  /// What a figure is of, without the period and the names.
  private func shape(_ key: String) -> String {
    let parts = key.split(separator: "/")
    return "\(parts[0].count) \(parts.count) \(parts[parts.count - 1])"
  }

  /// Explains each key that the cases' JSON names, as the command does; the command itself only few.
  private func check(_ cases: [Case], in sandbox: Sandbox, today: String) async throws {
    let file = sandbox.home.appendingPathComponent("acme.leadpact").path
    var shapes: Set<String> = []
    var count = 0
    for item in cases {
      let consequence = try await Leadpact.run(item.report + ["-O", "json", "--today", today], in: sandbox)
      try #require([0, 3].contains(consequence.exit), "\(item.report): \(consequence)")
      let shown = try JSONDecoder().decode(Shown.self, from: Data(consequence.stdout.utf8)).figures
      let options = item.options + ["--today", today, "--database", file, "--lang", "en"]
      let explained = try explanations(of: shown.keys.sorted(), options: options)
      for (key, figure) in shown.sorted(by: { $0.key < $1.key }) {
        let answer = try #require(explained[key], "\(item.report) \(key)")
        #expect(answer.value == figure.value, "\(item.report) \(key)")
        #expect(!answer.formula.isEmpty && !answer.computation.isEmpty, "\(key)")
      }
      count += shown.count
      // One key of a report is asked of the built command, another one of each.
      guard let key = shown.keys.sorted().first(where: { shapes.insert(shape($0)).inserted }) else {
        continue
      }
      let told = try await Leadpact.run(
        ["explain", key, "-O", "json", "--today", today] + item.options, in: sandbox)
      try #require(told.exit == 0, "\(item.report) \(key): \(told)")
      let answer = try JSONDecoder().decode(Shown.self, from: Data(told.stdout.utf8))
      #expect(answer.figures[key]?.value == shown[key]?.value, "\(item.report) \(key)")
      #expect(answer.title == key)
      for words in [answer.formula, answer.computation, answer.clause] {
        #expect(words?.isEmpty == false, "\(key)")
      }
    }
    #expect(count > 50)
  }

  /// What `explain` finds under each key: of keys that stand in the same reports, these are made once.
  private func explanations(of keys: [String], options: [String]) throws -> [String: Shown.Figure] {
    let any = try Explain.parse(["any"] + options)
    let database = try any.common.open(for: .reading)
    let known = try database.contractNames()
    var places: [Place: [String]] = [:]
    for key in keys {
      let (contract, rest) = Explain.parted(key, among: known)
      places[Place(contract: contract, scope: ExplainableReports.Scope(of: rest)), default: []].append(key)
    }
    var explained: [String: Shown.Figure] = [:]
    for (place, keys) in places {
      var wanted = Set(keys)
      try Explain.parse([keys[0]] + options).explaining(in: database) { contract, reports in
        #expect(contract == place.contract)
        let told = { (key: String) in contract.map { "\($0)/\(key)" } ?? key }
        try reports.forEach { document in
          guard document.figures.contains(where: { wanted.contains(told($0.key.description)) }) else {
            return true
          }
          let json = try JSONDecoder().decode(
            Shown.self, from: Data(document.rendered(as: .json).utf8)
          ).figures
          for (key, figure) in json {
            if wanted.remove(told(key)) != nil { explained[told(key)] = figure }
          }
          return !wanted.isEmpty
        }
      }
    }
    return explained
  }

  private static let solve = ["plan", "--solve", "mix,rate,quota"]

  @Test func `of logged counts`() async throws {
    let pair = try await PairSandbox.recorded()
    try await pair.leadpact("log", "2026-01-01..2026-01-31", "web=250", "outbound=100")
    try await pair.leadpact("log", "2026-W19", "web=41", "outbound=20")
    try await pair.leadpact("follow-up", "2026-02", "contacted=50/57", "csat=4.4")
    try await pair.leadpact("outcome", "2026-01", "web:sqls=120,opportunities=96,won=24,revenue=48,000")
    let whatIf = ["--what-if", "web/win-rate=+2pt,quota=-10%"]
    let short = ["--short", "web=12"]
    try await check(
      [
        Case(report: ["report", "quarter", "2026-Q1"]),
        Case(report: ["report", "quarter", "2026-Q2", "--compare"]),
        Case(report: ["report", "month", "2026-02", "--compare", "2026-01"]),
        Case(report: ["report", "week", "2026-W19", "--compare", "2026-W07"]),
        Case(report: ["plan"]), Case(report: ["plan"] + whatIf, options: whatIf),
        Case(report: Self.solve + ["--for-period", "2026-Q1"]), Case(report: Self.solve),
        Case(report: Self.solve + short, options: short), Case(report: ["standup"]), Case(report: ["check"]),
        Case(report: ["overdue"]), Case(report: ["rates"]), Case(report: ["rates", "2026-Q1"]),
      ], in: pair.sandbox, today: "2026-05-15")
  }

  @Test func `of leads`() async throws {
    let leads = try await LeadsSandbox.imported()
    try await leads.leadpact(
      "import", "touches", "examples/activities.csv", "--map",
      "lead=Contact ID,at=Activity date,kind=Activity type,id=Activity ID")
    try await check(
      [
        Case(report: ["report", "quarter", "2026-Q2"]), Case(report: ["report", "month", "2026-04"]),
        Case(report: ["plan", "--for-period", "2026-Q2"], options: ["--for-period", "2026-Q2"]),
        Case(report: ["standup"]), Case(report: ["check"]), Case(report: ["overdue"]),
        Case(report: ["rates"]),
      ], in: leads.sandbox, today: "2026-05-15")
  }

  @Test func `of several contracts`() async throws {
    let pair = try await PairSandbox.recorded()
    let second = try pair.contractFile().replacing("contract: pair-2026", with: "contract: twin-2026")
    try pair.write(second, to: "twin.yaml")
    try await pair.leadpact("contract", "propose", "twin.yaml")
    try await pair.leadpact("log", "--contract", "twin-2026", "2026-W07", "web=10")
    try await check(
      [
        Case(report: ["report", "quarter", "2026-Q1", "--all"]),
        Case(
          report: ["report", "month", "2026-03", "pair-2026", "--compare", "twin-2026"],
          options: ["--contract", "pair-2026"]),
        Case(report: ["standup"]), Case(report: ["check"]),
      ], in: pair.sandbox, today: "2026-05-15")
  }

  @Test func `of the contract that a key begins with, before the one that --contract names`() async throws {
    let pair = try await PairSandbox.recorded()
    let second = try pair.contractFile().replacing("contract: pair-2026", with: "contract: twin-2026")
    try pair.write(second, to: "twin.yaml")
    try await pair.leadpact("contract", "propose", "twin.yaml")
    let key = "pair-2026/2026-02/smb/web/leads-delivered"
    let told = try await pair.leadpact("explain", key, "--contract", "twin-2026", "-O", "json")
    let shown = try JSONDecoder().decode(Shown.self, from: Data(told.utf8))
    #expect(shown.figures[key]?.value == .number(60))
  }

  @Test func `of the sample year`() async throws {
    let sandbox = try Sandbox()
    let kept = try await Leadpact.run(
      "demo", "--keep", sandbox.home.appendingPathComponent("acme.leadpact").path, in: sandbox)
    try #require(kept.exit == 0)
    let whatIf = ["--what-if", "aov=-3%,mid-market/quota=+50k,small-business/time-to-close=-15d"]
    try await check(
      [
        Case(report: ["report", "quarter", "2026-Q3", "--compare"]),
        Case(report: ["report", "quarter", "--compare", "previous"]),
        Case(report: ["report", "month", "2026-08"]), Case(report: ["report", "week", "2026-W30"]),
        Case(report: ["plan"]), Case(report: ["plan"] + whatIf, options: whatIf),
        Case(report: Self.solve + ["--for-period", "2026-Q3"]), Case(report: ["standup"]),
        Case(report: ["check"]), Case(report: ["rates"]),
      ], in: sandbox, today: "2026-10-15")
  }
}
