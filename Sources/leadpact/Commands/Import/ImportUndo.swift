import Agreement
import ArgumentParser
import Storage

struct ImportUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back an import of leads or touches, such as of a wrong file.",
    discussion: """
      leadpact import undo 1 --reason 'the export of another business unit'

      Its rows count for nothing from now on and stay on record; reports as of an earlier day still have them. Imports \
      are taken back newest first, since a later one did not store again what it found on record.
      """)

  @Argument(help: "The number of the import, as it was announced.") var number: Int
  @Option(help: "Why.") var reason: String
  @Option(
    help: "The contract; may be left out where there is only one, or one is set.", completion: .contracts)
  var contract: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let entries = try Entries(contract: contract, common, for: .recording(create: false))
    try entries.database.withdrawImport(
      number, reason: reason, for: entries.name, by: entries.person, at: entries.now)
    Terminal.tell("Import \(number) is withdrawn: \(reason)")
  }
}
