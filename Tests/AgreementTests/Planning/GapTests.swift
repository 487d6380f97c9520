import Agreement
import TestSupport
import Testing

@Suite struct GapTests {
  private func gaps(_ website: Int, _ outbound: Int, today: String = "2026-03-01", contract: Contract? = nil)
    throws -> [Gap]
  {
    let days = try Week("2026-W07").days
    let ledger = try Ledger(
      history: Specimen.signedHistory(contract ?? Specimen.contract()),
      deliveries: [
        Specimen.delivery(Specimen.key("website"), days, website),
        Specimen.delivery(Specimen.key("outbound"), days, outbound),
      ])
    return try Accounts(ledger).gaps(in: [Month("2026-02")], on: Day(today))
  }

  @Test func `web is 400 short, and 275 outbound replace them`() throws {
    let accounts = try Accounts(Ledger(history: Specimen.signedHistory(Specimen.contract())))
    let short = try accounts.gaps(
      in: [Month("2026-02"), Month("2026-03")], on: Day("2026-02-01"), short: [Specimen.key("website"): 400])
    let gap = try #require(short.first)
    #expect(try gap.missing().rounded() == Specimen.money("51299.20"))
    #expect(
      try gap.mixSolutions().map { "\($0.leads) \($0.demand.key.leadType)" } == [
        "275 outbound", "400 website",
      ])
  }

  @Test func `goes by what is on record where the month is over`() throws {
    let gap = try #require(gaps(3_500, 0).first)
    #expect(gap.positions.map(\.leads) == [0, 3_500])
    #expect(gap.positions.map(\.basis) == [.delivered, .delivered])
    #expect(try gap.missing().rounded() == Specimen.money("51132"))
  }

  @Test func `carries a running month on at its pace, rounded down`() throws {
    // Week 7 ends on the tenth of the month's twenty business days.
    let gap = try #require(gaps(1_001, 3, today: "2026-02-18").first)
    #expect(gap.positions.map(\.leads) == [6, 2_002])
    #expect(gap.positions[1].basis == .projected(from: 1_001, elapsed: 10, total: 20))
  }

  @Test func `takes as owed what nothing is on record of`() throws {
    let accounts = try Accounts(Ledger(history: Specimen.signedHistory(Specimen.contract())))
    let gap = try #require(accounts.gaps(in: [Month("2026-02")], on: Day("2026-02-10")).first)
    #expect(gap.positions.map(\.basis) == [.owed, .owed])
    #expect(gap.positions.map(\.leads) == gap.positions.map(\.demand.demand.mqls))
    #expect(try gap.missing().rounded() == Specimen.money("0"))
    #expect(try gap.mixSolutions().isEmpty && gap.rateSolutions().isEmpty)
  }

  @Test func `says so where no rate up to 100 % would do`() throws {
    let gap = try #require(gaps(100, 0).first)
    #expect(try gap.rateSolutions().allSatisfy { $0.supposition == nil })
  }

  @Test func `a solved rate closes the gap, and one part per million less does not`() throws {
    try forRandomCases(40) { random, seed in
      let contract = try Self.contract(&random)
      let gap = try #require(
        gaps(random.int(1_000...4_200), random.int(0...300), contract: contract).first)
      for solution in try gap.rateSolutions() {
        guard let supposition = solution.supposition else { continue }
        // As commands read it, and on the whole contract rather than on its funnels.
        let read = try Supposition(supposition.text, in: contract)
        #expect(try Self.worth(of: gap, under: contract.supposing([read])) >= gap.target, seed)
        let less: Supposition
        switch supposition.change {
        case .rate(let rate):
          guard rate.partsPerMillion > 1 else { continue }
          less = try Supposition(
            stream: supposition.stream, leadType: supposition.leadType, supposition.subject,
            .rate(Rate(Share(partsPerMillion: rate.partsPerMillion - 1))))
        case .points(let parts):
          less = Supposition(
            stream: supposition.stream, supposition.subject, .points(partsPerMillion: parts - 1))
        default:
          Issue.record("a rate is solved by a rate or by points")
          continue
        }
        #expect(try Self.worth(of: gap, under: contract.supposing([less])) < gap.target, seed)
      }
    }
  }

  @Test func `solved leads close the gap, and one fewer does not`() throws {
    try forRandomCases(100) { random, seed in
      let contract = try Self.contract(&random)
      let gap = try #require(
        gaps(random.int(0...4_000), random.int(0...300), contract: contract).first)
      for solution in try gap.mixSolutions() {
        let worth = { (count: Int) in try gap.expected.adding(solution.demand.leadValue.times(count)) }
        #expect(try worth(solution.leads) >= gap.target, seed)
        #expect(try worth(solution.leads - 1) < gap.target, seed)
      }
    }
  }

  @Test func `the leads carry a solved quota, and no larger one`() throws {
    try forRandomCases(40) { random, seed in
      let contract = try Self.contract(&random)
      let gap = try #require(
        gaps(random.int(0...6_000), random.int(0...300), contract: contract).first)
      let supposition = try gap.quotaSolution()
      guard case .relative(let parts) = supposition.change else {
        Issue.record("a quota is solved by a part of it")
        return
      }
      let read = try Supposition(supposition.text, in: contract)
      #expect(try Value(Self.due(under: contract.supposing([read]))) <= gap.expected, seed)
      let more = Supposition(stream: gap.stream.name, .quota, .relative(partsPerMillion: parts + 1))
      #expect(try Value(Self.due(under: contract.supposing([more]))) > gap.expected, seed)
    }
  }

  @Test func `the reps can serve the leads of a solved quota, and of no larger one`() throws {
    let sales = SalesCommitments(
      capacity: Capacity(leadsPerRep: 100, staffing: [.init(from: try Month("2026-01"), reps: 30)]))
    let contract = try Specimen.contract(sales: sales)
    let months = try [Month("2026-02")]
    let accounts = try Accounts(Ledger(history: Specimen.signedHistory(contract)))
    let supposition = try #require(try accounts.quotaWithinCapacity(in: months))
    guard case .relative(let parts) = supposition.change else {
      Issue.record("a quota is solved by a part of it")
      return
    }
    func leads(_ parts: Int) throws -> Int {
      let supposed = try contract.supposing([Supposition(.quota, .relative(partsPerMillion: parts))])
      return try Plan(supposed).demands(in: months[0]).map(\.demand.mqls).reduce(0, +)
    }
    #expect(try leads(parts) <= 3_000)
    #expect(try leads(parts + 1) > 3_000)
  }

  // MARK: A contract by chance, and its worth by the plan

  private static func contract(_ random: inout SplitMix64) throws -> Contract {
    func rate() throws -> String {
      random.int(0...3) == 0 ? "1/\(random.int(2...7))" : "\(random.int(5...90))%"
    }
    let website = random.int(60...95)
    let types = try [
      Specimen.leadType("website", share: "\(website)%", Specimen.funnel(winRate: rate())),
      Specimen.leadType(
        "outbound", share: "\(100 - website)%",
        Specimen.funnel(mqlToSQL: rate(), timeToClose: random.int(0...90))),
    ]
    return try Specimen.contract(streams: [
      Specimen.stream(retention: "\(random.int(0...50))%", leadTypes: types)
    ])
  }

  private static func worth(of gap: Gap, under contract: Contract) throws -> Value {
    var sum = Value.zero(Specimen.usd)
    for position in gap.positions {
      let demands = try Plan(contract).demands(in: position.demand.month)
      let demand = try #require(demands.first { $0.key == position.demand.key })
      sum = try sum.adding(demand.leadValue.times(position.leads))
    }
    return sum
  }

  private static func due(under contract: Contract) throws -> Money {
    try Plan(contract).demands(in: Month("2026-02")).map(\.due).total(Specimen.usd)
  }
}
