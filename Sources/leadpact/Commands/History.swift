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
      leadpact history --as-of 2026-04-10 -O json
      """)

  @Option(help: "Only so many entries, the newest.") var limit: Int?
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
    let rows = entries.map { entry in
      Table.Row([
        .text("\(entry.number)"), .text("\(entry.at)"), .text(entry.by), .text(entry.action.rawValue),
        .text(entry.subject + (entry.importNumber.map { " (import \($0))" } ?? "")), .text(entry.hash.short),
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
