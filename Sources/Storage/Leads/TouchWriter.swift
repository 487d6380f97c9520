import Agreement

/// Adds touches one after the other, and compares them with those on record, without making values of those.
struct TouchWriter: ~Copyable {
  private let newest: Statement
  private var insertion: RowInsertion
  private var greatest: GreatestText

  init(of contract: ContractStore.Entry, on connection: Connection) throws(StorageError) {
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
    let greatest = try TouchStore(connection: connection).greatestTouch(of: contract)
    self.newest = newest
    self.greatest = GreatestText(greatest)
    insertion = RowInsertion(.touch, one: one, several: several, on: connection)
  }

  /// Adds one of `rows`.
  mutating func add(
    _ row: Int, of rows: borrowing ReadyRows, to journal: inout JournalContent
  ) throws(StorageError) {
    try insertion.add(row, of: rows, to: &journal)
  }

  /// Adds the touches among `rows` that wait to be added together.
  mutating func flush(_ rows: borrowing ReadyRows, to journal: inout JournalContent) throws(StorageError) {
    try insertion.flush(rows, to: &journal)
  }

  /// Adds those of `rows` that wait where one of them is the touch of `row`.
  mutating func flush(
    touching row: Int, of rows: borrowing ReadyRows, to journal: inout JournalContent
  ) throws(StorageError) {
    let id = rows.first(of: row) + TouchRowForm.idPlace
    let isTouched = insertion.waiting.contains { waiting in
      rows.values.areSameText(id, rows.first(of: waiting) + TouchRowForm.idPlace)
    }
    if isTouched { try insertion.flush(rows, to: &journal) }
  }

  /// Whether one of `rows` is beyond all touches on record and all rows before it, in the order of their ids, so that it
  /// need not be looked for.
  mutating func isBeyondAll(_ row: Int, of rows: borrowing ReadyRows) -> Bool {
    greatest.isPassed(by: rows.values.bytes(at: rows.first(of: row) + TouchRowForm.idPlace))
  }

  /// What `body` makes of the row with the newest word on the touch that one of `rows` is, whose columns are those of
  /// `TouchStore.newest`; nil where there is none.
  func newest<Result>(
    _ row: Int, of rows: borrowing ReadyRows, body: (borrowing Row) throws -> Result
  ) throws(StorageError) -> Result? {
    let first = rows.first(of: row)
    let id = [rows.values[first], rows.values[first + TouchRowForm.idPlace]]
    return try newest.first(lending: id, of: rows.values, body: body)
  }

  /// Whether a row on record says what one of `rows` does.
  ///
  /// - Parameter known: begins with the six columns of what is said of a touch.
  func saysNothing(_ row: Int, of rows: borrowing ReadyRows, beyond known: borrowing Row) -> Bool {
    let id = rows.first(of: row) + TouchRowForm.idPlace
    for column in 0..<6 where !known.holds(id + column, of: rows.values, at: column) { return false }
    return true
  }
}
