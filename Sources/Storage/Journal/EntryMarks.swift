import Agreement

/// Who recorded rows, and when: looked up once for all rows in a row that one command has recorded.
///
/// For tables that hold many rows of one entry each; the others join the journal (`Row.mark`).
struct EntryMarks {
  let connection: Connection
  /// Stands in for the entry that the running transaction has yet to make.
  let stamp: Stamp?
  private var last: (seq: Int, at: Moment, by: String)?

  init(connection: Connection, stamp: Stamp?) {
    self.connection = connection
    self.stamp = stamp
  }

  /// The mark of a row, by the columns of its number and of its journal entry.
  mutating func mark(of row: borrowing Row, _ number: Int, entry: Int) throws(StorageError) -> EntryMark {
    let seq = try row.int(entry)
    if let stamp, stamp.number == seq { return stamp.mark(try row.int(number)) }
    if last?.seq != seq { last = try author(of: seq).map { (seq, $0.at, $0.by) } }
    if let last { return EntryMark(number: try row.int(number), at: last.at, by: last.by) }
    throw row.unexpected(entry, found: "\(seq), which the journal does not have")
  }

  private func author(of seq: Int) throws(StorageError) -> (at: Moment, by: String)? {
    try connection.first(
      """
      SELECT recorded_at, recorded_by
      FROM journal
      WHERE seq = ?
      """,
      seq
    ) { row in (try row.moment(0), try row.text(1)) }
  }
}
