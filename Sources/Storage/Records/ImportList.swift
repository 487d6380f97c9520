public import Agreement

/// A file that brought rows, and whether it was taken back.
public struct ImportRecord: Hashable, Sendable {
  /// That an import was taken back.
  public struct Withdrawal: Hashable, Sendable {
    /// When.
    public let at: Moment
    /// By whom.
    public let by: String
    /// Why.
    public let reason: String
  }

  /// The contract that it was imported for.
  public let contract: Name
  /// What its rows are.
  public let kind: ImportKind
  /// Its name.
  public let file: String
  /// How many of its rows were put on record.
  public let rows: Int
  /// Its number, when it was imported, and by whom.
  public let mark: EntryMark
  /// That it was taken back; nil where it stands.
  public let withdrawal: Withdrawal?
}

extension Database {
  /// The imports, oldest first, as known on the day `asOf`.
  ///
  /// - Parameter contract: leaves out those for other contracts.
  public func imports(for contract: Name? = nil, asOf: Day? = nil) throws(StorageError) -> [ImportRecord] {
    try connection.read { () throws(StorageError) in
      let last = try JournalStore(connection: connection).lastNumber(asOf: asOf)
      return try connection.rows(
        """
        SELECT import.import_id, journal.recorded_at, journal.recorded_by, contract.name, kind, file_name,
          import.rows, undone.recorded_at, undone.recorded_by, withdrawal.reason
        FROM import
        JOIN contract USING (contract_id)
        JOIN journal ON journal.seq = import.seq
        LEFT JOIN withdrawal ON withdrawal.import_id = import.import_id AND withdrawal.seq <= ?1
        LEFT JOIN journal AS undone ON undone.seq = withdrawal.seq
        WHERE import.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
        ORDER BY import.import_id
        """,
        last,
        contract
      ) { row in
        ImportRecord(
          contract: try row.text(3, as: Name.self),
          kind: try row.text(4, as: ImportKind.init(rawValue:)),
          file: try row.text(5),
          rows: try row.int(6),
          mark: try row.mark(0, 1, 2),
          withdrawal: row.isNull(7)
            ? nil
            : ImportRecord.Withdrawal(
              at: try row.text(7, as: Moment.self), by: try row.text(8), reason: try row.text(9))
        )
      }
    }
  }
}
