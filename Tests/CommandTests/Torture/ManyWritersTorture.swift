import Foundation
import TestSupport
import Testing

/// Many commands at once on one file: each entry is there once, and nobody sees half of anything.
@Suite struct ManyWritersTorture {
  private static let writers = 16
  private static let entries = Torture.rounds * 2 / 5

  @Test func `write, while others report, back up and verify`() async throws {
    let sandbox = try Sandbox()
    try prepare(sandbox)
    for command in [
      ["contract", "propose", "many.yaml"], ["sign", "--as", "ada@acme.example", "--yes"],
      ["sign", "--as", "ben@acme.example", "--yes"],
    ] {
      let consequence = try await Leadpact.run(command, in: sandbox)
      try #require(consequence.exit == 0, "\(consequence)")
    }

    async let reports = shell(Self.reading, in: sandbox)
    async let copies = shell(Self.copying, in: sandbox)
    async let verdicts = shell(Self.verifying, in: sandbox)
    let writing = try await withThrowingTaskGroup(of: Consequence.self) { group in
      for writer in 1...Self.writers {
        group.addTask {
          try await shell(
            "while read day; do leadpact log $day t\(writer)=1 >>log-\(writer) || exit 1; done <days",
            in: sandbox)
        }
      }
      return try await group.reduce(into: [Consequence]()) { $0.append($1) }
    }
    try Data().write(to: sandbox.home.appendingPathComponent("stop"))
    for consequence in try await writing + [reports, copies, verdicts] {
      #expect(consequence == Consequence())
    }
    try await check(sandbox)
  }

  /// Where a machine is busy with much else, the usual 5 s may be too short for one of 16 writers.
  private static let settings = ["LEADPACT_TODAY": "2026-12-31", "LEADPACT_BUSY_TIMEOUT": "60000"]

  /// Each goes on until it is told to stop, or nobody is left to tell it.
  private static let goOn = "[ ! -e stop ] && kill -0 $PPID 2>/dev/null"
  private static let reading = """
    n=0
    while \(goOn); do
      n=$((n + 1))
      leadpact report quarter 2026-Q$((n % 4 + 1)) -O json >report-$n.json || exit 1
    done
    """
  private static let copying = """
    n=0
    while \(goOn); do
      n=$((n + 1))
      leadpact backup copy-$n.leadpact 2>&1 >copied || { cat copied; exit 1; }
      leadpact verify --database copy-$n.leadpact >copied || exit 1
    done
    """
  private static let verifying = "while \(goOn); do leadpact verify >verified || exit 1; done"

  /// The contract with a lead type for each writer, and the days of which they log a lead.
  private func prepare(_ sandbox: Sandbox) throws {
    let types = (1...Self.writers).map { number in
      """
            t\(number):
              share: \(number == 1 ? 10 : 6)%
              mql-to-sql: 50%
              sql-to-opportunity: 80%
              win-rate: 25%
              average-order-value: 2,000
              time-to-close: 30 days

      """
    }
    let pair = try String(
      contentsOf: sandbox.home.appendingPathComponent("examples/pair.yaml"), encoding: .utf8)
    let first = try #require(pair.range(of: "      web:\n"))
    let end = try #require(pair.range(of: "sales:\n"))
    let text = pair[..<first.lowerBound] + types.joined() + pair[end.lowerBound...]
    try Data(text.utf8).write(to: sandbox.home.appendingPathComponent("many.yaml"))
    let days = (0..<Self.entries).map { number in
      // Over all four quarters, whatever the number of entries.
      let month = number * 12 / Self.entries + 1
      let day = number - (Self.entries * (month - 1) + 11) / 12 + 1
      return String(format: "2026-%02d-%02d", month, day)
    }
    try #require(Set(days).count == Self.entries)
    try Data((days.joined(separator: "\n") + "\n").utf8).write(
      to: sandbox.home.appendingPathComponent("days"))
  }

  private func shell(_ script: String, in sandbox: Sandbox) async throws -> Consequence {
    let program = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", script],
      environment: sandbox.environment.merging(Self.settings) { $1 }, folder: sandbox.home)
    return try await program.consequence(in: sandbox, limit: .seconds(900))
  }

  private func check(_ sandbox: Sandbox) async throws {
    let all = Self.writers * Self.entries
    let outside = try OutsideConnection(sandbox.home.appendingPathComponent("acme.leadpact"))
    #expect(try outside.texts("SELECT count(*) FROM delivery") == ["\(all)"])
    #expect(
      try outside.texts("SELECT DISTINCT count(*) FROM delivery GROUP BY lead_type, first_day") == ["1"])
    #expect(try outside.texts("SELECT max(seq) - 3 FROM journal") == ["\(all)"])
    let verdict = try await Leadpact.run("verify", in: sandbox)
    #expect(verdict.exit == 0, "\(verdict.stderr)")

    // Each report adds up to what was on record when its journal ended as it says.
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path)
    let reports = names.filter { $0.hasPrefix("report-") }
    for name in reports {
      let text = try String(contentsOf: sandbox.home.appendingPathComponent(name), encoding: .utf8)
      let head = try #require(text.firstMatch(of: /Journal head: ([0-9a-f]{64})/), "\(name)").1
      let number = try #require(Int(name.dropFirst("report-".count).prefix { $0 != "." }))
      let quarter = number % 4 + 1
      let figures = text.matches(of: /"2026-Q\d\/smb\/t\d+\/leads-delivered"[^}]*?"value": ?"?(\d+)/)
      #expect(figures.count == Self.writers, "\(name)")
      let told = figures.compactMap { Int($0.1) }.reduce(0, +)
      let recorded = try outside.texts(
        """
        SELECT count(*)
        FROM delivery
        WHERE seq <= (SELECT seq FROM journal WHERE hash = '\(head)')
          AND (CAST(substr(first_day, 6, 2) AS INTEGER) + 2) / 3 = \(quarter)
        """)
      #expect(recorded == ["\(told)"], "\(name)")
    }
    #expect(!reports.isEmpty)
    let copies = names.filter { $0.hasPrefix("copy-") && $0.hasSuffix(".leadpact") }.count
    Torture.tell(
      "writers: \(all) entries by \(Self.writers) writers beside \(reports.count) reports and \(copies) copies"
    )
  }
}
