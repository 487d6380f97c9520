import Agreement

/// Makes deliveries of rows, and takes from the rows before what is the same again.
struct DeliveryReader {
  private var marks: EntryMarks
  private var keys = LeadTypeKeys()
  // The row before, as far as the next may be alike; apart from each other, to be looked at without being copied.
  private var firstDay: [UInt8] = []
  private var lastDay: [UInt8] = []
  private var days: DayRange?
  private var lastWord: [UInt8] = []
  private var lastImport: Int?
  private var lastKind: Delivery.Kind?

  /// - Parameter stamp: the stamp of the running transaction, which marks what it has added itself.
  init(connection: Connection, stamp: Stamp?) {
    self.marks = EntryMarks(connection: connection, stamp: stamp)
  }

  /// The delivery of a row: its number, stream, lead type, first and last day, count, kind, reason, import and journal
  /// entry.
  mutating func delivery(_ row: borrowing Row) throws(StorageError) -> Delivery {
    Delivery(
      key: try keys.key(row, stream: 1, leadType: 2),
      days: try days(row),
      count: try row.int(5),
      kind: try kind(row),
      mark: try marks.mark(of: row, 0, entry: 9)
    )
  }

  private mutating func kind(_ row: borrowing Row) throws(StorageError) -> Delivery.Kind {
    let importID = try row.optionalInt(8)
    if let lastKind, importID == lastImport, row.isNull(7), try row.holds(lastWord, at: 6) { return lastKind }
    let reason = try row.optionalText(7)
    let kind: Delivery.Kind = try row.text(6) { word in
      switch (word, reason, importID) {
      case ("logged", nil, nil): .logged
      case ("imported", nil, let number?): .imported(number)
      case ("correction", let reason?, nil): .correction(reason: reason)
      default: nil
      }
    }
    lastKind = reason == nil ? kind : nil
    lastImport = importID
    lastWord = try row.bytes(6)
    return kind
  }

  private mutating func days(_ row: borrowing Row) throws(StorageError) -> DayRange {
    if let days, try row.holds(firstDay, at: 3), try row.holds(lastDay, at: 4) { return days }
    let range = try row.days(3, 4)
    days = range
    firstDay = try row.bytes(3)
    lastDay = try row.bytes(4)
    return range
  }
}
