public import Agreement

extension Database {
  /// Imports a file of deliveries, all of it or nothing.
  ///
  /// A row whose days and lead type are on record with the same count changes nothing, so that importing a file
  /// again, or a longer export of the same system, adds only what is new; whether the same bytes were read before
  /// decides nothing, it is only told.
  /// - Parameter isDryRun: whether to check everything and record nothing.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `ImportRefusal` with the rows that cannot be recorded,
  ///   `StorageError`.
  public func importDeliveries(
    _ file: DeliveryFile,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment,
    isDryRun: Bool = false
  ) throws -> ImportSummary {
    do {
      return try recording(.importFile, by: person, at: moment) { stamp in
        let (entry, history) = try agreed(name)
        let imports = ImportStore(connection: connection)
        let mark = try imports.mark(of: file.digest, as: .deliveries, for: entry)
        let number = try imports.nextNumber()
        let record = ImportStore.File(
          kind: .deliveries, name: file.name, digest: file.digest, rows: file.rows.count)
        try imports.insert(record, as: number, of: entry, under: stamp)
        let added = try add(file, as: number, of: entry, history, under: stamp)
        let summary = ImportSummary(
          added: added,
          unchanged: file.rows.count - added.count,
          importedBefore: mark,
          number: isDryRun || added.isEmpty ? nil : number
        )
        if summary.number == nil { throw NothingToKeep(summary: summary) }
        return (summary, entry.id, "\(entry.name), \(file.name): \(added.count) rows")
      }
    } catch let undone as NothingToKeep<ImportSummary> {
      return undone.summary
    }
  }

  /// Adds the rows of a file that are not on record, and returns them.
  private func add(
    _ file: DeliveryFile,
    as number: Int,
    of entry: ContractStore.Entry,
    _ history: ContractHistory,
    under stamp: Stamp
  ) throws -> [NewDelivery] {
    let store = DeliveryStore(connection: connection)
    var added: [NewDelivery] = []
    var tally = RowTally()
    var lines: [Span: Int] = [:]
    for row in file.rows {
      let delivery = row.delivery.spelled(as: history)
      let span = Span(key: delivery.key, days: delivery.days)
      if let line = lines[span] {
        tally.refuse(line: row.line, .repeats(line: line))
        continue
      }
      lines[span] = row.line
      let touching = try store.deliveries(of: entry, touching: delivery.days, under: stamp)
      guard !delivery.isOnRecord(among: touching) else { continue }
      do throws(RecordingRefusal) {
        try Ledger(history: history, deliveries: touching)
          .check(delivery.count, of: delivery.key, in: delivery.days, isCorrection: false)
      } catch {
        tally.refuse(line: row.line, .recording(error))
        continue
      }
      _ = try store.insert(delivery, as: .imported(number), of: entry, under: stamp)
      added.append(delivery)
    }
    try tally.check(file: file.name)
    return added
  }
}

/// What a row of deliveries counts.
private struct Span: Hashable {
  let key: LeadTypeKey
  let days: DayRange
}

extension NewDelivery {
  /// Whether the deliveries of exactly these days add up to this count.
  fileprivate func isOnRecord(among deliveries: [Delivery]) -> Bool {
    let same = deliveries.filter { $0.key == key && $0.days == days }
    return !same.isEmpty && same.reduce(Int128(0)) { $0 + Int128($1.count) } == Int128(count)
  }
}
