import Agreement
import ArgumentParser
import Exchange
import Storage

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read records from a file, all of it or nothing.", subcommands: [Deliveries.self])

  struct Deliveries: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read counts of leads from a CSV file.",
      discussion: """
        leadpact import deliveries weekly-leads.csv --dry-run
        leadpact import deliveries weekly-leads.csv

        The file has a header with the columns week (or day, or a span), lead type and count, and stream where the
        contract has several. Importing it again changes nothing; '-' reads standard input.
        """)

    @Argument(help: "The CSV file.") var file: String
    @Flag(help: "Check everything and say what would be added; record nothing.") var dryRun = false
    @OptionGroup var entry: EntryOptions

    func run() throws {
      let bytes = try Files.read(file)
      let name = Files.name(of: file)
      let entries = try entry.open()
      let rows = try DeliveryRows(bytes, file: name, entries: entries).rows
      let summary = try entries.database.importDeliveries(
        DeliveryFile(name: name, digest: Digest(hashing: bytes), rows: rows), for: entries.name,
        by: entries.person,
        at: entries.now, isDryRun: dryRun)
      announce(summary, of: name)
    }

    private func announce(_ summary: ImportSummary, of file: String) {
      let leads = summary.added.reduce(0) { $0 + $1.count }
      let added =
        "\(summary.added.count.grouped) row\(summary.added.count == 1 ? "" : "s") with \(leads.grouped) lead\(leads == 1 ? "" : "s")"
      if dryRun {
        Terminal.say(
          "\(file): would add \(added); \(summary.unchanged.grouped) are on record already. Nothing was recorded.\n"
        )
      } else if summary.added.isEmpty {
        let before =
          summary.importedBefore.map { "; the same file was imported on \($0.at.day) by \($0.by)" } ?? ""
        Terminal.say(
          "\(file): nothing new, \(summary.unchanged.grouped) rows are on record already\(before).\n")
      } else {
        Terminal.say(
          "\(file): added \(added) (import \(summary.number ?? 0)); \(summary.unchanged.grouped) were on record already.\n"
        )
      }
    }
  }
}

/// The rows of a CSV file of deliveries, with everything that is wrong with them gathered first.
struct DeliveryRows {
  private(set) var rows: [DeliveryFile.Row] = []

  init(_ bytes: [UInt8], file: String, entries: Entries) throws {
    var problems: [String] = []
    do {
      var table = try CSVTable(.bytes(bytes))
      let columns = try Columns(table.header)
      while true {
        do {
          guard try table.next() else { break }
          let delivery = try columns.delivery(of: table.row, entries: entries)
          rows.append(DeliveryFile.Row(line: table.row.line, delivery: delivery))
        } catch let error as CSVError where error.isLimitedToItsRow {
          problems.append(Self.words(error, in: file))
        } catch let error as CSVError {
          throw error
        } catch {
          problems.append("\(file):\(table.row.line): \(Self.words(error))")
        }
      }
    } catch let error as CSVError {
      throw Failure.badData((problems + [Self.words(error, in: file)]).joined(separator: "\n"))
    }
    guard problems.isEmpty else {
      throw Failure.badData(
        (problems + ["\(file): nothing was imported; mend the lines above"]).joined(separator: "\n"))
    }
  }

  /// `leads.csv:7: 4 fields …`: the place as compilers write it, so that editors can jump there.
  private static func words(_ error: CSVError, in file: String) -> String {
    let place = [error.line, error.column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(error.problem)"
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case Failure.usage(let message), Failure.couldNot(let message), Failure.badData(let message): message
    default: "\(error)"
    }
  }

  /// Where the fields of a delivery stand.
  private struct Columns {
    let period: Int
    let stream: Int?
    let leadType: Int
    let count: Int

    init(_ header: CSVHeader) throws(CSVError) {
      let periods = ["week", "day", "days", "period"]
      self.period = try header.column(named: periods.first(where: header.contains) ?? "week")
      self.stream = header.contains("stream") ? try header.column(named: "stream") : nil
      self.leadType = try header.column(named: "lead type")
      self.count = try header.column(named: "count")
    }

    func delivery(of row: CSVRecord, entries: Entries) throws -> NewDelivery {
      let days = try Period(row.text(at: period), in: entries.calendar, today: entries.now.day).days(
        in: entries.calendar)
      let contract = entries.contract(on: days)
      let type = try row.text(at: leadType)
      let stream = try stream.map { try row.text(at: $0) }.flatMap { $0.isEmpty ? nil : $0 }
      let key = try entries.key(stream.map { "\($0)/\(type)" } ?? type, in: contract)
      return NewDelivery(
        key: key, days: days, count: try Log.count(row.text(at: count), of: key, isCorrection: false))
    }
  }
}
