import Agreement

/// How an import writes words on leads as rows.
struct LeadRowForm {
  let columns: LeadColumns
  /// What the file has columns for.
  private let fields: LeadFields
  /// The same as a row keeps it.
  let told: Int
  private let contract: Int
  private let importNumber: Int
  private let entry: Int

  /// - Parameter columns: what the file has columns for.
  init(_ running: RunningImport, columns: LeadColumns) {
    self.columns = columns
    fields = columns.fields.intersection(ToldFields.all)
    told = ToldFields(fields).bits
    contract = running.contract.id
    importNumber = running.number
    entry = running.stamp.number
  }

  /// What is known of a record where the row is the first to speak of it.
  func word(of row: LeadRow) -> LeadWord {
    LeadWord(key: row.key, facts: LeadFacts().updated(by: row.facts, columns: columns), told: fields)
  }

  /// Writes what is known of a record from the row at `line` on.
  func write(_ word: LeadWord, line: Int, to values: inout RowValues) {
    values.append(contract)
    values.append(word.key.lead)
    values.append(word.key.part.description)
    values.append(word.facts.stream)
    values.append(word.facts.leadType)
    values.append(word.facts.delivered)
    values.append(word.facts.rep)
    values.append(word.facts.contacted)
    values.append(word.facts.salesQualified)
    values.append(word.facts.opportunity)
    values.append(word.facts.won)
    values.append(word.facts.lost)
    values.append(word.facts.disqualified)
    values.append(word.facts.reason)
    values.append(plain: word.facts.stage?.rawValue)
    values.append(plain: word.facts.ending?.rawValue)
    values.append(word.facts.amount?.minorUnits)
    values.append(plain: word.facts.amount?.currency.code)
    values.append(word.facts.modified)
    values.append(word.facts.attributes.isEmpty ? nil : AttributeText(word.facts.attributes).json)
    values.append(word.told == fields ? told : ToldFields(word.told).bits)
    values.append(line)
    values.append(importNumber)
    values.append(entry)
  }

  /// The place of the lead's id among the values of a row; the part and the facts follow it.
  static let leadPlace = 1
}

extension JournaledForm {
  /// Leads, as `LeadRowForm` writes them.
  static let lead = JournaledForm(
    .lead, identifier: "lead_id",
    columns: [
      "contract_id", "external_id", "part", "stream", "lead_type", "delivered_at", "rep", "contacted_at",
      "sales_qualified_at", "opportunity_at", "won_at", "lost_at", "disqualified_at", "reason", "stage",
      "ending",
      "amount_minor_units", "currency", "modified_at", "attributes", "told", "line", "import_id", "seq",
    ], leavesOutNull: true)
}
