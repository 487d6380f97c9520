public import Agreement
public import ArgumentParser
public import Exchange
import Storage

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write everything on record as tables: CSV or JSON lines, a file for each.",
    discussion: """
      leadpact export acme-2026-05-15                        a new folder with every table and a manifest
      leadpact export for-duckdb -O jsonl
      leadpact export as-known-then --as-of 2026-03-31
      leadpact export --table deliveries > deliveries.csv    one table, to standard output
      leadpact export --table metrics -O jsonl | jq .figure

      Tables: \(ArchiveTable.allCases.map(\.rawValue).joined(separator: ", ")).
      Text that a spreadsheet would run as a formula stands behind an apostrophe; --raw leaves it as it is, for \
      programs. A folder with all tables can be put back into an empty database: leadpact import archive FOLDER. \
      docs/interop.md says what is in each column.
      """)

  @Argument(
    help: "The folder to make. Without one, give one --table, which goes to standard output.",
    completion: .directory)
  var folder: String?
  @Option(help: ArgumentHelp("Write only this table; may be given several times.", valueName: "table"))
  var table: [ArchiveTable] = []
  @Option(
    name: [.customShort("O"), .customLong("output-format")],
    help: ArgumentHelp("csv, or jsonl for JSON lines.", valueName: "format"))
  var format = ArchiveFormat.csv
  @Option(
    help: "Write only what belongs to this contract; such a folder cannot be put back.",
    completion: .contracts)
  var contract: String?
  @Flag(help: "Leave text as it is that a spreadsheet would run as a formula.") var raw = false
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard folder != nil || table.count == 1 else {
      throw Failure.usage(
        "name the folder to make, such as: leadpact export acme-2026-05-15; one table goes to standard output: "
          + "leadpact export --table deliveries")
    }
    let database = try common.open(for: .reading)
    let archive = Archive(
      database: database, contract: try contract.map { try database.contractName($0) }, asOf: try asOf.day(),
      format: format, isRaw: raw)
    guard let folder else { return try print(table[0], of: archive) }
    let chosen = ArchiveTable.allCases.filter { table.isEmpty ? isWritten($0) : table.contains($0) }
    let manifest = try archive.write(chosen, to: folder)
    let rows = manifest.files.reduce(0) { $0 + $1.rows }
    Terminal.tell(
      """
      Exported \(try common.path) to \(folder): \(manifest.files.count) table\(manifest.files.count == 1 ? "" : "s") \
      with \(rows.grouped) row\(rows == 1 ? "" : "s").
      Journal head: \(manifest.journalHead)
      """)
  }

  /// The rows of the journal are for putting a database back, which takes all contracts.
  private func isWritten(_ table: ArchiveTable) -> Bool { contract == nil || table != .journalRows }

  private func print(_ table: ArchiveTable, of archive: Archive) throws {
    var buffer: [UInt8] = []
    try archive.forEachPiece(of: table) { piece, _ in
      buffer += piece
      if buffer.count >= 1 << 16 {
        Terminal.say(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    Terminal.say(buffer)
  }
}

extension ArchiveTable: ExpressibleByArgument {}
extension ArchiveFormat: ExpressibleByArgument {}
