import Foundation
import Testing

/// The quarterly review of leads beside the SQL that the benchmarks measure it by: two ways to the same figures.
@Suite struct ReviewBySQLTests {
  private static let queries = Repository.root.appendingPathComponent("Benchmarks/queries")

  private func sql(_ name: String) throws -> String {
    try String(contentsOf: Self.queries.appendingPathComponent("\(name).sqlite.sql"), encoding: .utf8)
  }

  /// What the hand-written SQL finds in the files, by key.
  private func asked(of data: GeneratedData, in sandbox: Sandbox) throws -> [String: String] {
    let database = try OutsideConnection(sandbox.home.appendingPathComponent("review.sqlite"))
    try database.run(sql("tables"))
    for (table, file) in [
      ("lead", "leads"), ("touch", "touches"), ("source", "sources"), ("workday", "workdays"),
    ] {
      let rows = try data.rows(of: "\(file).csv").map { row in
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        return "(\(fields.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ")))"
      }
      try database.run("INSERT INTO \(table) VALUES \(rows.joined(separator: ", "))")
    }
    try database.run(sql("indexes"))
    let query = try sql("quarter").trimmingCharacters(in: ["\n", ";"])
    let answers = try database.texts("SELECT key || '=' || value FROM (\n\(query)\n)")
    return Dictionary(
      uniqueKeysWithValues: Set(answers).map { answer in
        let parts = answer.split(separator: "=").map(String.init)
        return (parts[0], parts[1])
      })
  }

  /// What leadpact's review says of the same things.
  private func reviewed(_ data: GeneratedData, in sandbox: Sandbox) async throws -> [String: String] {
    func leadpact(_ arguments: String..., today: String = "2026-01-05") async throws -> String {
      let consequence = try await Leadpact.run(
        arguments, environment: ["LEADPACT_TODAY": today], in: sandbox)
      try #require(consequence.exit == 0, "\(arguments): \(consequence)")
      return consequence.stdout
    }
    func file(_ name: String) -> String { data.folder.appendingPathComponent(name).path }
    _ = try await leadpact("contract", "propose", file("contract.yaml"), today: "2024-12-15")
    for person in ["ada@acme.example", "ben@acme.example"] {
      _ = try await leadpact("sign", "--as", person, "--yes", today: "2024-12-15")
    }
    _ = try await leadpact("import", "leads", file("leads.csv"))
    _ = try await leadpact("import", "touches", file("touches.csv"))
    let review = try await leadpact("report", "quarter", "2025-Q4", "-O", "json")
    let json = try JSONSerialization.jsonObject(with: Data(review.utf8)) as? [String: Any]
    let figures = try #require(json?["figures"] as? [String: [String: Any]])
    let told =
      /2025-\d\d\/[^\/]+\/[^\/]+\/(leads-delivered|cohort-(sqls|opportunities|won|revenue))|2025-Q4\/(rep\/[^\/]+\/|follow-up-)(leads|contacted-(due|met)|\d-in-\d+-(due|met))/
    return figures.filter { $0.key.wholeMatch(of: told) != nil }.mapValues { "\($0["value"] ?? "")" }
  }

  @Test func `says of leads what hand-written SQL says`() async throws {
    let sandbox = try Sandbox()
    let data = try await GeneratedData("--leads", "20000", "--years", "1", in: sandbox)
    let own = try await reviewed(data, in: sandbox)
    let theirs = try asked(of: data, in: sandbox)
    #expect(own.count > 150)
    // What there is none of may be left out by either.
    let nothing: Set<String?> = [nil, "0", "0.00"]
    for key in Set(own.keys).union(theirs.keys) where own[key] != theirs[key] {
      #expect(
        nothing.contains(own[key]) && nothing.contains(theirs[key]),
        "\(key) is \(own[key] ?? "left out"), by SQL \(theirs[key] ?? "left out")")
    }
  }
}
