import Agreement

/// What the parts of a journal entry say of the rows that it recorded, compared with those rows as they are now.
struct EntryContent {
  private let connection: Connection
  private let entry: Int
  /// How many rows the parts hold.
  private(set) var found = 0
  /// The hash of what the parts hold.
  private(set) var hash = ""
  /// The number of the last part that the walk has come to.
  private(set) var lastPart: Int
  private var misplaced: [VerificationReport.Problem] = []
  private var differences: [Difference] = []

  private struct Difference {
    let part: Int
    let line: Int
    let recorded: RecordedRow
    /// The row as it is now; nil where it was removed.
    let current: String?
  }

  /// What stands in a table where the journal recorded a row.
  private enum Found {
    case same
    case other(String)
  }

  /// Reads the parts of `entry`, which follow the part of number `lastPart`, and adds their rows to `known`.
  init(
    of entry: Int, after lastPart: Int, on connection: Connection,
    notingIn known: inout [JournaledTable: RecordedRows]
  ) throws(StorageError) {
    self.connection = connection
    self.entry = entry
    self.lastPart = lastPart
    var digest = RunningDigest()
    var due = 1
    try forEachPart { part, number, body throws(StorageError) in
      digest.add(body)
      digest.add("\n")
      try checkPlace(of: part, number: number, due: due)
      due += 1
      for line in RecordedRow.lines(of: body) {
        found += 1
        try check(line, at: found, of: part, notingIn: &known)
      }
    }
    if due == 1 { self.lastPart += 1 }
    hash = digest.digest.hex
  }

  /// What is not as it was recorded.
  ///
  /// - Parameter recordedHash: the hash of what the parts held when it was recorded.
  func problems(recordedHash: String) throws(StorageError) -> [VerificationReport.Problem] {
    if hash == recordedHash { return try misplaced + alterations() }
    if try wasRecorded(under: recordedHash) { return try misplaced + falsifications() }
    let altered = VerificationReport.Problem(
      place: "journal entry \(entry)",
      message: "the rows that it recorded were altered: their hash is not its content hash"
    )
    return try [altered] + misplaced + alterations()
  }

  private func forEachPart(
    _ body: (_ part: Int, _ number: Int, _ body: String) throws(StorageError) -> Void
  ) throws(StorageError) {
    let parts = try connection.statement(
      """
      SELECT journal_part_id, part, body
      FROM journal_part
      WHERE seq = ?
      ORDER BY part
      """
    )
    try parts.forEach(entry) { row in try body(row.int(0), row.int(1), row.text(2)) }
  }

  /// Parts are numbered as they were added, over all entries and within each.
  private mutating func checkPlace(of part: Int, number: Int, due: Int) throws(StorageError) {
    if number != due {
      misplace(part, "part", "it was altered: it is \(number) where \(due) is due")
    }
    let expected = lastPart + 1
    lastPart = part
    guard part != expected else { return }
    misplace(part, "journal_part_id", "it was altered: the part that is due here has the number \(expected)")
    let goesOn = try connection.first(
      """
      SELECT 1
      FROM journal_part
      WHERE journal_part_id = ?
      """,
      expected + 1
    ) { _ in true }
    if goesOn == true { lastPart = expected }
  }

  private mutating func misplace(_ part: Int, _ column: String, _ message: String) {
    misplaced.append(.init(place: "journal_part row \(part), \(column)", message: message))
  }

  private mutating func check(
    _ line: ArraySlice<UInt8>, at number: Int, of part: Int,
    notingIn known: inout [JournaledTable: RecordedRows]
  ) throws(StorageError) {
    guard let recorded = RecordedRow(line: line) else {
      let start = RecordedRow.text(line).prefix(40)
      misplaced.append(
        .init(
          place: "journal entry \(entry)",
          message: "it holds a line that leadpact does not write: \(start)"
        ))
      return
    }
    known[recorded.table, default: RecordedRows()].insert(recorded.id)
    let current: String?
    switch try find(recorded) {
    case .same?: return
    case .other(let text)?: current = text
    case nil: current = nil
    }
    let fields = try current.map { current throws(StorageError) in
      try JournaledFields(on: connection).differences(between: recorded.text, and: current)
    }
    // The same in other words: the row is right, and the hash tells of the line.
    if let fields, fields?.isEmpty == true { return }
    differences.append(Difference(part: part, line: number, recorded: recorded, current: current))
  }

  /// The row that a line is about, as it is now; nil where it was removed.
  private func find(_ recorded: RecordedRow) throws(StorageError) -> Found? {
    try connection.first(recorded.table.rows, recorded.id, recorded.id) { row in
      let isSame = try row.bytes(1) { current in
        recorded.row.withUnsafeBufferPointer { RowMembers.agree($0, current) }
      }
      return isSame ? .same : .other(try row.text(1))
    }
  }

  /// The rows that no longer are what the journal says.
  private func alterations() throws(StorageError) -> [VerificationReport.Problem] {
    var problems: [VerificationReport.Problem] = []
    for difference in differences {
      let place = "\(difference.recorded.table.rawValue) row \(difference.recorded.id)"
      guard let current = difference.current else {
        problems.append(.init(place: place, message: "it was removed; journal entry \(entry) recorded it"))
        continue
      }
      let fields = try JournaledFields(on: connection)
        .differences(between: difference.recorded.text, and: current)
      guard let fields else {
        problems.append(.init(place: "journal entry \(entry)", message: "what it recorded is no JSON"))
        continue
      }
      problems += fields.map { field in
        .init(
          place: "\(place), \(field.name)",
          message: field.isShort
            ? "it was altered: journal entry \(entry) recorded \(field.then), and now it is \(field.now)"
            : "it was altered: it is not what journal entry \(entry) recorded"
        )
      }
    }
    return problems
  }

  /// Whether the parts would have that hash, were they to say of the rows what those are now.
  private func wasRecorded(under hash: String) throws(StorageError) -> Bool {
    let current = differences.compactMap { $0.current }
    guard !current.isEmpty, current.count == differences.count else { return false }
    // Which columns that are NULL the lines named can no longer be told: those that they name now, none, or all.
    let forms: [(_ row: String, _ line: RecordedRow) -> String] = [
      { row, line in row.leavingOutNull(but: Set(line.text.columnNames).contains) },
      { row, _ in row.leavingOutNull { _ in false } },
      { row, _ in row },
    ]
    var tried: [[Int: String]] = []
    for form in forms {
      var lines: [Int: String] = [:]
      for (difference, current) in zip(differences, current) {
        let recorded = difference.recorded
        lines[difference.line] = RecordedRow.line(recorded.table, recorded.id, row: form(current, recorded))
      }
      if tried.contains(lines) { continue }
      if try self.hash(replacing: lines) == hash { return true }
      tried.append(lines)
    }
    return false
  }

  /// The hash that the parts would have with other lines, by their numbers.
  private func hash(replacing lines: [Int: String]) throws(StorageError) -> String {
    var digest = RunningDigest()
    var number = 0
    try forEachPart { _, _, body in
      for line in RecordedRow.lines(of: body) {
        number += 1
        digest.add(lines[number] ?? RecordedRow.text(line))
        digest.add("\n")
      }
    }
    return digest.digest.hex
  }

  /// The lines of the journal that were made to say something else than was recorded, which the rows still are.
  private func falsifications() throws(StorageError) -> [VerificationReport.Problem] {
    var problems: [VerificationReport.Problem] = []
    for difference in differences {
      let recorded = difference.recorded
      let place = "journal_part row \(difference.part), body"
      let row = "\(recorded.table.rawValue) row \(recorded.id)"
      let fields = try JournaledFields(on: connection)
        .differences(between: recorded.text, and: difference.current ?? "{}")
      guard let fields else {
        problems.append(.init(place: place, message: "it was altered: what it says of \(row) is no JSON"))
        continue
      }
      problems += fields.map { field in
        .init(
          place: place,
          message: field.isShort
            ? "it was altered: of \(row), \(field.name), it says \(field.then), and \(field.now) was recorded"
            : "it was altered: of \(row), \(field.name), it does not say what was recorded"
        )
      }
    }
    return problems
  }
}
