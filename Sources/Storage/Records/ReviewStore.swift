import Agreement

/// Quarters whose metrics were kept on purpose.
struct ReviewStore {
  let connection: Connection

  /// Adds a review, and returns it with its number.
  func insert(
    _ quarter: Quarter,
    reason: String,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) -> Review {
    try connection.run(
      """
      INSERT INTO review (contract_id, quarter_first_month, reason, seq)
      VALUES (?, ?, ?, ?)
      """,
      contract.id,
      quarter.firstMonth,
      reason,
      stamp.number
    )
    let mark = stamp.mark(connection.lastInsertedRowID)
    return Review(quarter: quarter, reason: reason, mark: mark)
  }

  /// The reviews recorded up to the journal entry `last`.
  func reviews(
    of contract: ContractStore.Entry,
    fiscalYearStart: Int,
    through last: Int = .max
  ) throws(StorageError) -> [Review] {
    try connection.rows(
      """
      SELECT review_id, quarter_first_month, reason, recorded_at, recorded_by
      FROM review
      LEFT JOIN journal USING (seq)
      WHERE review.contract_id = ?1 AND seq <= ?2
      ORDER BY review_id
      """,
      contract.id,
      last
    ) { row in
      Review(
        quarter: try row.text(1) { text in
          let month = try Month(text)
          let quarter = Quarter(containing: month, fiscalYearStart: fiscalYearStart)
          return quarter.firstMonth == month ? quarter : nil
        },
        reason: try row.text(2),
        mark: try row.mark(0, 3, 4)
      )
    }
  }
}
