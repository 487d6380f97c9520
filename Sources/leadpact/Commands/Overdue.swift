import Agreement
import ArgumentParser
import Reporting
import Storage

struct Overdue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overdue",
    abstract: "List the leads past first contact or a step of the cadence, worst first.",
    discussion: """
      leadpact overdue
      leadpact overdue acme-2026 --rep 'Eve Wu' --limit 20
      leadpact overdue -O csv -o overdue.csv

      With --today, the day that it stands for is taken to be over.
      """)

  @Argument(
    help: "The contract's name; may be left out where there is only one, or one is set.",
    completion: .contracts)
  var name: String?
  @Option(help: "Only the leads of this rep.", completion: .reps) var rep: String?
  @Option(help: "Only so many leads, the worst.") var limit: Int?
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let limit, limit < 1 { throw Failure.usage("--limit \(limit) shows nothing; give 1 or more") }
    let database = try common.open(for: .reading)
    let (ledger, provenance) = try database.reading {
      try database.source(of: database.contractName(name), asOf: nil)
    }
    let known = ledger.reps
    let rep = try rep.map { try known.isEmpty ? $0 : known.rep(named: $0) }
    let report = try OverdueReport(of: ledger, from: common.standpoint(), rep: rep, limit: limit)
    try output.write(report.document(provenance))
  }
}

extension Ledger {
  /// The reps that leads are given to, by name.
  var reps: [String] { Set(placedLeads.compactMap(\.lead.facts.rep)).sorted() }
}

extension [String] {
  /// The one of these reps that is called `name`, in whichever case where only one is.
  ///
  /// - Throws: `UnknownName`.
  func rep(named name: String) throws(UnknownName) -> String {
    if contains(name) { return name }
    let alike = filter { $0.lowercased() == name.lowercased() }
    guard let only = alike.first, alike.count == 1 else { throw UnknownName("rep", name, among: self) }
    return only
  }
}
