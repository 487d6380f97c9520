/// Adds rows to a table, a few with each statement, and writes each into the journal.
///
/// A statement costs as much to begin and to end as a row to add. Until it is run, its rows wait and no query finds them.
struct RowInsertion: ~Copyable {
  private let one: Statement
  private let several: Statement
  /// How many rows `several` adds.
  private let most: Int
  private let connection: Connection

  /// The rows that wait, which follow each other.
  private(set) var waiting = 0..<0

  /// - Parameters:
  ///   - one: adds one row, of as many values as `form` has.
  ///   - several: adds a few.
  init(_ form: JournaledForm, one: Statement, several: Statement, on connection: Connection) {
    precondition(
      one.parameterCount == form.width && several.parameterCount.isMultiple(of: form.width), "Whole rows")
    self.one = one
    self.several = several
    self.most = several.parameterCount / form.width
    self.connection = connection
  }

  /// Adds one of `rows`, together with those of them that wait, or lets it wait.
  ///
  /// - Precondition: what waits is of these rows.
  mutating func add(
    _ row: Int, of rows: borrowing ReadyRows, to journal: inout JournalContent
  ) throws(StorageError) {
    if row != waiting.upperBound {
      try flush(rows, to: &journal)
      waiting = row..<row
    }
    waiting = waiting.lowerBound..<row + 1
    if waiting.count == most { try flush(rows, to: &journal) }
  }

  /// Adds those of `rows` that wait.
  ///
  /// - Precondition: what waits is of these rows.
  mutating func flush(_ rows: borrowing ReadyRows, to journal: inout JournalContent) throws(StorageError) {
    if waiting.count == most {
      try several.run(rows.values, from: rows.first(of: waiting.lowerBound))
    } else {
      for row in waiting { try one.run(rows.values, from: rows.first(of: row)) }
    }
    // SQLite numbers rows one after the other, and the journal is held against the rows that it reports as added.
    let next = connection.lastInsertedRowID + 1
    for row in waiting {
      try journal.append(row, of: rows, as: next - waiting.count + (row - waiting.lowerBound))
    }
    waiting = waiting.upperBound..<waiting.upperBound
  }
}
