import Agreement

/// Adds words on leads one after the other, and compares them with those on record, without making values of those.
struct LeadWriter: ~Copyable {
  private let anyOfLead: Statement
  private let newest: Statement
  private let newestOfDeal: Statement
  private let columns: LeadColumns
  /// What the file has columns for.
  private let fields: LeadFields
  /// The same as a row keeps it.
  private let told: Int
  private let contract: Int
  private let importNumber: Int
  private let entry: Int
  private var rows: RowInsertion
  /// Whether the row that was put in says when it was changed although its file has no column for that.
  private var isDatedApart = false

  /// - Parameter columns: what the file has columns for.
  init(_ running: RunningImport, columns: LeadColumns, on connection: Connection) throws(StorageError) {
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
    self.anyOfLead = anyOfLead
    self.newest = newest
    self.newestOfDeal = newestOfDeal
    self.columns = columns
    fields = columns.fields.intersection(ToldFields.all)
    told = ToldFields(fields).bits
    contract = running.contract.id
    importNumber = running.number
    entry = running.stamp.number
    rows = RowInsertion(.lead, one: one, several: several, on: connection)
  }

  /// What is known of a record where the row is the first to speak of it.
  func word(of row: LeadRow) -> LeadWord {
    LeadWord(key: row.key, facts: LeadFacts().updated(by: row.facts, columns: columns), told: fields)
  }

  /// Puts in that word on the record of a row; where another on it waits to be added, that is added first.
  mutating func put(_ word: LeadWord, of row: LeadRow, into journal: inout JournalContent)
    throws(StorageError)
  {
    let part = row.key.part == .lead ? nil : row.key.part.description
    let isWaiting = rows.hasWaiting { first in
      rows.values.holds(row.key.lead, at: first + 1)
        || part.map { rows.values.holds($0, at: first + 2) } == true
    }
    if isWaiting { try rows.flush(to: &journal) }
    isDatedApart = row.facts.modified != nil && !columns.fields.contains(.modified)
    put(word.key, word.facts, told: told, line: row.line)
  }

  /// Puts in what is known of a record from the row at `line` on.
  mutating func put(_ word: LeadWord, line: Int) {
    put(word.key, word.facts, told: ToldFields(word.told).bits, line: line)
  }

  private mutating func put(_ key: LeadRecord.Key, _ facts: LeadFacts, told: Int, line: Int) {
    let (contract, importNumber, entry) = (contract, importNumber, entry)
    rows.put { values in
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
  }

  /// Adds the word that was put in.
  mutating func add(to journal: inout JournalContent) throws(StorageError) { try rows.add(to: &journal) }

  /// Adds the words that wait to be added together.
  mutating func flush(to journal: inout JournalContent) throws(StorageError) { try rows.flush(to: &journal) }

  /// Whether nothing was ever said of the lead of the word that was put in.
  func isFirstOfLead() throws(StorageError) -> Bool {
    let lead = [rows.values[rows.first], rows.values[rows.first + 1]]
    return try anyOfLead.first(lending: lead, of: rows.values) { _ in true } == nil
  }

  /// What `body` makes of the row with the newest word on the record of the word that was put in, whose columns are those
  /// of a snapshot of `LeadStore`; nil where there is none.
  ///
  /// Of a deal it may be one that speaks of another lead.
  func newest<Result>(_ key: LeadRecord.Key, body: (borrowing Row) throws -> Result) throws(StorageError)
    -> Result?
  {
    let contract = rows.values[rows.first]
    guard case .deal = key.part, case .text(let part) = rows.values[rows.first + 2] else {
      return try newest.first(
        lending: [contract, rows.values[rows.first + 1], rows.values[rows.first + 2]], of: rows.values,
        body: body)
    }
    let number = part.lowerBound + LeadRecord.Part.deal("").description.utf8.count..<part.upperBound
    return try newestOfDeal.first(lending: [contract, .text(number)], of: rows.values, body: body)
  }

  /// Whether the word that was put in for a file's row says nothing beyond the one on record.
  ///
  /// - Parameter row: the columns of a snapshot of `LeadStore`.
  func saysNothing(beyond row: borrowing Row) throws(StorageError) -> Bool {
    guard !isDatedApart, try row.int(Self.toldColumn) & told == told else { return false }
    // The key, and then the facts, stand among the values in the order in which a snapshot has them.
    guard holds(1, row, at: 17), holds(2, row, at: 18) else { return false }
    for (column, field) in Self.columnFields.enumerated() where columns.fields.contains(field) {
      guard holds(column + 3, row, at: column) else { return false }
    }
    return columns.attributes.isEmpty || holds(Self.columnFields.count + 3, row, at: Self.columnFields.count)
  }

  private func holds(_ index: Int, _ row: borrowing Row, at column: Int) -> Bool {
    row.holds(rows.values[rows.first + index], of: rows.values, at: column)
  }

  private static let toldColumn = 19

  /// The fields that the columns before the attributes belong to.
  private static let columnFields: [LeadField] = [
    .stream, .leadType, .delivered, .rep, .contacted, .salesQualified, .opportunity, .won, .lost,
    .disqualified,
    .reason, .stage, .stage, .amount, .amount, .modified,
  ]
}

extension JournaledForm {
  /// Leads, as `LeadWriter` adds them.
  static let lead = JournaledForm(
    .lead, identifier: "lead_id",
    columns: [
      "contract_id", "external_id", "part", "stream", "lead_type", "delivered_at", "rep", "contacted_at",
      "sales_qualified_at", "opportunity_at", "won_at", "lost_at", "disqualified_at", "reason", "stage",
      "ending",
      "amount_minor_units", "currency", "modified_at", "attributes", "told", "line", "import_id", "seq",
    ], leavesOutNull: true)
}
