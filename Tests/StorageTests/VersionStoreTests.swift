import Agreement
import Testing

@testable import Storage

@Suite struct VersionStoreTests {
  private let database: Database

  init() throws {
    database = try Database.inMemory(at: Example.moment)
  }

  @Test(arguments: ["KWD", "JPY", "USD", "CLF"], [ContractCalendar.Months.gregorian, .weeks(.fiveFourFour)])
  func `puts together from rows what was proposed`(code: String, months: ContractCalendar.Months) throws {
    let contract = try Example.rich(code, months: months)
    let proposed = try database.propose(contract, by: "李", at: Example.moment, note: "first")
    let history = try #require(try database.history(of: contract.name))
    #expect(history.versions == [proposed])
    let stored = history.newest.contract
    #expect(Array(stored.canonicalText.utf8) == Array(contract.canonicalText.utf8))
    #expect(stored.streams.map(\.name.text) == ["enterprise", "مؤسسات"])
    #expect(stored.streams[1].leadTypes.map(\.share.description) == ["1/3", "1/3", "1/3"])
    #expect(try database.canonicalText(of: contract.name, version: 1) == contract.canonicalText)
    #expect(history.newest.digest == Digest(hashing: contract.canonicalText))
    #expect(try database.verify().problems == [])
  }

  @Test func `finds a contract by any equivalent form of its name`() throws {
    _ = try database.propose(Example.rich(), by: "li", at: Example.moment)
    let composed = Example.name("中小企業-é")
    #expect(try database.history(of: composed)?.versions.count == 1)
    #expect(try database.contractNames().map { Array($0.text.utf8) } == [Array("中小企業-e\u{301}".utf8)])
    #expect(try database.history(of: Example.name("other")) == nil)
    #expect(try database.canonicalText(of: composed, version: 2) == nil)
  }

  @Test func `keeps queries' shares in parts per million beside what was written`() throws {
    _ = try database.propose(Example.rich(), by: "li", at: Example.moment)
    let shares = try database.connection.rows(
      "SELECT DISTINCT lead_type || ' ' || share || ' ' || share_ppm FROM report_metric WHERE stream <> 'enterprise'"
    ) { row in try row.text(0) }
    #expect(shares == ["cafe\u{301} 1/3 333333", "Ångström 1/3 333333", "見積もり 1/3 333333"])
  }

  @Test func `numbers versions and refuses what cannot follow`() throws {
    let first = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
    #expect(throws: ProposalRefusal.unchanged(version: 1, digest: first.digest)) {
      try database.propose(try Example.plain(), by: "ada", at: Example.moment)
    }
    let second = try database.propose(try Example.plain(winRate: "1/4"), by: "sam", at: Example.moment)
    #expect(second.number == 2)
    #expect(try database.history(of: Example.name("acme-2026"))?.versions == [first, second])
    #expect(try database.journal().map(\.subject) == ["acme-2026 version 1", "acme-2026 version 2"])
  }

  @Test func `keeps the file that a version was read from, where there was one`() throws {
    let acme = Example.name("acme-2026")
    let file = "contract: acme-2026   # ours,\r\n\u{FEFF}\t\"as it is\": 合同\n"
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment, source: file)
    _ = try database.propose(try Example.plain(winRate: "1/4"), by: "ada", at: Example.moment)
    let kept = try database.sourceText(of: acme, version: 1)
    #expect(kept.map { Array($0.utf8) } == Array(file.utf8))
    #expect(try database.sourceText(of: acme, version: 2) == nil)
    #expect(try database.sourceText(of: Example.name("other"), version: 1) == nil)
    #expect(try database.verify().problems == [])
  }

  @Test func `refuses a text that was made from an older version`() throws {
    let texts = try ["1/4", "1/5", "1/6"].map { try Example.plain(winRate: $0) }
    _ = try database.propose(texts[0], by: "ada", at: Example.moment)
    _ = try database.propose(texts[1], by: "ada", at: Example.moment, madeFrom: 1)
    let refusal = #expect(throws: ProposalRefusal.overtaken(edited: 1, newest: 2)) {
      try database.propose(texts[2], by: "sam", at: Example.moment, madeFrom: 1)
    }
    #expect(refusal?.description.hasPrefix("it was made from version 1, and version 2 has been") == true)
    #expect(try database.history(of: Example.name("acme-2026"))?.newest.number == 2)
  }

  @Test func `knows only what had been proposed and signed by a day`() throws {
    let acme = Example.name("acme-2026")
    let first = try database.propose(try Example.plain(), by: "ada", at: Example.moment("2026-01-05"))
    _ = try database.propose(
      try Example.plain(effective: "2026-04", winRate: "25%"),
      by: "ada",
      at: Example.moment("2026-03-05")
    )
    #expect(try database.history(of: acme, asOf: try Day(2026, 1, 4)) == nil)
    #expect(try database.history(of: acme, asOf: try Day(2026, 3, 4))?.versions == [first])
    #expect(try database.history(of: acme, asOf: try Day(2026, 3, 5))?.versions.count == 2)
  }

}
