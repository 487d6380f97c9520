import Agreement

/// A journal entry as it is hashed: the texts of its columns.
struct HashedEntry: Hashable {
  var number: Int
  var at: String
  var by: String
  var action: String
  var subject: String
  var contract: Int?
  var rows: Int
  var contentHash: String
  var previousHash: String

  /// The SHA-256 over the columns in their order, each as its length in bytes, a colon, its bytes and a comma.
  ///
  /// With its length before it, no column can run over into the next. See <https://cr.yp.to/proto/netstrings.txt>
  /// and docs/database.md, which says how to compute it without leadpact.
  var hash: String {
    let columns = [
      "\(number)", at, by, action, subject, contract.map { "\($0)" } ?? "", "\(rows)", contentHash,
      previousHash,
    ]
    return Digest(hashing: columns.map { "\($0.utf8.count):\($0)," }.joined()).hex
  }

  /// Adds it to the journal, under its hash.
  func insert(on connection: Connection) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO journal (
        seq, recorded_at, recorded_by, action, subject, contract_id, rows, content_hash, previous_hash, hash
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      number,
      at,
      by,
      action,
      subject,
      contract,
      rows,
      contentHash,
      previousHash,
      hash
    )
  }
}
