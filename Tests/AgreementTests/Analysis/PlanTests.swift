import Agreement
import TestSupport
import Testing

@Suite struct PlanTests {
  private func demand(_ contract: Contract, _ month: String, _ type: String = "website") throws
    -> MonthlyDemand
  {
    let demands = try Plan(contract).demands(in: Month(month))
    return try #require(demands.first { $0.key.leadType.text == type })
  }

  @Test func `owes 3,900 website leads a month for $500,000`() throws {
    let demand = try demand(Specimen.contract(), "2026-01")
    #expect(demand.demand.mqls == 3_900)
    #expect(demand.due == (try Specimen.money("500000")))
    #expect(try demand.leadValue.rounded() == Specimen.money("128.25"))
    #expect(demand.quotaMonth == demand.month)
    #expect(!demand.isQuotaAssumed)
  }

  @Test(arguments: [
    ("2026-01", "2026-03", "3", false), ("2026-10", "2026-12", "12", false),
    ("2026-11", "2027-01", "12", true),
    ("2026-12", "2027-02", "12", true),
  ])
  func `owes leads a lag before their revenue, and assumes the last quota past the end`(
    month: String,
    quotaMonth: String,
    due: String,
    isAssumed: Bool
  ) throws {
    let types = try [Specimen.leadType("website", Specimen.funnel(timeToClose: 60))]
    let stream = try Specimen.stream(quotas: (1...12).map(String.init), leadTypes: types)
    let demand = try demand(Specimen.contract(streams: [stream]), month)
    #expect(demand.quotaMonth == (try Month(quotaMonth)))
    #expect(demand.due == (try Specimen.money(due)))
    #expect(demand.isQuotaAssumed == isAssumed)
  }

  @Test func `takes quotas from past the term's end where there are some`() throws {
    let types = try [Specimen.leadType("website", Specimen.funnel(timeToClose: 60))]
    let stream = try Specimen.stream(quotas: (1...14).map(String.init), leadTypes: types)
    let demand = try demand(Specimen.contract(streams: [stream]), "2026-12")
    #expect(demand.due == (try Specimen.money("14")))
    #expect(!demand.isQuotaAssumed)
  }

  @Test(arguments: [("0%", "1000.01"), ("25%", "750.01"), ("99.9999%", "0"), ("1/3", "666.67")])
  func `leaves to leads what existing customers do not bring`(retention: String, newBusiness: String) throws {
    let stream = try Specimen.stream(quotas: Array(repeating: "1000.01", count: 12), retention: retention)
    let contract = try Specimen.contract(streams: [stream])
    #expect(try Plan(contract).newBusiness(of: stream, in: Month("2026-01")) == Specimen.money(newBusiness))
  }

  @Test func `shares the new business out cent by cent`() throws {
    try forRandomCases(1_000) { random, seed in
      var left = 1_000_000
      var types: [LeadType] = []
      for index in 0..<random.int(1...6) {
        let share = index == 5 ? left : random.int(0...left)
        types.append(try Specimen.leadType("type-\(index)", share: Share(partsPerMillion: share).description))
        left -= share
      }
      types.append(try Specimen.leadType("rest", share: Share(partsPerMillion: left).description))
      let quota = Money(minorUnits: random.magnitude(), Specimen.usd).decimal
      let retention = try Share(partsPerMillion: random.int(0...999_999)).description
      let stream = try Specimen.stream(
        quotas: Array(repeating: quota, count: 12),
        retention: retention,
        leadTypes: types
      )
      let plan = try Plan(Specimen.contract(streams: [stream]))
      let month = try Month("2026-05")
      let newBusiness = try plan.newBusiness(of: stream, in: month)
      guard let demands = try? plan.demands(in: month) else { return }
      let total = try demands.map(\.due).total(Specimen.usd)
      #expect(total == newBusiness, seed)
      for demand in demands {
        let exact = Fraction(
          Natural(newBusiness.minorUnits) * Natural(demand.share.partsPerMillion),
          over: 1_000_000
        )
        let due = Fraction(demand.due.minorUnits)
        #expect(due < exact + Fraction(1) && exact < due + Fraction(1), seed)
      }
    }
  }

  @Test func `plans each month by its own metrics`() throws {
    var draft = Draft()
    draft.timeToClose = 0
    let contract = try draft.contract()
    #expect(try demand(contract, "2026-06").funnel.winRate == Rate("23%"))
    #expect(try demand(contract, "2026-07").funnel.winRate == Rate("25%"))
    #expect(try demand(contract, "2026-07").demand.mqls < demand(contract, "2026-06").demand.mqls)
  }

  @Test func `throws where a figure is too large`() throws {
    let types = try [
      Specimen.leadType("website", Specimen.funnel(winRate: "0.0001%", averageOrderValue: "0.01"))
    ]
    let stream = try Specimen.stream(
      quotas: Array(repeating: "90000000000000000", count: 12),
      leadTypes: types
    )
    let plan = try Plan(Specimen.contract(streams: [stream]))
    #expect(throws: Overflow.self) { try plan.demands(in: Month("2026-01")) }
  }
}

@Suite struct ReplacementTests {
  @Test(arguments: [(400, 275), (0, 0), (1, 1), (2, 2), (3, 3), (-5, 0), (10_000, 6_859)])
  func `makes up for $128.25 website leads by $187 outbound leads, rounded up`(missing: Int, count: Int)
    throws
  {
    let demands = try Plan(Specimen.contract()).demands(in: Month("2026-01"))
    let options = try Replacement.options(for: missing, of: demands[1], among: demands)
    #expect(options.map(\.count) == [count])
    #expect(options.map(\.by) == [try Specimen.key("outbound")])
  }

  @Test func `stays within the stream`() throws {
    let streams = try ["smb", "enterprise"].map { try Specimen.stream($0) }
    let demands = try Plan(Specimen.contract(streams: streams)).demands(in: Month("2026-01"))
    let options = try Replacement.options(for: 400, of: demands[3], among: demands)
    #expect(options.map(\.by.description) == ["smb/outbound"])
  }
}
