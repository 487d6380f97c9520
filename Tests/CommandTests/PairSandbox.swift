import Foundation
import Testing

/// A sandbox whose database holds the contract `examples/pair.yaml`.
struct PairSandbox {
  let sandbox: Sandbox

  private init(_ database: Data) throws {
    sandbox = try Sandbox()
    try database.write(to: self.database)
  }

  /// The contract, which nobody has signed yet.
  static func proposed() async throws -> PairSandbox { try PairSandbox(await proposal.value) }

  /// The contract, signed by both, and the leads of one week.
  static func recorded() async throws -> PairSandbox { try PairSandbox(await record.value) }

  var database: URL { sandbox.home.appendingPathComponent("acme.leadpact") }

  private static let proposal = Task {
    try await bytes(after: [["contract", "propose", "examples/pair.yaml"]])
  }

  private static let record = Task {
    try await bytes(after: [
      ["contract", "propose", "examples/pair.yaml"],
      ["sign", "--as", "ada@acme.example", "--yes"],
      ["sign", "--as", "ben@acme.example", "--yes"],
      ["log", "2026-W07", "web=60", "outbound=35"],
    ])
  }

  /// The database that `commands` make: each is made once for all tests.
  private static func bytes(after commands: [[String]]) async throws -> Data {
    let sandbox = try Sandbox()
    for arguments in commands {
      let consequence = try await Leadpact.run(arguments, in: sandbox)
      try #require(consequence.exit == 0, "\(consequence)")
    }
    return try Data(contentsOf: sandbox.home.appendingPathComponent("acme.leadpact"))
  }

  /// Runs a command that succeeds, and gives what it printed.
  @discardableResult
  func leadpact(_ arguments: String..., environment: [String: String] = [:]) async throws -> String {
    let consequence = try await Leadpact.run(arguments, environment: environment, in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
    return consequence.stdout
  }

  /// Runs a command, and checks that the home folder, the database in it too, stays as it was to the byte.
  func refusal(
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String = ""
  ) async throws -> Consequence {
    let before = try contents
    let consequence = try await Leadpact.run(arguments, environment: environment, input: input, in: sandbox)
    #expect(try contents == before)
    return consequence
  }

  /// The files of the home folder.
  var contents: [String: Data] {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path)
      let files = names.filter { $0 != "examples" }
        .map { ($0, sandbox.home.appendingPathComponent($0)) }
      return try Dictionary(uniqueKeysWithValues: files.map { ($0, try Data(contentsOf: $1)) })
    }
  }

  /// Writes a file into the home folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: sandbox.home.appendingPathComponent(name))
  }

  /// The contract file of the database.
  func contractFile() throws -> String {
    try String(contentsOf: sandbox.home.appendingPathComponent("examples/pair.yaml"), encoding: .utf8)
  }
}
