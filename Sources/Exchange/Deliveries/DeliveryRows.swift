public import Agreement

/// The rows of a CSV file of deliveries, read with the names and the calendar of a contract.
///
/// Columns: `week` (or `day`, `days`, `period`), `lead type`, `count`, and `stream` where the contract has several.
///
/// A table that leadpact wrote itself has its entries one by one: corrections are added to what they correct, and
/// those of other contracts are passed over.
public struct DeliveryRows: Sendable {
  /// The rows, in the order of the file.
  public private(set) var rows: [DeliveryFile.Row] = []

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - file: its name, for the places of problems.
  ///   - history: the versions whose names the file uses.
  ///   - today: the day that words such as `yesterday` count from.
  ///   - options: what stands between fields, and which columns hold what.
  /// - Throws: `DeliveryFileError` with what is wrong, line by line.
  public init(
    _ input: CSVInput, file: String, for history: ContractHistory, today: Day,
    options: ReadingOptions = ReadingOptions()
  ) throws(DeliveryFileError) {
    var problems = DeliveryFileError(file: file)
    do {
      var table = try CSVTable(input, delimiter: options.delimiter)
      let columns = try Columns(table.header, mapping: options.mapping)
      while true {
        do {
          guard try table.next() else { break }
          guard try columns.isMeant(table.row, for: history) else { continue }
          let delivery = try columns.delivery(of: table.row, for: history, today: today)
          // Once a row is bad nothing will be recorded, and the rest is only looked through.
          guard problems.problems.isEmpty else { continue }
          rows.append(DeliveryFile.Row(line: table.row.line, delivery: delivery))
        } catch let error as CSVError {
          problems.add(Self.words(error, in: file))
          guard error.isLimitedToItsRow else { break }
        } catch {
          problems.add("\(file):\(table.row.line): \(error.words)")
        }
      }
      if columns.entries != nil { rows = try Self.net(rows) }
    } catch let error as ColumnProblems {
      for clause in error.clauses { problems.add("\(file): \(clause)") }
    } catch let error as CSVError {
      problems.add(Self.words(error, in: file))
    } catch {
      problems.add("\(file): \(error)")
    }
    guard problems.problems.isEmpty else { throw problems }
  }

  /// The sums of the entries of one lead type and the same days, at the place of the first.
  private static func net(_ rows: [DeliveryFile.Row]) throws(Overflow) -> [DeliveryFile.Row] {
    struct Span: Hashable {
      let key: LeadTypeKey
      let days: DayRange
    }
    var places: [Span: Int] = [:]
    var nets: [DeliveryFile.Row] = []
    for row in rows {
      let delivery = row.delivery
      guard let place = places.updateValue(nets.count, forKey: Span(key: delivery.key, days: delivery.days))
      else {
        nets.append(row)
        continue
      }
      places[Span(key: delivery.key, days: delivery.days)] = place
      let (sum, overflow) = nets[place].delivery.count.addingReportingOverflow(delivery.count)
      guard !overflow else { throw Overflow() }
      nets[place] = DeliveryFile.Row(
        line: nets[place].line, delivery: NewDelivery(key: delivery.key, days: delivery.days, count: sum))
    }
    return nets
  }

  /// `leads.csv:7: 4 fields …`: the place as compilers write it, so that editors can jump there.
  private static func words(_ error: CSVError, in file: String) -> String {
    let place = [error.line, error.column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(error.problem)"
  }

  /// Where the fields of a delivery stand.
  private struct Columns {
    let period: Int
    let stream: Int?
    let leadType: Int
    let count: Int
    /// Where a table that leadpact wrote says what each entry is; nil in any other file.
    let entries: (contract: Int, kind: Int)?

    init(_ header: CSVHeader, mapping: ColumnMapping?) throws {
      let known: [DeliveryField: [String]] = [
        .period: ["week", "day", "days", "period"], .stream: ["stream"], .leadType: ["lead type"],
        .count: ["count"],
      ]
      let plan = try ColumnPlan(header, known: known, mapping: mapping)
      self.period = try plan[.period] ?? header.column(named: "week")
      self.stream = plan[.stream]
      self.leadType = try plan[.leadType] ?? header.column(named: "lead type")
      self.count = try plan[.count] ?? header.column(named: "count")
      self.entries =
        header.isLedger(of: "delivery") && header.contains("kind")
        ? (try header.column(named: "contract"), try header.column(named: "kind")) : nil
    }

    /// Whether the row is of the contract.
    func isMeant(_ row: CSVRecord, for history: ContractHistory) throws -> Bool {
      guard let entries else { return true }
      return try row.text(at: entries.contract) == history.newest.contract.name.text
    }

    func delivery(of row: CSVRecord, for history: ContractHistory, today: Day) throws -> NewDelivery {
      let calendar = history.newest.contract.calendar
      let days = try Period(row.text(at: period), in: calendar, today: today).days(in: calendar)
      let stream = try stream.map(row.text(at:)).flatMap { $0.isEmpty ? nil : $0 }
      let key = try history.contract(on: days).leadType(named: row.text(at: leadType), on: stream)
      let isCorrection = try entries.map { try row.text(at: $0.kind) == "correction" } ?? false
      return try NewDelivery(row.text(at: count), of: key, in: days, isCorrection: isCorrection)
    }
  }
}

/// Everything that keeps a CSV file from being read as deliveries.
public struct DeliveryFileError: Error, Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// What is wrong, each with its place, in the order of the file; at least one, and no more than 50.
  public private(set) var problems: [String] = []
  /// How many more there are than `problems` lists.
  public private(set) var more = 0

  /// So many are told one by one.
  private static let most = 50

  init(file: String) { self.file = file }

  mutating func add(_ problem: String) {
    guard problems.count < Self.most else { return more += 1 }
    problems.append(problem)
  }
}

extension DeliveryFileError: CustomStringConvertible {
  /// The lines, one below the other.
  public var description: String { lines.joined(separator: "\n") }

  /// A line a problem, and what follows from them.
  public var lines: [String] {
    let rest = more == 0 ? [] : ["\(file): and \(more.grouped) more"]
    let end = "\(file): nothing was imported; mend the lines above"
    return problems + rest + [end]
  }
}
