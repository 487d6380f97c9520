public import Agreement

extension Database {
  /// Records that sales does not take a lead for one, which takes it off the count.
  ///
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `DisputeRefusal`, `StorageError`.
  public func reject(
    lead: String,
    reason: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> DisputeStep {
    try dispute(.rejected, lead: lead, reason: reason, as: .reject, for: name, by: person, at: moment)
  }

  /// Records that marketing does not agree to a rejection.
  ///
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `DisputeRefusal`, `StorageError`.
  public func contest(
    lead: String,
    reason: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> DisputeStep {
    try dispute(.contested, lead: lead, reason: reason, as: .contest, for: name, by: person, at: moment)
  }

  /// Records how a dispute ended.
  ///
  /// - Parameter accepted: whether the lead counts, which puts it back on the count.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `DisputeRefusal`, `StorageError`.
  public func settle(
    lead: String,
    accepted: Bool,
    reason: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> DisputeStep {
    let word = accepted ? DisputeStep.Word.settledAccepted : .settledRejected
    return try dispute(word, lead: lead, reason: reason, as: .settle, for: name, by: person, at: moment)
  }

  private func dispute(
    _ word: DisputeStep.Word,
    lead: String,
    reason: String,
    as action: JournalEntry.Action,
    for name: Name,
    by person: String,
    at moment: () throws -> Moment
  ) throws -> DisputeStep {
    try recording(action, by: person, at: moment) { stamp in
      let (entry, history) = try agreed(name)
      let disputes = DisputeStore(connection: connection)
      let book = LeadBook(
        records: try records(around: lead, for: entry),
        disputes: try disputes.steps(of: entry, on: lead),
        earlierAttributes: try LeadStore(connection: connection).attributes(of: entry, on: lead)
      )
      try Ledger(history: history, leads: book).check(
        word, on: lead, reason: reason, by: stamp.by, day: stamp.at.day)
      var counting = try LeadCounting(of: entry, history, under: stamp, on: connection)
      try counting.change(lead)
      let step = try disputes.insert(word, on: lead, reason: reason, of: entry, under: stamp)
      try counting.finish()
      return (step, entry.id, "\(entry.name), lead \(lead): \(word.rawValue) (\(reason))")
    }
  }

  /// The records of a lead; where it is not on record, those of the leads whose ids stand next to its own.
  private func records(
    around lead: String, for contract: ContractStore.Entry
  ) throws(StorageError) -> [LeadRecord] {
    let store = LeadStore(connection: connection)
    let own = try store.records(of: contract, lead: lead)
    guard own.isEmpty else { return own }
    var others: [LeadRecord] = []
    for id in try store.neighbours(of: lead, for: contract) {
      others += try store.records(of: contract, lead: id)
    }
    return others
  }
}
