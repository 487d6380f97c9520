import Agreement

/// Makes deliveries of rows, and takes from the rows before what is the same again.
struct DeliveryReader {
  private var marks: EntryMarks
  private var keys = LeadTypeKeys()
  private var days: (first: [UInt8], last: [UInt8], range: DayRange)?

  /// - Parameter stamp: the stamp of the running transaction, which marks what it has added itself.
  init(connection: Connection, stamp: Stamp?) {
    self.marks = EntryMarks(connection: connection, stamp: stamp)
  }

  /// The delivery of a row: its number, stream, lead type, first and last day, count, kind, reason, import and journal
  /// entry.
  mutating func delivery(_ row: borrowing Row) throws(StorageError) -> Delivery {
    let reason = try row.optionalText(7)
    let importID = try row.optionalInt(8)
    return Delivery(
      key: try keys.key(row, stream: 1, leadType: 2),
      days: try days(row),
      count: try row.int(5),
      kind: try row.text(6) { kind in
        switch (kind, reason, importID) {
        case ("logged", nil, nil): .logged
        case ("imported", nil, let number?): .imported(number)
        case ("correction", let reason?, nil): .correction(reason: reason)
        default: nil
        }
      },
      mark: try marks.mark(of: row, 0, entry: 9)
    )
  }

  private mutating func days(_ row: borrowing Row) throws(StorageError) -> DayRange {
    if let days {
      let isSameStart = try row.holds(days.first, at: 3)
      if isSameStart, try row.holds(days.last, at: 4) { return days.range }
    }
    let range = try row.days(3, 4)
    days = (try row.bytes(3), try row.bytes(4), range)
    return range
  }
}
