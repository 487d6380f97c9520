import Agreement

/// The journal: each change with the rows it added, chained by hashes.
struct JournalStore {
  /// A change, before it is written down.
  struct Change {
    let action: JournalEntry.Action
    let subject: String
    /// The row of the contract that it belongs to; nil where it belongs to none.
    let contract: Int?
  }

  let connection: Connection
  /// What is not written down.
  var derivedTables = DerivedTable.names

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

  /// The entry whose hash begins so, or the empty journal before all of them; nil where there is none.
  func entry(_ prefix: HashPrefix) throws(StorageError) -> JournalHead? {
    if prefix.matches(JournalHead.empty.hash) { return JournalHead.empty }
    return try connection.first(
      """
      SELECT seq, hash
      FROM journal
      WHERE hash BETWEEN ?1 AND ?1 || 'g'
      """,
      prefix.hex
    ) { row in
      JournalHead(number: try row.int(0), hash: try row.text(1, as: Digest.init(hex:)))
    }
  }

  /// Writes down a change with every row that the running transaction has added; nothing where it added none.
  func append(_ change: Change, under stamp: Stamp) throws(StorageError) {
    var content = JournalContent(of: stamp.number, on: connection)
    try append(change, under: stamp, content: &content)
  }

  /// The same where some of the rows may be written down already.
  ///
  /// - Parameter content: holds the rows that were written down as they were added.
  func append(
    _ change: Change, under stamp: Stamp, content: inout JournalContent
  ) throws(StorageError) {
    try recordChangedRows(in: &content)
    guard content.rows > 0 else { return }
    let contentHash = try content.finish()
    let head = try head()
    precondition(stamp.number == head.number + 1, "Nobody else adds an entry meanwhile")
    let entry = HashedEntry(
      number: stamp.number,
      at: stamp.at.description,
      by: stamp.by,
      action: change.action.rawValue,
      subject: change.subject,
      contract: change.contract,
      rows: content.rows,
      contentHash: contentHash.hex,
      previousHash: head.hash.hex
    )
    try entry.insert(on: connection)
  }

  /// Writes down the rows that the running transaction has added and that are not written down yet, read back from
  /// their tables.
  private func recordChangedRows(in content: inout JournalContent) throws(StorageError) {
    var known = content.additions[...]
    for changes in connection.takeChangedRows() where !derivedTables.contains(changes.table) {
      if let rest = known.first?.without(changes) {
        if rest.count > 0 { known[known.startIndex] = rest } else { known.removeFirst() }
        continue
      }
      guard let table = JournaledTable(rawValue: changes.table), changes.operation == .insert else {
        preconditionFailure("Rows are only added, and to journaled tables: \(changes)")
      }
      let before = content.rows
      try connection.statement(table.rows).forEach(changes.first, changes.rowIDs.upperBound - 1) { row in
        try content.append(table, row.int(0), row: row.text(1))
      }
      precondition(content.rows - before == changes.count, "A row added is there: \(changes)")
    }
    precondition(known.isEmpty, "What was written down was added: \(known)")
  }

  /// The newest `limit` entries up to the one of that number, oldest first.
  func entries(through last: Int, limit: Int?) throws(StorageError) -> [JournalEntry] {
    let newestFirst = try connection.rows(
      """
      SELECT journal.seq, recorded_at, recorded_by, action, subject, contract.name, journal.rows, content_hash,
        previous_hash, hash, import_id
      FROM journal
      LEFT JOIN contract USING (contract_id)
      LEFT JOIN import ON journal.action = 'import' AND import.seq = journal.seq
      WHERE journal.seq <= ?
      ORDER BY journal.seq DESC
      LIMIT ?
      """,
      last,
      limit ?? -1
    ) { row in
      JournalEntry(
        number: try row.int(0),
        at: try row.text(1, as: Moment.self),
        by: try row.text(2),
        action: try row.text(3, as: JournalEntry.Action.init(rawValue:)),
        subject: try row.text(4),
        contract: try row.optionalText(5, as: Name.self),
        importNumber: try row.optionalInt(10),
        rows: try row.int(6),
        contentHash: try row.text(7, as: Digest.init(hex:)),
        previousHash: try row.text(8, as: Digest.init(hex:)),
        hash: try row.text(9, as: Digest.init(hex:))
      )
    }
    return newestFirst.reversed()
  }
}

extension RowChanges {
  /// The rows that follow `first` among these; nil where these do not begin with them.
  ///
  /// Changes of tables that are not journaled may stand between rows that the journal holds one after the other.
  fileprivate func without(_ first: RowChanges) -> RowChanges? {
    guard table == first.table, operation == first.operation, self.first == first.first, count >= first.count
    else {
      return nil
    }
    return RowChanges(
      table: table, operation: operation, first: first.rowIDs.upperBound, count: count - first.count)
  }
}
