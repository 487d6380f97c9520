import Agreement
import Testing

@testable import Storage

@Suite struct DisputingTests {
  private let database: Database
  private let acme = Example.name("acme-2026")
  private let mondayAfter = Example.moment("2026-02-16")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    try Self.fill(database)
  }

  /// A contract that lets sales reject leads, and two of them, delivered on 2026-02-10 and 2026-02-11.
  private static func fill(_ database: Database) throws {
    let plain = try Example.plain()
    let contract = try Contract(
      name: plain.name,
      term: plain.term,
      currency: plain.currency,
      deliverySource: .leads,
      streams: plain.streams,
      sales: SalesCommitments(rejection: RejectionWindow(days: 5, isBusiness: true)),
      signatories: plain.signatories
    )
    _ = try database.propose(contract, by: "ada", at: Example.moment)
    let columns = Example.everyColumn
    _ = try database.importLeads(
      from: "crm.csv", columns: columns, for: plain.name, by: "ada", at: Example.moment("2026-02-12")
    ) { record in
      for row in Example.leadRows { try record(row) }
      return Digest(hashing: "leads")
    }
  }

  /// Whether a contract read from a database still says how long sales may reject.
  private static func keepsRejectionWindows() throws -> Bool {
    let database = try Database.inMemory(at: Example.moment)
    try fill(database)
    return try database.history(of: Example.name("acme-2026"))?.newest.contract.sales.rejection != nil
  }

  private func standing(of lead: String) throws -> PlacedLead.Standing? {
    try #require(try database.ledger(of: acme)).placedLeads.first { $0.lead.id == lead }?.standing
  }

  @Test(.enabled("the schema does not keep rejection windows yet") { try keepsRejectionWindows() })
  func `rejects, contests and settles, each as one change`() throws {
    let head = try database.journalHead()
    let step = try database.reject(lead: "4712", reason: "spam", for: acme, by: "sam", at: mondayAfter)
    #expect(
      step
        == DisputeStep(
          lead: "4712", word: .rejected, reason: "spam",
          mark: EntryMark(number: 1, at: mondayAfter, by: "sam")))
    #expect(try standing(of: "4712") == .rejected)
    #expect(try standing(of: "4711") == .counts)
    _ = try database.contest(lead: "4712", reason: "a customer", for: acme, by: "ada", at: mondayAfter)
    #expect(try standing(of: "4712") == .rejected)
    _ = try database.settle(
      lead: "4712", accepted: true, reason: "both called", for: acme, by: "ada", at: Example.later)
    #expect(try standing(of: "4712") == .counts)
    let entries = try database.journal().filter { $0.number > head.number }
    #expect(entries.map(\.action) == [.reject, .contest, .settle])
    #expect(entries.map(\.rows) == [1, 1, 1])
    #expect(entries.last?.subject == "acme-2026, lead 4712: settled: accepted (both called)")
    let before = try #require(try database.leadBook(of: acme, asOf: try Day("2026-02-16")))
    #expect(before.dispute(on: "4712").map(\.word) == [.rejected, .contested])
    #expect(try database.verify().problems == [])
  }

  @Test func `contests and settles what was rejected`() throws {
    try Example.dispute(.rejected, on: "4712", in: database, at: mondayAfter)
    #expect(try standing(of: "4712") == .rejected)
    _ = try database.contest(lead: "4712", reason: "a customer", for: acme, by: "ada", at: mondayAfter)
    _ = try database.settle(
      lead: "4712", accepted: false, reason: "a student", for: acme, by: "ada", at: mondayAfter)
    #expect(try standing(of: "4712") == .rejected)
    let steps = try #require(try database.leadBook(of: acme)).disputes
    #expect(steps.map(\.word) == [.rejected, .contested, .settledRejected])
    #expect(steps.map(\.reason) == ["spam", "a customer", "a student"])
    #expect(steps.map(\.mark.number) == [1, 2, 3])
    #expect(throws: DisputeRefusal.settled(steps[2])) {
      try database.reject(lead: "4712", reason: "spam", for: acme, by: "sam", at: mondayAfter)
    }
    #expect(try database.journal().suffix(2).map(\.action) == [.contest, .settle])
    #expect(try database.verify().problems == [])
  }

  @Test func `leaves nothing behind when a step is refused, and suggests the lead that was meant`() throws {
    let head = try database.journalHead()
    #expect(throws: DisputeRefusal.noSuchLead("4721", near: ["4711", "4712"])) {
      try database.reject(lead: "4721", reason: "spam", for: acme, by: "sam", at: mondayAfter)
    }
    #expect(throws: DisputeRefusal.notRejected("4711")) {
      try database.settle(
        lead: "4711", accepted: true, reason: "spam", for: acme, by: "sam", at: mondayAfter)
    }
    #expect(throws: DisputeRefusal.noReason) {
      try database.contest(lead: "4711", reason: " ", for: acme, by: "sam", at: mondayAfter)
    }
    #expect(try database.journalHead() == head)
  }
}
