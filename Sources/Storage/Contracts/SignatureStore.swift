import Agreement

/// The words that people gave on versions.
struct SignatureStore {
  let connection: Connection

  func insert(
    _ signature: Signature,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) {
    let reason: String? = if case .declined(let reason) = signature.word { reason } else { nil }
    try connection.run(
      """
      INSERT INTO signature (version_id, email, word, reason, digest, seq)
      SELECT version_id, ?3, ?4, ?5, ?6, ?7
      FROM version
      WHERE contract_id = ?1 AND number = ?2
      """,
      contract.id,
      signature.version,
      signature.email,
      reason == nil ? "signed" : "declined",
      reason,
      signature.digest,
      stamp.number
    )
    guard let key = signature.key else { return }
    try SignatureKeyStore(connection: connection).insert(key, of: connection.lastInsertedRowID)
  }

  /// The words in the order in which they were given, up to the journal entry `last`.
  ///
  /// - Parameter stamp: the stamp of the running transaction, under which it has added one itself.
  func signatures(
    of contract: ContractStore.Entry, through last: Int, under stamp: Stamp? = nil
  ) throws(StorageError) -> [Signature] {
    try connection.rows(
      """
      SELECT version.number, signature.digest, signature.email, signature.word, signature.reason,
        journal.recorded_at, signature_key.armoured, signature_key.fingerprint
      FROM signature
      JOIN version USING (version_id)
      LEFT JOIN signature_key USING (signature_id)
      LEFT JOIN journal ON journal.seq = signature.seq
      WHERE version.contract_id = ? AND signature.seq <= ?
      ORDER BY signature.signature_id
      """,
      contract.id,
      last
    ) { row in
      let reason = try row.optionalText(4)
      return Signature(
        version: try row.int(0),
        digest: try row.text(1, as: Digest.init(hex:)),
        email: try row.text(2, as: Email.init(_:)),
        word: try row.text(3) { word in
          switch (word, reason) {
          case ("signed", nil): .signed
          case ("declined", let reason?): .declined(reason: reason)
          default: nil
          }
        },
        at: try row.moment(5, under: stamp),
        key: try row.keySignature(6, 7)
      )
    }
  }
}
