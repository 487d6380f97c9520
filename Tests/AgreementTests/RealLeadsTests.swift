import Agreement
import Testing

/// What came of real leads, and the same counted apart.
@Suite(
  .enabled(
    if: RealLeads.folder != nil,
    "olist/leads.csv and closed-deals.csv are not here; set LEADPACT_SHARED_DATA to their folder's parent"
  )
)
struct RealLeadsTests {
  private static let origins = [
    "direct_traffic", "display", "email", "organic_search", "other", "other_publicities", "paid_search",
    "referral",
    "social", "unknown",
  ]
  /// From the README beside the files: won, of leads.
  private static let published = [
    "organic-search": "271/2296", "paid-search": "195/1586", "social": "75/1350", "unknown": "179/1099",
    "direct-traffic": "56/499", "email": "15/493", "referral": "24/284", "other": "4/150", "display": "6/118",
    "other-publicities": "3/65",
  ]

  private let leads: RealLeads
  private let accounts: Accounts
  private let months: [Month]
  private let funnels: [ObservedFunnel]

  /// Read once for all tests.
  private static let read = Result { try make() }

  init() throws { (leads, accounts, months, funnels) = try Self.read.get() }

  private static func make() throws -> (RealLeads, Accounts, [Month], [ObservedFunnel]) {
    let leads = try RealLeads(readingFrom: try #require(RealLeads.folder))
    let types = try origins.map { origin in
      try LeadType(
        name: Name(String(origin.map { $0 == "_" ? "-" : $0 })), share: Share("10%"),
        funnel: Specimen.funnel(timeToClose: 60), crmValues: [origin])
    }
    let term = try MonthRange("2017-06..2018-05")
    let contract = try Contract(
      name: Name("olist"), term: term, currency: Specimen.usd, deliverySource: .leads,
      streams: [Specimen.stream("sellers", from: "2017-06", leadTypes: types)],
      signatories: Specimen.signatories())
    let book = try LeadBook(records: leads.records())
    let accounts = try Accounts(Ledger(history: Specimen.signedHistory(contract), leads: book))
    let months = Array(term)
    return (leads, accounts, months, try accounts.observedFunnels(in: months, on: Day("2019-12-31")))
  }

  @Test func `has the published counts by origin, over all cohorts`() throws {
    var counts: [String: String] = [:]
    for funnel in funnels {
      let won = funnel.cohorts.reduce(0) { $0 + ($1.figures.won ?? 0) }
      counts[funnel.key.leadType.text] = "\(won)/\(funnel.cohorts.reduce(0) { $0 + $1.leads })"
    }
    #expect(counts == Self.published)
  }

  @Test func `loses no lead: 60 without an origin are unassigned, 14 of them won`() throws {
    let unassigned = LeadTypeKey(stream: try Name("sellers"), leadType: .unassigned)
    var (count, won) = (0, 0)
    for month in months {
      count += try accounts.account(of: month)?.unagreed[unassigned] ?? 0
      won += accounts.outcome(of: unassigned, in: month).figures.won ?? 0
    }
    #expect((count, won) == (60, 14))
    #expect(accounts.ledger.placedLeads.count == 8_000)
    #expect(accounts.ledger.placedLeads.count { $0.lead.hasReached(.won) } == 842)
  }

  /// The first deal was won on 2017-12-05, 60 days after 2017-10-06.
  @Test func `cuts off the cohorts whose time had passed when the records begin`() {
    for funnel in funnels {
      let cutOff = funnel.cohorts.filter { $0.age == .cutOff }.map { "\($0.month)" }
      #expect(cutOff == ["2017-06", "2017-07", "2017-08", "2017-09"], "\(funnel.key)")
      #expect(funnel.cohorts.allSatisfy { $0.age == .cutOff || $0.age == .mature })
    }
  }

  @Test func `counts rates over the cohorts that are left`() throws {
    for (funnel, origin) in zip(funnels, Self.origins) {
      let rows = leads.rows.filter { $0.origin == origin && $0.delivered >= "2017-10" }
      #expect(funnel.mqlToWon.whole == rows.count, "\(origin)")
      #expect(funnel.mqlToWon.part == rows.count { $0.won != nil }, "\(origin)")
      #expect(funnel.mqlToSQL.months.isEmpty)
    }
  }

  @Test func `has the published closing times over all cohorts`() throws {
    let times = ClosingTimes(of: Array(accounts.ledger.leadSums.sums.values), on: try Day("2019-12-31"))
    let days = try leads.daysToClose()
    #expect(times.quartiles?.median.description == "14")
    #expect(times.quartiles?.first.description == "5")
    #expect(times.quartiles?.count == 841)
    #expect(times.wonBeforeDelivery == ["b91cf8812365f50ff4bda4bcd6206b05"])
    #expect(times.undated == 0)
    for within in times.within {
      #expect(within.whole == 7_999)
      #expect(within.closed == days.count { (0...within.days).contains($0.days) })
    }
    // The published upper quartile counts the lead that was won before it was delivered.
    let quartiles = try #require(Quartiles(of: days.map(\.days)))
    #expect("\(quartiles.first) \(quartiles.median) \(quartiles.third)" == "5 14 54.75")
  }

  @Test func `has each origin's quartiles, of the cohorts that are left`() throws {
    let days = try leads.daysToClose().filter { $0.days >= 0 && $0.row.delivered >= "2017-10" }
    for (funnel, origin) in zip(funnels, Self.origins) {
      let own = days.filter { $0.row.origin == origin }.map(\.days).sorted()
      let quartiles = try #require(funnel.closingTimes?.quartiles)
      for (share, score) in [(0.25, quartiles.first), (0.5, quartiles.median), (0.75, quartiles.third)] {
        let place = share * Double(own.count - 1)
        let (low, high) = (own[Int(place.rounded(.down))], own[Int(place.rounded(.up))])
        let expected = Double(low) + place.truncatingRemainder(dividingBy: 1) * Double(high - low)
        #expect(Double(score.millionths) == expected * 1e6, "\(origin) \(share)")
      }
    }
  }

  @Test func `still counts the lead that was won before it was delivered as won`() throws {
    let odd = try #require(
      accounts.ledger.placedLeads.first { $0.lead.id == "b91cf8812365f50ff4bda4bcd6206b05" })
    let funnel = try #require(funnels.first { $0.key == odd.key })
    #expect(funnel.closingTimes?.wonBeforeDelivery == [odd.lead.id])
    #expect(funnel.closingTimes?.quartiles?.count == funnel.mqlToWon.part - 1)
  }

  @Test func `waits for the cohorts that are too young`() throws {
    let early = try accounts.observedFunnels(in: months, on: Day("2018-06-30"))
    for (funnel, origin) in zip(early, Self.origins) {
      #expect(funnel.cohorts.map(\.isMaturing) == Array(repeating: false, count: 11) + [true])
      let rows = leads.rows.filter { ("2017-10"..<"2018-05").contains($0.delivered) && $0.origin == origin }
      #expect(funnel.mqlToWon.whole == rows.count, "\(origin)")
    }
  }
}
