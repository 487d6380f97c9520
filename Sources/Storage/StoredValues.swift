import Agreement

extension Day: Bindable {
  var stored: StoredValue { .text(description) }
}

extension Month: Bindable {
  var stored: StoredValue { .text(description) }
}

extension Moment: Bindable {
  var stored: StoredValue { .text(description) }
}

extension Occurrence: Bindable {
  var stored: StoredValue { .text(description) }
}

extension LeadRecord.Part: Bindable {
  var stored: StoredValue { .text(description) }
}

extension Stage: Bindable {
  var stored: StoredValue { .text(rawValue) }
}

extension LeadEnding: Bindable {
  var stored: StoredValue { .text(rawValue) }
}

extension Name: Bindable {
  var stored: StoredValue { .text(text) }
}

extension Email: Bindable {
  var stored: StoredValue { .text(text) }
}

extension Digest: Bindable {
  var stored: StoredValue { .text(hex) }
}

extension Row {
  /// A share from the column that keeps how it was written and the next one, which keeps its parts per million.
  func share(_ column: Int) throws(StorageError) -> Share {
    let share = try text(column, as: Share.self)
    try require(share.partsPerMillion == int(column + 1), at: column + 1)
    return share
  }

  func optionalShare(_ column: Int) throws(StorageError) -> Share? {
    isNull(column) ? nil : try share(column)
  }

  func days(_ first: Int, _ last: Int) throws(StorageError) -> DayRange {
    let start = try text(first, as: Day.self)
    let end = try text(last, as: Day.self)
    do {
      return try DayRange(first: start, last: end)
    } catch {
      throw unexpected(last, found: "'\(end)' (\(error))")
    }
  }

  /// A mark from the columns of the row's number, and of the moment and the person of its journal entry.
  ///
  /// - Parameter stamp: stands in for the entry where the running transaction has yet to make it.
  func mark(
    _ number: Int,
    _ moment: Int,
    _ person: Int,
    under stamp: Stamp? = nil
  ) throws(StorageError) -> EntryMark {
    if let stamp, isNull(moment) { return stamp.mark(try int(number)) }
    return EntryMark(number: try int(number), at: try self.moment(moment), by: try text(person))
  }

  /// A moment from the column of a row's journal entry, where the running transaction has yet to make that its own.
  func moment(_ column: Int, under stamp: Stamp? = nil) throws(StorageError) -> Moment {
    if let stamp, isNull(column) { return stamp.at }
    return try text(column, as: Moment.self)
  }

  /// Refuses the row unless the columns agree, for what no type of one column can promise.
  func require(_ agrees: Bool, at column: Int) throws(StorageError) {
    guard agrees else { throw unexpected(column, found: "at odds with the columns beside it") }
  }
}
