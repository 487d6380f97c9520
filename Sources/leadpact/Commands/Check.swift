import Agreement
import ArgumentParser
import Reporting
import Storage

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is agreed and not kept, for cron, CI and chat; exit with 3 where there is anything.",
    discussion: """
      leadpact check
      leadpact check acme-2026 --only overdue,commitment --overdue-more-than 5
      leadpact check -O json                        for a webhook
      leadpact check > breaches.txt || mail -s 'SLA' team@acme.example < breaches.txt

      Without a name, every contract is looked at. A line for each breach:
        under, over    value off target for months in a row, by stream and over all
        commitment     missed in the last month that ended, or so far in the quarter
        overdue        leads past first contact or a step of the cadence
        review         a quarter that is over, and whose metrics nobody has looked at
        signature      missing on the newest version
        capacity       more leads in the running month than the reps can serve
      """)

  @Argument(help: "The contract's name; default: every contract.", completion: .contracts) var name: String?
  @Option(
    help: ArgumentHelp("Only these, with commas between them.", valueName: "kinds"), completion: .breachKinds)
  var only: [String] = []
  @Option(
    help: ArgumentHelp("How many leads may be overdue before it is a breach.", valueName: "count")
  )
  var overdueMoreThan = 0
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard overdueMoreThan >= 0 else {
      throw Failure.usage("--overdue-more-than \(overdueMoreThan) is no count of leads; give 0 or more")
    }
    let kinds = try kinds()
    let language = try language.language()
    let database = try common.open(for: .reading)
    let standpoint = try common.standpoint()
    let (ledgers, provenance) = try database.reading {
      let ledgers = try names(in: database).map { try database.dailyLedger(of: $0, on: standpoint.day) }
      return (ledgers, try database.provenance(asOf: nil))
    }
    let report = try BreachReport(
      of: ledgers, from: standpoint, kinds: kinds, overdueAllowed: overdueMoreThan, in: language)
    try output.write(report.document(provenance))
    if !report.breaches.isEmpty { throw Failure.breach }
  }

  /// The contract that is named, else every one.
  private func names(in database: Database) throws -> [Name] {
    let known = try database.contractNames()
    return try name == nil && !known.isEmpty ? known : [database.contractName(name)]
  }

  /// The kinds to look for.
  private func kinds() throws -> Set<Breach.Kind> {
    let words = only.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard !words.isEmpty else { return Set(Breach.Kind.allCases) }
    return Set(
      try words.map { word in
        let word = word.lowercased().filter { !$0.isWhitespace }
        guard let kind = Breach.Kind(rawValue: word) else {
          let unknown = UnknownName("kind of breach", word, among: Breach.Kind.allCases.map(\.rawValue))
          throw Failure.usage("\(unknown)")
        }
        return kind
      })
  }
}
