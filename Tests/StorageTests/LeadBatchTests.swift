import Agreement
import TestSupport
import Testing

@testable import Storage

/// Files of more rows than go from thread to thread at once.
@Suite struct LeadBatchTests {
  private let folder: TemporaryFolder
  private let path: String
  private let database: Database
  private let acme = Example.name("acme-2026")
  private let columns = LeadColumns(fields: [.externalID, .leadType, .delivered, .rep])

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a.leadpact")
    database = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func row(_ line: Int, _ lead: String, rep: String = "Kim") -> LeadRow {
    LeadRow(
      line: line, key: LeadRecord.Key(lead: lead),
      facts: LeadFacts(leadType: "outbound", delivered: Example.at("2026-02-10"), rep: rep))
  }

  private func take(_ rows: [LeadRow], into database: Database? = nil) throws -> RowSummary {
    try (database ?? self.database).importLeads(
      from: "crm.csv", columns: columns, for: acme, by: "ada", at: Example.moment("2026-02-16")
    ) { record in
      for row in rows { try record(row) }
      return Digest(hashing: "\(rows)")
    }
  }

  private func touch(_ line: Int, _ id: String, kind: String = "call") -> TouchRow {
    TouchRow(line: line, touch: Touch(id: id, lead: "a", at: Example.at("2026-02-11"), kind: kind, rep: nil))
  }

  private func take(_ rows: [TouchRow]) throws -> RowSummary {
    try database.importTouches(
      from: "calls.csv", for: acme, by: "ada", at: Example.moment("2026-02-16")
    ) { record in
      for row in rows { try record(row) }
      return Digest(hashing: "\(rows)")
    }
  }

  @Test func `tells new rows from known ones, whichever way their ids go`() throws {
    try forRandomCases(4) { random, comment in
      let database = try Database.inMemory(at: Example.moment)
      _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
      var known: Set<Int> = []
      for _ in 1...3 {
        let ids = (0..<random.int(1...900)).map { _ in random.int(0...1_500) }
        let rows = ids.enumerated().map { row($0.offset + 2, "L\($0.element)") }
        let summary = try take(
          random.int(0...1) == 0 ? rows : rows.sorted { $0.key.lead < $1.key.lead }, into: database)
        let added = Set(ids).subtracting(known).count
        #expect(summary.added == added, comment)
        #expect(summary.unchanged == ids.count - added, comment)
        known.formUnion(ids)
      }
      let book = try #require(try database.leadBook(of: acme))
      #expect(Set(book.leads.map(\.id)) == Set(known.map { "L\($0)" }), comment)
      #expect(try database.verify().problems == [], comment)
    }
  }

  @Test func `lists what is refused before and after a look at the record by its lines`() throws {
    let rows = (2..<2_002).map { line in
      switch line % 100 {
      case 10: row(line, "")
      case 20: row(line, "\(line - 1)", rep: "Eve")
      case 30: row(line, "2", rep: "Lou")
      default: row(line, "\(line)")
      }
    }
    let refusal = try #require(throws: ImportRefusal.self) { try take(rows) }
    let expected = (2..<2_002).filter { [10, 20, 30].contains($0 % 100) }
    #expect(refusal.rows.map(\.line) == Array(expected.prefix(50)))
    #expect(refusal.more == expected.count - 50)
    #expect(
      refusal.rows.prefix(3).map(\.reason) == [
        .nameless, .contradicts(line: 19, of: "lead 19"), .contradicts(line: 2, of: "lead 2"),
      ])
    #expect(try database.leadBook(of: acme)?.isEmpty ?? true)
  }

  @Test func `finds a touch again in another batch of its file`() throws {
    let rows = (2..<802).map { touch($0, "T\($0)") }
    #expect(try take(rows).added == 800)
    #expect(
      try take(rows.reversed().map { TouchRow(line: 1_000 - $0.line, touch: $0.touch) }).unchanged == 800)
    #expect(try take(rows + [touch(900, "T2"), touch(901, "T900")]).added == 1)
    let refusal = try #require(throws: ImportRefusal.self) {
      try take(
        rows + [touch(900, "T3", kind: "email"), touch(901, "T901"), touch(902, "T901", kind: "email")])
    }
    #expect(refusal.rows.map(\.line) == [900, 902])
    #expect(try database.verify().problems == [])
  }

  @Test func `says that there is no room where a batch finds none, and records nothing`() throws {
    try database.connection.execute("PRAGMA max_page_count = 200")
    #expect(throws: StorageError.diskFull(path: path)) {
      try take((2..<20_002).map { row($0, "L\($0)", rep: String(repeating: "Kim", count: 30)) })
    }
    try database.connection.execute("PRAGMA max_page_count = 1000000")
    #expect(try take([row(2, "a")]).added == 1)
    #expect(try database.verify().problems == [])
  }

  @Test func `throws what reading a later row throws, and records nothing`() throws {
    struct Torn: Error {}
    #expect(throws: Torn.self) {
      try database.importLeads(
        from: "crm.csv", columns: columns, for: acme, by: "ada", at: Example.moment("2026-02-16")
      ) { record in
        for line in 2..<1_002 { try record(row(line, "L\(line)")) }
        throw Torn()
      }
    }
    #expect(try take([row(2, "L2")]).added == 1)
    #expect(try database.verify().problems == [])
  }

  @Test func `numbers touches of a day beyond the end of a batch`() throws {
    func row(_ line: Int, _ lead: String) -> TouchRow {
      TouchRow(
        line: line, touch: Touch(lead: lead, at: Example.at("2026-02-11"), kind: "call", rep: "Kim"))
    }
    let rows = (2..<902).map { row($0, "L\($0 % 100)") }
    #expect(try take(rows).added == 900)
    #expect(
      try database.connection.count("SELECT count(*) FROM touch WHERE external_id LIKE '% #9'") == 100)
    #expect(try take(rows).unchanged == 900)
    #expect(try take(rows + [row(902, "L7"), row(903, "L200")]).added == 2)
    #expect(try database.verify().problems == [])
  }

  @Test func `takes rows of long texts, a few at a time`() throws {
    let rows = (2..<42).map { row($0, "L\($0)", rep: String(repeating: "\u{1}é", count: 30_000)) }
    #expect(try take(rows).added == 40)
    #expect(try take(rows).unchanged == 40)
    #expect(try database.leadBook(of: acme)?.leads.count == 40)
    #expect(try database.verify().problems == [])
  }

  @Test func `looks for a deal beyond all leads under its number`() throws {
    let columns = LeadColumns(fields: [.externalID, .deal, .rep])
    func deal(_ line: Int, _ lead: String, _ number: String, rep: String) -> LeadRow {
      LeadRow(line: line, key: LeadRecord.Key(lead: lead, part: .deal(number)), facts: LeadFacts(rep: rep))
    }
    func take(_ rows: [LeadRow]) throws -> RowSummary {
      try database.importLeads(
        from: "deals.csv", columns: columns, for: acme, by: "ada", at: Example.moment("2026-02-16")
      ) { record in
        for row in rows { try record(row) }
        return Digest(hashing: "\(rows)")
      }
    }
    #expect(try take([deal(2, "a", "7", rep: "Kim")]).added == 1)
    let moved = try take([deal(2, "z", "7", rep: "Kim"), deal(3, "zz", "8", rep: "Eve")])
    #expect(moved.changed == 1 && moved.added == 1)
    #expect(try self.take([row(2, "z"), row(3, "zz"), row(4, "zzz")]).added == 3)
    #expect(try database.leadBook(of: acme)?.leads.map(\.id).sorted() == ["z", "zz", "zzz"])
    #expect(try database.verify().problems == [])
  }

  @Test(arguments: [
    "delivered_at = 'yesterday'", "won_at = '-0001-01-01'", "touched_at = ''", "lost_at = 'T10:00'",
    "stage = 'lead'", "ending = 'won'", "currency = 'usd'", "attributes = '[]'", "part = 'call 7'",
    "line = 0",
  ])
  func `refuses what cannot be in a row of a lead or a touch`(_ assignment: String) throws {
    _ = try take([row(2, "a")])
    _ = try take([touch(2, "T1")])
    let table = assignment.hasPrefix("touched_at") ? "touch" : "lead"
    let isRefused = #expect(throws: StorageError.self) {
      try database.connection.tamper { try database.connection.execute("UPDATE \(table) SET \(assignment)") }
    }
    guard case .sqlite(_, let message, _)? = isRefused else {
      Issue.record("\(String(describing: isRefused))")
      return
    }
    #expect(message.hasPrefix("CHECK constraint failed"))
  }
}
