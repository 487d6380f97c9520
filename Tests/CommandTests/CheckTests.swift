import Foundation
import Testing

/// What cron, CI and webhooks get of a breach: data alone, and an exit code of its own.
@Suite struct CheckTests {
  @Test(arguments: ["text", "markdown", "json", "csv"])
  func `exits with 3 and says nothing on standard error`(format: String) async throws {
    let pair = try await PairSandbox.recorded()
    let breaches = try await pair.refusal(["check", "-O", format])
    #expect(breaches.exit == 3)
    #expect(breaches.stderr == "")
    #expect(breaches.stdout.contains("under target for 4 months in a row"))
    let none = try await pair.refusal(["check", "-O", format, "--only", "signature,overdue,capacity"])
    #expect(none.exit == 0)
    #expect(none.stderr == "")
    #expect(!none.stdout.isEmpty)
  }

  @Test func `exits with 3 too where the breaches go to a file`() async throws {
    let pair = try await PairSandbox.recorded()
    let consequence = try await Leadpact.run("check", "-o", "breaches.json", in: pair.sandbox)
    #expect(consequence == Consequence(exit: 3))
    let file = pair.sandbox.home.appendingPathComponent("breaches.json")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(contentsOf: file)) }
  }

  @Test func `a line is never wrapped, however narrow the terminal`() async throws {
    let pair = try await PairSandbox.recorded()
    let narrow = try await Leadpact.run(["check"], environment: ["COLUMNS": "20"], in: pair.sandbox)
    let wide = try await Leadpact.run(["check"], environment: ["COLUMNS": "500"], in: pair.sandbox)
    #expect(narrow == wide)
    #expect(narrow.stdout.split(separator: "\n").allSatisfy { $0.hasPrefix("pair-2026  ") })
  }

  @Test func `what cannot be looked at is no breach`() async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write("not a database", to: "other.leadpact")
    let consequence = try await Leadpact.run("check", "--database", "other.leadpact", in: pair.sandbox)
    #expect(consequence.exit == 2)
    #expect(consequence.stdout == "" && consequence.stderr.hasPrefix("leadpact: "))
  }
}
