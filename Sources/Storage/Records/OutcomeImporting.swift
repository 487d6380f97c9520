public import Agreement

extension Database {
  /// Imports a file of what came of leads, all of it or nothing.
  ///
  /// A row whose figures are known already changes nothing. A file that states two things of the leads of one type
  /// and month is refused.
  /// - Parameters:
  ///   - file: the file's name, as the record of the import keeps it.
  ///   - isDryRun: whether to check everything and record nothing.
  ///   - rows: hands over the rows in the order of the file, and returns the SHA-256 of its bytes.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `ImportRefusal` with the rows that cannot be recorded,
  ///   `StorageError`, and what `rows` throws.
  public func importOutcomes(
    from file: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment,
    isDryRun: Bool = false,
    rows: (_ record: (OutcomeRow) throws -> Void) throws -> Digest
  ) throws -> RowSummary {
    let store = OutcomeStore(connection: connection)
    return try importing(.outcomes, from: file, for: name, by: person, at: moment, isDryRun: isDryRun) {
      running, tally, _ in
      let currency = running.history.newest.contract.currency
      var known = try store.outcomes(of: running.contract, in: currency)
      var stated: [Cohort: OutcomeRow] = [:]
      var leads: Ledger?
      return try rows { row in
        let outcome = row.outcome.spelled(as: running.history)
        let cohort = Cohort(key: outcome.key, month: outcome.month)
        if let earlier = stated[cohort] {
          guard earlier.outcome.figures == outcome.figures else {
            let subject = "\(outcome.key) in \(outcome.month)"
            return tally.refuse(line: row.line, .contradicts(line: earlier.line, of: subject))
          }
          return tally.count(.unchanged)
        }
        stated[cohort] = row
        let before = known.filter { $0.key == outcome.key && $0.month == outcome.month }
          .reduce(OutcomeFigures()) { $0.updated(by: $1.figures) }
        if before.updated(by: outcome.figures) == before { return tally.count(.unchanged) }
        if let other = outcome.figures.revenue?.currency, other != currency {
          return tally.refuse(line: row.line, .otherCurrency(other, agreed: currency))
        }
        let ledger = try ledger(
          around: outcome, for: running.contract, running.history, known: known, leads: &leads)
        do throws(RecordingRefusal) {
          try ledger.check(outcome.figures, of: outcome.key, in: outcome.month)
        } catch {
          return tally.refuse(line: row.line, .recording(error))
        }
        known.append(
          try store.insert(outcome, from: running.number, of: running.contract, under: running.stamp))
        tally.count(before == OutcomeFigures() ? .added : .changed)
      }
    }
  }
}

/// The leads that an outcome speaks of.
private struct Cohort: Hashable {
  let key: LeadTypeKey
  let month: Month
}
