import Agreement

/// Adds touches one after the other, and compares them with those on record, without making values of those.
struct TouchWriter: ~Copyable {
  private let newest: Statement
  private let contract: Int
  private let importNumber: Int
  private let entry: Int
  private var rows: RowInsertion

  init(_ running: RunningImport, on connection: Connection) throws(StorageError) {
    let one = try connection.statement(
      """
      INSERT INTO touch (
        contract_id, external_id, lead, touched_at, kind, rep, is_automatic, line, import_id, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    let several = try connection.statement(
      """
      INSERT INTO touch (
        contract_id, external_id, lead, touched_at, kind, rep, is_automatic, line, import_id, seq
      )
      VALUES
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    let newest = try connection.statement(TouchStore.newest)
    self.newest = newest
    contract = running.contract.id
    importNumber = running.number
    entry = running.stamp.number
    rows = RowInsertion(.touch, one: one, several: several, on: connection)
  }

  /// Puts in what the row at `line` says of a touch; where one waits to be added, that is added first.
  mutating func put(_ touch: Touch, line: Int, into journal: inout JournalContent) throws(StorageError) {
    if rows.hasWaiting(where: { rows.values.holds(touch.id, at: $0 + 1) }) { try rows.flush(to: &journal) }
    let (contract, importNumber, entry) = (contract, importNumber, entry)
    rows.put { values in
      values.append(contract)
      values.append(touch.id)
      values.append(touch.lead)
      values.append(touch.at)
      values.append(touch.kind)
      values.append(touch.rep)
      values.append(touch.isAutomatic ? 1 : 0)
      values.append(line)
      values.append(importNumber)
      values.append(entry)
    }
  }

  /// Adds the touch that was put in.
  mutating func add(to journal: inout JournalContent) throws(StorageError) { try rows.add(to: &journal) }

  /// Adds the touches that wait to be added together.
  mutating func flush(to journal: inout JournalContent) throws(StorageError) { try rows.flush(to: &journal) }

  /// What `body` makes of the row with the newest word on the touch that was put in, whose columns are those of
  /// `TouchStore.newest`; nil where there is none.
  func newest<Result>(body: (borrowing Row) throws -> Result) throws(StorageError) -> Result? {
    try newest.first(
      lending: [rows.values[rows.first], rows.values[rows.first + 1]], of: rows.values, body: body)
  }

  /// Whether a row on record says what was put in.
  ///
  /// - Parameter row: begins with the six columns of what is said of a touch.
  func isSaid(by row: borrowing Row) -> Bool {
    for column in 0..<6
    where !row.holds(rows.values[rows.first + column + 1], of: rows.values, at: column) { return false }
    return true
  }
}

extension JournaledForm {
  /// Touches, as `TouchWriter` adds them.
  static let touch = JournaledForm(
    .touch, identifier: "touch_id",
    columns: [
      "contract_id", "external_id", "lead", "touched_at", "kind", "rep", "is_automatic", "line", "import_id",
      "seq",
    ])
}
