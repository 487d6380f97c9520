public import Agreement

extension Database {
  /// Imports a file of leads, all of it or nothing, in memory that does not grow with it.
  ///
  /// A row updates what is known of its record by the columns that the file has; one that says what is known already
  /// changes nothing, so that importing a file again changes nothing. Of one that its system last changed before what is
  /// known, only what nobody told before is taken. A file that says two things of one record is
  /// refused.
  /// - Parameters:
  ///   - file: the file's name, as the record of the import keeps it.
  ///   - columns: what the file has columns for.
  ///   - missingID: the column that would tell rows apart, where their ids are made of what they say; two rows of one id
  ///     are then refused, since they may be two leads.
  ///   - isDryRun: whether to check everything and record nothing.
  ///   - rows: hands over the rows in the order of the file, and returns the SHA-256 of its bytes.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `ImportRefusal` with the rows that cannot be recorded,
  ///   `StorageError`, and what `rows` throws.
  public func importLeads(
    from file: String,
    columns: LeadColumns,
    missingID: String? = nil,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment,
    isDryRun: Bool = false,
    rows: (_ record: (LeadRow) throws -> Void) throws -> Digest
  ) throws -> RowSummary {
    let store = LeadStore(connection: connection)
    var counting: LeadCounting?
    return try importing(
      .leads, from: file, for: name, by: person, at: moment, isDryRun: isDryRun
    ) { running, tally, journal in
      var lines = try SaidLines(on: connection)
      var writer = try LeadWriter(running, columns: columns, on: connection)
      let superseded = SupersededStore(connection: connection, contract: running.contract)
      counting = try running.counting(on: connection)
      // A clock elsewhere may be a day ahead.
      let tomorrow = running.stamp.at.day.advanced(by: 1)
      let digest = try rows { row in
        guard !row.key.lead.isEmpty else { return tally.refuse(line: row.line, .nameless) }
        if let ahead = row.facts.latestTime(after: tomorrow) {
          return tally.refuse(line: row.line, .ahead(ahead.day, of: running.stamp.at.day))
        }
        if let amount = row.facts.amount, amount.minorUnits.magnitude > LeadFacts.mostMinorUnits {
          return tally.refuse(line: row.line, .tooLarge(amount))
        }
        let word = writer.word(of: row)
        try writer.put(word, of: row, into: &journal)
        let isNewLead = try row.key.part == .lead && writer.isFirstOfLead()
        guard let known = isNewLead ? nil : try store.newest(row.key, comparedWith: writer) else {
          try counting?.add(
            word, after: nil, isNewLead: isNewLead, mark: running.stamp.mark(running.number))
          try writer.add(to: &journal)
          return tally.count(.added)
        }
        let isOfThisFile = known.importNumber == running.number
        let updated = known.word.map { LeadWord(updating: $0, by: row, columns: columns) }
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
        try writer.flush(to: &journal)
        try counting?.add(
          updated, after: known.word, isNewLead: false, mark: running.stamp.mark(running.number))
        writer.put(updated, line: row.line)
        try writer.add(to: &journal)
        try superseded.add(lead: known.id)
        tally.count(.changed)
      }
      try writer.flush(to: &journal)
      return digest
    } afterwards: {
      try counting?.finish()
    }
  }

  /// Imports a file of what was done about leads, all of it or nothing, in memory that does not grow with it.
  ///
  /// A row takes the place of what is known of its touch; one that says the same changes nothing. A file that says
  /// two things of one touch is refused. Of touches without an id that have only a day, each that a file names again is
  /// one more. The leads need not be on record yet.
  /// - Parameters:
  ///   - file: the file's name, as the record of the import keeps it.
  ///   - isDryRun: whether to check everything and record nothing.
  ///   - rows: hands over the rows in the order of the file, and returns the SHA-256 of its bytes.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `ImportRefusal` with the rows that cannot be recorded,
  ///   `StorageError`, and what `rows` throws.
  public func importTouches(
    from file: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment,
    isDryRun: Bool = false,
    rows: (_ record: (TouchRow) throws -> Void) throws -> Digest
  ) throws -> RowSummary {
    let store = TouchStore(connection: connection)
    var counting: LeadCounting?
    return try importing(.touches, from: file, for: name, by: person, at: moment, isDryRun: isDryRun) {
      running, tally, journal in
      var lines = try SaidLines(on: connection)
      var writer = try TouchWriter(running, on: connection)
      let superseded = SupersededStore(connection: connection, contract: running.contract)
      counting = try running.counting(on: connection)
      let repeats = try RepeatsOfDays(on: connection)
      let tomorrow = running.stamp.at.day.advanced(by: 1)
      let digest = try rows { row in
        guard !row.touch.id.isEmpty, !row.touch.lead.isEmpty else {
          return tally.refuse(line: row.line, .nameless)
        }
        guard row.touch.at.day <= tomorrow else {
          return tally.refuse(line: row.line, .ahead(row.touch.at.day, of: running.stamp.at.day))
        }
        let touch = try repeats.numbered(row.touch)
        try writer.put(touch, line: row.line, into: &journal)
        let known = try store.newest(comparedWith: writer)
        let isOfThisFile = known?.importNumber == running.number
        if let known, known.isSaidAgain {
          if !isOfThisFile { try lines.note(row.line, saysRow: known.id) }
          return tally.count(.unchanged)
        }
        if let known, let line = isOfThisFile ? known.line : try lines.line(of: known.id) {
          return tally.refuse(line: row.line, .contradicts(line: line, of: "touch \(touch.id)"))
        }
        try writer.add(to: &journal)
        if let known { try superseded.add(touch: known.id) }
        tally.count(known == nil ? .added : .changed)
      }
      try writer.flush(to: &journal)
      return digest
    } afterwards: {
      try counting?.finish()
    }
  }
}

extension RunningImport {
  /// Begins to keep true what the leads of each month add up to.
  fileprivate func counting(on connection: Connection) throws(StorageError) -> LeadCounting {
    try LeadCounting(of: contract, history, under: stamp, on: connection)
  }
}

extension LeadRecord.Key {
  /// The record in words: `lead 4711`, `lead 4711, deal 12`.
  fileprivate var words: String {
    part == .lead ? "lead \(lead)" : "lead \(lead), \(part)"
  }
}
