import Agreement
import Foundation
import Storage
import Testing

/// `leadpact-bench generate`, which the benchmarks take their data from.
@Suite struct GeneratedDataTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func leadpact(_ arguments: String..., database: String) async throws -> Consequence {
    let consequence = try await Leadpact.run(
      arguments, environment: ["LEADPACT_DB": database, "LEADPACT_TODAY": "2026-01-05"], in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
    return consequence
  }

  private func sign(_ contract: String, in data: GeneratedData, database: String, on day: String) async throws
  {
    let file = data.folder.appendingPathComponent(contract).path
    _ = try await leadpact("contract", "propose", file, "--today", day, database: database)
    for person in ["ada@acme.example", "ben@acme.example"] {
      _ = try await leadpact("sign", "--as", person, "--yes", "--today", day, database: database)
    }
  }

  @Test func `writes the same bytes from the same seed, on every machine`() async throws {
    let data = try await GeneratedData("--leads", "3000", in: sandbox)
    let digests = try data.files.map { "\(Digest(hashing: try data.bytes(of: $0)).hex.prefix(16)) \($0)" }
    #expect(
      digests == [
        "0bcdcc673cd7a4e9 contract.yaml",
        "703ca83e4d549dcc counts-contract.yaml",
        "b5fcda02a6d69e8b counts.csv",
        "b7abc1c33af54405 counts.journal",
        "f7dc07d65f6fd0a4 leads.csv",
        "bf719c832f88ab62 sources.csv",
        "77b85f33a5d3208b touches.csv",
        "b272668f476af5b9 workdays.csv",
      ])
  }

  @Test func `writes other leads from another seed`() async throws {
    let one = try await GeneratedData("--leads", "300", "--years", "1", in: sandbox)
    let other = try await GeneratedData("--leads", "300", "--years", "1", "--seed", "7", in: sandbox)
    for file in ["leads.csv", "touches.csv", "counts.csv"] {
      #expect(try one.rows(of: file) != other.rows(of: file), "\(file)")
    }
    #expect(try one.bytes(of: "contract.yaml") == other.bytes(of: "contract.yaml"))
  }

  @Test func `ends histories of any length in the same leads and counts`() async throws {
    let short = try await GeneratedData("--leads", "2000", "--years", "1", in: sandbox)
    let long = try await GeneratedData("--leads", "2000", "--years", "3", in: sandbox)
    let leads = try (short: short.rows(of: "leads.csv"), long: long.rows(of: "leads.csv"))
    #expect(leads.short.count == 200)
    #expect(leads.long.count == 600)
    #expect(leads.short == leads.long.suffix(200))
    let late = try (short: short.rows(of: "counts.csv"), long: long.rows(of: "counts.csv"))
    #expect(late.short.dropFirst(5).elementsEqual(late.long.suffix(late.short.count - 5)))
  }

  @Test func `numbers leads and touches upwards in the order of their time`() async throws {
    let data = try await GeneratedData("--leads", "5000", in: sandbox)
    let leads = try data.rows(of: "leads.csv").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let touches = try data.rows(of: "touches.csv").map { $0.split(separator: ",") }
    #expect(leads.count == 5_000)
    #expect(touches.count.magnitude > 4 * leads.count.magnitude)
    for (rows, at) in [(leads, 3), (touches, 2)] {
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0[0] < $1[0] && $0[at] <= $1[at] })
    }
    let known = Set(leads.map { $0[0] })
    #expect(touches.allSatisfy { known.contains($0[1]) })
  }

  @Test func `makes leads and touches that leadpact imports and reviews`() async throws {
    let data = try await GeneratedData("--leads", "1000", in: sandbox)
    let database = sandbox.home.appendingPathComponent("leads.leadpact").path
    try await sign("contract.yaml", in: data, database: database, on: "2015-12-15")
    func file(_ name: String) -> String { data.folder.appendingPathComponent(name).path }
    let leads = try await leadpact("import", "leads", file("leads.csv"), database: database)
    #expect(leads.stdout.contains("1,000 records added, 0 changed"), "\(leads)")
    let count = try data.rows(of: "touches.csv").count
    let touches = try await leadpact("import", "touches", file("touches.csv"), database: database)
    #expect(touches.stdout.contains("\(count.grouped) touches added, 0 changed"), "\(touches)")
    let review = try await leadpact("report", "quarter", "2025-Q4", database: database)
    #expect(review.stdout.contains("4 business hours"), "\(review)")
  }

  @Test func `makes counts that leadpact imports and reviews`() async throws {
    let data = try await GeneratedData("--scale", "1/10", "--years", "1", in: sandbox)
    let database = sandbox.home.appendingPathComponent("counts.leadpact").path
    try await sign("counts-contract.yaml", in: data, database: database, on: "2024-12-15")
    _ = try await leadpact(
      "import", "deliveries", data.folder.appendingPathComponent("counts.csv").path, database: database)
    let rows = try await leadpact("log", "--list", "-O", "csv", database: database)
    #expect(rows.stdout.split(separator: "\n").count == (try data.rows(of: "counts.csv").count + 1))
    let review = try await leadpact("report", "quarter", "2025-Q4", database: database)
    #expect(review.stdout.contains("unit-02"), "\(review)")
  }

  @Test(arguments: [
    ["--scale", "0"], ["--scale", "1/0"], ["--scale", "a tenth"], ["--scale", "1/2/3"], ["--years", "0"],
    ["--years", "11"], ["--leads", "0"],
  ])
  func `refuses sizes that there are not`(_ size: [String]) async throws {
    let folder = sandbox.home.appendingPathComponent("none").path
    let consequence = try await GeneratedData.run(["generate"] + size + [folder], in: sandbox)
    #expect(consequence.exit == 64, "\(consequence)")
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
