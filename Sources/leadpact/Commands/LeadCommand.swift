import Agreement
import ArgumentParser
import Reporting
import Storage

struct LeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead", abstract: "Show all that is on record for one lead.",
    discussion: """
      leadpact lead 00Q5e00000AbCdE
      leadpact lead 4711 --as-of 2026-03-31

      What became of it, whether it counts and why, what was done about it, and each change that an import made.
      """)

  @Argument(help: "The lead's name in the system that it comes from.", completion: .leads) var id: String
  @Option(
    help: "The contract; may be left out where there is only one, or one is set.", completion: .contracts)
  var contract: String?
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let today = try common.reportDay(asOf: asOf.day())
    let database = try common.open(for: .reading)
    let asOf = try asOf.day()
    let document = try database.reading {
      let name = try database.contractName(contract)
      let ledger = try database.knownLedger(of: name, asOf: asOf, only: .one(id))
      let history = try database.leadHistory(of: name, lead: id, asOf: asOf)
      guard let sheet = LeadSheet(id, of: ledger, history: history.map(LeadSheet.Change.init), today: today)
      else {
        throw Self.absence(of: id, history: history, near: try database.leadIDs(of: name, near: id))
      }
      return sheet.document(try database.provenance(asOf: asOf))
    }
    try output.write(document)
  }

  /// Why there is no such lead.
  private static func absence(of id: String, history: [LeadSnapshot], near: [String]) -> any Error {
    if let last = history.last, let reason = last.withdrawn {
      return Failure.couldNot(
        "what was on record for lead '\(id)' came with import \(last.record.mark.number), which was withdrawn: "
          + "\(reason)")
    }
    if case .deal(let number)? = history.last?.record.key.part {
      return Failure.couldNot(
        "deal \(number) is no lead of its own any more: a later file names the lead that it came of")
    }
    return DisputeRefusal.noSuchLead(id, near: near)
  }
}

extension LeadSheet.Change {
  init(_ snapshot: LeadSnapshot) {
    self.init(
      record: snapshot.record, file: snapshot.file, line: snapshot.line, withdrawn: snapshot.withdrawn)
  }
}
