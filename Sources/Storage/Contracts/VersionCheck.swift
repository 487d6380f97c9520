import Agreement

/// Compares the text of each version with its digest and its terms, and each signature with its version.
struct VersionCheck {
  private let connection: Connection
  private(set) var problems: [VerificationReport.Problem] = []
  private(set) var versions = 0
  private(set) var signatures = 0

  init(of connection: Connection) throws(StorageError) {
    self.connection = connection
    try checkVersions()
    try checkSignatures()
  }

  private mutating func checkVersions() throws(StorageError) {
    let stored = try connection.rows(
      """
      SELECT version.version_id, ifnull(contract.name, '?') || ' version ' || version.number,
        version.text, version.digest, version.contract_id
      FROM version
      LEFT JOIN contract USING (contract_id)
      ORDER BY version.version_id
      """
    ) { row in
      (
        id: try row.int(0), place: try row.text(1), text: try row.text(2), digest: try row.text(3),
        contract: try row.int(4)
      )
    }
    for version in stored {
      versions += 1
      if Digest(hashing: version.text).hex != version.digest {
        report(version.place, "its text does not have its digest \(version.digest.prefix(12))")
      }
      do {
        let stored = try VersionStore(connection: connection)
          .versions(of: version.contract, in: version.id...version.id)
        let terms = stored.first?.contract.canonicalText ?? ""
        // Digests tell apart what Unicode calls equivalent.
        guard Digest(hashing: terms) != Digest(hashing: version.text) else { continue }
        let difference = Self.difference(terms, version.text)
        report(version.place, "its terms no longer say what its text says\(difference)")
      } catch .unexpectedValue(let table, let column, let found) {
        let field = table.map { "\($0).\(column)" } ?? column
        report(version.place, "its terms cannot be read: \(field) is \(found)")
      }
    }
  }

  /// The first line that differs, in both forms.
  private static func difference(_ terms: String, _ text: String) -> String {
    let pairs = zip(terms.split(separator: "\n"), text.split(separator: "\n"))
    guard let (term, line) = pairs.first(where: { !$0.utf8.elementsEqual($1.utf8) }) else { return "" }
    func trimmed(_ line: Substring) -> String { String(line.drop { $0 == " " }.prefix(60)) }
    return ": '\(trimmed(term))' where the text has '\(trimmed(line))'"
  }

  private mutating func checkSignatures() throws(StorageError) {
    let stored = try connection.rows(
      """
      SELECT signature.signature_id, signature.digest = version.digest, signatory.signatory_id IS NOT NULL
      FROM signature
      LEFT JOIN version USING (version_id)
      LEFT JOIN signatory
        ON signatory.version_id = signature.version_id AND signatory.email = signature.email
      ORDER BY signature.signature_id
      """
    ) { row in
      (id: try row.int(0), isOfText: row.isNull(1) ? nil : try row.bool(1), isExpected: try row.bool(2))
    }
    for signature in stored {
      signatures += 1
      let place = "signature row \(signature.id)"
      switch signature.isOfText {
      case nil: report(place, "the version that it is for is not there")
      case false: report(place, "it is for another text: its digest is not the version's")
      case true where !signature.isExpected: report(place, "nobody of its address signs that version")
      default: break
      }
    }
  }

  private mutating func report(_ place: String, _ message: String) {
    problems.append(VerificationReport.Problem(place: place, message: message))
  }
}
