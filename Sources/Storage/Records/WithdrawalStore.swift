import Agreement

/// The imports that were taken back.
struct WithdrawalStore {
  let connection: Connection

  func insert(_ number: Int, reason: String, under stamp: Stamp) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO withdrawal (import_id, reason, seq)
      VALUES (?, ?, ?)
      """,
      number,
      reason,
      stamp.number
    )
  }

  func isWithdrawn(_ number: Int) throws(StorageError) -> Bool {
    try connection.first(
      """
      SELECT withdrawal_id
      FROM withdrawal
      WHERE import_id = ?
      """,
      number
    ) { row in try row.int(0) } != nil
  }

  /// What an import brought; nil where there is none of that number for the contract.
  func kind(of number: Int, for contract: ContractStore.Entry) throws(StorageError) -> ImportKind? {
    try connection.first(
      """
      SELECT kind
      FROM import
      WHERE import_id = ? AND contract_id = ?
      """,
      number,
      contract.id
    ) { row in try row.text(0, as: ImportKind.init(rawValue:)) }
  }

  /// The number of the newest import for the contract; nil where there is none.
  func newestImport(for contract: ContractStore.Entry) throws(StorageError) -> Int? {
    try connection.first(
      """
      SELECT import_id
      FROM import
      WHERE contract_id = ?
      ORDER BY import_id DESC
      LIMIT 1
      """,
      contract.id
    ) { row in try row.int(0) }
  }

  /// The newest import that says something else of what an import brought; nil where none does.
  ///
  /// What it says builds on what it found, so that it has to be withdrawn first.
  func importThatChanged(_ number: Int, _ kind: ImportKind) throws(StorageError) -> Int? {
    if kind == .touches { return try importThatChanged(touchesOf: number) }
    return try connection.first(
      """
      SELECT import_id FROM (
        SELECT later.import_id
        FROM lead AS own
        JOIN lead AS later
          ON later.contract_id = own.contract_id AND later.external_id = own.external_id
            AND later.part = own.part AND later.import_id > own.import_id
        WHERE own.import_id = ?1
        UNION ALL
        SELECT later.import_id
        FROM lead AS own
        JOIN lead AS later
          ON later.contract_id = own.contract_id AND later.part = own.part AND later.part GLOB 'deal *'
            AND later.import_id > own.import_id
        WHERE own.import_id = ?1 AND own.part GLOB 'deal *'
      )
      WHERE import_id NOT IN (SELECT import_id FROM withdrawal)
      ORDER BY import_id DESC
      LIMIT 1
      """,
      number
    ) { row in try row.int(0) }
  }

  private func importThatChanged(touchesOf number: Int) throws(StorageError) -> Int? {
    try connection.first(
      """
      SELECT later.import_id
      FROM touch AS own
      JOIN touch AS later
        ON later.contract_id = own.contract_id AND later.external_id = own.external_id
          AND later.import_id > own.import_id
      WHERE own.import_id = ? AND later.import_id NOT IN (SELECT import_id FROM withdrawal)
      ORDER BY later.import_id DESC
      LIMIT 1
      """,
      number
    ) { row in try row.int(0) }
  }
}
