import Agreement

/// The files that brought rows.
struct ImportStore {
  let connection: Connection

  func insert(
    _ file: DeliveryFile,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) -> Int {
    try connection.run(
      """
      INSERT INTO import (contract_id, kind, file_name, file_digest, rows, seq)
      VALUES (?, 'deliveries', ?, ?, ?, ?)
      """,
      contract.id,
      file.name,
      file.digest,
      file.rows.count,
      stamp.number
    )
    return connection.lastInsertedRowID
  }

  /// When and by whom the file of that digest was last imported; nil where it never was.
  func mark(of digest: Digest, for contract: ContractStore.Entry) throws(StorageError) -> EntryMark? {
    try connection.first(
      """
      SELECT import_id, recorded_at, recorded_by
      FROM import
      LEFT JOIN journal USING (seq)
      WHERE import.contract_id = ? AND kind = 'deliveries' AND file_digest = ?
      ORDER BY import_id DESC
      LIMIT 1
      """,
      contract.id,
      digest
    ) { row in try row.mark(0, 1, 2) }
  }
}
