import Agreement

/// What was done about leads: each row all that was known of a touch from then on.
struct TouchStore {
  /// The newest word on a touch.
  struct Snapshot {
    let id: Int
    /// Whether it says what a file says now.
    let isSaidAgain: Bool
    let line: Int
    /// The import that brought it.
    let importNumber: Int
  }

  let connection: Connection

  /// Finds the newest word on a touch: by contract and the touch's name.
  static let newest: StaticString =
    """
    SELECT external_id, lead, touched_at, kind, rep, is_automatic, touch_id, line, import_id
    FROM touch
    WHERE contract_id = ? AND external_id = ?
      AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE withdrawal.import_id = touch.import_id)
    ORDER BY touch_id DESC
    LIMIT 1
    """

  /// The newest word on the touch that one of `rows` is; nil where there is none.
  func newest(
    _ row: Int, of rows: borrowing ReadyRows, by writer: borrowing TouchWriter
  ) throws(StorageError) -> Snapshot? {
    try writer.newest(row, of: rows) { known in
      Snapshot(
        id: try known.int(6),
        isSaidAgain: writer.saysNothing(row, of: rows, beyond: known),
        line: try known.int(7),
        importNumber: try known.int(8)
      )
    }
  }

  /// The last touch on record, in the order of their ids' bytes; nothing where there is none.
  func greatestTouch(of contract: ContractStore.Entry) throws(StorageError) -> [UInt8] {
    let last = try connection.first("SELECT max(external_id) FROM touch WHERE contract_id = ?", contract.id) {
      row in
      row.isNull(0) ? [] : try row.bytes(0)
    }
    return last ?? []
  }

  /// The newest word on each touch up to the journal entry `last`.
  func touches(of contract: ContractStore.Entry, through last: Int = .max) throws(StorageError) -> [Touch] {
    // Beside max(), SQLite takes the other columns from the row that has it: https://www.sqlite.org/lang_select.html
    try connection.rows(
      """
      SELECT external_id, lead, touched_at, kind, rep, is_automatic, max(touch_id)
      FROM touch
      WHERE contract_id = ?1 AND seq <= ?2
        AND import_id NOT IN (SELECT import_id FROM withdrawal WHERE seq <= ?2)
      GROUP BY external_id
      """,
      contract.id,
      last
    ) { row in try Self.touch(row) }
  }

  /// A touch from its id, its lead, when it was, its kind, who did it, and whether nobody did.
  static func touch(_ row: borrowing Row) throws(StorageError) -> Touch {
    Touch(
      id: try row.text(0),
      lead: try row.text(1),
      at: try row.text(2, as: Occurrence.self),
      kind: try row.text(3),
      rep: try row.optionalText(4),
      isAutomatic: try row.bool(5)
    )
  }
}
