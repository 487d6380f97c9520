import Agreement

/// What files said of leads: each row all that was known of a record from then on.
struct LeadStore {
  /// The newest word on a record.
  struct Snapshot {
    let id: Int
    let facts: LeadFacts
    let line: Int
    /// The import that brought it.
    let importNumber: Int
  }

  let connection: Connection

  /// Adds what is known of a record from now on.
  func insert(
    _ row: LeadRow,
    from importNumber: Int,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) {
    let facts = row.facts
    try connection.run(
      """
      INSERT INTO lead (
        contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at,
        sales_qualified_at, opportunity_at, won_at, lost_at, disqualified_at, reason, stage,
        amount_minor_units, currency, attributes, line, import_id, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      contract.id,
      row.key.lead,
      row.key.part,
      facts.stream,
      facts.leadType,
      facts.delivered,
      facts.rep,
      facts.contacted,
      facts.salesQualified,
      facts.opportunity,
      facts.won,
      facts.lost,
      facts.disqualified,
      facts.reason,
      facts.stage,
      facts.amount?.minorUnits,
      facts.amount?.currency.code,
      AttributeText(facts.attributes).json,
      row.line,
      importNumber,
      stamp.number
    )
  }

  /// The newest word on a record; nil where there is none.
  func newest(_ key: LeadRecord.Key, of contract: ContractStore.Entry) throws(StorageError) -> Snapshot? {
    try connection.first(
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, amount_minor_units, currency, attributes,
        lead_id, line, import_id
      FROM lead
      WHERE contract_id = ? AND external_id = ? AND part = ?
      ORDER BY lead_id DESC
      LIMIT 1
      """,
      contract.id,
      key.lead,
      key.part
    ) { row in
      Snapshot(
        id: try row.int(15),
        facts: try facts(row),
        line: try row.int(16),
        importNumber: try row.int(17)
      )
    }
  }

  /// The newest word on each record up to the journal entry `last`.
  func records(of contract: ContractStore.Entry, through last: Int = .max) throws(StorageError)
    -> [LeadRecord]
  {
    let marks = try ImportStore(connection: connection).marks(for: contract, through: last)
    // Beside max(), SQLite takes the other columns from the row that has it: https://www.sqlite.org/lang_select.html
    return try connection.rows(
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, amount_minor_units, currency, attributes,
        external_id, part, import_id, max(lead_id)
      FROM lead
      WHERE contract_id = ? AND seq <= ?
      GROUP BY external_id, part
      """,
      contract.id,
      last
    ) { row in
      LeadRecord(
        key: LeadRecord.Key(lead: try row.text(15), part: try row.text(16, as: LeadRecord.Part.init(_:))),
        facts: try facts(row),
        mark: try row.int(17) { marks[$0] }
      )
    }
  }

  /// The newest word on each record of one lead.
  func records(of contract: ContractStore.Entry, lead: String) throws(StorageError) -> [LeadRecord] {
    var newest: [LeadRecord.Key: LeadRecord] = [:]
    for snapshot in try history(of: lead, for: contract) { newest[snapshot.record.key] = snapshot.record }
    return Array(newest.values)
  }

  /// Every word on a lead's records up to the journal entry `last`, oldest first.
  func history(
    of lead: String, for contract: ContractStore.Entry, through last: Int = .max
  ) throws(StorageError) -> [LeadSnapshot] {
    try connection.rows(
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, amount_minor_units, currency, attributes,
        external_id, part, line, file_name, lead.import_id, recorded_at, recorded_by
      FROM lead
      JOIN import USING (import_id)
      LEFT JOIN journal ON journal.seq = lead.seq
      WHERE lead.contract_id = ? AND external_id = ? AND lead.seq <= ?
      ORDER BY lead_id
      """,
      contract.id,
      lead,
      last
    ) { row in
      LeadSnapshot(
        record: LeadRecord(
          key: LeadRecord.Key(lead: try row.text(15), part: try row.text(16, as: LeadRecord.Part.init(_:))),
          facts: try facts(row),
          mark: try row.mark(19, 20, 21)
        ),
        line: try row.int(17),
        file: try row.text(18)
      )
    }
  }

  /// Leads whose ids stand next to `lead` in order, so that one that was mistyped at its end is among them.
  func neighbours(of lead: String, for contract: ContractStore.Entry) throws(StorageError) -> [String] {
    try connection.rows(
      """
      SELECT external_id FROM (
        SELECT DISTINCT external_id
        FROM lead
        WHERE contract_id = ?1 AND external_id < ?2
        ORDER BY external_id DESC
        LIMIT 500
      )
      UNION ALL
      SELECT external_id FROM (
        SELECT DISTINCT external_id
        FROM lead
        WHERE contract_id = ?1 AND external_id > ?2
        ORDER BY external_id
        LIMIT 500
      )
      """,
      contract.id,
      lead
    ) { row in try row.text(0) }
  }

  /// The facts from the first fifteen columns.
  private func facts(_ row: borrowing Row) throws(StorageError) -> LeadFacts {
    let amount = try row.optionalInt(12)
    let currency = try row.optionalText(13, as: Currency.init(_:))
    try row.require((amount == nil) == (currency == nil), at: 12)
    return LeadFacts(
      stream: try row.optionalText(0),
      leadType: try row.optionalText(1),
      delivered: try row.optionalText(2, as: Occurrence.init(_:)),
      rep: try row.optionalText(3),
      contacted: try row.optionalText(4, as: Occurrence.init(_:)),
      salesQualified: try row.optionalText(5, as: Occurrence.init(_:)),
      opportunity: try row.optionalText(6, as: Occurrence.init(_:)),
      won: try row.optionalText(7, as: Occurrence.init(_:)),
      lost: try row.optionalText(8, as: Occurrence.init(_:)),
      disqualified: try row.optionalText(9, as: Occurrence.init(_:)),
      reason: try row.optionalText(10),
      stage: try row.optionalText(11, as: Stage.init(rawValue:)),
      amount: amount.flatMap { minorUnits in currency.map { Money(minorUnits: minorUnits, $0) } },
      attributes: try row.optionalText(14) { try AttributeText(json: $0, on: connection).values } ?? [:]
    )
  }
}
