import Agreement

/// Walks the journal: whether its chain holds, and whether the tables still say what it recorded.
struct JournalCheck {
  private let connection: Connection
  private(set) var problems: [VerificationReport.Problem] = []
  private(set) var entries = 0
  private(set) var rows = 0
  private var lastNumber = 0
  private var lastInstant = Int.min
  private var lastHash = JournalHead.empty.hash.hex
  private var known: [JournaledTable: RecordedRows] = [:]

  /// Where the journal ends; the hash is that of an empty journal where what stands there is none.
  var head: JournalHead {
    JournalHead(number: lastNumber, hash: (try? Digest(hex: lastHash)) ?? JournalHead.empty.hash)
  }

  init(of connection: Connection) throws(StorageError) {
    self.connection = connection
    try walk()
    for table in JournaledTable.allCases { try findStrangers(in: table) }
  }

  private mutating func walk() throws(StorageError) {
    let numbers = try connection.rows(
      """
      SELECT seq
      FROM journal
      ORDER BY seq
      """
    ) { row in try row.int(0) }
    for number in numbers {
      guard let (entry, hash) = try entry(number) else { continue }
      checkChain(entry, hash: hash)
      try checkContent(of: entry)
      entries += 1
    }
  }

  private func entry(_ number: Int) throws(StorageError) -> (entry: HashedEntry, hash: String)? {
    try connection.first(
      """
      SELECT seq, recorded_at, recorded_by, action, subject, contract_id, rows, content_hash, previous_hash, hash
      FROM journal
      WHERE seq = ?
      """,
      number
    ) { row in
      let entry = HashedEntry(
        number: try row.int(0),
        at: try row.text(1),
        by: try row.text(2),
        action: try row.text(3),
        subject: try row.text(4),
        contract: try row.optionalInt(5),
        rows: try row.int(6),
        contentHash: try row.text(7),
        previousHash: try row.text(8)
      )
      return (entry, try row.text(9))
    }
  }

  private mutating func checkChain(_ entry: HashedEntry, hash: String) {
    let place = "journal entry \(entry.number)"
    let missing = lastNumber + 1..<max(lastNumber + 1, entry.number)
    if !missing.isEmpty {
      let numbers = missing.count == 1 ? "entry \(missing.lowerBound)" : "\(missing.count) entries before it"
      report(place, "\(numbers) went missing")
    } else if entry.previousHash != lastHash {
      report(place, "it does not follow entry \(lastNumber), whose hash is another")
    }
    if entry.hash != hash {
      report(place, "it was altered: its hash is not that of what it says")
    }
    checkTime(of: entry)
    lastNumber = entry.number
    lastHash = hash
  }

  private mutating func checkTime(of entry: HashedEntry) {
    let place = "journal entry \(entry.number)"
    guard let moment = try? Moment(entry.at) else {
      return report(place, "its time cannot be read: \(entry.at)")
    }
    if moment.instant < lastInstant {
      report(place, "it is dated \(entry.at), before the entry that it follows")
    }
    lastInstant = moment.instant
  }

  /// Compares what the entry says of the rows that it recorded with those rows, and them with the tables.
  private mutating func checkContent(of entry: HashedEntry) throws(StorageError) {
    var hash = RunningDigest()
    var found = 0
    let parts = try connection.statement(
      """
      SELECT body
      FROM journal_part
      WHERE seq = ?
      ORDER BY part
      """
    )
    try parts.forEach(entry.number) { row in
      let body = try row.text(0)
      hash.add(body)
      hash.add("\n")
      let lines = body.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      found += lines.count
      for line in lines { try check(line: Substring(line), of: entry.number) }
    }
    rows += found
    let place = "journal entry \(entry.number)"
    if hash.digest.hex != entry.contentHash {
      report(place, "the rows that it recorded were altered: their hash is not its content hash")
    }
    if found != entry.rows {
      report(place, "it says that it recorded \(entry.rows) rows, and \(found) are there")
    }
  }

  private mutating func check(line: Substring, of entry: Int) throws(StorageError) {
    guard let recorded = RecordedRow(line: line) else {
      let start = line.prefix(40)
      return report("journal entry \(entry)", "it holds a line that leadpact does not write: \(start)")
    }
    known[recorded.table, default: RecordedRows()].insert(recorded.id)
    try compare(recorded, entry: entry)
  }

  /// Compares a row as it was recorded with the row as it is now.
  private mutating func compare(_ recorded: RecordedRow, entry: Int) throws(StorageError) {
    let place = "\(recorded.table.rawValue) row \(recorded.id)"
    let current = try connection.first(recorded.table.rows, recorded.id, recorded.id) { row in
      try row.text(1)
    }
    guard let current else {
      return report(place, "it was removed; journal entry \(entry) recorded it")
    }
    guard !current.utf8.elementsEqual(recorded.row.utf8) else { return }
    let differences = try differences(between: String(recorded.row), and: current)
    guard let differences else { return report("journal entry \(entry)", "what it recorded is no JSON") }
    for difference in differences {
      report(
        "\(place), \(difference.field)",
        isShort(difference.then) && isShort(difference.now)
          ? "it was altered: journal entry \(entry) recorded \(difference.then), and now it is \(difference.now)"
          : "it was altered: it is not what journal entry \(entry) recorded"
      )
    }
  }

  /// Whether a value fits into a line.
  private func isShort(_ value: String) -> Bool {
    value.utf8.count <= 80 && !value.utf8.contains(UInt8(ascii: "\n"))
  }

  /// The fields whose values differ; nil where `recorded` is no JSON.
  ///
  /// A column that a later step of the schema added is not there in what was recorded before, and was NULL then.
  func differences(
    between recorded: String,
    and current: String
  ) throws(StorageError) -> [(field: String, then: String, now: String)]? {
    let isJSON = try connection.first("SELECT json_valid(?)", recorded) { row in try row.bool(0) }
    guard isJSON == true else { return nil }
    return try connection.rows(
      """
      SELECT ifnull(recorded.key, current.key), quote(recorded.value), quote(current.value)
      FROM json_each(?) AS recorded
      FULL JOIN json_each(?) AS current ON current.key = recorded.key
      WHERE recorded.value IS NOT current.value
      """,
      recorded,
      current
    ) { row in (field: try row.text(0), then: try row.text(1), now: try row.text(2)) }
  }

  /// Finds rows that no entry recorded.
  private mutating func findStrangers(in table: JournaledTable) throws(StorageError) {
    var spans = (known[table] ?? RecordedRows()).sorted[...]
    try connection.statement(table.identifiers).forEach { row in
      let id = try row.int(0)
      while let span = spans.first, span.upperBound < id { spans.removeFirst() }
      if spans.first?.contains(id) != true {
        report("\(table.rawValue) row \(id)", "it was added past leadpact: no journal entry recorded it")
      }
    }
  }

  private mutating func report(_ place: String, _ message: String) {
    problems.append(VerificationReport.Problem(place: place, message: message))
  }
}
