import Agreement
import ArgumentParser
import Exchange
import Storage

struct ImportOutcomes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes", abstract: "Read what came of the leads of a month from a CSV file of totals.",
    discussion: """
      leadpact import outcomes outcomes.csv --dry-run
      leadpact import outcomes outcomes.csv --map month=cohort,lead-type=origin,won=deals,revenue=amount

      The columns: month, lead type, stream where the contract has several, and of sqls, opportunities, won and revenue \
      those that are known. Each row states totals as they stand now; an empty field says nothing.
      """)

  @OptionGroup var amounts: AmountOptions
  @OptionGroup var options: ImportOptions

  func run() throws {
    let entries = try options.open()
    let reading = try options.reading(.outcomes, for: entries, amounts: amounts)
    let source = try ImportSource(options.file)
    var file = try OutcomeFile(
      source.input, named: source.name, for: entries.history, options: reading,
      onChunk: source.take)
    let summary = try entries.database.importOutcomes(
      from: source.name, for: entries.name, by: entries.person, at: entries.now, isDryRun: options.dryRun
    ) { record in
      try source.pump(next: { () throws(RowProblem) in try file.next() }, each: record)
    }
    source.finish()
    summary.announce(
      source.name, noun: "row", readAs: "outcomes", skipped: file.skipped, isDryRun: options.dryRun)
    entries.history.noteStanding()
    try options.saveMappingIfAsked(.outcomes, for: entries)
  }
}
