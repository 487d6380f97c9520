import Agreement
import TestSupport
import Testing

@Suite struct AccountsTests {
  private let website: LeadTypeKey

  init() throws { website = try Specimen.key("website") }

  private func accounts(_ history: ContractHistory, _ deliveries: [Delivery]) throws -> Accounts {
    try Accounts(Ledger(history: history, deliveries: deliveries))
  }

  private func account(_ accounts: Accounts, _ month: String) throws -> MonthAccount {
    try #require(try accounts.account(of: Month(month)))
  }

  @Test func `values what was delivered by the metrics of its month`() throws {
    let outbound = try Specimen.key("outbound")
    let days = try Week("2026-W07").days
    let accounts = try accounts(
      Specimen.signedHistory(Specimen.contract()),
      [Specimen.delivery(website, days, 3_500), Specimen.delivery(outbound, days, 275)]
    )
    let february = try account(accounts, "2026-02")
    let attainment = try #require(try february.attainment())
    #expect(try attainment.delivered.rounded() == Specimen.money("500293"))
    #expect(attainment.ratio?.percent(decimals: 1) == "100.1 %")
    #expect(try february.band() == .onTarget)
    #expect(february.leadTypes.map(\.missing) == [0, 400])
    #expect(try february.leadsDelivered() == 3_775)
    #expect(try february.leadsDue() == 3_900)
    #expect(try february.attainment(of: Name("none")) == nil)
    #expect(try account(accounts, "2026-03").band() == .under)
    #expect(try accounts.account(of: Month("2027-01")) == nil)
  }

  @Test func `says how many leads were apportioned`() throws {
    let accounts = try accounts(
      Specimen.signedHistory(Specimen.contract()),
      [
        Specimen.delivery(website, Week("2026-W14").days, 100),
        Specimen.delivery(website, Week("2026-W13").days, 7),
      ]
    )
    let months = try ["2026-03", "2026-04"].map { try account(accounts, $0).leadTypes[1] }
    #expect(months.map(\.count) == [47, 60])
    #expect(months.map(\.apportioned) == [40, 60])
  }

  @Test func `counts leads of types that are not agreed, at no value`() throws {
    let chat = try Specimen.key("chat")
    let accounts = try accounts(
      Specimen.signedHistory(Specimen.contract()),
      [Specimen.delivery(chat, Week("2026-W07").days, 9)]
    )
    #expect(try account(accounts, "2026-02").unagreed == [chat: 9])
    #expect(try account(accounts, "2026-02").leadsDelivered() == 0)
  }

  @Test func `loses no lead and makes none, whatever is logged`() throws {
    let history = try Specimen.signedHistory(Specimen.contract())
    try forRandomCases(300) { random, seed in
      let deliveries = try Self.deliveries(of: website, &random)
      let accounts = try accounts(history, deliveries)
      var sum = 0
      for month in try MonthRange("2026-01..2026-12") {
        sum += try #require(try accounts.account(of: month)).leadsDelivered()
      }
      let calendar = ContractCalendar()
      let outside = try NetDelivery.all(of: deliveries).flatMap { calendar.apportion($0.count, of: $0.days) }
        .filter { $0.month.year != 2026 }
      let logged = deliveries.reduce(0) { $0 + $1.count }
      #expect(sum + outside.reduce(0) { $0 + $1.count } == logged, seed)
    }
  }

  @Test func `is after a correction as had it been right from the start`() throws {
    let history = try Specimen.signedHistory(Specimen.contract())
    try forRandomCases(300) { random, seed in
      let right = try Self.deliveries(of: website, &random)
      let slips = try right.flatMap { delivery in
        let slip = random.int(0...50)
        return try [
          Specimen.delivery(delivery.key, delivery.days, delivery.count + slip),
          Specimen.delivery(delivery.key, delivery.days, -slip, .correction(reason: "miscounted")),
        ]
      }
      let corrected = try accounts(history, slips.shuffled(using: &random))
      let straight = try accounts(history, right)
      for month in try MonthRange("2026-01..2026-12") {
        let (one, other) = try (corrected.account(of: month), straight.account(of: month))
        #expect(one == other, seed)
      }
    }
  }

  @Test func `of a month stays as it was when a later version is signed`() throws {
    let first = try Specimen.contract()
    let later = try Specimen.contract(
      effective: "2026-04",
      calendar: ContractCalendar(holidays: [Day("2026-01-01"), Day("2026-01-02"), Day("2026-02-27")]),
      tolerance: "50%",
      streams: [Specimen.stream(quotas: Array(repeating: "1", count: 12))]
    )
    let deliveries = try ["2026-W01", "2026-W05", "2026-W09", "2026-W14"].map {
      try Specimen.delivery(website, Week($0).days, 1_001)
    }
    let before = try accounts(Specimen.signedHistory(first), deliveries)
    let after = try accounts(Specimen.signedHistory(first, later), deliveries)
    for month in ["2026-01", "2026-02", "2026-03"] {
      #expect(try account(after, month).streams == account(before, month).streams)
    }
    #expect(try account(after, "2026-04").streams != account(before, "2026-04").streams)
  }

  @Test func `judges each month of a streak by its own tolerance`() throws {
    let strict = try Specimen.contract()
    let loose = try Specimen.contract(effective: "2026-03", tolerance: "30%")
    let days = try (1...3).map { try Month("2026-0\($0)").days }
    let deliveries = try zip(days, [3_200, 3_200, 1_000]).map { try Specimen.delivery(website, $0, $1) }
    let accounts = try accounts(Specimen.signedHistory(strict, loose), deliveries)
    let streak = try #require(try accounts.streak(endingIn: Month("2026-03")))
    #expect(streak.months == 3)
    #expect(streak.band == .under)
    #expect(streak.isSustained)
  }

  /// Unoptimised it takes two seconds; with each month, calendar and cohort looked up anew it took minutes.
  @Test(.timeLimit(.minutes(1)))
  func `counts 20,000 deliveries up in a moment`() throws {
    let types = try (0..<20).map { try Specimen.leadType("type-\($0)", share: "5%") }
    let streams = try (0..<5).map { try Specimen.stream("stream-\($0)", leadTypes: types) }
    let history = try Specimen.signedHistory(Specimen.contract(streams: streams))
    var deliveries: [Delivery] = []
    for day in try MonthRange("2026-01..2026-12").flatMap(\.days).prefix(200) {
      for stream in streams {
        for type in types {
          let key = LeadTypeKey(stream: stream.name, leadType: type.name)
          deliveries.append(try Specimen.delivery(key, DayRange(day), 1))
        }
      }
    }
    let accounts = try accounts(history, deliveries)
    for stream in streams { _ = try accounts.streak(endingIn: Month("2026-12"), of: stream.name) }
    _ = try accounts.cohorts(restingOn: Array(MonthRange("2026-01..2026-12")))
    #expect(try account(accounts, "2026-02").leadsDelivered() == 2_800)
  }

  @Test func `throws where counts pass 64 bits`() throws {
    let history = try Specimen.signedHistory(Specimen.contract())
    let weeks = try ["2026-W06", "2026-W07"].map { try Specimen.delivery(website, Week($0).days, .max) }
    #expect(throws: Overflow.self) { try accounts(history, weeks) }
    let one = try accounts(history, [weeks[0]])
    #expect(throws: Overflow.self) { try one.account(of: Month("2026-02")) }
  }

  @Test func `looks at other months where one cannot be computed`() throws {
    let accounts = try accounts(
      Specimen.signedHistory(Specimen.contract()), [Specimen.delivery(website, Week("2026-W06").days, .max)])
    #expect(throws: Overflow.self) { try accounts.streak(endingIn: Month("2026-02")) }
    #expect(try account(accounts, "2026-06").band() == .under)
    let december = try Month("2026-12")
    let cohorts = try accounts.cohorts(restingOn: [december])
    #expect(!cohorts.isEmpty && cohorts.allSatisfy { $0.quotaMonth == december })
    // They rest on leads of the month itself.
    #expect(throws: Overflow.self) { try accounts.cohorts(restingOn: Array(MonthRange("2026-02..2026-06"))) }
  }

  /// Counts of weeks, days and longer spans in a row, from before the term to after it.
  private static func deliveries(of key: LeadTypeKey, _ random: inout SplitMix64) throws -> [Delivery] {
    var deliveries: [Delivery] = []
    var next = try Day("2025-12-15")
    let end = try Day("2027-01-20")
    while next < end {
      let days = try DayRange(first: next, last: next.advanced(by: random.pick([0, 6, 6, 6, 40])))
      deliveries.append(try Specimen.delivery(key, days, random.int(0...500)))
      next = days.last.advanced(by: 1)
    }
    return deliveries
  }
}
