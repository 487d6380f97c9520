import Agreement
import Testing

/// A real year, tracked against an agreement on it, and the same computed apart.
@Suite(
  .enabled(
    if: RealYear.file != nil,
    "olist/weekly-leads.csv is not here; set LEADPACT_SHARED_DATA to its folder"
  )
)
struct RealYearTests {
  private static let months =
    (6...12).map { $0 < 10 ? "2017-0\($0)" : "2017-\($0)" } + (1...5).map { "2018-0\($0)" }
  /// Parts per million of the year's new business, in the order of the lead types' names.
  private static let shares = [
    70_000, 20_000, 60_000, 300_000, 20_000, 10_000, 210_000, 40_000, 150_000, 10_000, 110_000,
  ]
  private static let rates = (mqlToSQL: 410_000, sqlToOpportunity: 730_000, winRate: 290_000)
  private static let retention = 150_000

  private let year: RealYear
  private let accounts: Accounts

  init() throws {
    let year = try RealYear(readingFrom: try #require(RealYear.file))
    let brl = try Currency("BRL")
    let types = try zip(year.leadTypes, Self.shares).enumerated().map { index, pair in
      try LeadType(
        name: Name(pair.0),
        share: Share(partsPerMillion: pair.1),
        funnel: AgreedFunnel(
          mqlToSQL: Metric(Rate(Share(partsPerMillion: Self.rates.mqlToSQL))),
          sqlToOpportunity: Metric(Rate(Share(partsPerMillion: Self.rates.sqlToOpportunity))),
          winRate: Metric(Rate(Share(partsPerMillion: Self.rates.winRate))),
          averageOrderValue: Metric(Money(minorUnits: Self.orderValue(index), brl)),
          timeToClose: Metric(48)
        )
      )
    }
    let stream = try Stream(
      name: Name("sellers"),
      quotas: Quotas(
        first: Month("2017-06"),
        amounts: (0..<12).map { Money(minorUnits: Self.quota($0), brl) }
      ),
      retention: Share(partsPerMillion: Self.retention),
      leadTypes: types
    )
    let contract = try Specimen.contract(term: "2017-06..2018-05", currency: brl, streams: [stream])
    let deliveries = try year.rows.map {
      try Specimen.delivery(Specimen.key($0.leadType, "sellers"), Week($0.week).days, $0.count)
    }
    self.year = year
    self.accounts = try Accounts(Ledger(history: Specimen.signedHistory(contract), deliveries: deliveries))
  }

  private static func orderValue(_ type: Int) -> Int { 123_457 + 10_007 * type }

  /// The quota of a month counted from June 2017; the last one stands in past the end.
  private static func quota(_ month: Int) -> Int { 9_000_001 + 2_500_003 * min(month, 11) }

  private func account(_ month: String) throws -> MonthAccount {
    try #require(try accounts.account(of: Month(month)))
  }

  @Test func `has 8,000 leads of eleven origins`() {
    #expect(year.rows.reduce(0) { $0 + $1.count } == 8_000)
    #expect(year.leadTypes.count == Self.shares.count)
  }

  @Test func `comes to the same counts by month and lead type`() throws {
    let expected = try year.countsByMonth()
    for month in Self.months {
      for type in try account(month).leadTypes {
        let name = type.demand.key.leadType.text
        #expect(type.count == expected.counts[month]?[name] ?? 0, "\(month) \(name)")
        #expect(type.apportioned == expected.apportioned[month]?[name] ?? 0, "\(month) \(name)")
      }
    }
    let total = try Self.months.reduce(0) { try $0 + account($1).leadsDelivered() }
    #expect(total == Self.months.reduce(0) { $0 + (expected.counts[$1] ?? [:]).values.reduce(0, +) })
  }

  @Test func `comes close to the leads as they were dated`() throws {
    let dated = [4, 239, 386, 312, 416, 445, 200, 1_141, 1_028, 1_174, 1_352, 1_303]
    for (month, leads) in zip(Self.months, dated) {
      #expect(abs(try account(month).leadsDelivered() - leads) <= 60, "\(month)")
    }
  }

  @Test func `comes to the same value due, two months' lag later`() throws {
    for (index, month) in Self.months.enumerated() {
      let quota = Self.quota(index + 2)
      let retained = (quota * Self.retention + 500_000) / 1_000_000
      let account = try account(month)
      for (share, type) in zip(Self.shares, account.leadTypes) {
        let exact = Fraction(Natural(quota - retained) * Natural(share), over: 1_000_000)
        let due = Fraction(type.demand.due.minorUnits)
        #expect(due < exact + Fraction(1) && exact < due + Fraction(1), "\(month) \(type.demand.key)")
      }
      let due = try account.attainment()?.due.rounded().minorUnits
      #expect(due == quota - retained, "\(month)")
      #expect(account.leadTypes.allSatisfy { $0.demand.isQuotaAssumed == (index > 9) })
    }
  }

  @Test(arguments: [0, 3, 6, 9])
  func `comes to the same value delivered and attainment in each quarter`(start: Int) throws {
    let counts = try year.countsByMonth().counts
    var sum: Attainment?
    var delivered = Fraction(0)
    var due = 0
    for (index, month) in Self.months.enumerated().dropFirst(start).prefix(3) {
      for (type, name) in year.leadTypes.enumerated() {
        let factors = [
          counts[month]?[name] ?? 0, Self.orderValue(type), Self.rates.mqlToSQL, Self.rates.sqlToOpportunity,
          Self.rates.winRate,
        ]
        let value = factors.reduce(Natural(1)) { $0 * Natural($1) }
        delivered = delivered + Fraction(value, over: 1_000_000_000_000_000_000)
      }
      let quota = Self.quota(index + 2)
      due += quota - (quota * Self.retention + 500_000) / 1_000_000
      let attainment = try #require(try account(month).attainment())
      sum = try sum?.adding(attainment) ?? attainment
    }
    let quarter = try #require(sum)
    #expect(delivered.roundsHalfUp(to: try quarter.delivered.rounded().minorUnits))
    #expect(try quarter.due.rounded().minorUnits == due)

    let shown = try #require(quarter.ratio?.decimal)
    let tenThousandths = try #require(Int(shown.filter { $0 != "." }))
    #expect((delivered * Fraction(10_000, over: Natural(due))).roundsHalfUp(to: tenThousandths), "\(shown)")
  }
}
