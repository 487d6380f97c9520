import Agreement

/// All that is known of a record of a lead from some row of a file on.
struct LeadWord: Hashable {
  let key: LeadRecord.Key
  let facts: LeadFacts
  let told: LeadFields

  init(key: LeadRecord.Key, facts: LeadFacts, told: LeadFields) {
    self.key = key
    self.facts = facts
    self.told = told
  }

  /// What is known once a row of a file with these columns has said something of a record.
  ///
  /// Of a row that its system changed before what is known, only what nobody told before is taken.
  init(updating known: LeadWord, by row: LeadRow, columns: LeadColumns) {
    let fields = columns.fields.intersection(ToldFields.all)
    let isOlder = row.isOlder(than: known)
    let news =
      isOlder
      ? LeadColumns(
        fields: fields.subtracting(known.told),
        attributes: columns.attributes.subtracting(known.facts.attributes.keys))
      : columns
    self.init(
      key: isOlder ? known.key : row.key,
      facts: known.facts.updated(by: row.facts.limited(to: news), columns: news),
      told: known.told.union(fields)
    )
  }
}

extension LeadFacts {
  /// These facts without the quality columns that `columns` leave out.
  fileprivate func limited(to columns: LeadColumns) -> LeadFacts {
    var limited = self
    limited.attributes = attributes.filter { columns.attributes.contains($0.key) }
    return limited
  }
}

extension LeadRow {
  /// Whether the other system had changed the record again by the time of what is known.
  func isOlder(than known: LeadWord) -> Bool {
    guard let modified = facts.modified, let newest = known.facts.modified else { return false }
    return modified < newest
  }
}

/// The fields that files had columns for, as one whole number: migrations/V5__leads.sql.
struct ToldFields {
  /// Each field's power of two is its place here.
  static let order: [LeadField] = [
    .stream, .leadType, .delivered, .rep, .contacted, .salesQualified, .opportunity, .won, .lost,
    .disqualified,
    .reason, .stage, .amount, .modified, .deal,
  ]

  static let all = LeadFields(order)

  let fields: LeadFields

  init(_ fields: LeadFields) { self.fields = fields }

  /// The fields of a number; nil where it is of none.
  init?(bits: Int) {
    guard (0..<1 << Self.order.count).contains(bits) else { return nil }
    var fields = LeadFields()
    for (place, field) in Self.order.enumerated() where bits & 1 << place != 0 { fields.insert(field) }
    self.fields = fields
  }

  var bits: Int {
    Self.order.enumerated().reduce(0) { $0 | (fields.contains($1.element) ? 1 << $1.offset : 0) }
  }
}

/// What files said of leads: each row all that was known of a record from then on.
///
/// Rows of imports that were withdrawn count for nothing.
struct LeadStore {
  /// The newest word on a record.
  struct Snapshot {
    let id: Int
    let word: LeadWord
    let line: Int
    /// The import that brought it.
    let importNumber: Int
  }

  let connection: Connection

  /// The newest word on a record; nil where there is none.
  ///
  /// Of a deal it may be one that speaks of another lead.
  func newest(_ key: LeadRecord.Key, of contract: ContractStore.Entry) throws(StorageError) -> Snapshot? {
    if case .deal(let number) = key.part {
      return try connection.first(Self.newestOfDeal, contract.id, number) { row in try snapshot(row) }
    }
    return try connection.first(Self.newestOfRecord, contract.id, key.lead, key.part) { row in
      try snapshot(row)
    }
  }

  /// Finds a row that was ever said of a lead: by contract and lead.
  static let anyOfLead: StaticString =
    """
    SELECT 1
    FROM lead
    WHERE contract_id = ? AND external_id = ?
    LIMIT 1
    """

  /// Finds the newest word on a record but a deal: by contract, lead and part.
  static let newestOfRecord: StaticString =
    """
    SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
      won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
      attributes,
      external_id, part, told, lead_id, line, import_id
    FROM lead
    WHERE contract_id = ? AND external_id = ? AND part = ?
      AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE withdrawal.import_id = lead.import_id)
    ORDER BY lead_id DESC
    LIMIT 1
    """

  /// Finds the newest word on a deal: by contract and number.
  static let newestOfDeal: StaticString =
    """
    SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
      won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
      attributes,
      external_id, part, told, lead_id, line, import_id
    FROM lead
    WHERE contract_id = ? AND deal = ?
      AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE withdrawal.import_id = lead.import_id)
    ORDER BY lead_id DESC
    LIMIT 1
    """

  /// The newest word on a record as an import looks at it; nil where there is none.
  struct Comparison {
    let id: Int
    /// The word; nil where what a file says now says nothing beyond it.
    let word: LeadWord?
    let line: Int
    /// The import that brought it.
    let importNumber: Int
  }

  /// The newest word on a record, of which a value is made only where a file says something else.
  ///
  /// - Parameter source: what the file says; it is one of `rows`.
  func newest(
    of source: LeadRow, _ row: Int, of rows: borrowing ReadyRows, by writer: borrowing LeadWriter
  ) throws(StorageError) -> Comparison? {
    try writer.newest(row, of: rows) { known in
      let saysNothing = try writer.saysNothing(source, row, of: rows, beyond: known)
      return Comparison(
        id: try known.int(20),
        word: saysNothing ? nil : try word(known),
        line: try known.int(21),
        importNumber: try known.int(22)
      )
    }
  }

  /// The last lead, in the order of their ids' bytes, that anything was ever said of; nothing where there is none.
  func greatestLead(of contract: ContractStore.Entry) throws(StorageError) -> [UInt8] {
    let last = try connection.first("SELECT max(external_id) FROM lead WHERE contract_id = ?", contract.id) {
      row in
      row.isNull(0) ? [] : try row.bytes(0)
    }
    return last ?? []
  }

  /// The newest word on each record up to the journal entry `last`.
  func records(of contract: ContractStore.Entry, through last: Int = .max) throws(StorageError)
    -> [LeadRecord]
  {
    let marks = try ImportStore(connection: connection).marks(for: contract, through: last)
    // Beside max(), SQLite takes the other columns from the row that has it: https://www.sqlite.org/lang_select.html
    let records = try connection.rows(
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
        attributes,
        external_id, part, told, import_id, max(lead_id)
      FROM lead
      WHERE contract_id = ?1 AND seq <= ?2 AND deal IS NULL
        AND import_id NOT IN (SELECT import_id FROM withdrawal WHERE seq <= ?2)
      GROUP BY external_id, part
      """,
      contract.id,
      last
    ) { row in try record(row, marks: marks) }
    let deals = try connection.rows(
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, reason, stage, ending, amount_minor_units, currency, modified_at,
        attributes,
        external_id, part, told, import_id, max(lead_id)
      FROM lead
      WHERE contract_id = ?1 AND seq <= ?2 AND deal IS NOT NULL
        AND import_id NOT IN (SELECT import_id FROM withdrawal WHERE seq <= ?2)
      GROUP BY deal
      """,
      contract.id,
      last
    ) { row in try record(row, marks: marks) }
    return records + deals
  }

  /// What the quality columns of leads have said up to the journal entry `last`, by the lead's id; those that have
  /// always said one thing are left out.
  ///
  /// - Parameter lead: only those of one lead; nil for all.
  func attributes(
    of contract: ContractStore.Entry, on lead: String? = nil, through last: Int = .max
  ) throws(StorageError) -> [String: [[String: String]]] {
    let said = try connection.rows(
      """
      SELECT external_id, attributes
      FROM lead
      WHERE contract_id = ?1 AND seq <= ?2 AND attributes IS NOT NULL AND (?3 IS NULL OR external_id = ?3)
        AND import_id NOT IN (SELECT import_id FROM withdrawal WHERE seq <= ?2)
      GROUP BY external_id, attributes
      """,
      contract.id,
      last,
      lead
    ) { row in (lead: try row.text(0), values: try AttributeText(json: row.text(1), on: connection).values) }
    return Dictionary(grouping: said, by: \.lead).filter { $0.value.count > 1 }.mapValues { $0.map(\.values) }
  }

  /// The newest word on each record of one lead.
  func records(of contract: ContractStore.Entry, lead: String) throws(StorageError) -> [LeadRecord] {
    var newest: [LeadRecord.Key: LeadRecord] = [:]
    for snapshot in try history(of: lead, for: contract) where snapshot.withdrawn == nil {
      newest[snapshot.record.key] = snapshot.record
    }
    var records: [LeadRecord] = []
    for record in newest.values {
      // A deal may have come to speak of another lead since.
      let word = try self.newest(record.key, of: contract)?.word
      if word?.key.lead == lead { records.append(record) }
    }
    return records
  }

  /// Every word on a lead's records up to the journal entry `last`, oldest first.
  func history(
    of lead: String, for contract: ContractStore.Entry, through last: Int = .max
  ) throws(StorageError) -> [LeadSnapshot] {
    try connection.rows(
      """
      SELECT stream, lead_type, delivered_at, rep, contacted_at, sales_qualified_at, opportunity_at,
        won_at, lost_at, disqualified_at, lead.reason, stage, ending, amount_minor_units, currency, modified_at,
        attributes,
        external_id, part, told, line, file_name, lead.import_id, recorded_at, recorded_by, withdrawal.reason
      FROM lead
      JOIN import USING (import_id)
      LEFT JOIN journal ON journal.seq = lead.seq
      LEFT JOIN withdrawal ON withdrawal.import_id = lead.import_id AND withdrawal.seq <= ?3
      WHERE lead.contract_id = ?1 AND external_id = ?2 AND lead.seq <= ?3
      ORDER BY lead_id
      """,
      contract.id,
      lead,
      last
    ) { row in
      LeadSnapshot(
        record: try record(row, mark: row.mark(22, 23, 24)),
        line: try row.int(20),
        file: try row.text(21),
        withdrawn: try row.optionalText(25)
      )
    }
  }

  /// Whether anything was ever said of leads of the contract.
  func hasRows(of contract: ContractStore.Entry) throws(StorageError) -> Bool {
    try connection.first(
      """
      SELECT 1
      FROM lead
      WHERE contract_id = ?
      LIMIT 1
      """,
      contract.id
    ) { _ in true } ?? false
  }

  /// When a lead was delivered by any of the rows that were ever said of it, nil where one says nothing of that.
  func deliveries(of contract: ContractStore.Entry, lead: String) throws(StorageError) -> [Occurrence?] {
    try connection.rows(
      """
      SELECT DISTINCT delivered_at
      FROM lead
      WHERE contract_id = ? AND external_id = ?
      """,
      contract.id,
      lead
    ) { row in try row.optionalText(0, as: Occurrence.self) }
  }

  /// The first delivery on `day` or later, by any row that was ever said; the very first where no day is given.
  func firstDelivery(of contract: ContractStore.Entry, from day: Day?) throws(StorageError) -> Occurrence? {
    try connection.first(
      """
      SELECT delivered_at
      FROM lead
      WHERE contract_id = ? AND delivered_at >= ?
      ORDER BY delivered_at
      LIMIT 1
      """,
      contract.id,
      day?.description ?? ""
    ) { row in try row.text(0, as: Occurrence.self) }
  }

  /// Leads whose ids stand next to `lead` in order, so that one that was mistyped at its end is among them.
  func neighbours(of lead: String, for contract: ContractStore.Entry) throws(StorageError) -> [String] {
    try connection.rows(
      """
      SELECT external_id FROM (
        SELECT DISTINCT external_id
        FROM lead
        WHERE contract_id = ?1 AND external_id < ?2
          AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
          AND import_id NOT IN (SELECT import_id FROM withdrawal)
        ORDER BY external_id DESC
        LIMIT 500
      )
      UNION ALL
      SELECT external_id FROM (
        SELECT DISTINCT external_id
        FROM lead
        WHERE contract_id = ?1 AND external_id > ?2
          AND lead_id NOT IN (SELECT lead_id FROM superseded_lead)
          AND import_id NOT IN (SELECT import_id FROM withdrawal)
        ORDER BY external_id
        LIMIT 500
      )
      """,
      contract.id,
      lead
    ) { row in try row.text(0) }
  }

  /// A record from the first twenty columns and the import's number after them.
  func record(_ row: borrowing Row, marks: [Int: EntryMark]) throws(StorageError) -> LeadRecord {
    try record(row, mark: row.int(20) { marks[$0] })
  }

  /// A snapshot from the first twenty-three columns.
  private func snapshot(_ row: borrowing Row) throws(StorageError) -> Snapshot {
    Snapshot(id: try row.int(20), word: try word(row), line: try row.int(21), importNumber: try row.int(22))
  }

  /// A record from the first twenty columns.
  private func record(_ row: borrowing Row, mark: EntryMark) throws(StorageError) -> LeadRecord {
    LeadRecord(key: try key(row), facts: try facts(row), told: try told(row), mark: mark)
  }

  /// What is known of a record, from the first twenty columns.
  private func word(_ row: borrowing Row) throws(StorageError) -> LeadWord {
    LeadWord(key: try key(row), facts: try facts(row), told: try told(row))
  }

  private func key(_ row: borrowing Row) throws(StorageError) -> LeadRecord.Key {
    LeadRecord.Key(lead: try row.text(17), part: try row.text(18, as: LeadRecord.Part.init(_:)))
  }

  private func told(_ row: borrowing Row) throws(StorageError) -> LeadFields {
    try row.int(19) { ToldFields(bits: $0)?.fields }
  }

  /// The facts from the first seventeen columns.
  private func facts(_ row: borrowing Row) throws(StorageError) -> LeadFacts {
    let amount = try row.optionalInt(13)
    let currency = try row.optionalText(14, as: Currency.init(_:))
    try row.require((amount == nil) == (currency == nil), at: 13)
    return LeadFacts(
      stream: try row.optionalText(0),
      leadType: try row.optionalText(1),
      delivered: try row.optionalText(2, as: Occurrence.self),
      rep: try row.optionalText(3),
      contacted: try row.optionalText(4, as: Occurrence.self),
      salesQualified: try row.optionalText(5, as: Occurrence.self),
      opportunity: try row.optionalText(6, as: Occurrence.self),
      won: try row.optionalText(7, as: Occurrence.self),
      lost: try row.optionalText(8, as: Occurrence.self),
      disqualified: try row.optionalText(9, as: Occurrence.self),
      reason: try row.optionalText(10),
      stage: try row.optionalText(11, as: Stage.init(rawValue:)),
      ending: try row.optionalText(12, as: LeadEnding.init(rawValue:)),
      amount: amount.flatMap { minorUnits in currency.map { Money(minorUnits: minorUnits, $0) } },
      modified: try row.optionalText(15, as: Occurrence.self),
      attributes: try row.optionalText(16) { try AttributeText(json: $0, on: connection).values } ?? [:]
    )
  }
}
