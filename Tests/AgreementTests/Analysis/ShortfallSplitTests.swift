import Agreement
import Foundation
import TestSupport
import Testing

@Suite struct ShortfallSplitTests {
  /// One side of a comparison: whole counts, stage by stage, and the value of one deal.
  private struct Side {
    var leads: Int
    var sqls: Int
    var opportunities: Int
    var won: Int
    var orderValue: Int

    var revenue: Int { won * orderValue }
    var factors: [Double] {
      let steps = [leads, sqls, opportunities, won].map(Double.init)
      return [steps[0], steps[1] / steps[0], steps[2] / steps[1], steps[3] / steps[2], Double(orderValue)]
    }

    func funnel() throws -> Funnel {
      try Funnel(
        mqlToSQL: Rate("\(sqls)/\(leads)"),
        sqlToOpportunity: Rate("\(opportunities)/\(sqls)"),
        winRate: Rate("\(won)/\(opportunities)"),
        averageOrderValue: Money(minorUnits: orderValue, Specimen.usd),
        timeToClose: 0
      )
    }

    var figures: OutcomeFigures {
      OutcomeFigures(
        sqls: sqls, opportunities: opportunities, won: won,
        revenue: Money(minorUnits: revenue, Specimen.usd))
    }

    static func random(_ random: inout SplitMix64) -> Side {
      let leads = random.magnitude(upTo: 100_000) + 1
      let sqls = random.int(1...leads)
      let opportunities = random.int(1...sqls)
      return Side(
        leads: leads, sqls: sqls, opportunities: opportunities, won: random.int(1...opportunities),
        orderValue: random.magnitude(upTo: 10_000_000) + 1)
    }
  }

  private func split(_ agreed: Side, _ actual: Side, scale: Int = 1) throws -> ShortfallSplit {
    var (agreed, actual) = (agreed, actual)
    agreed.orderValue *= scale
    actual.orderValue *= scale
    return try #require(
      try ShortfallSplit(
        due: Money(minorUnits: agreed.revenue, Specimen.usd), under: agreed.funnel(), leads: actual.leads,
        figures: actual.figures))
  }

  private func usual(
    due: String = "500000", leads: Int = 3_900, _ figures: OutcomeFigures
  ) throws -> ShortfallSplit? {
    let funnel = try Specimen.funnel().funnel(in: Month("2026-01"))
    return try ShortfallSplit(due: Specimen.money(due), under: funnel, leads: leads, figures: figures)
  }

  private func figures(
    _ sqls: Int?, _ opportunities: Int?, _ won: Int?, _ revenue: String?
  ) throws -> OutcomeFigures {
    try OutcomeFigures(
      sqls: sqls, opportunities: opportunities, won: won, revenue: revenue.map(Specimen.money))
  }

  private func words(_ split: ShortfallSplit?) -> [String]? {
    split?.parts.map { "\($0.factor.title) \($0.amount)" }
  }

  @Test func `splits the reference case's gap to the cent`() throws {
    let split = try #require(try usual(leads: 3_200, figures(1_000, 850, 180, "350000")))
    #expect(split.gap == (try Specimen.money("150000")))
    #expect(
      words(split) == [
        "volume $83,055.20", "MQL→SQL $35,469.75", "SQL→opportunity -$15,111.24", "win rate $34,739.00",
        "average order value $11,847.29",
      ])
  }

  @Test func `adds up to the gap, and agrees with floating point within a cent`() throws {
    try forRandomCases(3_000) { random, seed in
      let (agreed, actual) = (Side.random(&random), Side.random(&random))
      let split = try split(agreed, actual)
      #expect(split.gap.minorUnits == agreed.revenue - actual.revenue, seed)
      #expect(try split.parts.map(\.amount).total(Specimen.usd) == split.gap, seed)
      let (due, revenue) = (Double(agreed.revenue), Double(actual.revenue))
      let mean = due == revenue ? due : (due - revenue) / log(due / revenue)
      for (part, factors) in zip(split.parts, zip(agreed.factors, actual.factors)) {
        let expected = mean * log(factors.0 / factors.1)
        // A double has 53 binary digits; of large amounts those do not reach down to the cent.
        let slack = 1.000_1 + abs(mean) * 1e-13
        #expect(abs(Double(part.amount.minorUnits) - expected) <= slack, seed)
      }
    }
  }

  @Test func `turns round with its sides, to the cent`() throws {
    try forRandomCases(1_000) { random, seed in
      let (agreed, actual) = (Side.random(&random), Side.random(&random))
      let (there, back) = (try split(agreed, actual), try split(actual, agreed))
      #expect(there.gap.minorUnits == -back.gap.minorUnits, seed)
      for (part, other) in zip(there.parts, back.parts) {
        #expect(abs(part.amount.minorUnits + other.amount.minorUnits) <= 1, seed)
      }
    }
  }

  @Test func `scales with money`() throws {
    try forRandomCases(1_000) { random, seed in
      let (agreed, actual) = (Side.random(&random), Side.random(&random))
      let (one, ten) = (try split(agreed, actual), try split(agreed, actual, scale: 10))
      for (part, tenfold) in zip(one.parts, ten.parts) {
        #expect(abs(part.amount.minorUnits * 10 - tenfold.amount.minorUnits) <= 11, seed)
      }
    }
  }

  @Test func `gives a factor the same amount wherever it stands in the funnel`() throws {
    try forRandomCases(500) { random, seed in
      // The steps of a funnel of two rates, in either order.
      let rates = (1...4).map { _ in (part: random.int(1...50), whole: random.int(50...99)) }
      func amounts(_ first: Int, _ second: Int) throws -> (Money?, Money?) {
        let count = 99 * 98 * 97 * 50
        let (agreed, actual) = ((rates[first], rates[second]), (rates[first + 2], rates[second + 2]))
        let funnel = try Funnel(
          mqlToSQL: Rate("\(agreed.0.part)/\(agreed.0.whole)"),
          sqlToOpportunity: Rate("\(agreed.1.part)/\(agreed.1.whole)"), winRate: Rate("50%"),
          averageOrderValue: Money(minorUnits: 777, Specimen.usd), timeToClose: 0)
        let leads = count * actual.0.whole * actual.1.whole
        let sqls = count * actual.0.part * actual.1.whole
        let opportunities = count * actual.0.part * actual.1.part
        let figures = OutcomeFigures(
          sqls: sqls, opportunities: opportunities, won: opportunities / 2,
          revenue: Money(minorUnits: opportunities / 2 * 700, Specimen.usd))
        let due = Money(minorUnits: 9_876_543_210, Specimen.usd)
        let split = try ShortfallSplit(due: due, under: funnel, leads: leads, figures: figures)
        return (split?[.mqlToSQL], split?[.sqlToOpportunity])
      }
      let (forth, back) = (try amounts(0, 1), try amounts(1, 0))
      for (here, there) in [(forth.0, back.1), (forth.1, back.0)] {
        let (here, there) = (try #require(here).minorUnits, try #require(there).minorUnits)
        #expect(abs(here - there) <= 1, seed)
      }
    }
  }

  @Test func `finds nothing where all came as agreed`() throws {
    try forRandomCases(1_000) { random, seed in
      let side = Side.random(&random)
      let split = try split(side, side)
      #expect(split.parts.allSatisfy { $0.amount.minorUnits == 0 }, seed)
    }
  }

  @Test func `holds one factor alone to account where one alone differs`() throws {
    let agreed = Side(leads: 100, sqls: 50, opportunities: 40, won: 10, orderValue: 200_000)
    let fewer = Side(leads: 60, sqls: 30, opportunities: 24, won: 6, orderValue: 200_000)
    let cheaper = Side(leads: 100, sqls: 50, opportunities: 40, won: 10, orderValue: 150_000)
    #expect(words(try split(agreed, fewer))?.first == "volume $8,000.00")
    #expect(try split(agreed, fewer).parts.count { $0.amount.minorUnits != 0 } == 1)
    #expect(try split(agreed, cheaper)[.averageOrderValue] == Specimen.money("5000"))
    #expect(try split(agreed, cheaper).parts.count { $0.amount.minorUnits != 0 } == 1)
  }

  @Test func `merges the rates about a stage of which nothing is known`() throws {
    func factors(_ sqls: Int?, _ opportunities: Int?) throws -> [ShortfallFactor]? {
      try usual(figures(sqls, opportunities, 180, "350000"))?.parts.map(\.factor)
    }
    #expect(
      try factors(1_000, 850)
        == [.volume, .mqlToSQL, .sqlToOpportunity, .winRate, .averageOrderValue])
    #expect(try factors(nil, 850) == [.volume, .mqlToOpportunity, .winRate, .averageOrderValue])
    #expect(try factors(1_000, nil) == [.volume, .mqlToSQL, .sqlToWon, .averageOrderValue])
    #expect(try factors(nil, nil) == [.volume, .mqlToWon, .averageOrderValue])
  }

  @Test func `gives merged rates what the rates they are made of cost together`() throws {
    let apart = try #require(try usual(figures(1_000, 850, 180, "350000")))
    let merged = try #require(try usual(figures(nil, nil, 180, "350000")))
    let rates = [ShortfallFactor.mqlToSQL, .sqlToOpportunity, .winRate].compactMap { apart[$0]?.minorUnits }
    let together = try #require(merged[.mqlToWon]).minorUnits
    #expect(abs(rates.reduce(0, +) - together) <= 2)
  }

  @Test(arguments: [
    (0, 0, 0, 0, "0", ShortfallFactor.volume), (3_900, 0, 0, 0, "0", .mqlToSQL),
    (3_900, 1_326, 0, 0, "0", .sqlToOpportunity), (9_000, 1_326, 1_087, 0, "0", .winRate),
    (3_900, 1_326, 1_087, 250, "0", .averageOrderValue), (9, 8, 7, 6, "-100", .averageOrderValue),
  ])
  func `gives all of the gap to the first stage that nothing came through`(
    leads: Int, sqls: Int, opportunities: Int, won: Int, revenue: String, factor: ShortfallFactor
  ) throws {
    let split = try #require(try usual(leads: leads, figures(sqls, opportunities, won, revenue)))
    #expect(split[factor] == split.gap)
    #expect(split.parts.count { $0.amount.minorUnits != 0 } == 1)
  }

  @Test func `gives all to volume where nothing was due`() throws {
    let split = try #require(try usual(due: "0", figures(10, 9, 8, "100")))
    #expect(split[.volume] == (try Specimen.money("-100")))
    #expect(try usual(due: "0", leads: 0, figures(0, 0, 0, "0"))?.gap.minorUnits == 0)
  }

  @Test(arguments: [
    (0, 10, 9, 8, "100"), (50, 0, 9, 8, "100"), (50, 10, 9, 0, "100"), (50, 10, 9, 0, "-100"),
    (50, 10, 0, 1, "0"), (-1, 0, 0, 0, "0"),
  ])
  func `cannot split what came of nothing`(
    leads: Int, sqls: Int, opportunities: Int, won: Int, revenue: String
  ) throws {
    #expect(try usual(leads: leads, figures(sqls, opportunities, won, revenue)) == nil)
  }

  @Test func `splits also where a correction left fewer leads than came to something`() throws {
    let split = try #require(try usual(leads: 900, figures(1_000, 850, 180, "350000")))
    #expect(try split.parts.map(\.amount).total(Specimen.usd) == split.gap)
    #expect(try #require(split[.volume]).minorUnits > 0)
    #expect(try #require(split[.mqlToSQL]).minorUnits < 0)
  }

  @Test func `cannot split without revenue or won deals on record`() throws {
    #expect(try usual(figures(1_000, 850, nil, "350000")) == nil)
    #expect(try usual(figures(1_000, 850, 180, nil)) == nil)
    #expect(try usual(OutcomeFigures()) == nil)
  }

  @Test func `throws where the gap passes 64 bits, and holds the largest amounts otherwise`() throws {
    let funnel = try Specimen.funnel().funnel(in: Month("2026-01"))
    let most = Money(minorUnits: .max, Specimen.usd)
    let lost = OutcomeFigures(won: 1, revenue: Money(minorUnits: -1, Specimen.usd))
    #expect(throws: Overflow.self) { try ShortfallSplit(due: most, under: funnel, leads: 1, figures: lost) }
    let nearly = OutcomeFigures(won: 1, revenue: Money(minorUnits: .max - 1, Specimen.usd))
    let lossless = try Funnel(
      mqlToSQL: Rate("100%"), sqlToOpportunity: Rate("100%"), winRate: Rate("100%"),
      averageOrderValue: most, timeToClose: 0)
    let split = try #require(
      try ShortfallSplit(due: most, under: lossless, leads: 1, figures: nearly))
    #expect(split.gap.minorUnits == 1 && split[.averageOrderValue]?.minorUnits == 1)
  }
}
