import Foundation
import Testing

/// A sandbox whose database holds the contract `examples/leads-2026.yaml`, signed, and the leads of its example export.
struct LeadsSandbox {
  let sandbox: Sandbox

  private init(_ database: Data) throws {
    sandbox = try Sandbox()
    try database.write(to: sandbox.home.appendingPathComponent("acme.leadpact"))
  }

  /// The contract, and no leads.
  static func signed() async throws -> LeadsSandbox { try LeadsSandbox(await agreement.value) }

  /// The contract and 14 leads.
  static func imported() async throws -> LeadsSandbox {
    let leads = try await signed()
    try await leads.leadpact("import", "leads", "examples/hubspot-contacts.csv")
    return leads
  }

  /// The database is made once for all tests.
  private static let agreement = Task {
    let sandbox = try Sandbox()
    for arguments in [
      ["contract", "propose", "examples/leads-2026.yaml", "--today", "2026-03-25"],
      ["sign", "--as", "ada@acme.example", "--yes", "--today", "2026-03-26"],
      ["sign", "--as", "ben@acme.example", "--yes", "--today", "2026-03-27"],
    ] {
      let consequence = try await Leadpact.run(arguments, in: sandbox)
      try #require(consequence.exit == 0, "\(consequence)")
    }
    return try Data(contentsOf: sandbox.home.appendingPathComponent("acme.leadpact"))
  }

  /// Runs a command that succeeds, and gives what it printed.
  @discardableResult
  func leadpact(_ arguments: String...) async throws -> String { try await leadpact(arguments) }

  /// Likewise, with the arguments in a list.
  @discardableResult
  func leadpact(_ arguments: [String]) async throws -> String {
    let consequence = try await Leadpact.run(arguments, in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
    return consequence.stdout
  }

  /// Writes a file into the home folder.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: sandbox.home.appendingPathComponent(name))
  }

  /// All bytes of the database, the journal of its changes included.
  func database() throws -> [UInt8] {
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path)
    return try names.filter { $0.hasPrefix("acme.leadpact") }
      .flatMap { try Data(contentsOf: sandbox.home.appendingPathComponent($0)) }
  }

  /// The head of the journal, and how many rows it accounts for.
  var state: String { get async throws { try await leadpact("verify") } }
}
