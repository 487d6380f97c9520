import Agreement

/// What was signed with keys, beside the words of the signatures.
struct SignatureKeyStore {
  let connection: Connection

  func insert(_ signature: KeySignature, of id: Int) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO signature_key (signature_id, public_key, fingerprint, armoured)
      VALUES (?, ?, ?, ?)
      """,
      id,
      signature.key.text,
      signature.fingerprint.text,
      signature.armoured.text
    )
  }
}

extension Row {
  /// A signature with a key from the column of the armoured signature and that of the fingerprint; nil where there
  /// is none.
  func keySignature(_ armoured: Int, _ fingerprint: Int) throws(StorageError) -> KeySignature? {
    guard !isNull(armoured) else { return nil }
    return KeySignature(
      try text(armoured, as: ArmouredSignature.init(_:)),
      fingerprint: try text(fingerprint, as: KeyFingerprint.init(_:))
    )
  }
}
