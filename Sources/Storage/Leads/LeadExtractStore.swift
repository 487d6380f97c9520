import Agreement

/// Some of the leads, as they are known now, and what is needed to count them.
///
/// It goes by `superseded_lead` and `superseded_touch`, which hold where the contract's leads are counted up. Mostly no
/// import was withdrawn: what reads many rows asks for that once.
struct LeadExtractStore {
  let connection: Connection
  let contract: ContractStore.Entry

  /// The records of those leads, lead by lead.
  func records(of ids: LeadIDs, marks: [Int: EntryMark]) throws(StorageError) -> [LeadRecord] {
    let store = LeadStore(connection: connection)
    return try connection.rows(
      expected: ids.count,
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
        attributes,
        external_id, part, told, import_id
      FROM lead
      WHERE contract_id = ?1 AND external_id IN (SELECT value FROM json_each(?2))
        AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
        AND NOT (EXISTS (SELECT 1 FROM withdrawal) AND import_id IN (SELECT import_id FROM withdrawal))
      """,
      contract.id,
      ids.json
    ) { row in try store.record(row, marks: marks) }
  }

  /// What the quality columns of those leads have said, by the lead's id; those that have always said one thing are left
  /// out.
  func earlierAttributes(of ids: LeadIDs) throws(StorageError) -> [String: [[String: String]]] {
    let said = try connection.rows(
      """
      SELECT external_id
      FROM lead
      WHERE contract_id = ?1 AND external_id IN (SELECT value FROM json_each(?2))
        AND attributes IS NOT NULL
        AND import_id NOT IN (SELECT import_id FROM withdrawal)
      GROUP BY external_id
      HAVING count(DISTINCT attributes) > 1
      """,
      contract.id,
      ids.json
    ) { row in try row.text(0) }
    var earlier: [String: [[String: String]]] = [:]
    let store = LeadStore(connection: connection)
    for lead in said { earlier.merge(try store.attributes(of: contract, on: lead)) { first, _ in first } }
    return earlier
  }

  /// The steps of disputes on those leads, oldest first.
  ///
  /// - Parameter stamp: the stamp of the running transaction, under which it has added one itself.
  func disputes(on ids: LeadIDs, under stamp: Stamp? = nil) throws(StorageError) -> [DisputeStep] {
    // Mostly there are none, and then no lead needs to be looked up.
    guard try DisputeStore(connection: connection).hasSteps(of: contract) else { return [] }
    return try connection.rows(
      """
      SELECT dispute_id, dispute.lead, word, reason, recorded_at, recorded_by
      FROM dispute
      LEFT JOIN journal USING (seq)
      WHERE dispute.contract_id = ?1 AND dispute.lead IN (SELECT value FROM json_each(?2))
      ORDER BY dispute_id
      """,
      contract.id,
      ids.json
    ) { row in
      try DisputeStore.step(row, under: stamp)
    }
  }

  /// What was done about those leads, automatic replies included.
  func touches(of ids: LeadIDs) throws(StorageError) -> [Touch] {
    try connection.rows(
      """
      SELECT external_id, lead, touched_at, kind, rep, is_automatic
      FROM touch
      WHERE contract_id = ?1 AND lead IN (SELECT value FROM json_each(?2))
        AND touch_id NOT IN (SELECT touch_id FROM superseded_touch)
        AND import_id NOT IN (SELECT import_id FROM withdrawal)
      """,
      contract.id,
      ids.json
    ) { row in try TouchStore.touch(row) }
  }

  /// When a person did something about those leads.
  func touchTimes(of ids: LeadIDs) throws(StorageError) -> TouchTimes {
    var times = TouchTimes(leads: Connection.room(for: ids.count))
    // Those of one lead follow each other, so that its name is read once.
    var (lead, name): (String, [UInt8]) = ("", [])
    try connection.statement(
      """
      SELECT lead, touched_at
      FROM touch
      WHERE contract_id = ?1 AND lead IN (SELECT value FROM json_each(?2))
        AND is_automatic = 0
        AND touch_id NOT IN (SELECT touch_id FROM superseded_touch)
        AND NOT (EXISTS (SELECT 1 FROM withdrawal) AND import_id IN (SELECT import_id FROM withdrawal))
      """
    ).forEach(contract.id, ids.json) { row in
      if try !row.holds(name, at: 0) {
        times.close(lead)
        (lead, name) = (try row.text(0), try row.bytes(0))
      }
      times.add(try row.text(1, as: Occurrence.self))
    }
    times.close(lead)
    return times
  }
}
