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
  ///   - rows: hands over the rows in the order of the file, and returns the SHA-256 of its bytes. It must not look at
  ///     the database, which another thread writes to meanwhile.
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
    var counting: LeadCounting?
    var newLeads: NewLeads?
    return try importing(
      .leads, from: file, for: name, by: person, at: moment, isDryRun: isDryRun
    ) { running, tally, journal in
      let form = LeadRowForm(running, columns: columns)
      let begun = try running.counting(on: connection)
      var preparation = LeadPreparation(
        form, on: running.stamp.at.day, newLeads: begun.newLeads(running.stamp.mark(running.number)))
      var recorder = try LeadRecorder(
        running, form, counting: begun, missingID: missingID, on: connection)
      let (digest, refused) = try preparation.convey(rows) { batch in
        try recorder.record(batch, tally: &tally, journal: &journal)
      }
      tally.add(refused)
      counting = recorder.counting
      newLeads = preparation.newLeads
      return digest
    } afterwards: {
      try counting?.finish(adding: newLeads)
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
  ///   - rows: hands over the rows in the order of the file, and returns the SHA-256 of its bytes. It must not look at
  ///     the database, which another thread writes to meanwhile.
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
    var counting: LeadCounting?
    return try importing(.touches, from: file, for: name, by: person, at: moment, isDryRun: isDryRun) {
      running, tally, journal in
      let form = TouchRowForm(running)
      counting = try running.counting(on: connection)
      var preparation = TouchPreparation(form, on: running.stamp.at.day)
      var recorder = try TouchRecorder(running, form, on: connection)
      let (digest, refused) = try preparation.convey(rows) { batch in
        try recorder.record(batch, tally: &tally, journal: &journal)
      }
      tally.add(refused)
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
