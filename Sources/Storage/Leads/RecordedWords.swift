public import Agreement

/// Words on record that people name to commands, found without reading all that is on record about them.
extension Database {
  /// The reps that leads were given to or observed, by name; none where there is no contract of that name.
  ///
  /// - Throws: `StorageError`.
  public func reps(of name: Name) throws(StorageError) -> [String] {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return [] }
      return try connection.rows(
        """
        SELECT rep
        FROM lead
        WHERE contract_id = ?1 AND rep IS NOT NULL
          AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
          AND import_id NOT IN (SELECT import_id FROM withdrawal)
        UNION
        SELECT rep
        FROM observation
        WHERE contract_id = ?1 AND rep IS NOT NULL
        ORDER BY rep
        """,
        entry.id
      ) { row in try row.text(0) }
    }
  }

  /// The first of the ids of leads that begin with `prefix`; none where there is no contract of that name.
  ///
  /// - Throws: `StorageError`.
  public func leadIDs(
    of name: Name, beginningWith prefix: String, limit: Int
  ) throws(StorageError) -> [String] {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return [] }
      return try connection.rows(
        """
        SELECT DISTINCT external_id
        FROM lead
        WHERE contract_id = ? AND external_id >= ? AND external_id < ?
          AND import_id NOT IN (SELECT import_id FROM withdrawal)
        ORDER BY external_id
        LIMIT ?
        """,
        entry.id,
        prefix,
        prefix + "\u{10FFFF}",
        limit
      ) { row in try row.text(0) }
    }
  }

  /// The ids of leads that may be meant by `id`; none where none is spelled like it, or there is no contract of that name.
  ///
  /// - Throws: `StorageError`.
  public func leadIDs(of name: Name, near id: String) throws(StorageError) -> [String] {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return [] }
      let store = LeadStore(connection: connection)
      return Spelling.nearest(to: id, among: try store.neighbours(of: id, for: entry))
    }
  }

  /// Whether more than `count` records of leads are on record; false where there is no contract of that name.
  ///
  /// - Throws: `StorageError`.
  public func hasMoreLeads(than count: Int, of name: Name) throws(StorageError) -> Bool {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return false }
      let found = try connection.first(
        """
        SELECT 1
        FROM lead
        WHERE contract_id = ?
        LIMIT 1 OFFSET ?
        """,
        entry.id,
        count
      ) { _ in true }
      return found ?? false
    }
  }
}
