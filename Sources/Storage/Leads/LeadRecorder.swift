import Agreement

/// Records the rows of a file of leads, batch by batch: looks up what is known of each record, and adds what is news.
struct LeadRecorder: ~Copyable {
  private let store: LeadStore
  private let form: LeadRowForm
  private let importNumber: Int
  private let missingID: String?
  private let superseded: SupersededStore
  private var lines: SaidLines
  private var writer: LeadWriter
  private(set) var counting: LeadCounting
  /// Whether the record of the row before was on record.
  private var wasKnown = false

  /// - Parameters:
  ///   - counting: keeps what leads add up to.
  ///   - missingID: the column that would tell rows apart, where their ids are made of what they say.
  init(
    _ running: RunningImport, _ form: LeadRowForm, counting: LeadCounting, missingID: String?,
    on connection: Connection
  ) throws(StorageError) {
    let lines = try SaidLines(on: connection)
    let writer = try LeadWriter(form, of: running.contract, on: connection)
    store = LeadStore(connection: connection)
    self.form = form
    importNumber = running.number
    self.missingID = missingID
    superseded = SupersededStore(connection: connection, contract: running.contract)
    self.lines = lines
    self.writer = writer
    self.counting = counting
  }

  /// Records the rows of a batch in their order.
  mutating func record(
    _ batch: LeadBatch, tally: inout RowTally, journal: inout JournalContent
  ) throws(StorageError) {
    let before = tally.changes
    for row in 0..<batch.ready.count {
      let isBeyondAll = writer.isBeyondAll(row, of: batch.ready)
      if isBeyondAll, batch.rows[row].key.part == .lead {
        try add(row, of: batch, isNewLead: true, tally: &tally, journal: &journal)
      } else {
        try compare(row, of: batch, tally: &tally, journal: &journal)
      }
    }
    try writer.flush(batch.ready, to: &journal)
    batch.hasNews = tally.changes > before
  }

  private mutating func compare(
    _ index: Int, of batch: LeadBatch, tally: inout RowTally, journal: inout JournalContent
  ) throws(StorageError) {
    let row = batch.rows[index]
    try writer.flush(touching: index, of: batch.ready, to: &journal)
    // What is true of the row before is mostly true of this one too; then one look at what is on record will do.
    var isNewLead = wasKnown ? false : try isNew(index, of: batch)
    let known = isNewLead ? nil : try store.newest(of: row, index, of: batch.ready, by: writer)
    if known == nil, wasKnown { isNewLead = try isNew(index, of: batch) }
    wasKnown = known != nil
    guard let known else {
      return try add(index, of: batch, isNewLead: isNewLead, tally: &tally, journal: &journal)
    }
    let isOfThisFile = known.importNumber == importNumber
    let updated = known.word.map { LeadWord(updating: $0, by: row, columns: form.columns) }
    let isKnown = updated == known.word
    // Rows whose ids are made must not agree either: they may be two leads.
    if missingID != nil || !isKnown, let line = isOfThisFile ? known.line : try lines.line(of: known.id) {
      let reason = missingID.map { ImportRefusal.Reason.indistinct(line: line, column: $0) }
      return tally.refuse(line: row.line, reason ?? .contradicts(line: line, of: row.key.words))
    }
    guard let updated, !isKnown else {
      if !isOfThisFile { try lines.note(row.line, saysRow: known.id) }
      return tally.count(known.word.map(row.isOlder) == true ? .older : .unchanged)
    }
    // What is counted up looks at the rows of other records too.
    try writer.flush(batch.ready, to: &journal)
    try counting.add(updated, after: known.word)
    try writer.add(updated, line: row.line, to: &journal)
    try superseded.add(lead: known.id)
    tally.count(.changed)
  }

  /// Whether a row is of a lead itself of which nothing was ever said.
  private func isNew(_ index: Int, of batch: LeadBatch) throws(StorageError) -> Bool {
    guard batch.rows[index].key.part == .lead else { return false }
    return try writer.isFirstOfLead(index, of: batch.ready)
  }

  /// Adds a row of whose record nothing is known.
  private mutating func add(
    _ row: Int, of batch: LeadBatch, isNewLead: Bool, tally: inout RowTally, journal: inout JournalContent
  ) throws(StorageError) {
    if isNewLead, counting.leavesNewLeads {
      batch.noteNewLead(row)
    } else {
      try counting.add(form.word(of: batch.rows[row]), after: nil)
    }
    try writer.add(row, of: batch.ready, to: &journal)
    tally.count(.added)
  }
}

extension LeadRecord.Key {
  /// The record in words: `lead 4711`, `lead 4711, deal 12`.
  fileprivate var words: String {
    part == .lead ? "lead \(lead)" : "lead \(lead), \(part)"
  }
}
