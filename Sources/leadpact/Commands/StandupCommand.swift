import Agreement
import ArgumentParser
import Reporting
import Storage

struct StandupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standup",
    abstract: "Show how things stand today on one screen: owed, delivered, pace, breaches, overdue leads.",
    discussion: """
      leadpact standup
      leadpact standup acme-2026 --today 2026-05-15
      leadpact standup -o standup.md

      Where there are several contracts and none is named, or several are, there is a line for each.
      """)

  @Argument(help: "The contract's name, or several; may be left out.") var names: [String] = []
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let database = try common.open(for: .reading)
    let sources = try database.reading {
      try contracts(in: database).map { try database.source(of: $0, asOf: nil) }
    }
    let standpoint = try common.standpoint()
    let provenance = sources.first?.provenance ?? Provenance()
    let standups = try sources.map { try Standup(of: $0.ledger, from: standpoint) }
    if let standup = standups.first, standups.count == 1 {
      return try output.write(standup.document(provenance))
    }
    try output.write(StandupTable(standups).document(provenance))
  }

  /// The contracts that are named, each once, else all.
  private func contracts(in database: Database) throws -> [Name] {
    let known = try database.contractNames()
    guard !names.isEmpty, !known.isEmpty else {
      return known.isEmpty ? [try database.contractName(names.first)] : known
    }
    var contracts: [Name] = []
    for name in try names.map({ try database.contractName($0) }) where !contracts.contains(name) {
      contracts.append(name)
    }
    return contracts
  }
}
