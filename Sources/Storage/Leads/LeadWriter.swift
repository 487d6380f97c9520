import Agreement

/// Adds words on leads one after the other, and compares them with those on record, without making values of those.
struct LeadWriter: ~Copyable {
  private let insertion: Statement
  private let connection: Connection
  private let columns: LeadColumns
  /// What the file has columns for, as a row keeps it.
  private let told: Int
  private let contract: Int
  private let importNumber: Int
  private let entry: Int
  /// The word that was put in last.
  private var values = RowValues()
  /// Whether the row that was put in says when it was changed although its file has no column for that.
  private var isDatedApart = false

  /// - Parameter columns: what the file has columns for.
  init(_ running: RunningImport, columns: LeadColumns, on connection: Connection) throws(StorageError) {
    self.connection = connection
    self.columns = columns
    told = ToldFields(columns.fields.intersection(ToldFields.order)).bits
    contract = running.contract.id
    importNumber = running.number
    entry = running.stamp.number
    insertion = try connection.statement(
      """
      INSERT INTO lead (
        contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at,
        sales_qualified_at, opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending,
        amount_minor_units, currency, modified_at, attributes, told, line, import_id, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
  }

  /// Puts in what is known of a record where the row is the first to speak of it.
  mutating func put(_ row: LeadRow) {
    isDatedApart = row.facts.modified != nil && !columns.have(.modified)
    put(row.key, LeadFacts().updated(by: row.facts, columns: columns), told: told, line: row.line)
  }

  /// Puts in what is known of a record from the row at `line` on.
  mutating func put(_ word: LeadWord, line: Int) {
    put(word.key, word.facts, told: ToldFields(word.told).bits, line: line)
  }

  private mutating func put(_ key: LeadRecord.Key, _ facts: LeadFacts, told: Int, line: Int) {
    values.removeAll()
    values.append(contract)
    values.append(key.lead)
    values.append(key.part.description)
    values.append(facts.stream)
    values.append(facts.leadType)
    values.append(facts.delivered)
    values.append(facts.rep)
    values.append(facts.contacted)
    values.append(facts.salesQualified)
    values.append(facts.opportunity)
    values.append(facts.won)
    values.append(facts.lost)
    values.append(facts.disqualified)
    values.append(facts.reason)
    values.append(plain: facts.stage?.rawValue)
    values.append(plain: facts.ending?.rawValue)
    values.append(facts.amount?.minorUnits)
    values.append(plain: facts.amount?.currency.code)
    values.append(facts.modified)
    values.append(facts.attributes.isEmpty ? nil : AttributeText(facts.attributes).json)
    values.append(told)
    values.append(line)
    values.append(importNumber)
    values.append(entry)
  }

  /// Adds the word that was put in.
  func insert(into journal: inout JournalContent) throws(StorageError) {
    try insertion.run(values)
    try journal.append(.lead, connection.lastInsertedRowID, values)
  }

  /// Whether the word that was put in for a file's row says nothing beyond the one on record.
  ///
  /// - Parameter row: the columns of a snapshot of `LeadStore`.
  func saysNothing(beyond row: borrowing Row) throws(StorageError) -> Bool {
    guard !isDatedApart, try row.int(Self.toldColumn) & told == told else { return false }
    // The key, and then the facts, stand among the values in the order in which a snapshot has them.
    guard holds(1, row, at: 17), holds(2, row, at: 18) else { return false }
    for (column, field) in Self.fields.enumerated() where columns.have(field) {
      guard holds(column + 3, row, at: column) else { return false }
    }
    return columns.attributes.isEmpty || holds(Self.fields.count + 3, row, at: Self.fields.count)
  }

  private func holds(_ index: Int, _ row: borrowing Row, at column: Int) -> Bool {
    row.holds(values[index], of: values, at: column)
  }

  private static let toldColumn = 19

  /// The fields that the columns before the attributes belong to.
  private static let fields: [LeadField] = [
    .stream, .leadType, .delivered, .rep, .contacted, .salesQualified, .opportunity, .won, .lost,
    .disqualified,
    .reason, .stage, .stage, .amount, .amount, .modified,
  ]
}

extension JournaledForm {
  /// Leads, as `LeadWriter` adds them.
  static let lead = JournaledForm(
    table: .lead, identifier: "lead_id",
    columns: [
      "contract_id", "external_id", "part", "stream", "lead_type", "delivered_at", "rep", "contacted_at",
      "sales_qualified_at", "opportunity_at", "won_at", "lost_at", "disqualified_at", "reason", "stage",
      "ending",
      "amount_minor_units", "currency", "modified_at", "attributes", "told", "line", "import_id", "seq",
    ])
}
