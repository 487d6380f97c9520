import Agreement

/// What came of leads.
struct OutcomeStore {
  let connection: Connection

  /// Adds an outcome, and returns it with its number.
  ///
  /// - Parameter importNumber: the import that brought it; nil where it was recorded by hand.
  func insert(
    _ outcome: NewOutcome,
    from importNumber: Int? = nil,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) -> Outcome {
    try connection.run(
      """
      INSERT INTO outcome (
        contract_id, stream, lead_type, month, sqls, opportunities, won, revenue_minor_units, import_id, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      contract.id,
      outcome.key.stream,
      outcome.key.leadType,
      outcome.month,
      outcome.figures.sqls,
      outcome.figures.opportunities,
      outcome.figures.won,
      outcome.figures.revenue?.minorUnits,
      importNumber,
      stamp.number
    )
    return Outcome(
      key: outcome.key,
      month: outcome.month,
      figures: outcome.figures,
      mark: stamp.mark(connection.lastInsertedRowID)
    )
  }

  /// The outcomes recorded up to the journal entry `last`.
  func outcomes(
    of contract: ContractStore.Entry,
    in currency: Currency,
    through last: Int = .max
  ) throws(StorageError) -> [Outcome] {
    try connection.rows(
      """
      SELECT outcome_id, stream, lead_type, month, sqls, opportunities, won, revenue_minor_units,
        recorded_at, recorded_by
      FROM outcome
      LEFT JOIN journal USING (seq)
      WHERE outcome.contract_id = ?1 AND seq <= ?2
      ORDER BY outcome_id
      """,
      contract.id,
      last
    ) { row in
      Outcome(
        key: LeadTypeKey(
          stream: try row.text(1, as: Name.self),
          leadType: try row.text(2, as: Name.self)
        ),
        month: try row.text(3, as: Month.self),
        figures: OutcomeFigures(
          sqls: try row.optionalInt(4),
          opportunities: try row.optionalInt(5),
          won: try row.optionalInt(6),
          revenue: try row.optionalInt(7).map { Money(minorUnits: $0, currency) }
        ),
        mark: try row.mark(0, 8, 9)
      )
    }
  }
}
