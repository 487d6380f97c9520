import Agreement
import ArgumentParser
import Reporting
import Storage

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show the journal: who did what, and when.",
    discussion: """
      leadpact history
      leadpact history --limit 10
      leadpact history --limit 1 --all
      leadpact history --as-of 2026-04-10 -O json

      Of an entry that records much at once its beginning is shown; --all shows it whole, and so do JSON and CSV.
      """)

  @Option(help: "Only so many entries, the newest.") var limit: Int?
  @Flag(help: "Show all that each entry records.") var all = false
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let limit, limit < 1 { throw Failure.usage("--limit \(limit) shows nothing; give 1 or more") }
    let database = try common.open(for: .reading)
    let (entries, head) = try database.reading {
      (
        try database.journal(asOf: asOf.day(), limit: limit),
        try database.journalHead(asOf: asOf.day())
      )
    }
    let isWhole = try all || [.json, .csv].contains(output.chosenFormat())
    let rows = entries.map { entry in
      Table.Row([
        .text("\(entry.number)"), .text("\(entry.at)"), .text(entry.by), .text(entry.action.rawValue),
        .text(isWhole ? entry.words : entry.briefWords), .text(entry.hash.short),
      ])
    }
    try output.write(
      Document(
        kind: "history", title: "History",
        sections: [
          Section(
            "journal", "Journal",
            [
              rows.isEmpty
                ? .paragraph("Nothing has been recorded yet.")
                : .table(
                  Table(
                    "Entries, oldest first",
                    columns: [
                      .init("number", "Entry", isNumeric: true), .init("at", "When"), .init("by", "Who"),
                      .init("action", "What"), .init("subject", "Of what"), .init("hash", "Hash"),
                    ], rows: rows))
            ])
        ], footer: ["Journal head: entry \(head.number), \(head.hash)."]))
  }
}

extension JournalEntry {
  /// What it was done to, with the number of the import that it is.
  fileprivate var words: String { subject + (importNumber.map { " (import \($0))" } ?? "") }

  /// The same; of what records much at once the beginning only, and how much it is.
  fileprivate var briefWords: String {
    guard [.log, .outcome, .followUp].contains(action), subject.count > 140 else { return words }
    let beginning = subject.prefix(120)
    let end = beginning.lastIndex { $0 == "," || $0 == ";" } ?? beginning.endIndex
    return "\(beginning[..<end]), … (\(rows) in all)"
  }
}
