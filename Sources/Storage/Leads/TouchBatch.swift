import Agreement

/// Some rows of a file of touches.
final class TouchBatch: RowBatch {
  /// What the file says.
  private(set) var rows: [TouchRow] = []
  /// The same, ready to be added.
  private(set) var ready = ReadyRows(.touch)

  var hasNews = false

  func append(_ row: TouchRow, by form: TouchRowForm) {
    rows.append(row)
    ready.append { form.write(row.touch, line: row.line, to: &$0) }
  }

  /// Takes all rows out.
  func removeAll() {
    rows.removeAll(keepingCapacity: true)
    ready.removeAll(writesAhead: hasNews)
    hasNews = false
  }
}

/// Makes the rows of a file of touches ready to be recorded, as far as that needs no look at what is on record.
struct TouchPreparation: RowPreparation {
  private let form: TouchRowForm
  private let today: Day
  /// What the rows that are refused here come to.
  private(set) var refused = RowTally()

  init(_ form: TouchRowForm, on today: Day) {
    self.form = form
    self.today = today
  }

  mutating func put(_ row: TouchRow, into batch: TouchBatch) {
    if let reason = reason(toRefuse: row.touch) { return refused.refuse(line: row.line, reason) }
    batch.append(row, by: form)
  }

  func takeBack(_ batch: TouchBatch) { batch.removeAll() }

  private func reason(toRefuse touch: Touch) -> ImportRefusal.Reason? {
    if touch.id.isEmpty || touch.lead.isEmpty { return .nameless }
    // A clock elsewhere may be a day ahead.
    return touch.at.day <= today.advanced(by: 1) ? nil : .ahead(touch.at.day, of: today)
  }
}
