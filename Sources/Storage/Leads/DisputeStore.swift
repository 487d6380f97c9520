import Agreement

/// The steps of disputes on leads.
struct DisputeStore {
  let connection: Connection

  /// Adds a step, and returns it with its number.
  func insert(
    _ word: DisputeStep.Word,
    on lead: String,
    reason: String,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) -> DisputeStep {
    try connection.run(
      """
      INSERT INTO dispute (contract_id, lead, word, reason, seq)
      VALUES (?, ?, ?, ?, ?)
      """,
      contract.id,
      lead,
      word.rawValue,
      reason,
      stamp.number
    )
    return DisputeStep(lead: lead, word: word, reason: reason, mark: stamp.mark(connection.lastInsertedRowID))
  }

  /// Whether any lead of the contract was ever disputed.
  func hasSteps(of contract: ContractStore.Entry) throws(StorageError) -> Bool {
    try connection.first(
      """
      SELECT 1
      FROM dispute
      WHERE contract_id = ?
      LIMIT 1
      """,
      contract.id
    ) { _ in true } ?? false
  }

  /// The steps up to the journal entry `last`, oldest first, of one lead where one is given.
  func steps(
    of contract: ContractStore.Entry, on lead: String? = nil, through last: Int = .max
  ) throws(StorageError) -> [DisputeStep] {
    try connection.rows(
      """
      SELECT dispute_id, lead, word, reason, recorded_at, recorded_by
      FROM dispute
      LEFT JOIN journal USING (seq)
      WHERE dispute.contract_id = ?1 AND (?2 IS NULL OR lead = ?2) AND seq <= ?3
      ORDER BY dispute_id
      """,
      contract.id,
      lead,
      last
    ) { row in
      try Self.step(row)
    }
  }

  /// A step from its number, lead, word and reason, and the moment and the person of its journal entry.
  ///
  /// - Parameter stamp: the stamp of the running transaction, under which it has added one itself.
  static func step(_ row: borrowing Row, under stamp: Stamp? = nil) throws(StorageError) -> DisputeStep {
    DisputeStep(
      lead: try row.text(1),
      word: try row.text(2, as: DisputeStep.Word.init(rawValue:)),
      reason: try row.text(3),
      mark: try row.mark(0, 4, 5, under: stamp)
    )
  }
}
