public import Agreement

/// A signature with a key as it is on record, for cryptography to check.
public struct RecordedKeySignature: Hashable, Sendable {
  /// Where it is: `signature_key row 2`.
  public let place: String
  /// Whose it is.
  public let email: Email
  /// The public key that is on record for it.
  public let key: PublicKey
  /// The signature.
  public let armoured: ArmouredSignature
  /// The text that it is to be the signature of, as it is stored.
  public let text: String
}

/// Compares each signature with a key with its version, its person and its key.
///
/// Whether the signature is the one of the text, is for others to say: it is in `signatures` then.
struct SignatureKeyCheck {
  private let connection: Connection
  private(set) var problems: [VerificationReport.Problem] = []
  private(set) var signatures: [RecordedKeySignature] = []

  init(of connection: Connection) throws(StorageError) {
    self.connection = connection
    try checkKeys()
    try findMissing()
  }

  private mutating func checkKeys() throws(StorageError) {
    let stored = try connection.rows(
      """
      SELECT signature_key.signature_key_id, signature_key.public_key, signature_key.fingerprint,
        signature_key.armoured, signature.email, signature.word, version.text, key_clause.signing_key
      FROM signature_key
      LEFT JOIN signature USING (signature_id)
      LEFT JOIN version USING (version_id)
      LEFT JOIN signatory
        ON signatory.version_id = signature.version_id AND signatory.email = signature.email
      LEFT JOIN key_clause USING (signatory_id)
      ORDER BY signature_key.signature_key_id
      """
    ) { row in
      (
        place: "signature_key row \(try row.int(0))", key: try row.text(1), fingerprint: try row.text(2),
        armoured: try row.text(3), email: try row.optionalText(4), word: try row.optionalText(5),
        text: try row.optionalText(6), clause: try row.optionalText(7)
      )
    }
    for row in stored {
      guard let person = row.email, row.word == "signed", let text = row.text else {
        report(row.place, "the signature that it belongs to is not there, or is a refusal")
        continue
      }
      do throws(Unreadable) {
        let email = try Email(person)
        let key = try PublicKey(row.key)
        let armoured = try ArmouredSignature(row.armoured)
        if key.fingerprint.text != row.fingerprint {
          report("\(row.place), fingerprint", "it is not that of the public key, \(key.fingerprint)")
        }
        if armoured.key != key {
          report(
            "\(row.place), public_key", "the signature was made with another key, \(armoured.key.fingerprint)"
          )
        }
        if let clause = row.clause, case .pinned(let pinned) = try KeyClause(clause), pinned != key {
          report(
            row.place,
            "\(email) signed with the key \(key.fingerprint), and the contract names \(pinned.fingerprint)"
          )
        }
        signatures.append(
          RecordedKeySignature(place: row.place, email: email, key: key, armoured: armoured, text: text)
        )
      } catch {
        report(row.place, "it cannot be read: \(error)")
      }
    }
  }

  /// Finds typed words where the contract asks for a key.
  private mutating func findMissing() throws(StorageError) {
    let missing = try connection.rows(
      """
      SELECT signature.signature_id
      FROM signature
      JOIN signatory
        ON signatory.version_id = signature.version_id AND signatory.email = signature.email
      JOIN key_clause USING (signatory_id)
      LEFT JOIN signature_key USING (signature_id)
      WHERE signature.word = 'signed'
        AND signature_key.signature_key_id IS NULL
      ORDER BY signature.signature_id
      """
    ) { row in try row.int(0) }
    for id in missing {
      report("signature row \(id)", "the contract asks for a signature with a key, and there is none")
    }
  }

  private mutating func report(_ place: String, _ message: String) {
    problems.append(VerificationReport.Problem(place: place, message: message))
  }
}
