import Agreement
import TestSupport
import Testing

@Suite struct FunnelTests {
  private func funnel(_ agreed: AgreedFunnel) throws -> Funnel { try agreed.funnel(in: Month("2026-01")) }

  @Test func `works $500,000 backwards to 250 deals, 1,087 opportunities, 1,326 SQLs and 3,900 MQLs`() throws
  {
    let demand = try funnel(Specimen.funnel()).demand(for: Specimen.money("500000"))
    #expect(demand.deals == 250)
    #expect(demand.opportunities == 1_087)
    #expect(demand.sqls == 1_326)
    #expect(demand.mqls == 3_900)
  }

  @Test func `values a lead of the reference case at $128.25, exactly $128.248`() throws {
    let value = try funnel(Specimen.funnel()).leadValue()
    #expect(try value.rounded() == Specimen.money("128.25"))
    #expect(try value.times(1_000).rounded() == Specimen.money("128248"))
  }

  @Test func `values an outbound lead at $187 exactly`() throws {
    let value = try funnel(Specimen.outbound()).leadValue()
    #expect(value == Value(try Specimen.money("187")))
  }

  @Test func `asks for nothing where nothing is due, and for one lead where a cent is`() throws {
    let funnel = try funnel(Specimen.funnel())
    #expect(try funnel.demand(for: Specimen.money("0")).mqls == 0)
    let least = try funnel.demand(for: Specimen.money("0.01"))
    #expect([least.deals, least.opportunities, least.sqls, least.mqls] == [1, 5, 7, 21])
  }

  @Test func `never falls short of the quota, and never asks for one too many at any stage`() throws {
    try forRandomCases(3_000) { random, seed in
      let rates = try (0..<3).map { _ in try Rate(Share(partsPerMillion: random.int(1_000...1_000_000))) }
      let orderValue = random.int(1...5_000_000)
      let value = random.magnitude(upTo: 1 << 40)
      let demand = try Funnel(
        mqlToSQL: rates[0],
        sqlToOpportunity: rates[1],
        winRate: rates[2],
        averageOrderValue: Money(minorUnits: orderValue, Specimen.usd),
        timeToClose: 0
      ).demand(for: Money(minorUnits: value, Specimen.usd))

      let million = Natural(1_000_000)
      let shares = rates.map { Natural($0.partsPerMillion) }
      #expect(Fraction(Natural(value), over: Natural(orderValue)).roundsUp(to: demand.deals), seed)
      #expect(
        Fraction(Natural(demand.deals) * million, over: shares[2]).roundsUp(to: demand.opportunities),
        seed
      )
      #expect(
        Fraction(Natural(demand.opportunities) * million, over: shares[1]).roundsUp(to: demand.sqls),
        seed
      )
      #expect(Fraction(Natural(demand.sqls) * million, over: shares[0]).roundsUp(to: demand.mqls), seed)

      let forward = [shares[0], shares[1], shares[2], Natural(orderValue)].reduce(Natural(demand.mqls)) {
        $0 * $1
      }
      #expect(forward >= Natural(value) * million * million * million, seed)
    }
  }

  @Test(arguments: [
    (0, 0), (14, 0), (15, 1), (30, 1), (44, 1), (45, 2), (60, 2), (74, 2), (75, 3), (90, 3), (365, 12),
    (3_650, 122),
  ])
  func `is due a lag of ⌊(days + 15) / 30⌋ months before the revenue`(days: Int, months: Int) throws {
    #expect(try funnel(Specimen.funnel(timeToClose: days)).lag == months)
    #expect((days + 15) / 30 == months)
  }

  @Test func `throws where the figures are too large, and never traps`() throws {
    let rates = try [1, 2, 999_999, 1_000_000].map { try Rate(Share(partsPerMillion: $0)) }
    let amounts = [Int.min, -1, 0, 1, 1 << 40, Int.max]
    try forRandomCases(3_000) { random, seed in
      let funnel = Funnel(
        mqlToSQL: random.pick(rates),
        sqlToOpportunity: random.pick(rates),
        winRate: random.pick(rates),
        averageOrderValue: Money(minorUnits: max(1, random.pick(amounts)), Specimen.usd),
        timeToClose: max(0, random.pick(amounts))
      )
      let demand = try? funnel.demand(for: Money(minorUnits: random.pick(amounts), Specimen.usd))
      #expect((demand?.mqls ?? 0) >= 0, seed)
      let value = try funnel.leadValue()
      #expect(value > .zero(Specimen.usd), seed)
      #expect(funnel.lag >= 0, seed)
    }
    let smallest = try Funnel(
      mqlToSQL: rates[0],
      sqlToOpportunity: rates[0],
      winRate: rates[0],
      averageOrderValue: Specimen.money("0.01"),
      timeToClose: .max
    )
    #expect(throws: Overflow.self) { try smallest.demand(for: Specimen.money("1000000")) }
  }
}
