import Agreement
import TestSupport
import Testing

@Suite struct ObservedFunnelTests {
  private let website: LeadTypeKey
  private let outbound: LeadTypeKey

  init() throws {
    website = try Specimen.key("website")
    outbound = try Specimen.key("outbound")
  }

  /// Website leads close in 60 days, outbound ones in 20.
  private func history(from source: Contract.DeliverySource = .logged) throws -> ContractHistory {
    let types = try [
      Specimen.leadType("website", share: "60%", Specimen.funnel(timeToClose: 60)),
      Specimen.leadType("outbound", share: "40%", Specimen.outbound(timeToClose: 20)),
    ]
    return try Specimen.signedHistory(
      Contract(
        name: Name("acme-2026"), term: MonthRange("2026-01..2026-12"), currency: Specimen.usd,
        deliverySource: source, streams: [Specimen.stream(leadTypes: types)],
        signatories: Specimen.signatories()))
  }

  private func observed(
    counts: [(String, Int)], outcomes: [(String, OutcomeFigures)] = [], on today: String = "2026-05-15"
  ) throws -> ObservedFunnel {
    let ledger = try Ledger(
      history: history(),
      deliveries: counts.map { try Specimen.delivery(website, Month($0.0).days, $0.1) },
      outcomes: outcomes.map {
        try Outcome(key: website, month: Month($0.0), figures: $0.1, mark: Specimen.mark())
      })
    return try funnel(of: website, in: ledger, on: today)
  }

  private func observed(
    _ leads: [(id: String, LeadFacts)],
    fields: LeadFields = [.externalID, .delivered, .leadType, .salesQualified, .won, .amount],
    disputes: [DisputeStep] = [],
    on today: String = "2026-06-30"
  ) throws -> ObservedFunnel {
    let records = try leads.map {
      LeadRecord(key: LeadRecord.Key(lead: $0.id), facts: $0.1, told: fields, mark: try Specimen.mark())
    }
    let book = LeadBook(records: records, disputes: disputes)
    let ledger = try Ledger(history: history(from: .leads), leads: book)
    return try funnel(of: website, in: ledger, on: today)
  }

  private func funnel(of key: LeadTypeKey, in ledger: Ledger, on today: String) throws -> ObservedFunnel {
    let months = try Array(MonthRange("2026-01..2026-04"))
    let funnels = try Accounts(ledger).observedFunnels(in: months, on: Day(today))
    #expect(funnels.map(\.key) == [outbound, website])
    return try #require(funnels.first { $0.key == key })
  }

  private func lead(
    _ delivered: String, sql: String? = nil, won: String? = nil, lost: String? = nil, stage: Stage? = nil,
    amount: Money? = nil
  ) throws -> LeadFacts {
    try LeadFacts(
      leadType: "website", delivered: Occurrence(delivered), salesQualified: sql.map { try Occurrence($0) },
      won: won.map { try Occurrence($0) }, lost: lost.map { try Occurrence($0) }, stage: stage, amount: amount
    )
  }

  @Test func `counts what was recorded of the mature cohorts`() throws {
    let funnel = try observed(
      counts: [("2026-01", 100), ("2026-02", 200), ("2026-03", 400)],
      outcomes: [
        ("2026-01", OutcomeFigures(sqls: 34, opportunities: 28, won: 6, revenue: Specimen.money("12001"))),
        ("2026-02", OutcomeFigures(sqls: 60, won: 20)),
        ("2026-03", OutcomeFigures(sqls: 4, opportunities: 4, won: 4, revenue: Specimen.money("90000"))),
      ])
    #expect(funnel.rates.map { "\($0.part)/\($0.whole)" } == ["94/300", "28/34", "6/28", "26/300"])
    #expect(funnel.rates.map(\.verdict) == [.keep, .keep, .tooFew, .keep])
    #expect(funnel.orderValue.average == (try Specimen.money("2000.17")))
    #expect((funnel.orderValue.won, funnel.orderValue.cohorts, funnel.orderValue.withoutAmount) == (6, 1, 0))
    #expect(funnel.orderValue.agreed == (try Specimen.money("2000")))
    #expect(funnel.closingTimes == nil)
    #expect(funnel.cohorts.map(\.leads) == [100, 200, 400, 0])
    #expect(funnel.cohorts.map(\.isCounted) == [true, true, false, false])
  }

  @Test func `calls a cohort mature on the day on which its last lead has had its time`() throws {
    func ages(_ today: String) throws -> [ObservedCohort.Age] {
      try observed(counts: [("2026-01", 100)], on: today).cohorts.map(\.age)
    }
    let until = try ["2026-04-01", "2026-04-29", "2026-05-30", "2026-06-29"].map {
      ObservedCohort.Age.maturing(until: try Day($0))
    }
    #expect(try ages("2026-03-31") == until)
    #expect(try ages("2026-04-01") == [.mature] + until.dropFirst())
    #expect(try ages("2026-06-29") == Array(repeating: .mature, count: 4))
  }

  /// The agreed time of January's leads ends on 2026-04-01; a stage before its lead's own delivery is no sign.
  @Test(arguments: [
    ("2026-04-01", ObservedCohort.Age.mature), ("2026-04-02", .cutOff), ("2026-01-03", .cutOff),
  ])
  func `calls a cohort cut off whose time had passed when the first stage on record was reached`(
    first: String, age: ObservedCohort.Age
  ) throws {
    let leads = try [("a", lead("2026-01-05")), ("b", lead("2026-02-05", sql: "2026-04-20", lost: first))]
    let funnel = try observed(leads)
    #expect(funnel.cohorts[0].age == age)
    #expect(funnel.cohorts[1].age == .mature)
    #expect(funnel.mqlToSQL.whole == (age == .cutOff ? 1 : 2))
  }

  @Test func `cuts nothing off where no stage is on record, or totals were recorded`() throws {
    #expect(try observed([("a", lead("2026-01-05"))]).cohorts[0].age == .mature)
    let late = try LeadRecord(
      key: LeadRecord.Key(lead: "late"), facts: lead("2026-04-05", won: "2026-05-05"),
      told: [.delivered, .won], mark: Specimen.mark())
    let ledger = try Ledger(
      history: history(),
      deliveries: [Specimen.delivery(website, Month("2026-01").days, 100)],
      outcomes: [
        Outcome(
          key: website, month: Month("2026-01"), figures: OutcomeFigures(won: 9), mark: Specimen.mark())
      ],
      leads: LeadBook(records: [late]))
    let funnel = try funnel(of: website, in: ledger, on: "2026-06-30")
    #expect(funnel.cohorts[0].age == .mature)
    #expect((funnel.mqlToWon.part, funnel.mqlToWon.whole) == (9, 100))
  }

  @Test func `knows no figure that the files have no column for`() throws {
    let leads = try [("a", lead("2026-01-05", won: "2026-02-01")), ("b", lead("2026-01-06"))]
    let funnel = try observed(leads, fields: [.externalID, .delivered, .leadType, .won])
    #expect(funnel.rates.map { "\($0.part)/\($0.whole)" } == ["0/0", "0/0", "0/0", "1/2"])
    #expect(funnel.orderValue.average == nil)
    #expect(funnel.orderValue.cohorts == 0)
  }

  @Test func `takes the order value of deals whose amount is known, and says of how many it is not`() throws {
    let euro = try Money(minorUnits: 77_700, Currency("EUR"))
    let leads = try [
      ("a", lead("2026-01-05", won: "2026-02-01", amount: Specimen.money("1000"))),
      ("b", lead("2026-01-05", won: "2026-02-01", amount: Specimen.money("2001"))),
      ("c", lead("2026-01-05", won: "2026-02-01")),
      ("d", lead("2026-01-05", won: "2026-02-01", amount: euro)),
      ("e", lead("2026-01-05", amount: Specimen.money("9"))),
    ]
    let value = try observed(leads).orderValue
    #expect((value.won, value.withoutAmount) == (4, 2))
    #expect(value.revenue == (try Specimen.money("3001")))
    #expect(value.average == (try Specimen.money("1500.50")))
  }

  @Test func `times the leads that are old enough, and names those won before they were delivered`() throws {
    let leads = try [
      ("a", lead("2026-01-05", won: "2026-01-05T23:59:59Z")), ("b", lead("2026-01-05", won: "2026-02-04")),
      ("c", lead("2026-02-05", won: "2026-03-08")), ("d", lead("2026-01-06", won: "2026-01-04")),
      ("e", lead("2026-01-05", stage: .won)), ("f", lead("2026-02-05", lost: "2026-02-06")),
      ("g", lead("2026-04-10", won: "2026-04-11")), ("h", lead("2026-04-30")),
    ]
    let funnel = try observed(leads, on: "2026-06-09")
    #expect(funnel.cohorts.map(\.isMaturing) == [false, false, false, true])
    #expect((funnel.mqlToWon.part, funnel.mqlToWon.whole) == (5, 6))
    let times = try #require(funnel.closingTimes)
    #expect(times.within.map(\.days) == [30, 60, 90])
    #expect(times.within.map { "\($0.closed)/\($0.whole)" } == ["3/6", "4/5", "3/4"])
    #expect(times.quartiles == Quartiles(of: [0, 30, 31]))
    #expect(times.wonBeforeDelivery == ["d"])
    #expect(times.undated == 1)
    #expect(try observed(leads, fields: [.delivered, .leadType, .stage]).closingTimes == nil)
  }

  @Test func `asks no lead for its amount where totals were recorded`() throws {
    let won = try LeadRecord(
      key: LeadRecord.Key(lead: "a"), facts: lead("2026-01-05", won: "2026-02-05"),
      told: [.delivered, .leadType, .won], mark: Specimen.mark())
    let figures = try OutcomeFigures(won: 2, revenue: Specimen.money("5000"))
    let ledger = try Ledger(
      history: history(),
      deliveries: [Specimen.delivery(website, Month("2026-01").days, 100)],
      outcomes: [Outcome(key: website, month: Month("2026-01"), figures: figures, mark: Specimen.mark())],
      leads: LeadBook(records: [won]))
    let funnel = try funnel(of: website, in: ledger, on: "2026-06-30")
    #expect(funnel.orderValue.withoutAmount == 0)
    #expect(funnel.orderValue.average == (try Specimen.money("2500")))
    #expect(funnel.closingTimes == nil)
  }

  @Test func `stands beside the order value agreed for the newest cohort counted`() throws {
    let (before, after) = try (Specimen.money("2000"), Specimen.money("3000"))
    let steps = try [
      Metric<Money>.Step(from: nil, figure: before, source: .assumed),
      Metric<Money>.Step(from: Quarter("2026-Q2", fiscalYearStart: 1), figure: after, source: .assumed),
    ]
    let usual = try Specimen.funnel(timeToClose: 0)
    let agreed = AgreedFunnel(
      mqlToSQL: usual.mqlToSQL, sqlToOpportunity: usual.sqlToOpportunity, winRate: usual.winRate,
      averageOrderValue: try #require(Metric(steps: steps, startingIn: Month("2026-01"))),
      timeToClose: usual.timeToClose)
    let stream = try Specimen.stream(leadTypes: [Specimen.leadType("website", agreed)])
    let history = try Specimen.signedHistory(Specimen.contract(streams: [stream]))
    let months = try Array(MonthRange("2026-03..2026-04"))
    for (counted, expected) in [(1, before), (2, after)] {
      let ledger = try Ledger(
        history: history, deliveries: months.map { try Specimen.delivery(website, $0.days, 9) },
        outcomes: months.prefix(counted).map {
          let figures = OutcomeFigures(won: 1, revenue: after)
          return try Outcome(key: website, month: $0, figures: figures, mark: Specimen.mark())
        })
      let funnels = try Accounts(ledger).observedFunnels(in: months, on: Day("2026-06-30"))
      #expect(funnels.map(\.orderValue.agreed) == [expected])
    }
  }

  @Test func `leaves out a lead that sales rejected`() throws {
    let leads = try [
      ("a", lead("2026-01-05", won: "2026-01-15")), ("b", lead("2026-01-05", won: "2026-01-25")),
    ]
    let rejection = try DisputeStep(lead: "b", word: .rejected, reason: "a test", mark: Specimen.mark())
    let funnel = try observed(leads, disputes: [rejection])
    #expect((funnel.mqlToWon.part, funnel.mqlToWon.whole) == (1, 1))
    #expect((funnel.orderValue.won, funnel.orderValue.withoutAmount) == (1, 1))
    #expect(funnel.closingTimes?.within.map(\.whole) == [1, 1, 1])
    #expect(funnel.closingTimes?.quartiles == Quartiles(of: [10]))
  }

  @Test func `judges no lead before its time: a share never changes with leads too young for it`() throws {
    let old = try (1...9).map { number in
      let won = number % 3 == 0 ? "2026-02-0\(number)" : nil
      return try ("old-\(number)", lead("2026-01-0\(number)", won: won))
    }
    let young = try (1...9).map { ("young-\($0)", try lead("2026-04-1\($0)", won: "2026-04-2\($0)")) }
    let before = try #require(try observed(old, on: "2026-05-01").closingTimes)
    let after = try #require(try observed(old + young, on: "2026-05-01").closingTimes)
    #expect(before == after)
    #expect(before.within.map(\.closed) == [0, 3, 3])
  }

  @Test func `changes no rate when a maturing cohort comes in`() throws {
    try forRandomCases(40) { random, seed in
      let counts = ["2026-01", "2026-02"].map { ($0, random.int(1...500)) }
      let outcomes = counts.map { month, leads in
        let sqls = random.int(0...leads)
        return (month, OutcomeFigures(sqls: sqls, opportunities: random.int(0...sqls)))
      }
      let young = [("2026-03", random.int(1...500)), ("2026-04", 7)]
      let before = try observed(counts: counts, outcomes: outcomes)
      let after = try observed(
        counts: counts + young, outcomes: outcomes + young.map { ($0.0, OutcomeFigures(sqls: $0.1)) })
      #expect(before.rates == after.rates, seed)
      #expect(before.mqlToSQL.whole == counts.reduce(0) { $0 + $1.1 }, seed)
      #expect(before.mqlToSQL.part == outcomes.reduce(0) { $0 + ($1.1.sqls ?? 0) }, seed)
      #expect(before.orderValue == after.orderValue, seed)
    }
  }
}
