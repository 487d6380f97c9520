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
      leadpact standup --lang zh-Hant
      """)

  @Argument(help: "The contract's name; may be left out where there is only one.") var name: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let language = try language.language()
    let database = try common.open(for: .reading)
    let (ledger, provenance) = try database.reading {
      try database.source(of: database.contractName(name), asOf: nil)
    }
    try output.write(Standup(of: ledger, from: common.standpoint(), in: language).document(provenance))
  }
}
