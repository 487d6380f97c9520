import Agreement

/// Adds words on leads one after the other, and compares them with those on record, without making values of those.
struct LeadWriter: ~Copyable {
  private let anyOfLead: Statement
  private let newest: Statement
  private let newestOfDeal: Statement
  private let form: LeadRowForm
  private var insertion: RowInsertion
  /// A word that is not a row of a file.
  private var changed = ReadyRows(.lead)
  private var greatest: GreatestText

  init(_ form: LeadRowForm, of contract: ContractStore.Entry, on connection: Connection) throws(StorageError)
  {
    let one = try connection.statement(
      """
      INSERT INTO lead (
        contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at,
        sales_qualified_at, opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending,
        amount_minor_units, currency, modified_at, attributes, told, line, import_id, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    let several = try connection.statement(
      """
      INSERT INTO lead (
        contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at,
        sales_qualified_at, opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending,
        amount_minor_units, currency, modified_at, attributes, told, line, import_id, seq
      )
      VALUES
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    let anyOfLead = try connection.statement(LeadStore.anyOfLead)
    let newest = try connection.statement(LeadStore.newestOfRecord)
    let newestOfDeal = try connection.statement(LeadStore.newestOfDeal)
    let greatest = try LeadStore(connection: connection).greatestLead(of: contract)
    self.anyOfLead = anyOfLead
    self.newest = newest
    self.newestOfDeal = newestOfDeal
    self.form = form
    self.greatest = GreatestText(greatest)
    insertion = RowInsertion(.lead, one: one, several: several, on: connection)
  }

  /// Adds the word that one of `rows` is.
  mutating func add(
    _ row: Int, of rows: borrowing ReadyRows, to journal: inout JournalContent
  ) throws(StorageError) {
    try insertion.add(row, of: rows, to: &journal)
  }

  /// Adds what is known of a record from the row at `line` on; none of a file's rows may wait.
  mutating func add(_ word: LeadWord, line: Int, to journal: inout JournalContent) throws(StorageError) {
    precondition(insertion.waiting.isEmpty, "Rows that wait are of other values")
    changed.removeAll()
    changed.append { form.write(word, line: line, to: &$0) }
    try insertion.add(0, of: changed, to: &journal)
    try insertion.flush(changed, to: &journal)
  }

  /// Adds the words among `rows` that wait to be added together.
  mutating func flush(_ rows: borrowing ReadyRows, to journal: inout JournalContent) throws(StorageError) {
    try insertion.flush(rows, to: &journal)
  }

  /// Whether the lead of one of `rows` is beyond all that anything was ever said of, in the order of their names, so that
  /// it need not be looked for.
  mutating func isBeyondAll(_ row: Int, of rows: borrowing ReadyRows) -> Bool {
    greatest.isPassed(by: rows.values.bytes(at: rows.first(of: row) + LeadRowForm.leadPlace))
  }

  /// Adds those of `rows` that wait where one of them speaks of the lead of `row`, or of its part.
  mutating func flush(
    touching row: Int, of rows: borrowing ReadyRows, to journal: inout JournalContent
  ) throws(StorageError) {
    let lead = rows.first(of: row) + LeadRowForm.leadPlace
    let hasPart = !rows.values.bytes(at: lead + 1).isEmpty
    let isTouched = insertion.waiting.contains { waiting in
      let other = rows.first(of: waiting) + LeadRowForm.leadPlace
      return rows.values.areSameText(lead, other) || hasPart && rows.values.areSameText(lead + 1, other + 1)
    }
    if isTouched { try insertion.flush(rows, to: &journal) }
  }

  /// Whether nothing was ever said of the lead of one of `rows`.
  func isFirstOfLead(_ row: Int, of rows: borrowing ReadyRows) throws(StorageError) -> Bool {
    let first = rows.first(of: row)
    let lead = [rows.values[first], rows.values[first + LeadRowForm.leadPlace]]
    return try anyOfLead.first(lending: lead, of: rows.values) { _ in true } == nil
  }

  /// What `body` makes of the row with the newest word on the record of one of `rows`, whose columns are those of a
  /// snapshot of `LeadStore`; nil where there is none.
  ///
  /// Of a deal it may be one that speaks of another lead.
  func newest<Result>(
    _ row: Int, of rows: borrowing ReadyRows, body: (borrowing Row) throws -> Result
  ) throws(StorageError) -> Result? {
    let lead = rows.first(of: row) + LeadRowForm.leadPlace
    let (contract, part) = (rows.values[rows.first(of: row)], rows.values[lead + 1])
    if let number = rows.values.text(at: lead + 1, after: LeadRecord.Part.deal("").description) {
      return try newestOfDeal.first(lending: [contract, number], of: rows.values, body: body)
    }
    return try newest.first(lending: [contract, rows.values[lead], part], of: rows.values, body: body)
  }

  /// Whether a row of a file, which is one of `rows`, says nothing beyond the word on record.
  ///
  /// - Parameter known: the columns of a snapshot of `LeadStore`.
  func saysNothing(
    _ source: LeadRow, _ row: Int, of rows: borrowing ReadyRows, beyond known: borrowing Row
  ) throws(StorageError) -> Bool {
    let isDatedApart = source.facts.modified != nil && !form.columns.fields.contains(.modified)
    guard !isDatedApart, try known.int(Self.toldColumn) & form.told == form.told else { return false }
    // The key, and then the facts, stand among the values in the order in which a snapshot has them.
    let lead = rows.first(of: row) + LeadRowForm.leadPlace
    let facts = lead + 2
    guard known.holds(lead, of: rows.values, at: 17), known.holds(lead + 1, of: rows.values, at: 18) else {
      return false
    }
    for (column, field) in Self.columnFields.enumerated() where form.columns.fields.contains(field) {
      guard known.holds(facts + column, of: rows.values, at: column) else { return false }
    }
    let attributes = Self.columnFields.count
    return form.columns.attributes.isEmpty
      || known.holds(facts + attributes, of: rows.values, at: attributes)
  }

  private static let toldColumn = 19

  /// The fields that the columns before the attributes belong to.
  private static let columnFields: [LeadField] = [
    .stream, .leadType, .delivered, .rep, .contacted, .salesQualified, .opportunity, .won, .lost,
    .disqualified,
    .reason, .stage, .stage, .amount, .amount, .modified,
  ]
}
