import Agreement
import ArgumentParser
import Exchange
import Storage

struct ImportTouches: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "touches", abstract: "Read what sales did about leads: calls, e-mails, meetings.",
    discussion: """
      leadpact import touches activities.csv --layout pipedrive
      leadpact import touches calls.csv --map lead=mql_id,at=called_at,kind=type,rep=agent

      The fields of --map: id, lead, at, kind, rep, automatic. Automatic replies do not count as touches; \
      --automatic names further kinds that nobody did by hand.
      """)

  @Option(
    help: ArgumentHelp(
      "Kinds of touches that no person did, beside the usual words for automatic replies.",
      valueName: "kind,…"))
  var automatic: String?
  @OptionGroup var layout: LayoutOption
  @OptionGroup var times: TimeOptions
  @OptionGroup var options: ImportOptions

  func run() throws {
    let entries = try options.open()
    let kinds = automatic.map { $0.split(separator: ",").map(String.init) } ?? []
    let reading = try options.reading(
      .touches, for: entries, layout: layout.layout, times: times, automatic: kinds)
    let source = try ImportSource(options.file)
    var file = try TouchFile(
      source.input, named: source.name, for: entries.history.newest.contract, options: reading,
      onChunk: source.take)
    var automaticCount = 0
    let summary = try entries.database.importTouches(
      from: source.name, for: entries.name, by: entries.person, at: entries.now, isDryRun: options.dryRun
    ) { record in
      try source.pump(
        next: { () throws(RowProblem) in try file.next() },
        each: { row in
          try record(row)
          if row.touch.isAutomatic { automaticCount += 1 }
        })
    }
    source.finish()
    summary.announce(
      source.name, noun: "touch", readAs: file.layout, skipped: file.skipped, isDryRun: options.dryRun)
    if automaticCount > 0 {
      Terminal.tell(
        automaticCount == 1
          ? "  1 row is automatic and does not count as a touch"
          : "  \(automaticCount.grouped) rows are automatic and do not count as touches")
    }
    entries.history.noteStanding()
    try options.saveMappingIfAsked(.touches, for: entries)
  }
}
