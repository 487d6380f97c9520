import Agreement

/// The leads of some days, as they are known now, and what is needed to count them.
///
/// It goes by `superseded_lead` and `superseded_touch`, which hold where the contract's leads are counted up.
struct LeadExtractStore {
  let connection: Connection
  let contract: ContractStore.Entry

  /// The records of each lead one of whose records has its delivery in `days`.
  ///
  /// - Parameter expected: about how many there are, for which room is made at once.
  func records(
    delivered days: DayRange, marks: [Int: EntryMark], expected: Int = 0
  ) throws(StorageError) -> [LeadRecord] {
    let store = LeadStore(connection: connection)
    return try connection.rows(
      expected: expected,
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
        attributes,
        external_id, part, told, import_id
      FROM lead
      WHERE contract_id = ?1
        AND external_id IN (
          SELECT external_id
          FROM lead
          WHERE contract_id = ?1 AND delivered_at >= ?2 AND delivered_at < ?3
        )
        AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
        AND import_id NOT IN (SELECT import_id FROM withdrawal)
      """,
      contract.id,
      days.first,
      days.last.advanced(by: 1)
    ) { row in try store.record(row, marks: marks) }
  }

  /// The records of each lead one of whose records knows no delivery.
  func undeliveredRecords(marks: [Int: EntryMark]) throws(StorageError) -> [LeadRecord] {
    let store = LeadStore(connection: connection)
    return try connection.rows(
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
        attributes,
        external_id, part, told, import_id
      FROM lead
      WHERE contract_id = ?1
        AND external_id IN (
          SELECT external_id
          FROM lead
          WHERE contract_id = ?1 AND delivered_at IS NULL
        )
        AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
        AND import_id NOT IN (SELECT import_id FROM withdrawal)
      """,
      contract.id
    ) { row in try store.record(row, marks: marks) }
  }

  /// What the quality columns of those leads have said, by the lead's id; those that have always said one thing are left
  /// out.
  func earlierAttributes(delivered days: DayRange) throws(StorageError) -> [String: [[String: String]]] {
    let said = try connection.rows(
      """
      SELECT external_id
      FROM lead
      WHERE contract_id = ?1
        AND external_id IN (
          SELECT external_id
          FROM lead
          WHERE contract_id = ?1 AND delivered_at >= ?2 AND delivered_at < ?3
        )
        AND attributes IS NOT NULL
        AND import_id NOT IN (SELECT import_id FROM withdrawal)
      GROUP BY external_id
      HAVING count(DISTINCT attributes) > 1
      """,
      contract.id,
      days.first,
      days.last.advanced(by: 1)
    ) { row in try row.text(0) }
    var earlier: [String: [[String: String]]] = [:]
    let store = LeadStore(connection: connection)
    for lead in said { earlier.merge(try store.attributes(of: contract, on: lead)) { first, _ in first } }
    return earlier
  }

  /// The steps of disputes on those leads, oldest first.
  ///
  /// - Parameter stamp: the stamp of the running transaction, under which it has added one itself.
  func disputes(delivered days: DayRange, under stamp: Stamp? = nil) throws(StorageError) -> [DisputeStep] {
    // Mostly there are none, and then no lead needs to be looked up.
    guard try DisputeStore(connection: connection).hasSteps(of: contract) else { return [] }
    return try connection.rows(
      """
      SELECT dispute_id, dispute.lead, word, reason, recorded_at, recorded_by
      FROM dispute
      LEFT JOIN journal USING (seq)
      WHERE dispute.contract_id = ?1 AND dispute.lead IN (
        SELECT external_id
        FROM lead
        WHERE contract_id = ?1 AND delivered_at >= ?2 AND delivered_at < ?3
      )
      ORDER BY dispute_id
      """,
      contract.id,
      days.first,
      days.last.advanced(by: 1)
    ) { row in
      try DisputeStore.step(row, under: stamp)
    }
  }

  /// When a person did something about those leads, by the lead's id and in order.
  ///
  /// - Parameter expected: about how many leads there are, for which room is made at once.
  func touchTimes(
    delivered days: DayRange, expected: Int = 0
  ) throws(StorageError) -> [String: [Occurrence]] {
    var leads: [String: [Occurrence]] = [:]
    leads.reserveCapacity(Connection.room(for: expected))
    // Those of one lead mostly follow each other, so that its name is read once.
    var (lead, name, times): (String, [UInt8], [Occurrence]) = ("", [], [])
    func keepTimes() {
      guard !times.isEmpty else { return }
      times.sort()
      // A copy of just so many, so that `times` is filled again and again.
      if let known = leads.updateValue(Array(times[...]), forKey: lead) {
        leads[lead] = (known + times).sorted()
      }
      times.removeAll(keepingCapacity: true)
    }
    try connection.statement(
      """
      SELECT lead, touched_at
      FROM touch
      WHERE contract_id = ?1
        AND lead IN (
          SELECT external_id
          FROM lead
          WHERE contract_id = ?1 AND delivered_at >= ?2 AND delivered_at < ?3
        )
        AND is_automatic = 0
        AND touch_id NOT IN (SELECT touch_id FROM superseded_touch)
        AND import_id NOT IN (SELECT import_id FROM withdrawal)
      """
    ).forEach(contract.id, days.first, days.last.advanced(by: 1)) { row in
      if try !row.holds(name, at: 0) {
        keepTimes()
        (lead, name) = (try row.text(0), try row.bytes(0))
      }
      times.append(try row.text(1, as: Occurrence.self))
    }
    keepTimes()
    return leads
  }
}
