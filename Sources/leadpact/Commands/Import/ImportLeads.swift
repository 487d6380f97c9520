import Agreement
import ArgumentParser
import Exchange
import Reporting
import Storage

struct ImportLeads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leads", abstract: "Read leads, and what became of them, from another system's export.",
    discussion: """
      leadpact import leads hubspot-contacts.csv --dry-run
      leadpact import leads deals.csv --layout hubspot --date-order dmy
      leadpact import leads leads.csv --map external-id=mql_id,delivered=first_contact_date,lead-type=origin
      leadpact import leads closed.csv --map external-id=mql_id,won=won_date,rep=sr_id --save-mapping closed

      The fields of --map: \(LeadField.allCases.map(\.rawValue).joined(separator: ", ")).
      A column that is there and empty takes back what was said before; one that is not there leaves it. \
      Names, e-mail addresses and phone numbers of leads are never read.
      """)

  @OptionGroup var layout: LayoutOption
  @OptionGroup var times: TimeOptions
  @OptionGroup var amounts: AmountOptions
  @OptionGroup var options: ImportOptions

  func run() throws {
    let entries = try options.open()
    let reading = try options.reading(
      .leads, for: entries, layout: layout.layout, times: times, amounts: amounts)
    let contract = entries.history.newest.contract
    let source = try ImportSource(options.file)
    var file = try LeadFile(
      source.input, named: source.name, for: contract, options: reading,
      digest: { Digest(hashing: $0).hex }, onChunk: source.take)
    var tally = LeadTally(under: contract)
    let columns = file.columns
    let summary = try entries.database.importLeads(
      from: source.name, columns: columns, missingID: file.missingID, for: entries.name, by: entries.person,
      at: entries.now,
      isDryRun: options.dryRun
    ) { record in
      try source.pump(
        next: { () throws(RowProblem) in try file.next() },
        each: { row in
          try record(row)
          tally.add(row, columns: columns)
        })
    }
    source.finish()
    announce(summary, of: source.name, readAs: file.layout, skipped: file.skipped)
    announce(tally)
    entries.history.noteStanding()
    try options.saveMappingIfAsked(.leads, for: entries)
  }

  private func announce(_ summary: RowSummary, of file: String, readAs layout: String, skipped: Int) {
    summary.announce(file, noun: "record", readAs: layout, skipped: skipped, isDryRun: options.dryRun)
  }

  private func announce(_ tally: LeadTally) {
    for line in tally.lines { Terminal.tell("  \(line)") }
  }
}

extension LeadTally {
  /// What is to be known of the rows beside how many there were, a line each.
  fileprivate var lines: [String] {
    var lines: [String] = []
    if !unassigned.isEmpty {
      let values = unassigned.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let shown = values.prefix(12).map {
        "\($0.key.isEmpty ? "(empty)" : "'\(PrintableText.line($0.key))'") \($0.value.grouped)"
      }
      let rest = values.count > 12 ? ", and \((values.count - 12).grouped) other values" : ""
      lines.append(
        values.reduce(0) { $0 + $1.value }.rows(
          "is of no lead type of the contract and stays unassigned: ",
          "are of no lead type of the contract and stay unassigned: ") + shown.joined(separator: ", ") + rest)
      if values.contains(where: { !$0.key.isEmpty }) {
        lines.append("to assign them, list the values under crm-values of a lead type, and propose that")
      }
    }
    for (condition, count) in shortfalls.sorted(by: { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }) {
      lines.append(
        count.rows(
          "falls short of '\(condition)' and does not count until it meets it",
          "fall short of '\(condition)' and do not count until they meet it"))
    }
    if undelivered > 0 {
      lines.append(undelivered.rows("has no date of delivery yet", "have no date of delivery yet"))
    }
    return lines
  }
}

extension Int {
  /// So many rows, and what is to be said of one or of several.
  fileprivate func rows(_ one: String, _ several: String) -> String {
    self == 1 ? "1 row \(one)" : "\(grouped) rows \(several)"
  }
}
