import Agreement
import TestSupport
import Testing

@testable import Storage

/// Rows that the journal writes from the values with which they were added are those that SQLite would read back.
@Suite struct JournaledFormTests {
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    try Example.fill(database)
  }

  /// Texts with everything that JSON escapes, and much that it does not.
  private func text(_ random: inout SplitMix64) -> String {
    let pieces =
      ["a", "Z", " ", "\"", "\\", "/", "'", "é", "顧客", "🧑🏽‍💻", "\u{7F}", "\u{80}", "\u{2028}", "\u{FFFF}"]
      + (1..<0x20).map { String(UnicodeScalar(UInt8($0))) }
    return (0..<random.int(0...12)).map { _ in random.pick(pieces) }.joined()
  }

  private func time(_ random: inout SplitMix64) -> Occurrence {
    let day = Day(number: random.int(-25_000...20_000))
    guard random.int(0...3) > 0 else { return .day(day) }
    return .moment(
      Moment(
        day: day, second: random.int(0...86_399), microsecond: random.pick([0, 1, 250_000, 999_999]),
        offset: random.pick([0, 60, -480, 345, -1_080])))
  }

  /// What the journal's parts say beside what is read back from the tables, line by line.
  private func differences() throws -> (lines: Int, different: [String]) {
    let bodies = try database.connection.rows("SELECT body FROM journal_part ORDER BY journal_part_id") {
      row in
      try row.text(0)
    }
    var lines = 0
    var different: [String] = []
    for line in bodies.flatMap(RecordedRow.lines) {
      lines += 1
      let recorded = try #require(RecordedRow(line: line))
      let row = try database.connection.first(recorded.table.rows, recorded.id, recorded.id) { row in
        try row.text(1)
      }
      // Lines of leads leave NULL columns out, and so does SQLite of what it patches.
      let written =
        recorded.table == .lead
        ? try database.connection.first("SELECT json_patch('{}', ?)", row) { try $0.text(0) } : row
      let read = written.map { RecordedRow.line(recorded.table, recorded.id, row: $0) }
      if read.map({ Array($0.utf8) }) != Array(line) {
        different.append("\(RecordedRow.text(line))\n\(read ?? "nothing")")
      }
    }
    return (lines, different)
  }

  @Test func `writes leads with every kind of value as they are read back`() throws {
    var random = SplitMix64(seed: 6)
    func maybe<Value>(_ value: Value) -> Value? { random.int(0...2) == 0 ? nil : value }
    let rows = (0..<400).map { index in
      let name = "\(index) \(text(&random))"
      let (stream, type, rep, reason) = (text(&random), text(&random), text(&random), text(&random))
      let times = (0..<8).map { _ in time(&random) }
      return LeadRow(
        line: index + 2,
        key: LeadRecord.Key(lead: name, part: random.pick([.lead, .deal("\(index)\"\n"), .event(name)])),
        facts: LeadFacts(
          stream: maybe(stream), leadType: maybe(type), delivered: maybe(times[0]), rep: maybe(rep),
          contacted: maybe(times[1]), salesQualified: maybe(times[2]), opportunity: maybe(times[3]),
          won: maybe(times[4]), lost: maybe(times[5]), disqualified: maybe(times[6]), reason: maybe(reason),
          stage: maybe(.opportunity), ending: maybe(.disqualified),
          amount: maybe(Money(minorUnits: random.pick([0, -1, 7, 123_456_789]), Example.dollar)),
          modified: maybe(times[7]), attributes: maybe(["employees": type]) ?? [:]))
    }
    let summary = try database.importLeads(
      from: "crm.csv", columns: Example.everyColumn, for: acme, by: "ada", at: Example.moment("2099-01-01")
    ) { record in
      for row in rows { try record(row) }
      return Digest(hashing: "crm.csv")
    }
    #expect(summary.added == 400)
    let (lines, different) = try differences()
    #expect(lines > 400)
    #expect(different == [])
    #expect(try database.verify().problems == [])
  }

  @Test func `writes touches with every kind of value as they are read back`() throws {
    var random = SplitMix64(seed: 7)
    _ = try database.importTouches(
      from: "calls.csv", for: acme, by: "ada", at: Example.moment("2099-01-01")
    ) { record in
      for line in 2..<300 {
        let rep = random.int(0...2) == 0 ? nil : text(&random)
        let touch = Touch(
          id: "\(line) \(text(&random))", lead: "x\(text(&random))", at: time(&random), kind: text(&random),
          rep: rep,
          isAutomatic: random.int(0...1) == 0)
        try record(TouchRow(line: line, touch: touch))
      }
      return Digest(hashing: "calls.csv")
    }
    let (lines, different) = try differences()
    #expect(lines > 298)
    #expect(different == [])
    #expect(try database.verify().problems == [])
  }

  @Test(arguments: [0, 7, -7, 9, 10, 99, 100, 12_345, 999_999_999, Int.max, Int.min, Int.max / 10, -1_000])
  func `writes whole numbers`(number: Int) {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append("n")
    buffer.append(number)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "n\(number)")
  }

  @Test func `fills parts to their size, a longer row alone, and hashes what they hold`() throws {
    let long = String(repeating: "x", count: JournalContent.partSize + 10)
    let row = "{\"contract_id\":1}"
    let line = RecordedRow.line(.contract, 1, row: row).utf8.count
    let connection = database.connection
    // Undone at the end: no entry of the journal has the number.
    let transaction = try connection.begin(.writing)
    var content = JournalContent(of: 99, on: connection)
    for _ in 0..<(JournalContent.partSize / line) * 2 { try content.append(.contract, 1, row: row) }
    try content.append(.contract, 1, row: long)
    try content.append(.contract, 1, row: row)
    let hash = try content.finish()
    let bodies = try connection.rows("SELECT body FROM journal_part WHERE seq = 99 ORDER BY part") {
      try $0.text(0)
    }
    #expect(hash == Digest(hashing: bodies.map { $0 + "\n" }.joined()))
    let sizes = bodies.map(\.utf8.count)
    _ = consume transaction
    #expect(sizes.count == 5)
    #expect(sizes[0] <= JournalContent.partSize && sizes[0] > JournalContent.partSize - line - 1)
    #expect(sizes[3] > JournalContent.partSize)
    #expect(sizes[4] == line)
  }
}
