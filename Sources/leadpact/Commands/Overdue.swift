import Agreement
import ArgumentParser
import Reporting
import Storage

struct Overdue: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the leads past first contact or a step of the cadence, worst first.",
    discussion: """
      leadpact overdue
      leadpact overdue acme-2026 --rep 'Eve Wu' --limit 20
      leadpact overdue -O csv -o overdue.csv

      With --today, the day that it stands for is taken to be over.
      """)

  @Argument(help: "The contract's name; may be left out where there is only one.") var name: String?
  @Option(help: "Only the leads of this rep.") var rep: String?
  @Option(help: "Only so many leads, the worst.") var limit: Int?
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let limit, limit < 1 { throw Failure.usage("--limit \(limit) shows nothing; give 1 or more") }
    let database = try common.open(for: .reading)
    let (ledger, provenance) = try database.reading {
      try database.source(of: database.contractName(name), asOf: nil)
    }
    let report = try OverdueReport(of: ledger, from: common.standpoint(), rep: rep, limit: limit)
    if let rep, report.all.isEmpty, !ledger.reps.isEmpty, !ledger.reps.contains(rep) {
      throw UnknownName("rep", rep, among: ledger.reps)
    }
    try output.write(report.document(provenance))
  }
}

extension Ledger {
  /// The reps that leads are given to, by name.
  var reps: [String] { Set(placedLeads.compactMap(\.lead.facts.rep)).sorted() }
}
