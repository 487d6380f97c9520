import Agreement
import ArgumentParser
import Reporting
import Storage

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the leads and the value owed by month, stream and lead type.",
    discussion: """
      leadpact plan acme-2026
      leadpact plan acme-2026 --for-period 2026-Q3
      leadpact plan acme-2026 --version 2 -o plan.csv
      """)

  @Argument(
    help: "The contract's name; may be left out where there is only one.", completion: .contracts)
  var name: String?
  @Option(name: .customLong("version"), help: "The version; default: the newest.", completion: .versions)
  var number: Int?
  @Option(
    name: .customLong("for-period"), help: ArgumentHelp("Only these months.", valueName: "period"),
    completion: .period([.month, .quarter]))
  var period: String?
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let today = try common.reportDay(asOf: asOf.day())
    let database = try common.open(for: .reading)
    let (ledger, provenance) = try database.reading {
      try database.source(of: database.contractName(name), asOf: asOf.day())
    }
    let version = try ledger.history.version(number)
    let ruling = Ruling(version: version, standing: ledger.history.standing(of: version))
    let report = try PlanReport(
      ruling, months: months(of: version.contract, today: today), accounts: Accounts(ledger), today: today)
    try output.write(report.document(today: today, provenance))
  }

  private func months(of contract: Contract, today: Day) throws -> [Month] {
    guard let period else { return Array(contract.coverage) }
    let days = try Period(period, in: contract.calendar, today: today).days(in: contract.calendar)
    let months = contract.coverage.filter { contract.calendar.days(of: $0).overlaps(days) }
    guard !months.isEmpty else {
      throw Failure.couldNot(
        "\(period) lies outside the months that the version covers, \(contract.coverage)")
    }
    return months
  }
}

extension Database {
  /// What a report is made from, and what it says of that, as known on the day `asOf`; within one `reading`.
  func source(of name: Name, asOf day: Day?) throws -> (ledger: Ledger, provenance: Provenance) {
    let provenance = Provenance(asOf: day, journalHead: try journalHead(asOf: day).hash.hex)
    return (try knownLedger(of: name, asOf: day), provenance)
  }
}
