import Agreement

/// Which rows of leads and touches a later row took the place of, of imports that stand.
struct SupersededStore {
  let connection: Connection
  let contract: ContractStore.Entry

  /// Says that a later row of the same record has come.
  func add(lead row: Int) throws(StorageError) {
    try connection.run("INSERT OR IGNORE INTO superseded_lead (lead_id) VALUES (?)", row)
  }

  /// Says that a later row of the same touch has come.
  func add(touch row: Int) throws(StorageError) {
    try connection.run("INSERT OR IGNORE INTO superseded_touch (touch_id) VALUES (?)", row)
  }

  /// Finds all of them anew, after an import was withdrawn or where they were not kept.
  func findAll() throws(StorageError) {
    try connection.run(
      """
      DELETE FROM superseded_lead
      WHERE lead_id IN (SELECT lead_id FROM lead WHERE contract_id = ?)
      """,
      contract.id
    )
    try connection.run(
      """
      INSERT INTO superseded_lead (lead_id)
      SELECT lead_id
      FROM (
        SELECT lead_id, lead(lead_id) OVER (PARTITION BY external_id, part ORDER BY lead_id) AS later
        FROM lead
        WHERE contract_id = ?1 AND deal IS NULL AND import_id NOT IN (SELECT import_id FROM withdrawal)
        UNION ALL
        SELECT lead_id, lead(lead_id) OVER (PARTITION BY deal ORDER BY lead_id)
        FROM lead
        WHERE contract_id = ?1 AND deal IS NOT NULL AND import_id NOT IN (SELECT import_id FROM withdrawal)
      )
      WHERE later IS NOT NULL
      """,
      contract.id
    )
    try connection.run(
      """
      DELETE FROM superseded_touch
      WHERE touch_id IN (SELECT touch_id FROM touch WHERE contract_id = ?)
      """,
      contract.id
    )
    try connection.run(
      """
      INSERT INTO superseded_touch (touch_id)
      SELECT touch_id
      FROM (
        SELECT touch_id, lead(touch_id) OVER (PARTITION BY external_id ORDER BY touch_id) AS later
        FROM touch
        WHERE contract_id = ?1 AND import_id NOT IN (SELECT import_id FROM withdrawal)
      )
      WHERE later IS NOT NULL
      """,
      contract.id
    )
  }

  /// Rows that are listed and should not be, or are not listed and should be.
  func faults() throws(StorageError) -> [(table: String, row: Int, isListed: Bool)] {
    let leads = try connection.rows(
      """
      SELECT lead_id, EXISTS (SELECT 1 FROM superseded_lead AS listed WHERE listed.lead_id = known.lead_id) AS is_listed
      FROM (
        SELECT lead_id, import_id,
          lead(lead_id) OVER (PARTITION BY external_id, part ORDER BY lead_id) AS later
        FROM lead
        WHERE contract_id = ?1 AND deal IS NULL AND import_id NOT IN (SELECT import_id FROM withdrawal)
        UNION ALL
        SELECT lead_id, import_id, lead(lead_id) OVER (PARTITION BY deal ORDER BY lead_id)
        FROM lead
        WHERE contract_id = ?1 AND deal IS NOT NULL AND import_id NOT IN (SELECT import_id FROM withdrawal)
        UNION ALL
        SELECT lead_id, import_id, NULL
        FROM lead
        WHERE contract_id = ?1 AND import_id IN (SELECT import_id FROM withdrawal)
      ) AS known
      WHERE is_listed <> (later IS NOT NULL)
      """,
      contract.id
    ) { row in ("superseded_lead", try row.int(0), try row.bool(1)) }
    let touches = try connection.rows(
      """
      SELECT touch_id, EXISTS (SELECT 1 FROM superseded_touch AS listed WHERE listed.touch_id = known.touch_id) AS is_listed
      FROM (
        SELECT touch_id, import_id,
          lead(touch_id) OVER (PARTITION BY external_id ORDER BY touch_id) AS later
        FROM touch
        WHERE contract_id = ?1 AND import_id NOT IN (SELECT import_id FROM withdrawal)
        UNION ALL
        SELECT touch_id, import_id, NULL
        FROM touch
        WHERE contract_id = ?1 AND import_id IN (SELECT import_id FROM withdrawal)
      ) AS known
      WHERE is_listed <> (later IS NOT NULL)
      """,
      contract.id
    ) { row in ("superseded_touch", try row.int(0), try row.bool(1)) }
    return leads + touches
  }
}
