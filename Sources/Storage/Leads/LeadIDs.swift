import Agreement

/// The ids of some leads, handed to a query as one parameter however many they are.
struct LeadIDs: Hashable, Sendable {
  /// A JSON array of them; one may stand in it several times, which costs less than to see to it that it does not.
  let json: String
  /// How many there are in it.
  let count: Int

  /// Takes an array that SQLite made.
  fileprivate init(json: String, count: Int) {
    self.json = json
    self.count = count
  }

  /// The id of one lead.
  init(_ lead: String) { self.init(json: JSONTexts([lead]).json, count: 1) }
}

extension LeadExtractStore {
  /// The leads one of whose records has its delivery in `days`.
  func ids(delivered days: DayRange) throws(StorageError) -> LeadIDs {
    try ids(
      """
      SELECT json_group_array(external_id), count(*)
      FROM lead
      WHERE contract_id = ? AND delivered_at >= ? AND delivered_at < ?
      """,
      days.first,
      days.last.advanced(by: 1))
  }

  /// The leads one of whose records knows no delivery.
  func idsOfUndelivered() throws(StorageError) -> LeadIDs {
    try ids(
      """
      SELECT json_group_array(external_id), count(*)
      FROM lead
      WHERE contract_id = ? AND delivered_at IS NULL
      """)
  }

  /// The leads that were ever disputed.
  func idsOfDisputed() throws(StorageError) -> LeadIDs {
    try ids(
      """
      SELECT json_group_array(lead), count(*)
      FROM dispute
      WHERE contract_id = ?
      """)
  }

  /// The leads one of whose records has its delivery in `days`, and all that may be open on `day` or later.
  ///
  /// Of a lead that is open on `day` some record says of no end, or of one that had not come by then: docs/database.md,
  /// "What is computed and kept".
  func ids(delivered days: DayRange, openOn day: Day) throws(StorageError) -> LeadIDs {
    // A day may have begun elsewhere, or not have ended there yet.
    let end = day.advanced(by: -2)
    // No import takes an end that is more than a day ahead; one more, since zones differ here too.
    let row = try LeadStore(connection: connection).lastRow(importedBefore: end.advanced(by: -2))
    return try ids(
      """
      SELECT json_group_array(external_id), count(*)
      FROM (
        SELECT external_id
        FROM lead
        WHERE contract_id = ?1 AND delivered_at >= ?2 AND delivered_at < ?3
        UNION ALL
        SELECT external_id
        FROM lead
        WHERE contract_id = ?1
          AND won_at IS NULL AND lost_at IS NULL AND disqualified_at IS NULL AND ending IS NULL AND stage IS NOT 'won'
        UNION ALL
        SELECT external_id
        FROM lead
        WHERE lead_id > ?4 AND +contract_id = ?1 AND (won_at >= ?5 OR lost_at >= ?5 OR disqualified_at >= ?5)
      )
      """,
      days.first,
      days.last.advanced(by: 1),
      row,
      end)
  }

  private func ids<each Value: Bindable>(
    _ sql: StaticString, _ values: repeat each Value
  ) throws(StorageError) -> LeadIDs {
    let found = try connection.first(sql, contract.id, repeat each values) { row in
      LeadIDs(json: try row.text(0), count: try row.int(1))
    }
    return found ?? LeadIDs(json: "[]", count: 0)
  }
}

extension LeadStore {
  /// The last row of the imports that were recorded before `day`; 0 where there is none.
  ///
  /// Rows are numbered as they are imported, one import after the other, each on the day of the one before or later but
  /// for the zones of those who import.
  func lastRow(importedBefore day: Day) throws(StorageError) -> Int {
    let before = try connection.first(
      """
      SELECT import_id
      FROM import
      JOIN journal USING (seq)
      WHERE recorded_on < ?
      ORDER BY import_id DESC
      LIMIT 1
      """,
      day
    ) { row in try row.int(0) }
    let last = try connection.first("SELECT ifnull(max(lead_id), 0) FROM lead") { row in try row.int(0) }
    guard let before, let last else { return 0 }
    var rows = 0...last
    while rows.lowerBound < rows.upperBound {
      let middle = rows.lowerBound + (rows.count + 1) / 2
      let found = try connection.first(
        """
        SELECT import_id
        FROM lead
        WHERE lead_id >= ?
        ORDER BY lead_id
        LIMIT 1
        """,
        middle
      ) { row in try row.int(0) }
      let isBefore = found.map { $0 <= before } ?? false
      rows = isBefore ? middle...rows.upperBound : rows.lowerBound...middle - 1
    }
    return rows.lowerBound
  }
}
