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
    }
  }

  func signatories(of version: Int) throws(StorageError) -> [Signatory] {
    try connection.rows(
      """
      SELECT name, email, team, role, owes
      FROM signatory
      WHERE version_id = ?
      ORDER BY position
      """,
      version
    ) { row in
      Signatory(
        name: try row.text(0),
        email: try row.text(1, as: Email.init(_:)),
        team: try row.text(2, as: Team.init(rawValue:)),
        role: try row.text(3),
        owes: try row.text(4)
      )
    }
  }
}
