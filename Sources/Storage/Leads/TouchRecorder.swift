import Agreement

/// Records the rows of a file of touches, batch by batch: looks up what is known of each, and adds what is news.
struct TouchRecorder: ~Copyable {
  private let form: TouchRowForm
  private let store: TouchStore
  private let importNumber: Int
  private let superseded: SupersededStore
  private let repeats: RepeatsOfDays
  private var lines: SaidLines
  private var writer: TouchWriter

  init(_ running: RunningImport, _ form: TouchRowForm, on connection: Connection) throws(StorageError) {
    let lines = try SaidLines(on: connection)
    let repeats = try RepeatsOfDays(on: connection)
    let writer = try TouchWriter(of: running.contract, on: connection)
    self.form = form
    store = TouchStore(connection: connection)
    importNumber = running.number
    superseded = SupersededStore(connection: connection, contract: running.contract)
    self.lines = lines
    self.repeats = repeats
    self.writer = writer
  }

  /// Records the rows of a batch in their order.
  mutating func record(
    _ batch: TouchBatch, tally: inout RowTally, journal: inout JournalContent
  ) throws(StorageError) {
    let before = tally.changes
    // A touch that was numbered is not as the file says it.
    var numbered = ReadyRows(.touch)
    for row in 0..<batch.ready.count {
      let line = batch.rows[row].line
      guard let touch = try repeats.numbered(batch.rows[row].touch) else {
        try record(row, of: batch.ready, at: line, tally: &tally, journal: &journal)
        continue
      }
      try writer.flush(batch.ready, to: &journal)
      numbered.removeAll()
      numbered.append { form.write(touch, line: line, to: &$0) }
      try record(0, of: numbered, at: line, tally: &tally, journal: &journal)
      try writer.flush(numbered, to: &journal)
    }
    try writer.flush(batch.ready, to: &journal)
    batch.hasNews = tally.changes > before
  }

  private mutating func record(
    _ row: Int, of rows: borrowing ReadyRows, at line: Int, tally: inout RowTally,
    journal: inout JournalContent
  ) throws(StorageError) {
    if writer.isBeyondAll(row, of: rows) {
      try writer.add(row, of: rows, to: &journal)
      return tally.count(.added)
    }
    try writer.flush(touching: row, of: rows, to: &journal)
    let known = try store.newest(row, of: rows, by: writer)
    let isOfThisFile = known?.importNumber == importNumber
    if let known, known.isSaidAgain {
      if !isOfThisFile { try lines.note(line, saysRow: known.id) }
      return tally.count(.unchanged)
    }
    if let known, let other = isOfThisFile ? known.line : try lines.line(of: known.id) {
      let id = String(
        decoding: rows.values.bytes(at: rows.first(of: row) + TouchRowForm.idPlace), as: UTF8.self)
      return tally.refuse(line: line, .contradicts(line: other, of: "touch \(id)"))
    }
    try writer.add(row, of: rows, to: &journal)
    if let known { try superseded.add(touch: known.id) }
    tally.count(known == nil ? .added : .changed)
  }
}
