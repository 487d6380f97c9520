import Foundation
import Testing

/// Messages with texts of others in them: errors, notes, and what a command says that it did.
@Suite struct HostileMessageTests {
  /// Commands that are refused, `$TEXT` being hostile.
  private static let refused: [[String]] = [
    ["$TEXT"], ["log", "$TEXT", "web=1"], ["log", "2026-W08", "$TEXT=1"], ["log", "2026-W08", "web=$TEXT"],
    ["log", "2026-W08", "--stream=$TEXT", "web=1"], ["log", "2026-W08", "web=1", "--today=$TEXT"],
    ["log", "2026-W07", "--contract=$TEXT", "web=1"], ["follow-up", "2026-W07", "$TEXT=1/2"],
    ["outcome", "2026-02", "web:$TEXT=1"], ["sign", "--as=$TEXT", "--yes"],
    ["sign", "--as=x$TEXT@acme.example", "--yes"],
    ["sign", "--as", "ada@acme.example", "--yes", "--key=$TEXT"], ["report", "month", "$TEXT"],
    ["report", "month", "2026-02", "-o", "/nowhere/$TEXT.html"],
    ["report", "month", "2026-02", "-o", "x.$TEXT"],
    ["report", "quarter", "--lang=$TEXT"], ["explain", "--", "$TEXT"], ["lead", "--", "$TEXT"],
    ["plan", "--what-if=$TEXT=1"], ["plan", "--short=$TEXT=4"],
    ["check", "--only=$TEXT"],
    ["import", "leads", "$TEXT.csv"], ["import", "leads", "there.csv", "--map=$TEXT=x"],
    ["import", "leads", "there.csv", "--map=external-id=$TEXT"], ["import", "deliveries", "bad$TEXT.csv"],
    ["import", "archive", "$TEXT"], ["import", "leads", "there.csv", "--mapping=$TEXT"],
    ["contract", "propose", "$TEXT.yaml"], ["contract", "propose", "bad$TEXT.yaml"],
    ["contract", "show", "--", "$TEXT"],
    ["backup", "nowhere/$TEXT"], ["export", "nowhere/$TEXT"], ["history", "--database=$TEXT"],
    ["verify", "--since=$TEXT"], ["config", "get", "--", "$TEXT"], ["config", "set", "user", "--$TEXT"],
    ["dispute", "reject", "--reason=x", "--", "$TEXT"], ["history", "--nothing-like-$TEXT"],
  ]

  @Test(arguments: refused)
  func `an error tells what was given, and obeys none of it`(words: [String]) async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write("id,at\n1,2\n", to: "there.csv")
    for text in HostileText.forTerminals {
      for file in ["bad\(text).csv", "bad\(text).yaml"]
      where words.joined().contains("bad") {
        try pair.write(
          "week,lead-type,count\n2026-W54,\(HostileBooks.quoted(text)),\"\(text.filter { $0 != "\"" })\"\n",
          to: file)
      }
      let run = try await pair.refusal(words.map { $0.replacing("$TEXT", with: text) })
      #expect(
        run.exit != 0 && run.stderr.hasPrefix("leadpact: ") || run.stderr.hasPrefix("Error: "), "\(run)")
      #expect(HarmlessOutput(run.stdout).complaints == [], "\(run)")
      #expect(HarmlessOutput(run.stderr).complaints == [], "\(run.stderr.debugDescription)")
    }
  }

  /// Commands that do something, and say so.
  private static let done: [[String]] = [
    ["log", "2026-W08", "web=1", "--user=$TEXT"],
    ["follow-up", "2026-W08", "contacted=1/2", "--rep=$TEXT"],
    ["review", "2026-Q1", "--keep", "--reason=$TEXT"],
    ["sign", "--as", "ben@acme.example", "--decline", "--reason=$TEXT", "--yes"],
    ["backup", "copy$TEXT"], ["export", "out$TEXT"], ["contract", "certificate", "-o", "seal$TEXT"],
    ["config", "set", "user", "--", "$TEXT"], ["config", "get", "user"],
    ["import", "deliveries", "counts$TEXT.csv"], ["import", "deliveries", "counts$TEXT.csv", "--dry-run"],
    ["contract", "propose", "pair$TEXT.yaml", "--dry-run"], ["import", "list"],
  ]

  @Test(arguments: HostileText.forTerminals)
  func `what was done is told in lines of ours`(text: String) async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write("week,lead-type,count\n2026-W09,web,4\n", to: "counts\(text).csv")
    try pair.write(try pair.contractFile() + "# more\n", to: "pair\(text).yaml")
    for words in Self.done {
      let run = try await Leadpact.run(words.map { $0.replacing("$TEXT", with: text) }, in: pair.sandbox)
      #expect(HarmlessOutput(run.stdout).complaints == [], "\(words): \(run.stdout.debugDescription)")
      #expect(HarmlessOutput(run.stderr).complaints == [], "\(words): \(run.stderr.debugDescription)")
    }
  }

  @Test func `a command to copy is one that names no other program`() async throws {
    let sandbox = try Sandbox()
    let file = sandbox.home.appendingPathComponent("logged.yaml")
    try Data(HostileBooks.contract(named: HostileBooks.logged, isFromLeads: false).utf8).write(to: file)
    let run = try await Leadpact.run("contract", "propose", "logged.yaml", in: sandbox)
    let name = "'\(HostileBooks.logged)'"
    let email = "'$(id);'\\''=p0@acme.example'"
    #expect(run.stdout.contains("  leadpact sign \(name) --as \(email)\n"), "\(run)")
  }
}
