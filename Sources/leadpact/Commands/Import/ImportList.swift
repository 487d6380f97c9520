import Agreement
import ArgumentParser
import Reporting
import Storage

struct ImportList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the files that were imported, and those that were taken back.",
    discussion: """
      leadpact import list
      leadpact import list --contract acme-2026 -O csv

      The number is what 'leadpact import undo' asks for.
      """)

  @Option(help: "Only imports for this contract.", completion: .contracts) var contract: String?
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let database = try common.open(for: .reading)
    let imports = try database.reading {
      try database.imports(for: contract.map { try database.contractName($0) }, asOf: asOf.day())
    }
    try output.write(
      Document(
        kind: "imports", title: "Imports",
        sections: [
          Section(
            "imports", "Imports",
            [
              imports.isEmpty
                ? .paragraph("Nothing has been imported yet.") : .table(table(of: imports))
            ])
        ]))
  }

  private func table(of imports: [ImportRecord]) -> Table {
    Table(
      "Imports, oldest first",
      columns: [
        .init("import", "Import", isNumeric: true), .init("contract", "Contract"), .init("kind", "What"),
        .init("file", "File"), .init("rows", "Rows", isNumeric: true), .init("at", "When"),
        .init("by", "Who"),
        .init("withdrawn", "Taken back"),
      ],
      rows: imports.map { record in
        Table.Row([
          .text("\(record.mark.number)"), .text(record.contract.text), .text(record.kind.rawValue),
          .text(record.file), .text(record.rows.grouped), .text("\(record.mark.at)"), .text(record.mark.by),
          .text(record.withdrawal.map { "\($0.at.day) by \($0.by): \($0.reason)" } ?? ""),
        ])
      })
  }
}
