public import Agreement

extension Database {
  /// Hands over the rows of a table in the order in which they were recorded, each with a value for every column.
  ///
  /// However many there are, one of them is in memory.
  /// - Parameters:
  ///   - contract: leaves out the other contracts.
  ///   - asOf: leaves out what was recorded after that day.
  /// - Throws: `StorageError`, and what `body` throws.
  public func forEachRow(
    of table: ArchiveTable,
    contract: Name? = nil,
    asOf: Day? = nil,
    _ body: ([ArchiveValue]) throws -> Void
  ) throws {
    var failure: (any Error)?
    do {
      try connection.read { () throws(StorageError) in
        let last = try JournalStore(connection: connection).lastNumber(asOf: asOf)
        func hand(_ values: [ArchiveValue]) throws {
          do {
            try body(values)
          } catch {
            // It is to come through as it is, not as a fault of the row.
            failure = error
            throw error
          }
        }
        guard table != .journalRows else {
          return try forEachJournalRow(contract: contract, through: last, hand)
        }
        let columns = table.columns
        try connection.statement(table.sql).forEach(last, contract) { row in
          try hand(columns.indices.map { try row.archived($0, of: columns) })
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// The lines that the journal keeps, one by one: a part of them may hold thousands.
  private func forEachJournalRow(
    contract: Name?, through last: Int, _ body: ([ArchiveValue]) throws -> Void
  ) throws(StorageError) {
    let parts = try connection.statement(
      """
      SELECT journal_part.seq, body
      FROM journal_part
      JOIN journal ON journal.seq = journal_part.seq
      LEFT JOIN contract ON contract.contract_id = journal.contract_id
      WHERE journal_part.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY journal_part.seq, part
      """
    )
    try parts.forEach(last, contract) { row in
      let entry = try row.int(0)
      for line in RecordedRow.lines(of: try row.text(1)) {
        guard let recorded = RecordedRow(line: line) else {
          throw row.unexpected(
            1, found: "a line that leadpact does not write: \(RecordedRow.text(line).prefix(40))")
        }
        try body([
          .integer(entry), .text(recorded.table.rawValue), .integer(recorded.id), .text(recorded.text),
        ])
      }
    }
  }
}

extension Row {
  /// The value of a column as it is written out.
  fileprivate func archived(_ column: Int, of columns: [ArchiveColumn]) throws(StorageError) -> ArchiveValue {
    guard !isNull(column) else { return .absent }
    switch columns[column].kind {
    case .text: return .text(try text(column))
    case .number: return .integer(try int(column))
    case .score: return .decimal(Score(millionths: try int(column)).description)
    case .amount:
      let currency = try text(column + 1, as: { try Currency($0) })
      return .decimal(Money(minorUnits: try int(column), currency).decimal)
    }
  }
}
