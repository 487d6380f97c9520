public import Agreement

/// A file of what came of the leads of whole months, read row by row in the memory of one.
///
/// Columns, by these names or mapped: `month`, `lead type`, `stream` where the contract has several, and at least
/// one of `sqls`, `opportunities`, `won` and `revenue`. What a row leaves empty it says nothing of.
///
/// A table that leadpact wrote itself has its entries one by one: the later ones replace the figures that they name,
/// and those of other contracts are passed over.
public struct OutcomeFile: ~Copyable {
  /// How many rows were passed over because they are blank.
  public var skipped: Int { table.skipped }

  private var table: ImportTable
  private let plan: ColumnPlan<OutcomeField>
  private let history: ContractHistory
  /// The column of the contract in a table that leadpact wrote; nil in any other file.
  private let contractColumn: Int?
  /// The figures of such a table as they stand, each cohort once.
  private var standing: [OutcomeRow] = []
  private var places: [LeadTypeKey: [Month: Int]] = [:]
  private var handedOut = 0

  /// Opens a file and finds out what its columns are.
  ///
  /// - Parameters:
  ///   - input: where the text comes from; standard input is copied into a temporary file first.
  ///   - named: its name, for the places of problems.
  ///   - history: the versions whose names the file uses.
  ///   - options: what is said about the file beyond what stands in it.
  ///   - onChunk: is shown the bytes of the file as they are read.
  /// - Throws: `ImportFileError` with everything that keeps the file from being read.
  public init(
    _ input: CSVInput,
    named: String,
    for history: ContractHistory,
    options: ReadingOptions = ReadingOptions(),
    onChunk: ChunkTap? = nil
  ) throws(ImportFileError) {
    let contract = history.newest.contract
    let table = try ImportTable(input, named: named, for: contract, options: options, tap: onChunk)
    do throws(ColumnProblems) {
      plan = try Self.plan(table.header, mapping: options.mapping)
      contractColumn =
        table.header.isLedger(of: "outcome") ? table.header.names.firstIndex(of: "contract") : nil
    } catch {
      throw error.error(in: named)
    }
    self.history = history
    self.table = table
  }

  private static func plan(
    _ header: CSVHeader, mapping: ColumnMapping?
  ) throws(ColumnProblems) -> ColumnPlan<OutcomeField> {
    let known = Dictionary(uniqueKeysWithValues: OutcomeField.allCases.map { ($0, [$0.rawValue]) })
    let plan = try ColumnPlan(header, known: known, mapping: mapping)
    let figures: [OutcomeField] = [.sqls, .opportunities, .won, .revenue]
    guard plan[.month] != nil, plan[.leadType] != nil, figures.contains(where: { plan[$0] != nil }) else {
      throw ColumnProblems(clauses: [
        "outcomes need the columns month, lead-type and one of sqls, opportunities, won, revenue; the file has "
          + "\(header.list); say which column holds what, such as --map month=…,lead-type=…,won=…"
      ])
    }
    return plan
  }

  /// The next row; nil at the end, and after a problem that is not limited to its row.
  ///
  /// - Throws: `RowProblem`; where it is limited to its row, the next one can be read.
  public mutating func next() throws(RowProblem) -> OutcomeRow? {
    guard let contractColumn else { return try table.next() ? row() : nil }
    while try table.next() {
      if try table.text(at: contractColumn) == history.newest.contract.name.text {
        update(by: try row())
      } else {
        table.skip()
      }
    }
    guard handedOut < standing.count else { return nil }
    defer { handedOut += 1 }
    return standing[handedOut]
  }

  /// Puts a later entry's figures in the place of those before it.
  private mutating func update(by row: OutcomeRow) {
    let (key, month) = (row.outcome.key, row.outcome.month)
    guard let place = places[key]?[month] else {
      places[key, default: [:]][month] = standing.count
      return standing.append(row)
    }
    let figures = standing[place].outcome.figures.updated(by: row.outcome.figures)
    standing[place] = OutcomeRow(
      line: row.line, outcome: NewOutcome(key: key, month: month, figures: figures))
  }

  private mutating func row() throws(RowProblem) -> OutcomeRow {
    let month = try value(.month) { text in try Month(text) }
    guard let month else { throw table.problem("the row has no month", at: plan[.month]) }
    let stream = try table.text(at: plan[.stream])
    let contract = history.contract(on: history.newest.contract.calendar.days(of: month))
    let key = try value(.leadType) { text in try contract.leadType(named: text, on: stream) }
    guard let key else { throw table.problem("the row has no lead type", at: plan[.leadType]) }
    let figures = OutcomeFigures(
      sqls: try count(.sqls),
      opportunities: try count(.opportunities),
      won: try count(.won),
      revenue: try table.amount(at: plan[.revenue], currency: nil)
    )
    guard figures != OutcomeFigures() else {
      throw table.problem("the row has no figure; fill in one of sqls, opportunities, won, revenue")
    }
    return OutcomeRow(line: table.line, outcome: NewOutcome(key: key, month: month, figures: figures))
  }

  private func count(_ field: OutcomeField) throws(RowProblem) -> Int? {
    try value(field) { text in
      guard let count = Int(grouped: text) else {
        throw Unreadable(text, expected: "a whole number such as 72")
      }
      return count
    }
  }

  private func value<Value>(
    _ field: OutcomeField, _ body: (String) throws -> Value
  ) throws(RowProblem) -> Value? {
    guard let text = try table.text(at: plan[field]) else { return nil }
    do {
      return try body(text)
    } catch {
      throw table.problem(error.words, at: plan[field])
    }
  }
}
