import Agreement
import ArgumentParser
import Exchange
import Storage

struct ImportDeliveries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliveries", abstract: "Read counts of leads from a CSV file.",
    discussion: """
      leadpact import deliveries weekly-leads.csv --dry-run
      leadpact import deliveries weekly-leads.csv
      leadpact import deliveries counts.csv --map period=kw,lead-type=kanal,count=anzahl

      The file has a header with the columns week (or day, or a span), lead type and count, and stream where the \
      contract has several. Importing it again changes nothing; '-' reads standard input.
      """)

  @OptionGroup var options: ImportOptions

  func run() throws {
    let bytes = try Files.read(options.file)
    let name = Files.name(of: options.file)
    let entries = try options.open()
    let rows = try DeliveryRows(
      .bytes(bytes), file: name, for: entries.history, today: entries.now.day,
      options: options.reading(.deliveries, for: entries)
    ).rows
    let summary = try entries.database.importDeliveries(
      DeliveryFile(name: name, digest: Digest(hashing: bytes), rows: rows), for: entries.name,
      by: entries.person, at: entries.now, isDryRun: options.dryRun)
    announce(summary, of: name)
    entries.history.noteStanding()
    try options.saveMappingIfAsked(.deliveries, for: entries)
  }

  private func announce(_ summary: ImportSummary, of file: String) {
    let leads = summary.added.reduce(0) { $0 + $1.count }
    let added =
      "\(summary.added.count.grouped) row\(summary.added.count == 1 ? "" : "s") with \(leads.grouped) lead\(leads == 1 ? "" : "s")"
    if options.dryRun {
      Terminal.tell(
        "\(file): would add \(added); \(summary.unchanged.grouped) are on record already. Nothing was recorded."
      )
    } else if summary.added.isEmpty {
      let before =
        summary.importedBefore.map { "; the same file was imported on \($0.at.day) by \($0.by)" } ?? ""
      Terminal.tell(
        "\(file): nothing new, \(summary.unchanged.grouped) row\(summary.unchanged == 1 ? " is" : "s are") on record already\(before)."
      )
    } else {
      Terminal.tell(
        "\(file): added \(added) (import \(summary.number ?? 0)); \(summary.unchanged.grouped) were on record already."
      )
    }
  }
}
