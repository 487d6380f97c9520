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

  /// The newest import of that kind for the contract that was not taken back; nil where there is none.
  ///
  /// What it found on record already it did not store again, so that it has to be withdrawn before any older one.
  func newestStanding(_ kind: ImportKind, for contract: ContractStore.Entry) throws(StorageError) -> Int? {
    try connection.first(
      """
      SELECT import_id
      FROM import
      WHERE contract_id = ? AND kind = ? AND import_id NOT IN (SELECT import_id FROM withdrawal)
      ORDER BY import_id DESC
      LIMIT 1
      """,
      contract.id,
      kind
    ) { row in try row.int(0) }
  }
}
