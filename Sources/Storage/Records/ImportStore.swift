import Agreement

/// What the rows of a file are.
public enum ImportKind: String, Hashable, Sendable, CaseIterable {
  /// Counts of leads.
  case deliveries
  /// What came of leads.
  case outcomes
  /// Leads.
  case leads
  /// What was done about leads.
  case touches
}

extension ImportKind: Bindable {
  var stored: StoredValue { .text(rawValue) }
}

/// The files that brought rows.
struct ImportStore {
  /// A file, as the record of its import keeps it.
  struct File {
    let kind: ImportKind
    let name: String
    let digest: Digest
    /// How many of its rows are on record.
    let rows: Int
  }

  let connection: Connection

  /// The number that the next import gets.
  func nextNumber() throws(StorageError) -> Int {
    try connection.first(
      """
      SELECT ifnull(max(import_id), 0) + 1
      FROM import
      """
    ) { row in try row.int(0) } ?? 1
  }

  func insert(
    _ file: File,
    as number: Int,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO import (import_id, contract_id, kind, file_name, file_digest, rows, seq)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      number,
      contract.id,
      file.kind,
      file.name,
      file.digest,
      file.rows,
      stamp.number
    )
  }

  /// When and by whom the file of that digest was last imported; nil where it never was.
  func mark(
    of digest: Digest, as kind: ImportKind, for contract: ContractStore.Entry
  ) throws(StorageError) -> EntryMark? {
    try connection.first(
      """
      SELECT import_id, recorded_at, recorded_by
      FROM import
      LEFT JOIN journal USING (seq)
      WHERE import.contract_id = ? AND kind = ? AND file_digest = ?
      ORDER BY import_id DESC
      LIMIT 1
      """,
      contract.id,
      kind,
      digest
    ) { row in try row.mark(0, 1, 2) }
  }

  /// The marks of the imports up to the journal entry `last`, by their numbers.
  ///
  /// - Parameter stamp: stands in for the entry that the running transaction has yet to make.
  func marks(
    for contract: ContractStore.Entry, through last: Int = .max, under stamp: Stamp? = nil
  ) throws(StorageError) -> [Int: EntryMark] {
    let marks = try connection.rows(
      """
      SELECT import_id, recorded_at, recorded_by
      FROM import
      LEFT JOIN journal USING (seq)
      WHERE import.contract_id = ? AND seq <= ?
      """,
      contract.id,
      last
    ) { row in try row.mark(0, 1, 2, under: stamp) }
    return Dictionary(marks.map { ($0.number, $0) }) { _, last in last }
  }
}
