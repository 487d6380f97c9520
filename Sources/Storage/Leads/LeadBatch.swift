import Agreement

/// Some rows of a file of leads.
final class LeadBatch: RowBatch {
  /// What the file says.
  private(set) var rows: [LeadRow] = []
  /// What is known where a row is the first to speak of its record, ready to be added.
  private(set) var ready = ReadyRows(.lead)
  /// The rows that were found to be of leads that nothing was known of.
  private(set) var newLeads: [Int] = []

  var hasNews = false

  func append(_ row: LeadRow, by form: LeadRowForm) {
    rows.append(row)
    ready.append { form.write(row, to: &$0) }
  }

  func noteNewLead(_ row: Int) { newLeads.append(row) }

  /// Takes all rows out.
  func removeAll() {
    rows.removeAll(keepingCapacity: true)
    ready.removeAll(writesAhead: hasNews)
    hasNews = false
    newLeads.removeAll(keepingCapacity: true)
  }
}

/// Makes the rows of a file of leads ready to be recorded, as far as that needs no look at what is on record.
struct LeadPreparation: RowPreparation {
  private let form: LeadRowForm
  private let today: Day
  /// What the rows that are refused here come to.
  private(set) var refused = RowTally()
  /// What the leads add up to that nothing was known of.
  private(set) var newLeads: NewLeads?

  init(_ form: LeadRowForm, on today: Day, newLeads: NewLeads?) {
    self.form = form
    self.today = today
    self.newLeads = newLeads
  }

  mutating func put(_ row: LeadRow, into batch: LeadBatch) {
    if let reason = reason(toRefuse: row) { return refused.refuse(line: row.line, reason) }
    batch.append(row, by: form)
  }

  private func reason(toRefuse row: LeadRow) -> ImportRefusal.Reason? {
    if row.key.lead.isEmpty { return .nameless }
    // A clock elsewhere may be a day ahead.
    if let ahead = row.facts.latestTime(after: today.advanced(by: 1)) { return .ahead(ahead.day, of: today) }
    if let amount = row.facts.amount, amount.minorUnits.magnitude > LeadFacts.mostMinorUnits {
      return .tooLarge(amount)
    }
    return nil
  }

  /// Adds up the new leads too.
  mutating func takeBack(_ batch: LeadBatch) {
    for row in batch.newLeads { newLeads?.add(form.word(of: batch.rows[row])) }
    batch.removeAll()
  }
}
