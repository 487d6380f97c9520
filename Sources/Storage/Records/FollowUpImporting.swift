public import Agreement

extension Database {
  /// Records a file of what sales did and of the values of measures, all of it or nothing.
  ///
  /// A row that says what is on record already changes nothing. The rows are recorded as if each had been given to
  /// `follow-up`: a newer word replaces them, so that nothing has to be taken back.
  /// - Parameters:
  ///   - file: the file's name, for the places of problems.
  ///   - isDryRun: whether to check everything and record nothing.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `ImportRefusal` with the rows that cannot be recorded,
  ///   `StorageError`.
  public func importFollowUps(
    _ rows: [ObservationRow],
    from file: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment,
    isDryRun: Bool = false
  ) throws -> RowSummary {
    do {
      return try recording(.followUp, by: person, at: moment) { stamp in
        let (entry, history) = try agreed(name)
        let store = ObservationStore(connection: connection)
        var tally = RowTally()
        var lines: [NewObservation: Int] = [:]
        for row in rows {
          let observation = row.observation
          let known = try store.observations(of: entry, touching: observation.days, under: stamp)
          if let earlier = lines[observation.topic], known.finding(on: observation) != observation.finding {
            tally.refuse(
              line: row.line,
              .contradicts(line: earlier, of: "\(observation.subject) in \(observation.days)"))
            continue
          }
          lines[observation.topic] = row.line
          let before = known.finding(on: observation)
          guard before != observation.finding else {
            tally.count(.unchanged)
            continue
          }
          do throws(ObservationRefusal) {
            try Ledger(history: history, observations: known).check(
              observation.finding, of: observation.subject, on: observation.stream, in: observation.days)
          } catch {
            tally.refuse(line: row.line, .observation(error))
            continue
          }
          _ = try store.insert(observation, of: entry, under: stamp)
          tally.count(before == nil ? .added : .changed)
        }
        try tally.check(file: file)
        let summary = RowSummary(
          added: tally.added, changed: tally.changed, unchanged: tally.unchanged, older: 0,
          importedBefore: nil,
          number: nil)
        let changes = tally.changes
        if isDryRun || changes == 0 { throw NothingToKeep(summary: summary) }
        return (summary, entry.id, "\(entry.name), \(file): \(changes) row\(changes == 1 ? "" : "s")")
      }
    } catch let undone as NothingToKeep<RowSummary> {
      return undone.summary
    }
  }
}

extension NewObservation {
  /// What is observed, whatever was found.
  fileprivate var topic: NewObservation {
    NewObservation(subject: subject, stream: stream, rep: rep, days: days, finding: .kept(met: 0, due: 0))
  }
}

extension [Observation] {
  /// What the newest of them found on the same thing; nil where none is on it.
  fileprivate func finding(on other: NewObservation) -> Observation.Finding? {
    last { $0.isOf(other) }?.finding
  }
}
