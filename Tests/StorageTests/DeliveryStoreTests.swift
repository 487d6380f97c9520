import Agreement
import Testing

@testable import Storage

@Suite struct DeliveryStoreTests {
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func log(_ counts: [(LeadTypeKey, String, Int)], on day: String = "2026-02-16") throws -> [Delivery]
  {
    try database.record(
      counts.map { NewDelivery(key: $0.0, days: Example.week($0.1), count: $0.2) },
      for: acme,
      by: "ada",
      at: Example.moment(day)
    )
  }

  private func deliveries(asOf: Day? = nil, days: DayRange? = nil) throws -> [Delivery] {
    try #require(try database.ledger(of: acme, asOf: asOf, days: days)).deliveries
  }

  @Test func `returns what it recorded, as the ledger has it`() throws {
    let recorded = try log([(Example.web, "2026-W07", 212), (Example.outbound, "2026-W07", 80)])
    #expect(try deliveries() == recorded)
    #expect(recorded.map(\.mark.number) == [1, 2])
    let entry = try #require(try database.journal().last)
    #expect(
      entry.subject == "acme-2026, smb/website-form 2026-W07: 212, smb/outbound 2026-W07: 80"
    )
  }

  @Test func `records several lead types together or not at all`() throws {
    #expect(throws: RecordingRefusal.negative(Example.outbound, -1)) {
      try log([(Example.web, "2026-W07", 212), (Example.outbound, "2026-W07", -1)])
    }
    #expect(throws: RecordingRefusal.self) {
      try log([(Example.web, "2026-W07", 212), (Example.web, "2026-W07", 3)])
    }
    #expect(try deliveries() == [])
    #expect(try database.journalHead().number == 1)
  }

  @Test func `corrects with a reason, and still knows what was known before`() throws {
    _ = try log([(Example.web, "2026-W07", 212)], on: "2026-02-16")
    let correction = try database.correct(
      [NewDelivery(key: Example.web, days: Example.week("2026-W07"), count: -12)],
      reason: "spam",
      for: acme,
      by: "sam",
      at: Example.moment("2026-02-18")
    )
    #expect(correction.map(\.kind) == [.correction(reason: "spam")])
    #expect(try NetDelivery.all(of: deliveries()).map(\.count) == [200])
    #expect(try NetDelivery.all(of: deliveries(asOf: try Day(2026, 2, 17))).map(\.count) == [212])
    #expect(throws: RecordingRefusal.self) {
      try database.correct(
        [NewDelivery(key: Example.web, days: Example.week("2026-W07"), count: -201)],
        reason: "all spam",
        for: acme,
        by: "sam",
        at: Example.moment("2026-02-18")
      )
    }
  }

  @Test func `hands counts over in the order in which they were recorded, whatever their days`() throws {
    let weeks = ["2026-W12", "2026-W06", "2026-W12", "2026-W07", "2026-W06", "2026-W02"]
    var recorded: [Delivery] = []
    for (index, week) in weeks.enumerated() {
      recorded += try log([(index.isMultiple(of: 2) ? Example.web : Example.outbound, week, index)])
    }
    #expect(try deliveries() == recorded)
    #expect(try deliveries().map(\.mark.number) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `finds what touches a span, however long before it began`() throws {
    let long = try DayRange(first: try Day(2026, 1, 1), last: try Day(2026, 3, 10))
    _ = try database.record(
      [NewDelivery(key: Example.outbound, days: long, count: 1)],
      for: acme,
      by: "ada",
      at: Example.moment
    )
    _ = try log([(Example.web, "2026-W06", 6), (Example.web, "2026-W07", 7), (Example.web, "2026-W12", 12)])
    #expect(try deliveries(days: Example.week("2026-W07")).map(\.count) == [1, 7])
    #expect(try deliveries(days: DayRange(try Day(2026, 3, 10))).map(\.count) == [1])
    #expect(try deliveries(days: DayRange(try Day(2026, 3, 11))) == [])
    #expect(try deliveries(days: Example.week("2026-W12")).map(\.count) == [12])
    #expect(try deliveries().count == 4)
  }

  @Test func `reaches a span through an index`() throws {
    let plan = try database.connection.rows(
      """
      EXPLAIN QUERY PLAN
      SELECT delivery_id
      FROM delivery
      WHERE contract_id = 1
        AND first_day >= date('2026-01-01', '-' || (SELECT max(days) FROM delivery WHERE contract_id = 1) || ' days')
        AND first_day <= '2026-03-31'
        AND last_day >= '2026-01-01'
      """
    ) { row in try row.text(3) }
    #expect(
      plan.contains { $0.contains("delivery_by_first_day (contract_id=? AND first_day>? AND first_day<?)") })
    #expect(plan.contains { $0.contains("delivery_by_days (contract_id=?)") })
  }

  @Test func `writes a name as the contract does`() throws {
    let other = try Database.inMemory(at: Example.moment)
    let contract = try Example.rich()
    _ = try other.propose(contract, by: "li", at: Example.moment)
    let key = LeadTypeKey(stream: Example.name("مؤسسات"), leadType: Example.name("caf\u{E9}"))
    let days = DayRange(try Day(2026, 6, 1))
    let recorded = try other.record(
      [NewDelivery(key: key, days: days, count: 5)],
      for: contract.name,
      by: "li",
      at: Example.moment
    )
    #expect(Array(recorded[0].key.leadType.text.utf8) == Array("cafe\u{301}".utf8))
    #expect(throws: RecordingRefusal.self) {
      try other.record(
        [NewDelivery(key: key, days: days, count: 5)],
        for: contract.name,
        by: "li",
        at: Example.moment
      )
    }
  }
}
