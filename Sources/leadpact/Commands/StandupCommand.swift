import Agreement
import ArgumentParser
import Exchange
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
      leadpact standup --lang zh-Hant

      Where there are several contracts and none is named or set, or several are, there is a line for each.
      """)

  @Argument(help: "The contract's name, or several; may be left out.", completion: .contracts)
  var names: [String] = []
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let language = try language.language()
    let database = try common.open(for: .reading)
    let standpoint = try common.standpoint()
    let (ledgers, provenance) = try database.reading {
      let ledgers = try contracts(in: database).map { try database.dailyLedger(of: $0, on: standpoint.day) }
      return (ledgers, try database.provenance(asOf: nil))
    }
    let standups = try ledgers.map { try Standup(of: $0, from: standpoint, in: language) }
    if let standup = standups.first, standups.count == 1 {
      return try output.write(standup.document(provenance))
    }
    try output.write(StandupTable(standups, in: language).document(provenance))
  }

  /// The contracts that are named, each once, else the one that is set, else all.
  private func contracts(in database: Database) throws -> [Name] {
    let known = try database.contractNames()
    guard !names.isEmpty, !known.isEmpty else {
      let isOne = try known.isEmpty || Settings.current().found(.contract) != nil
      return isOne ? [try database.contractName(names.first)] : known
    }
    var contracts: [Name] = []
    for name in try names.map({ try database.contractName($0) }) where !contracts.contains(name) {
      contracts.append(name)
    }
    return contracts
  }
}
