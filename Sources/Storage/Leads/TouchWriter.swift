import Agreement

/// Adds touches one after the other, and compares them with those on record, without making values of those.
struct TouchWriter: ~Copyable {
  private let insertion: Statement
  private let connection: Connection
  private let contract: Int
  private let importNumber: Int
  private let entry: Int
  /// The touch that was put in last.
  private var values = RowValues()

  init(_ running: RunningImport, on connection: Connection) throws(StorageError) {
    self.connection = connection
    contract = running.contract.id
    importNumber = running.number
    entry = running.stamp.number
    insertion = try connection.statement(
      """
      INSERT INTO touch (
        contract_id, external_id, lead, touched_at, kind, rep, is_automatic, line, import_id, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
  }

  /// Puts in what the row at `line` says of a touch.
  mutating func put(_ touch: Touch, line: Int) {
    values.removeAll()
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

  /// Adds the touch that was put in.
  func insert(into journal: inout JournalContent) throws(StorageError) {
    try insertion.run(values)
    try journal.append(.touch, connection.lastInsertedRowID, values)
  }

  /// Whether a row on record says what was put in.
  ///
  /// - Parameter row: begins with the six columns of what is said of a touch.
  func isSaid(by row: borrowing Row) -> Bool {
    for column in 0..<6 where !row.holds(values[column + 1], of: values, at: column) { return false }
    return true
  }
}

extension JournaledForm {
  /// Touches, as `TouchWriter` adds them.
  static let touch = JournaledForm(
    table: .touch, identifier: "touch_id",
    columns: [
      "contract_id", "external_id", "lead", "touched_at", "kind", "rep", "is_automatic", "line", "import_id",
      "seq",
    ])
}
