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

  /// Writes what is known of the record of a row that is the first to speak of it.
  func write(_ row: LeadRow, to values: inout RowValues) {
    write(row.key, row.facts, of: columns.fields, told: told, line: row.line, to: &values)
  }

  /// Writes what is known of a record from the row at `line` on.
  func write(_ word: LeadWord, line: Int, to values: inout RowValues) {
    let told = ToldFields(word.told).bits
    write(word.key, word.facts, of: Self.everyField, told: told, line: line, to: &values)
  }

  /// Writes what the facts say of some fields, and nothing for the others; no copy is made of the facts for that.
  private func write(
    _ key: LeadRecord.Key, _ facts: LeadFacts, of fields: LeadFields, told: Int, line: Int,
    to values: inout RowValues
  ) {
    values.append(contract)
    values.append(key.lead)
    values.append(key.part.description)
    values.append(fields.contains(.stream) ? facts.stream : nil)
    values.append(fields.contains(.leadType) ? facts.leadType : nil)
    values.append(fields.contains(.delivered) ? facts.delivered : nil)
    values.append(fields.contains(.rep) ? facts.rep : nil)
    values.append(fields.contains(.contacted) ? facts.contacted : nil)
    values.append(fields.contains(.salesQualified) ? facts.salesQualified : nil)
    values.append(fields.contains(.opportunity) ? facts.opportunity : nil)
    values.append(fields.contains(.won) ? facts.won : nil)
    values.append(fields.contains(.lost) ? facts.lost : nil)
    values.append(fields.contains(.disqualified) ? facts.disqualified : nil)
    values.append(fields.contains(.reason) ? facts.reason : nil)
    values.append(plain: fields.contains(.stage) ? facts.stage?.rawValue : nil)
    values.append(plain: fields.contains(.stage) ? facts.ending?.rawValue : nil)
    values.append(fields.contains(.amount) ? facts.amount?.minorUnits : nil)
    values.append(plain: fields.contains(.amount) ? facts.amount?.currency.code : nil)
    values.append(fields.contains(.modified) ? facts.modified : nil)
    values.append(facts.attributes.isEmpty ? nil : AttributeText(facts.attributes).json)
    values.append(told)
    values.append(line)
    values.append(importNumber)
    values.append(entry)
  }

  private static let everyField = LeadFields(LeadField.allCases)

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
