import Agreement

/// The histories that a command has read, so that it does not put together the same versions several times.
///
/// One is handed out again while nothing was added to it, and no other process changed the file. What a transaction
/// that writes reads is not kept, since it may be undone.
final class KeptHistories {
  /// What a history was read from.
  private struct Mark: Hashable {
    let newestVersion: Int
    let newestSignature: Int?
    /// SQLite's number for what other connections have made of the file.
    let data: Int
  }

  private var kept: [ContractStore.Entry: (mark: Mark, history: ContractHistory)] = [:]

  /// What `ContractStore.history(of:through:)` says.
  func history(
    of contract: ContractStore.Entry, through last: Int = .max, on connection: Connection
  ) throws(StorageError) -> ContractHistory? {
    guard let mark = try mark(of: contract, through: last, on: connection) else { return nil }
    if let known = kept[contract], known.mark == mark { return known.history }
    let history = try ContractStore(connection: connection).history(of: contract, through: last)
    if connection.transactionPurpose != .writing { kept[contract] = history.map { (mark, $0) } }
    return history
  }

  /// Nil where there was no version yet.
  private func mark(
    of contract: ContractStore.Entry, through last: Int, on connection: Connection
  ) throws(StorageError) -> Mark? {
    let data = try connection.first("PRAGMA data_version") { row in try row.int(0) } ?? 0
    return try connection.first(
      """
      SELECT max(version.seq), max(signature.seq)
      FROM version
      LEFT JOIN signature ON signature.version_id = version.version_id AND signature.seq <= ?2
      WHERE contract_id = ?1 AND version.seq <= ?2
      """,
      contract.id,
      last
    ) { row in
      row.isNull(0)
        ? nil : Mark(newestVersion: try row.int(0), newestSignature: try row.optionalInt(1), data: data)
    } ?? nil
  }
}
