import Agreement
import ArgumentParser
import Reporting
import Storage

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Show a sample year, held in memory, and its quarterly review.",
    discussion: """
      leadpact demo
      leadpact demo --quarter 2026-Q1
      leadpact demo --today 2026-11-12                the fourth quarter as it runs
      leadpact demo --keep sample.leadpact            leaves the database to play with
      leadpact demo -o review.html

      The company is invented. The same seed and the same day always give the same year.
      """)

  @Option(
    help: ArgumentHelp("The quarter to review. Default: the one of two weeks ago.", valueName: "quarter"))
  var quarter: String?
  @Option(
    help: ArgumentHelp("The day to take for today: what comes after has not happened yet.", valueName: "date")
  )
  var today = SampleYear.usualToday.description
  @Option(help: ArgumentHelp("Where chance begins: another number, another year.", valueName: "number"))
  var seed = SampleYear.usualSeed
  @Option(help: ArgumentHelp("Save the database to this new file.", valueName: "file"), completion: .file())
  var keep: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let today = try Day(today)
    let language = try language.language()
    guard today >= SampleYear.start else {
      throw Failure.usage("the sample year begins on \(SampleYear.start); give that day or a later one")
    }
    let year = try SampleYear.recorded(upTo: today, seed: seed)
    if let keep { try year.database.save(to: keep) }
    let ledger = try year.database.knownLedger(of: year.name)
    let review = try ledger.review(.quarter(quarter(of: ledger)), today: today)
    let provenance = Provenance(journalHead: try year.database.journalHead().hash.hex)

    for line in try SampleStory(year: year, ledger: ledger).lines() { Terminal.note("\(line)") }
    try output.write(review.document(provenance, in: language))
    Terminal.note("")
    let closing = keep.map { invitation(to: $0, on: today.advanced(by: 1)) }
    for line in closing ?? ["To try the commands on it: leadpact demo --keep sample.leadpact"] {
      Terminal.note("\(line)")
    }
  }

  /// The quarter that is named, else that of two weeks ago: when one has just ended, it is the one to review.
  private func quarter(of ledger: Ledger) throws -> Quarter {
    let contract = ledger.history.newest.contract
    if let quarter { return try Quarter(quarter, fiscalYearStart: contract.calendar.fiscalYearStart) }
    let month = contract.calendar.month(containing: try Day(today).advanced(by: -14))
    return contract.calendar.quarter(
      containing: min(max(month, contract.term.first), contract.term.last))
  }

  /// The next day, since what is recorded then comes after all of the sample.
  private func invitation(to file: String, on day: Day) -> [String] {
    [
      "The database is in \(file). Try:",
      "  export LEADPACT_DB='\(file)' LEADPACT_TODAY=\(day)",
      "  leadpact contract status",
      "  leadpact contract diff kestrel-2026 1 3",
      "  leadpact plan --for-period 2026-Q4",
      "  leadpact report month 2026-08",
      "  leadpact explain 2026-Q3/mid-market/attainment",
      "  leadpact history --limit 3",
      "  leadpact verify",
    ]
  }
}
