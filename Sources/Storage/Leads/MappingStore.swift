import Agreement

/// Mappings of columns that were saved under a name.
struct MappingStore {
  let connection: Connection

  func insert(
    _ text: String,
    named name: Name,
    for kind: ImportKind,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO column_mapping (contract_id, name, kind, text, seq)
      VALUES (?, ?, ?, ?, ?)
      """,
      contract.id,
      name,
      kind,
      text,
      stamp.number
    )
  }

  /// The newest text under each name.
  func mappings(
    for kind: ImportKind, of contract: ContractStore.Entry
  ) throws(StorageError) -> [Name: String] {
    let saved = try connection.rows(
      """
      SELECT name, text
      FROM column_mapping
      WHERE contract_id = ? AND kind = ?
      ORDER BY column_mapping_id
      """,
      contract.id,
      kind
    ) { row in (try row.text(0, as: Name.self), try row.text(1)) }
    return Dictionary(saved) { _, newest in newest }
  }
}
