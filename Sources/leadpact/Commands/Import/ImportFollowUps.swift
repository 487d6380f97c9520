import Agreement
import ArgumentParser
import Exchange
import Storage

struct ImportFollowUps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-ups",
    abstract: "Read what sales did with the leads, and the values of measures, from a CSV file.",
    discussion: """
      leadpact import follow-ups follow-ups.csv --dry-run
      leadpact import follow-ups followed-up.csv --map period=kw,subject=was,met=erreicht,due=faellig

      The columns: week (or day, or a span), subject (contacted, a cadence step such as 3-in-14, or a measure), stream \
      and rep where it concerns one, and met and due, or the score of a measure. Each row is as if given to \
      'leadpact follow-up'; importing the file again changes nothing.
      """)

  @OptionGroup var options: ImportOptions

  func run() throws {
    guard options.mapping == nil, options.saveMapping == nil else {
      throw Failure.usage("mappings of follow-ups are not saved; give --map")
    }
    let entries = try options.open()
    let now = entries.now
    let reading = try options.reading()
    let source = try ImportSource(options.file)
    var file = try FollowUpFile(
      source.input, named: source.name, for: entries.history, today: now.day, options: reading,
      onChunk: source.take)
    var rows: [ObservationRow] = []
    _ = try source.pump(next: { () throws(RowProblem) in try file.next() }, each: { rows.append($0) })
    source.finish()
    let summary = try entries.database.importFollowUps(
      rows, from: source.name, for: entries.name, by: entries.person, at: now, isDryRun: options.dryRun)
    let changes =
      "\(summary.added.grouped) added, \(summary.changed.grouped) changed, \(summary.unchanged.grouped) on record already"
    Terminal.tell(
      options.dryRun
        ? "\(source.name): would be \(changes). Nothing was recorded." : "\(source.name): \(changes).")
  }
}
