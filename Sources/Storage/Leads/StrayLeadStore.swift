import Agreement

/// The leads that touches are of and that are not on record.
///
/// One that is listed may have come on record since, or have lost its touches; none that is not listed is stray.
struct StrayLeadStore {
  let connection: Connection
  let contract: ContractStore.Entry

  /// Whether anything is on record that was done about leads.
  func hasTouches() throws(StorageError) -> Bool {
    let found = try connection.first(
      """
      SELECT 1
      FROM touch
      WHERE contract_id = ? AND import_id NOT IN (SELECT import_id FROM withdrawal)
      LIMIT 1
      """,
      contract.id
    ) { _ in true }
    return found ?? false
  }

  /// How many touches are of leads that are not on record.
  func touches() throws(StorageError) -> Int {
    try connection.first(
      """
      SELECT count(*)
      FROM stray_lead
      CROSS JOIN touch ON touch.contract_id = stray_lead.contract_id AND touch.lead = stray_lead.lead
      WHERE stray_lead.contract_id = ?1
        AND touch_id NOT IN (SELECT touch_id FROM superseded_touch)
        AND touch.import_id NOT IN (SELECT import_id FROM withdrawal)
        AND NOT EXISTS (
          SELECT 1
          FROM lead
          WHERE lead.contract_id = ?1
            AND lead.external_id = stray_lead.lead
            AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
            AND lead.import_id NOT IN (SELECT import_id FROM withdrawal)
        )
      """,
      contract.id
    ) { row in try row.int(0) } ?? 0
  }

  /// The number of the newest touch, 0 for none.
  func newestTouch() throws(StorageError) -> Int {
    try connection.first("SELECT ifnull(max(touch_id), 0) FROM touch") { row in try row.int(0) } ?? 0
  }

  /// Lists what is stray of the touches after the one of that number.
  func list(after touch: Int) throws(StorageError) {
    try connection.run(
      """
      INSERT OR IGNORE INTO stray_lead (contract_id, lead)
      SELECT contract_id, lead
      FROM touch
      WHERE touch_id > ?2 AND contract_id = ?1 AND NOT EXISTS (
        SELECT 1
        FROM lead
        WHERE lead.contract_id = ?1
          AND lead.external_id = touch.lead
          AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
          AND lead.import_id NOT IN (SELECT import_id FROM withdrawal)
      )
      """,
      contract.id,
      touch
    )
  }

  /// Lists a lead that may be off the record soon, where touches are of it: another takes over what is known of it.
  func suspect(_ lead: String) throws(StorageError) {
    try connection.run(
      """
      INSERT OR IGNORE INTO stray_lead (contract_id, lead)
      SELECT ?1, ?2
      WHERE EXISTS (SELECT 1 FROM touch WHERE contract_id = ?1 AND lead = ?2)
      """,
      contract.id,
      lead
    )
  }

  /// Lists anew what is stray.
  func listAll() throws(StorageError) {
    try connection.run("DELETE FROM stray_lead WHERE contract_id = ?", contract.id)
    try list(after: 0)
  }

  /// Takes out what is no longer stray.
  func tidy() throws(StorageError) {
    try connection.run(
      """
      DELETE FROM stray_lead
      WHERE contract_id = ?1 AND EXISTS (
        SELECT 1
        FROM lead
        WHERE lead.contract_id = ?1
          AND lead.external_id = stray_lead.lead
          AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
          AND lead.import_id NOT IN (SELECT import_id FROM withdrawal)
      )
      """,
      contract.id
    )
  }

  /// Leads that should be listed and are not, a hundred at most.
  func unlisted() throws(StorageError) -> [String] {
    try connection.rows(
      """
      SELECT DISTINCT lead
      FROM touch
      WHERE contract_id = ?1
        AND touch_id NOT IN (SELECT touch_id FROM superseded_touch)
        AND import_id NOT IN (SELECT import_id FROM withdrawal)
        AND NOT EXISTS (
          SELECT 1
          FROM lead
          WHERE lead.contract_id = ?1
            AND lead.external_id = touch.lead
            AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
            AND lead.import_id NOT IN (SELECT import_id FROM withdrawal)
        )
        AND NOT EXISTS (
          SELECT 1
          FROM stray_lead
          WHERE stray_lead.contract_id = ?1 AND stray_lead.lead = touch.lead
        )
      LIMIT 100
      """,
      contract.id
    ) { row in try row.text(0) }
  }

  /// The rows of the list whose lead no touch was ever of, a hundred at most.
  func unfounded() throws(StorageError) -> [Int] {
    try connection.rows(
      """
      SELECT stray_lead_id
      FROM stray_lead
      WHERE contract_id = ?1 AND NOT EXISTS (
        SELECT 1
        FROM touch
        WHERE touch.contract_id = ?1 AND touch.lead = stray_lead.lead
      )
      ORDER BY stray_lead_id
      LIMIT 100
      """,
      contract.id
    ) { row in try row.int(0) }
  }
}
