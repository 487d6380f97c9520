import Agreement

/// Who must sign a version.
struct SignatoryStore {
  let connection: Connection

  func insert(_ signatories: [Signatory], of version: Int) throws(StorageError) {
    for (index, person) in signatories.enumerated() {
      try connection.run(
        """
        INSERT INTO signatory (version_id, position, name, email, team, role, owes)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        version,
        index + 1,
        person.name,
        person.email,
        person.team.rawValue,
        person.role,
        person.owes
      )
      if let key = person.key { try insert(key, of: connection.lastInsertedRowID) }
    }
  }

  private func insert(_ key: KeyClause, of signatory: Int) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO key_clause (signatory_id, signing_key)
      VALUES (?, ?)
      """,
      signatory,
      key.text
    )
  }

  /// Who must sign, by the row of the version.
  func signatories(of span: VersionSpan) throws(StorageError) -> [Int: [Signatory]] {
    try connection.groups(
      """
      SELECT version_id, signatory.name, email, team, role, owes, signing_key
      FROM signatory
      JOIN version USING (version_id)
      LEFT JOIN key_clause USING (signatory_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY version_id, position
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      Signatory(
        name: try row.text(1),
        email: try row.text(2, as: Email.init(_:)),
        team: try row.text(3, as: Team.init(rawValue:)),
        role: try row.text(4),
        owes: try row.text(5),
        key: try row.optionalText(6, as: KeyClause.init(_:))
      )
    }
  }
}
