import Agreement

/// Walks the journal: whether its chain holds, and whether the tables still say what it recorded.
struct JournalCheck {
  private let connection: Connection
  private(set) var problems: [VerificationReport.Problem] = []
  private(set) var entries = 0
  private(set) var rows = 0
  private var lastNumber = 0
  private var lastHash = JournalHead.empty.hash.hex
  private var known: [JournaledTable: Set<Int>] = [:]

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
      try checkRows(of: entry)
      entries += 1
    }
  }

  private func entry(_ number: Int) throws(StorageError) -> (entry: HashedEntry, hash: String)? {
    try connection.first(
      """
      SELECT seq, recorded_at, recorded_by, action, subject, content, previous_hash, hash
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
        content: try row.text(5),
        previousHash: try row.text(6)
      )
      return (entry, try row.text(7))
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
    lastNumber = entry.number
    lastHash = hash
  }

  /// Compares the rows that the entry recorded with the tables as they are now.
  private mutating func checkRows(of entry: HashedEntry) throws(StorageError) {
    let isJSON = try connection.first("SELECT json_valid(?)", entry.content) { row in
      try row.bool(0)
    }
    guard isJSON == true else { return report("journal entry \(entry.number)", "its content is no JSON") }
    let recorded = try connection.rows(
      """
      SELECT json_extract(value, '$.table'), json_extract(value, '$.id'), json_extract(value, '$.row')
      FROM json_each(?)
      WHERE type = 'object'
      """,
      entry.content
    ) { row in
      (table: try row.optionalText(0), id: try row.optionalInt(1), row: try row.optionalText(2))
    }
    for item in recorded {
      guard let table = item.table.flatMap(JournaledTable.init(rawValue:)), let id = item.id,
        let row = item.row
      else {
        report("journal entry \(entry.number)", "it names a table that leadpact does not keep")
        continue
      }
      rows += 1
      known[table, default: []].insert(id)
      try compare(row, with: table, id, entry: entry.number)
    }
  }

  private mutating func compare(
    _ recorded: String,
    with table: JournaledTable,
    _ id: Int,
    entry: Int
  ) throws(StorageError) {
    let current = try connection.first(table.row, id) { row in try row.text(0) }
    guard let current else {
      return report("\(table.rawValue) row \(id)", "it was removed; journal entry \(entry) recorded it")
    }
    guard current != recorded else { return }
    let differences = try connection.rows(
      """
      SELECT recorded.key, quote(recorded.value), quote(current.value)
      FROM json_each(?) AS recorded
      LEFT JOIN json_each(?) AS current ON current.key = recorded.key
      WHERE recorded.value IS NOT current.value
      """,
      recorded,
      current
    ) { row in (field: try row.text(0), then: try row.text(1), now: try row.text(2)) }
    for difference in differences {
      report(
        "\(table.rawValue) row \(id), \(difference.field)",
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

  /// Finds rows that no entry recorded.
  private mutating func findStrangers(in table: JournaledTable) throws(StorageError) {
    let present = try connection.rows(table.identifiers) { row in try row.int(0) }
    let recorded = known[table] ?? []
    for id in present where !recorded.contains(id) {
      report("\(table.rawValue) row \(id)", "it was added past leadpact: no journal entry recorded it")
    }
  }

  private mutating func report(_ place: String, _ message: String) {
    problems.append(VerificationReport.Problem(place: place, message: message))
  }
}
