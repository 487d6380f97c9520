import Agreement

/// The journal: each change with the rows it added, chained by hashes.
struct JournalStore {
  /// A change, before it is written down.
  struct Change {
    let action: JournalEntry.Action
    let subject: String
    let by: String
    let at: Moment
  }

  let connection: Connection

  /// Where the journal ends, or ended on the day `asOf`.
  func head(asOf: Day? = nil) throws(StorageError) -> JournalHead {
    let last = try connection.first(
      """
      SELECT seq, hash
      FROM journal
      WHERE ?1 IS NULL OR recorded_on <= ?1
      ORDER BY seq DESC
      LIMIT 1
      """,
      asOf
    ) { row in
      JournalHead(number: try row.int(0), hash: try row.text(1, as: Digest.init(hex:)))
    }
    return last ?? JournalHead.empty
  }

  /// Writes down a change with every row that the running transaction has added; nothing where it added none.
  func append(_ change: Change) throws(StorageError) {
    let rows = connection.changedRows
    guard !rows.isEmpty else { return }
    let head = try head()
    let entry = HashedEntry(
      number: head.number + 1,
      at: change.at.description,
      by: change.by,
      action: change.action.rawValue,
      subject: change.subject,
      content: try content(of: rows),
      previousHash: head.hash.hex
    )
    try connection.run(
      """
      INSERT INTO journal (seq, recorded_at, recorded_by, action, subject, content, previous_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      entry.number,
      entry.at,
      entry.by,
      entry.action,
      entry.subject,
      entry.content,
      entry.previousHash,
      entry.hash
    )
  }

  /// The rows as a JSON array, read back from their tables.
  private func content(of rows: [RowChange]) throws(StorageError) -> String {
    var items: [String] = []
    for change in rows {
      guard let table = JournaledTable(rawValue: change.table), change.operation == .insert else {
        preconditionFailure("Rows are only added, and to journaled tables: \(change)")
      }
      let row = try connection.first(table.row, change.rowID) { row in try row.text(0) }
      guard let row else { preconditionFailure("A row added is there: \(change)") }
      items.append(#"{"table":"\#(change.table)","id":\#(change.rowID),"row":\#(row)}"#)
    }
    return "[" + items.joined(separator: ",\n") + "]"
  }

  /// The newest `limit` entries up to the day `asOf`, oldest first.
  func entries(asOf: Day?, limit: Int?) throws(StorageError) -> [JournalEntry] {
    let newestFirst = try connection.rows(
      """
      SELECT seq, recorded_at, recorded_by, action, subject, content, previous_hash, hash
      FROM journal
      WHERE ?1 IS NULL OR recorded_on <= ?1
      ORDER BY seq DESC
      LIMIT ?2
      """,
      asOf,
      limit ?? -1
    ) { row in
      JournalEntry(
        number: try row.int(0),
        at: try row.text(1, as: Moment.init(_:)),
        by: try row.text(2),
        action: try row.text(3, as: JournalEntry.Action.init(rawValue:)),
        subject: try row.text(4),
        content: try row.text(5),
        previousHash: try row.text(6, as: Digest.init(hex:)),
        hash: try row.text(7, as: Digest.init(hex:))
      )
    }
    return newestFirst.reversed()
  }
}
