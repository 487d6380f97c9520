import Agreement
import Testing

@testable import Storage

@Suite struct RecordStoreTests {
  private let database: Database
  private let acme = Example.name("acme-2026")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    try Example.fill(database)
  }

  private func ledger(asOf: Day? = nil, days: DayRange? = nil) throws -> Ledger {
    try #require(try database.ledger(of: acme, asOf: asOf, days: days))
  }

  @Test func `gives back every kind of entry`() throws {
    let ledger = try ledger()
    #expect(ledger.deliveries.map(\.count) == [212, 80, -12, 199])
    #expect(ledger.deliveries.map(\.kind) == [.logged, .logged, .correction(reason: "spam"), .imported(1)])
    #expect(
      ledger.outcomes.map(\.figures) == [
        OutcomeFigures(sqls: 60, won: 3, revenue: Money(minorUnits: 600_000, try Currency("USD")))
      ]
    )
    #expect(ledger.observations.map(\.subject.text) == ["contacted", "csat"])
    #expect(
      ledger.observations.map(\.finding) == [.kept(met: 180, due: 212), .measured(try Score("4.6"))]
    )
    #expect(ledger.observations.map(\.rep) == ["Kim", nil])
    #expect(ledger.reviews.map(\.quarter.description) == ["2026-Q1"])
    #expect(ledger.reviews[0].mark == EntryMark(number: 1, at: Example.moment("2026-04-02"), by: "ada"))
  }

  @Test(
    arguments: [
      ("2026-01-05", 0, 0, 0, 0), ("2026-02-16", 2, 0, 0, 0), ("2026-03-02", 3, 1, 2, 0),
      ("2026-04-02", 3, 1, 2, 1),
    ]
  )
  func `knows only what was on record by a day`(
    day: String,
    deliveries: Int,
    outcomes: Int,
    observations: Int,
    reviews: Int
  ) throws {
    let ledger = try ledger(asOf: try Day(day))
    #expect(ledger.deliveries.count == deliveries)
    #expect(ledger.outcomes.count == outcomes)
    #expect(ledger.observations.count == observations)
    #expect(ledger.reviews.count == reviews)
  }

  @Test func `knows on a day all that stands before its last entry, whatever the time zone`() throws {
    func log(_ week: String, at moment: String) throws {
      _ = try database.record(
        [NewDelivery(key: Example.outbound, days: Example.week(week), count: 1)],
        for: acme,
        by: "ada",
        at: try Moment(moment)
      )
    }
    try log("2026-W09", at: "2026-04-11T08:00:00+09:00")
    try log("2026-W10", at: "2026-04-10T20:00:00-08:00")
    #expect(try ledger(asOf: try Day(2026, 4, 9)).deliveries.count == 4)
    #expect(try ledger(asOf: try Day(2026, 4, 10)).deliveries.count == 6)
    #expect(try database.journalHead(asOf: try Day(2026, 4, 10)) == database.journalHead())
    #expect(try database.journalHead(asOf: try Day(2026, 4, 9)).number == 9)
    #expect(try database.journalHead(asOf: try Day(2025, 1, 1)).number == 0)
  }

  @Test func `reads names, ledger and head from one snapshot`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.leadpact")
    let writer = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    try Example.fill(writer)
    let reader = try Database.open(at: path, for: .reading, at: Example.moment)
    try reader.reading {
      #expect(try reader.contractNames() == [acme])
      _ = try writer.propose(try Example.plain("other"), by: "ada", at: Example.later)
      #expect(try reader.contractNames() == [acme])
      #expect(try reader.ledger(of: Example.name("other")) == nil)
      #expect(try reader.journalHead().number == 9)
    }
    #expect(try reader.journalHead().number == 10)
  }

  @Test func `takes no row that belongs to no entry of the journal`() throws {
    #expect(throws: StorageError.self) {
      try database.connection.execute("INSERT INTO contract (name, seq) VALUES ('other', 99)")
    }
    #expect(try database.contractNames() == [acme])
  }

  @Test func `keeps to the days asked for where there may be many entries`() throws {
    let ledger = try ledger(days: Example.week("2026-W08"))
    #expect(ledger.deliveries.map(\.count) == [199])
    #expect(ledger.observations == [])
    #expect(ledger.outcomes.count == 1)
  }

  @Test func `refuses outcomes out of order, with all that came with them`() throws {
    let month = try Month("2026-02")
    #expect(throws: RecordingRefusal.self) {
      try database.record(
        [
          NewOutcome(key: Example.outbound, month: month, figures: OutcomeFigures(sqls: 5)),
          NewOutcome(key: Example.outbound, month: month, figures: OutcomeFigures(won: 6)),
        ],
        for: acme,
        by: "sam",
        at: Example.later
      )
    }
    #expect(try ledger().outcomes.count == 1)
  }

  @Test func `refuses observations of days that overlap, also within one command`() throws {
    let finding = Observation.Finding.kept(met: 1, due: 2)
    let spans = try [Example.week("2026-W09"), Month("2026-02").days]
    #expect(throws: ObservationRefusal.self) {
      try database.record(
        spans.map { NewObservation(subject: Example.name("contacted"), days: $0, finding: finding) },
        for: acme,
        by: "sam",
        at: Example.later
      )
    }
    #expect(try ledger().observations.count == 2)
  }

  @Test func `refuses more SQLs than leads delivered`() throws {
    let refusal = #expect(throws: RecordingRefusal.self) {
      try database.record(
        [NewOutcome(key: Example.web, month: Month("2026-02"), figures: OutcomeFigures(sqls: 400))],
        for: acme,
        by: "sam",
        at: Example.later
      )
    }
    #expect(refusal?.description.contains("but only 399 leads delivered") == true)
  }

  @Test(
    arguments: [
      ("calls", Observation.Finding.kept(met: 1, due: 2)), ("contacted", .kept(met: 3, due: 2)),
      ("contacted", .measured(Score(millionths: 1))), ("csat", .kept(met: 1, due: 2)),
    ]
  )
  func `refuses an observation of what nobody promised, or in another form`(
    subject: String,
    finding: Observation.Finding
  ) throws {
    let observation = NewObservation(
      subject: Example.name(subject),
      days: Example.week("2026-W08"),
      finding: finding
    )
    #expect(throws: ObservationRefusal.self) {
      try database.record([observation], for: acme, by: "sam", at: Example.later)
    }
  }

  @Test func `refuses a review of a quarter that the contract does not cover`() throws {
    #expect(throws: RecordingRefusal.self) {
      try database.keepMetrics(
        of: try Quarter("2027-Q1", fiscalYearStart: 1),
        reason: "none",
        for: acme,
        by: "ada",
        at: Example.later
      )
    }
  }

  @Test func `keeps contracts apart`() throws {
    _ = try database.propose(try Example.plain("other"), by: "ada", at: Example.later)
    #expect(try database.ledger(of: Example.name("other"))?.deliveries == [])
    #expect(try database.contractNames().map(\.text) == ["acme-2026", "other"])
  }
}
