public import Agreement

/// A file of what sales did with the leads, and of the values of measures, read row by row in the memory of one.
///
/// Columns, by these names or mapped: `week` (or `day`, `days`, `period`), `subject`, `stream` and `rep` where it
/// concerns one, and either `met` and `due` or `score`.
///
/// A table that leadpact wrote itself has its entries one by one: the last of those on one thing counts, and those of
/// other contracts are passed over.
public struct FollowUpFile: ~Copyable {
  /// How many rows were passed over because they are blank or of another contract.
  public var skipped: Int { table.skipped }

  private var table: ImportTable
  private let plan: ColumnPlan<FollowUpField>
  private let history: ContractHistory
  private let today: Day
  /// The column of the contract in a table that leadpact wrote; nil in any other file.
  private let contractColumn: Int?
  /// The entries of such a table that count.
  private var standing: [ObservationRow] = []
  private var places: [Topic: Int] = [:]
  private var handedOut = 0

  /// What is observed.
  private struct Topic: Hashable {
    let subject: Name
    let stream: Name?
    let rep: String?
    let days: DayRange
  }

  /// Opens a file and finds out what its columns are.
  ///
  /// - Parameters:
  ///   - input: where the text comes from; standard input is copied into a temporary file first.
  ///   - named: its name, for the places of problems.
  ///   - history: the versions whose names the file uses.
  ///   - today: the day that words such as `yesterday` count from.
  ///   - options: what is said about the file beyond what stands in it.
  ///   - onChunk: is shown the bytes of the file as they are read.
  /// - Throws: `ImportFileError` with everything that keeps the file from being read.
  public init(
    _ input: CSVInput,
    named: String,
    for history: ContractHistory,
    today: Day,
    options: ReadingOptions = ReadingOptions(),
    onChunk: ChunkTap? = nil
  ) throws(ImportFileError) {
    let table = try ImportTable(
      input, named: named, for: history.newest.contract, options: options, tap: onChunk)
    do throws(ColumnProblems) {
      plan = try Self.plan(table.header, mapping: options.mapping)
    } catch {
      throw error.error(in: named)
    }
    contractColumn =
      table.header.isLedger(of: "observation") ? table.header.names.firstIndex(of: "contract") : nil
    self.history = history
    self.today = today
    self.table = table
  }

  private static func plan(
    _ header: CSVHeader, mapping: ColumnMapping?
  ) throws(ColumnProblems) -> ColumnPlan<FollowUpField> {
    var known = Dictionary(uniqueKeysWithValues: FollowUpField.allCases.map { ($0, [$0.rawValue]) })
    known[.period] = ["week", "day", "days", "period"]
    let plan = try ColumnPlan(header, known: known, mapping: mapping)
    let hasFinding = plan[.score] != nil || plan[.met] != nil && plan[.due] != nil
    guard plan[.period] != nil, plan[.subject] != nil, hasFinding else {
      throw ColumnProblems(clauses: [
        "follow-ups need the columns week, subject, and met and due or score; the file has \(header.list); "
          + "say which column holds what, such as --map period=…,subject=…,met=…,due=…"
      ])
    }
    return plan
  }

  /// The next row; nil at the end, and after a problem that is not limited to its row.
  ///
  /// - Throws: `RowProblem`; where it is limited to its row, the next one can be read.
  public mutating func next() throws(RowProblem) -> ObservationRow? {
    guard let contractColumn else { return try table.next() ? row() : nil }
    while try table.next() {
      if try table.text(at: contractColumn) == history.newest.contract.name.text {
        let row = try row()
        let observation = row.observation
        let topic = Topic(
          subject: observation.subject, stream: observation.stream, rep: observation.rep,
          days: observation.days)
        if let place = places[topic] {
          standing[place] = row
        } else {
          places[topic] = standing.count
          standing.append(row)
        }
      } else {
        table.skip()
      }
    }
    guard handedOut < standing.count else { return nil }
    defer { handedOut += 1 }
    return standing[handedOut]
  }

  private func row() throws(RowProblem) -> ObservationRow {
    let calendar = history.newest.contract.calendar
    let days = try required(.period) { text in
      try Period(text, in: calendar, today: today).days(in: calendar)
    }
    let contract = history.contract(on: days)
    let observation = NewObservation(
      subject: try required(.subject) { text in try Name(text) },
      stream: try value(.stream) { text in try contract.stream(named: text).name },
      rep: try table.text(at: plan[.rep]),
      days: days,
      finding: try finding()
    )
    return ObservationRow(line: table.line, observation: observation)
  }

  private func finding() throws(RowProblem) -> Observation.Finding {
    let met = try count(.met)
    let due = try count(.due)
    let score = try value(.score) { text in try Score(text) }
    switch (met, due, score) {
    case (let met?, let due?, nil): return .kept(met: met, due: due)
    case (nil, nil, let score?): return .measured(score)
    default: throw table.problem("the row needs either met and due, or a score")
    }
  }

  private func count(_ field: FollowUpField) throws(RowProblem) -> Int? {
    try value(field) { text in
      guard let count = Int(grouped: text) else {
        throw Unreadable(text, expected: "a whole number such as 180")
      }
      return count
    }
  }

  private func required<Value>(
    _ field: FollowUpField, _ body: (String) throws -> Value
  ) throws(RowProblem) -> Value {
    guard let value = try value(field, body) else {
      throw table.problem("the row has no \(field.rawValue)", at: plan[field])
    }
    return value
  }

  private func value<Value>(
    _ field: FollowUpField, _ body: (String) throws -> Value
  ) throws(RowProblem) -> Value? {
    guard let text = try table.text(at: plan[field]) else { return nil }
    do {
      return try body(text)
    } catch {
      throw table.problem(error.words, at: plan[field])
    }
  }
}
