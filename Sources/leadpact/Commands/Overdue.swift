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
    let standpoint = try common.standpoint()
    let document = try database.reading {
      let name = try database.contractName(name)
      let ledger = try database.dailyLedger(of: name, on: standpoint.day)
      let rep = try self.rep.map { try found($0, in: ledger, of: name, database) }
      return OverdueReport(of: ledger, from: standpoint, rep: rep, limit: limit)
        .document(try database.provenance(asOf: nil))
    }
    try output.write(document)
  }

  /// The rep of that name as the open leads have it, else as any leads or observations do; any where none is on record.
  private func found(_ rep: String, in ledger: Ledger, of name: Name, _ database: Database) throws -> String {
    do { return try ledger.repsToFollow.rep(named: rep) } catch {
      let known = try database.reps(of: name)
      return known.isEmpty ? rep : try known.rep(named: rep)
    }
  }
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
