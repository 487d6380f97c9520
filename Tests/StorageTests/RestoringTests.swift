import Agreement
import Testing

@testable import Storage

@Suite struct RestoringTests {
  private let original: Database

  init() throws {
    original = try Database.inMemory(at: Example.moment)
    try Example.fill(original)
    _ = try original.propose(try Example.rich(), by: "li", at: Example.later)
    try Example.fillLeads(original)
  }

  private func entries(of database: Database) throws -> [ArchivedEntry] {
    var entries: [ArchivedEntry] = []
    try database.forEachRow(of: .journal) { values in
      entries.append(try #require(ArchivedEntry(line: entries.count + 2, values)))
    }
    return entries
  }

  private func rows(of database: Database) throws -> [ArchivedRow] {
    var rows: [ArchivedRow] = []
    try database.forEachRow(of: .journalRows) { values in
      rows.append(try #require(ArchivedRow(line: rows.count + 2, values)))
    }
    return rows
  }

  private func restore(
    _ entries: [ArchivedEntry], _ rows: [ArchivedRow], into database: Database, check: () throws -> Void = {}
  ) throws -> JournalHead {
    var (entries, rows) = (entries[...], rows[...])
    return try database.restore(entry: { entries.popFirst() }, row: { rows.popFirst() }, check: check)
  }

  @Test func `puts every table back as it was, and goes on from there`() throws {
    let copy = try Database.inMemory(at: Example.moment)
    let head = try restore(entries(of: original), rows(of: original), into: copy)
    #expect(try head == original.journalHead())
    #expect(try copy.verify() == original.verify())
    for table in ArchiveTable.allCases {
      var (before, after): ([[ArchiveValue]], [[ArchiveValue]]) = ([], [])
      try original.forEachRow(of: table) { before.append($0) }
      try copy.forEachRow(of: table) { after.append($0) }
      #expect(before == after, "\(table)")
      #expect(before.allSatisfy { $0.count == table.columns.count })
    }
    try copy.withdrawImport(
      2, reason: "of another team", for: Example.name("acme-2026"), by: "li", at: Example.later)
    #expect(try copy.journalHead().number == head.number + 1)
    #expect(try copy.verify().problems == [])
  }

  @Test func `shows only what belongs to a contract, and only what was known`() throws {
    var names: Set<String> = []
    try original.forEachRow(of: .versions, contract: Example.name("acme-2026")) { values in
      names.insert(values[0].words ?? "")
    }
    #expect(names == ["acme-2026"])
    var entries = 0
    try original.forEachRow(of: .journal, asOf: Day("2020-01-01")) { _ in entries += 1 }
    #expect(entries == 0)
  }

  @Test func `hands on what stops it, and leaves nothing behind`() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try original.forEachRow(of: .deliveries) { _ in throw Stop() } }
    #expect(throws: Stop.self) { try original.forEachRow(of: .journalRows) { _ in throw Stop() } }
    let copy = try Database.inMemory(at: Example.moment)
    let (entries, rows) = (try entries(of: original), try rows(of: original))
    #expect(throws: Stop.self) { try restore(entries, rows, into: copy) { throw Stop() } }
    #expect(try copy.journalHead() == .empty)
    #expect(try copy.contractNames() == [])
    #expect(try restore(entries, rows, into: copy) == original.journalHead())
  }

  @Test func `refuses a database that holds anything`() throws {
    let refusal = #expect(throws: RestoreRefusal.self) {
      try restore(entries(of: original), rows(of: original), into: original)
    }
    #expect(refusal?.description.contains("only put back into an empty one") == true)
  }

  @Test func `refuses rows and entries that are missing or in another order`() throws {
    let (entries, rows) = (try entries(of: original), try rows(of: original))
    let damaged: [(entries: [ArchivedEntry], rows: [ArchivedRow])] = [
      (Array(entries.dropFirst()), rows),
      (Array(entries.dropLast()), rows),
      (Array(entries.reversed()), rows),
      (entries, Array(rows.dropLast())),
      (entries, Array(rows.dropFirst())),
      (entries, [rows[1]] + rows),
    ]
    for (entries, rows) in damaged {
      let copy = try Database.inMemory(at: Example.moment)
      #expect(throws: ArchiveFault.self) { try restore(entries, rows, into: copy) }
      #expect(try copy.journalHead() == .empty)
    }
  }
}
