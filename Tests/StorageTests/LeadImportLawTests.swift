import Agreement
import TestSupport
import Testing

@testable import Storage

@Suite struct LeadImportLawTests {
  private let acme = Example.name("acme-2026")
  private let dates: LeadFields = [.externalID, .delivered, .salesQualified, .won, .amount, .currency]
  private let words: LeadFields = [.externalID, .leadType, .stream, .rep, .lost, .reason, .stage]

  private func database() throws -> Database {
    let database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
    return database
  }

  private func take(_ rows: [LeadRow], columns: LeadColumns, into database: Database) throws {
    _ = try database.importLeads(
      from: "crm.csv", columns: columns, for: acme, by: "ada", at: Example.moment("2026-12-31")
    ) { record in
      for (index, row) in rows.enumerated() {
        try record(LeadRow(line: index + 2, key: row.key, facts: row.facts))
      }
      return Digest(hashing: "\(rows)")
    }
  }

  /// What the book says, without who said it and when.
  private func said(in database: Database) throws -> [String] {
    let book = try #require(try database.leadBook(of: acme))
    let leads = book.leads.map { lead in
      let attributes = lead.facts.attributes.sorted { $0.key < $1.key }
      var facts = lead.facts
      facts.attributes = [:]
      let told = LeadField.allCases.filter(lead.told.contains).map(\.rawValue).sorted()
      return "\(lead.id) \(facts) \(attributes) \(lead.revenue) \(lead.wonWithoutAmount) \(told)"
    }
    return leads
  }

  /// Rows of leads, deals and events, each of a record of its own.
  private func rows(_ random: inout SplitMix64, count: Int? = nil) -> [LeadRow] {
    let count = count ?? random.int(1...25)
    return (0..<count).map { index in
      let part: LeadRecord.Part = random.pick([.lead, .deal("\(index)"), .event("\(index)")])
      let day = Occurrence.day(Example.day.advanced(by: random.int(0...90)))
      func maybe<Value>(_ value: Value) -> Value? { random.int(0...2) == 0 ? nil : value }
      return LeadRow(
        line: 2,
        key: LeadRecord.Key(
          lead: part == .lead ? "L\(index)" : "L\(random.int(0...max(count, 25) - 1))", part: part),
        facts: LeadFacts(
          stream: maybe("smb"),
          leadType: maybe(random.pick(["outbound", "website-form", "other"])),
          delivered: maybe(day),
          rep: maybe("Kim"),
          salesQualified: maybe(.moment(Moment(instant: 1_770_000_000 + random.int(0...9_999_999)))),
          won: maybe(day),
          lost: maybe(day),
          reason: maybe("price"),
          stage: maybe(random.pick(Stage.allCases)),
          ending: maybe(random.pick(LeadEnding.allCases)),
          amount: maybe(Money(minorUnits: random.int(0...1_000_000), Example.dollar)),
          attributes: random.int(0...1) == 0 ? [:] : ["employees": "\(random.int(1...500))"]
        )
      )
    }
  }

  @Test func `says the same however rows are divided between files, in any order, once or twice`() throws {
    let columns = LeadColumns(fields: dates.union(words), attributes: ["employees"])
    try forRandomCases(25) { random, comment in
      let rows = rows(&random)
      let whole = try database()
      try take(rows, columns: columns, into: whole)
      let divided = try database()
      var files: [[LeadRow]] = Array(repeating: [], count: random.int(1...4))
      for row in rows {
        for _ in 0...random.int(0...1) { files[random.int(0...files.count - 1)].append(row) }
      }
      files += files.filter { _ in random.int(0...1) == 0 }
      for file in files.shuffled(using: &random) {
        try take(file.shuffled(using: &random), columns: columns, into: divided)
      }
      #expect(try said(in: divided) == said(in: whole), comment)
      #expect(try divided.verify().problems == [], comment)
    }
  }

  @Test func `says the same whichever of two files with other columns comes first`() throws {
    try forRandomCases(25) { random, comment in
      let rows = rows(&random)
      let files = [LeadColumns(fields: dates), LeadColumns(fields: words, attributes: ["employees"])]
      let (one, other) = (try database(), try database())
      for columns in files { try take(rows, columns: columns, into: one) }
      for columns in files.reversed() { try take(rows, columns: columns, into: other) }
      #expect(try said(in: one) == said(in: other), comment)
    }
  }

  /// What is on record that leads of later files meet.
  enum Before: CaseIterable {
    case nothing, dispute, nothingCounted
  }

  @Test(arguments: Before.allCases)
  func `says the same of files that go from thread to thread in many batches and in one`(_ before: Before)
    throws
  {
    let columns = LeadColumns(fields: dates.union(words), attributes: ["employees"])
    try forRandomCases(2) { random, comment in
      // The second file moves deals to other leads, and changes most of what the first said.
      let files = (0..<2).map { _ in rows(&random, count: 600) }
      let (whole, divided) = (try database(), try database())
      for file in files {
        try take(file, columns: columns, into: whole)
        for start in stride(from: 0, to: file.count, by: 50) {
          try take(Array(file[start..<start + 50]), columns: columns, into: divided)
        }
        for database in [whole, divided] {
          switch before {
          case .nothing: break
          case .dispute: try Example.dispute(.rejected, on: file[0].key.lead, in: database, at: lastDay)
          case .nothingCounted: try database.connection.execute("DELETE FROM lead_count")
          }
        }
      }
      #expect(try said(in: whole) == said(in: divided), comment)
      #expect(try whole.verify().problems == [], comment)
      #expect(try sums(in: whole) == sums(in: divided), comment)
    }
  }

  private let lastDay = Example.moment("2026-12-31")

  /// What leads of each month add up to, but for the numbers of their imports.
  private func sums(in database: Database) throws -> [String] {
    try database.connection.rows(
      """
      SELECT month || ' ' || stream || ' ' || lead_type || ' ' || adjustment || ' ' || sqls || ' ' || opportunities || ' '
        || won || ' ' || revenue || ' ' || times || ' ' || won_undated || ' ' || early || ' ' || waiting
      FROM lead_month
      ORDER BY 1
      """
    ) { row in try row.text(0) }
  }
}
