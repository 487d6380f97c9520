import Agreement

/// Walks the journal: whether its chain holds, and whether the tables still say what it recorded.
struct JournalCheck {
  private let connection: Connection
  private(set) var problems: [VerificationReport.Problem] = []
  private(set) var entries = 0
  private(set) var rows = 0
  private var lastNumber = 0
  private var lastPart = 0
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
      let content = try EntryContent(of: number, after: lastPart, on: connection, notingIn: &known)
      lastPart = content.lastPart
      try check(entry, hash: hash, content: content)
      rows += content.found
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

  private mutating func check(_ entry: HashedEntry, hash: String, content: EntryContent) throws(StorageError)
  {
    let place = "journal entry \(entry.number)"
    let missing = lastNumber + 1..<max(lastNumber + 1, entry.number)
    if !missing.isEmpty {
      let numbers = missing.count == 1 ? "entry \(missing.lowerBound)" : "\(missing.count) entries before it"
      report(place, "\(numbers) went missing")
    } else if entry.previousHash != lastHash {
      report(place, "it does not follow entry \(lastNumber), whose hash is another")
    }
    let restored = entry.hash == hash ? nil : try restored(entry, hash: hash, content: content)
    if let restored {
      report(
        "\(place), \(restored.column)",
        "it was altered: it says \(restored.now), and by its hash it said \(restored.then)"
      )
    } else if entry.hash != hash {
      report(
        place,
        "it was altered in recorded_at, recorded_by, subject or hash: its hash is not that of what it says")
    }
    checkTime(of: entry)
    let column = restored?.column
    problems += try content.problems(
      recordedHash: column == "content_hash" ? content.hash : entry.contentHash)
    if content.found != entry.rows, column != "rows" {
      report(place, "it says that it recorded \(entry.rows) rows, and \(content.found) are there")
    }
    lastNumber = entry.number
    lastHash = column == "hash" ? entry.hash : hash
  }

  /// Looks for the column that was altered, with what the rest of the file says.
  private func restored(
    _ entry: HashedEntry, hash: String, content: EntryContent
  ) throws(StorageError) -> RestoredEntry? {
    let evidence = RestoredEntry.Evidence(
      previous: (number: lastNumber, hash: lastHash),
      hashInNext: try connection.first(
        """
        SELECT previous_hash
        FROM journal
        WHERE seq > ?
        ORDER BY seq
        LIMIT 1
        """,
        entry.number
      ) { row in try row.text(0) },
      content: (rows: content.found, hash: content.hash),
      people: try connection.rows("SELECT DISTINCT recorded_by FROM journal") { row in try row.text(0) },
      moments: try connection.rows("SELECT DISTINCT recorded_at FROM journal") { row in try row.text(0) },
      contracts: try connection.rows("SELECT contract_id FROM contract") { row in try row.int(0) }
    )
    return RestoredEntry(entry, hash: hash, evidence: evidence)
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
