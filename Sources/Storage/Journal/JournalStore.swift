import Agreement

/// The journal: each change with the rows it added, chained by hashes.
struct JournalStore {
  /// A change, before it is written down.
  struct Change {
    let action: JournalEntry.Action
    let subject: String
  }

  let connection: Connection

  /// Where the journal ends, or ended with the entry of that number.
  func head(through last: Int = .max) throws(StorageError) -> JournalHead {
    let last = try connection.first(
      """
      SELECT seq, hash
      FROM journal
      WHERE seq <= ?
      ORDER BY seq DESC
      LIMIT 1
      """,
      last
    ) { row in
      JournalHead(number: try row.int(0), hash: try row.text(1, as: Digest.init(hex:)))
    }
    return last ?? JournalHead.empty
  }

  /// What the next entry says of when and who.
  ///
  /// - Throws: `BackdatingRefusal` for a moment before that of the newest entry, `StorageError`.
  func stamp(by person: String, at moment: Moment) throws -> Stamp {
    let newest = try entries(through: .max, limit: 1).last
    if let newest, moment.instant < newest.at.instant {
      throw BackdatingRefusal(moment: moment, newest: newest)
    }
    return Stamp(number: (newest?.number ?? 0) + 1, at: moment, by: person)
  }

  /// The number of the last entry of the day `asOf` or before, 0 for none; without a day, beyond every entry.
  ///
  /// What was known on that day are the rows that refer to it or to an entry before.
  func lastNumber(asOf day: Day?) throws(StorageError) -> Int {
    guard let day else { return .max }
    return try connection.first(
      """
      SELECT seq
      FROM journal
      WHERE recorded_on <= ?
      ORDER BY seq DESC
      LIMIT 1
      """,
      day
    ) { row in try row.int(0) } ?? 0
  }

  /// Writes down a change with every row that the running transaction has added; nothing where it added none.
  func append(_ change: Change, under stamp: Stamp) throws(StorageError) {
    let rows = connection.changedRows
    guard !rows.isEmpty else { return }
    let head = try head()
    precondition(stamp.number == head.number + 1, "Nobody else adds an entry meanwhile")
    let entry = HashedEntry(
      number: stamp.number,
      at: stamp.at.description,
      by: stamp.by,
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

  /// The newest `limit` entries up to the one of that number, oldest first.
  func entries(through last: Int, limit: Int?) throws(StorageError) -> [JournalEntry] {
    let newestFirst = try connection.rows(
      """
      SELECT seq, recorded_at, recorded_by, action, subject, content, previous_hash, hash
      FROM journal
      WHERE seq <= ?
      ORDER BY seq DESC
      LIMIT ?
      """,
      last,
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
