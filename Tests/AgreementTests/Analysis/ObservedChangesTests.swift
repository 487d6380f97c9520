import Agreement
import Testing

@Suite struct ObservedChangesTests {
  private let contract: Contract
  private let website: LeadTypeKey

  init() throws {
    contract = try Specimen.contract(streams: [
      Specimen.stream(leadTypes: [Specimen.leadType("website"), Specimen.leadType("chat", share: "0%")])
    ])
    website = try Specimen.key("website")
  }

  private func observed(_ figures: [String: OutcomeFigures]) throws -> [ObservedFunnel] {
    let month = try Month("2026-01")
    let keys = try figures.keys.sorted().map { try Specimen.key($0) }
    let ledger = try Ledger(
      history: Specimen.signedHistory(contract),
      deliveries: keys.map { try Specimen.delivery($0, month.days, 1_530) },
      outcomes: keys.map { key in
        try Outcome(
          key: key, month: month, figures: figures[key.leadType.text] ?? OutcomeFigures(),
          mark: Specimen.mark())
      })
    return try Accounts(ledger).observedFunnels(in: [month], on: Day("2026-03-01"))
  }

  private func changes(_ funnels: [ObservedFunnel], to contract: Contract? = nil) throws -> [MetricChange] {
    try funnels.changes(
      to: contract ?? self.contract, from: Quarter("2026-Q2", fiscalYearStart: 1))
  }

  private let figures = OutcomeFigures(sqls: 1_412, opportunities: 1_158, won: 500)

  @Test func `proposes each rate that lies outside its interval, with the counts as its source`() throws {
    let changes = try changes(observed(["website": figures]))
    #expect(changes.allSatisfy { $0.key == website })
    #expect(changes.map(\.metric) == [.mqlToSQL, .winRate])
    #expect(changes.map(\.figure) == [.rate(try Rate("1412/1530")), .rate(try Rate("500/1158"))])
    #expect(
      changes.map(\.source.description) == [
        "measured 1,412/1,530 leads of 2026-01", "measured 500/1,158 opportunities of 2026-01",
      ])
  }

  @Test func `writes what it proposes as a fraction that a contract can agree on`() throws {
    let changes = try changes(observed(["website": figures]))
    let quarter = try Quarter("2026-Q2", fiscalYearStart: 1)
    let revised = try contract.revised(from: quarter, by: changes)
    let funnel = try #require(revised.stream(Name("smb"))?.leadType(Name("website"))).funnel
    #expect(try funnel.winRate.step(in: Month("2026-04")).figure.description == "500/1158")
    #expect(try funnel.winRate.step(in: Month("2026-03")).figure.description == "23%")
    #expect(funnel.sqlToOpportunity.steps.count == 1)
  }

  @Test func `proposes nothing twice that a newer text agrees on already`() throws {
    let funnels = try observed(["website": figures])
    let revised = try contract.revised(
      from: Quarter("2026-Q2", fiscalYearStart: 1), by: changes(funnels))
    #expect(try changes(funnels, to: revised).isEmpty)
    let funnel = try #require(revised.stream(Name("smb"))?.leadType(Name("website"))).funnel
    let rate = try #require(funnels.first { $0.key == website }).mqlToSQL
    #expect(try rate.isRevised(by: funnel.funnel(in: Month("2026-04"))))
    #expect(try !rate.isRevised(by: funnel.funnel(in: Month("2026-03"))))
  }

  @Test func `leaves out a rate of nothing, and says so`() throws {
    let funnels = try observed(["website": OutcomeFigures(sqls: 0), "chat": figures])
    #expect(try changes(funnels).map(\.key.leadType.text) == ["chat", "chat"])
    #expect(funnels.ratesOfNothing.map(\.key) == [website])
    #expect(funnels.ratesOfNothing.map(\.rate.step) == [.mqlToSQL])
  }

  @Test func `says where the whole way is wrong and nobody tells of its steps`() throws {
    let funnels = try observed(["website": OutcomeFigures(won: 500), "chat": figures])
    #expect(try changes(funnels).allSatisfy { $0.key != website })
    #expect(funnels.ratesOfUnknownSteps.map(\.key) == [website])
    #expect(funnels.ratesOfUnknownSteps.map(\.rate.part) == [500])
  }

  @Test func `proposes nothing for too few, and nothing to keep`() throws {
    let kept = try observed(["website": OutcomeFigures(sqls: 520, opportunities: 426, won: 98)])
    #expect(try changes(kept).isEmpty)
    let few = try observed(["website": OutcomeFigures(sqls: 29, opportunities: 1)])
    #expect(try changes(few).map(\.metric) == [.mqlToSQL])
    #expect(few.ratesOfNothing.isEmpty)
  }

  @Test func `carries each interval on to the leads owed`() throws {
    let funnel = try #require(try observed(["website": figures]).first { $0.key == website })
    let type = try #require(contract.streams[0].leadType(Name("website")))
    let demand = try Plan(contract).demand(in: Month("2026-01"), for: type, of: contract.streams[0])
    for rate in funnel.rates {
      let owed = try #require(try rate.leadsOwed(for: demand))
      let interval = try #require(rate.interval)
      #expect(owed.agreed == 3_900)
      #expect(owed.atHigh == (try Self.leads(rate.step, at: interval.high)))
      #expect(owed.atLow == (try Self.leads(rate.step, at: interval.low)))
    }
  }

  /// Of 250 deals, rounded up at each stage, with one rate in place of the agreed one.
  private static func leads(_ step: ObservedRate.Step, at share: Share) throws -> Int {
    func up(_ count: Int, _ parts: Int) -> Int { (count * 1_000_000 + parts - 1) / parts }
    let parts = share.partsPerMillion
    guard step != .mqlToWon else { return up(250, parts) }
    let opportunities = up(250, step == .winRate ? parts : 230_000)
    let sqls = up(opportunities, step == .sqlToOpportunity ? parts : 820_000)
    return up(sqls, step == .mqlToSQL ? parts : 340_000)
  }

  /// docs/arithmetic.md, "Observed rates".
  @Test func `comes to the worked example of the documentation`() throws {
    let funnels = try observed(["website": OutcomeFigures(sqls: 412)])
    let rate = try #require(funnels.first { $0.key == website }).mqlToSQL
    #expect(rate.interval?.description == "24.7652%–29.2066%")
    #expect(rate.verdict == .revise)
    let type = try #require(contract.streams[0].leadType(Name("website")))
    let demand = try Plan(contract).demand(in: Month("2026-01"), for: type, of: contract.streams[0])
    let owed = try #require(try rate.leadsOwed(for: demand))
    #expect(owed.agreed == 3_900)
    #expect(owed.atHigh == 4_541)
    #expect(owed.atLow == 5_355)
    let change = try #require(try changes(funnels).first)
    #expect(change.source.description == "measured 412/1,530 leads of 2026-01")
  }

  @Test func `owes no number of leads at a rate of nothing, and none without an interval`() throws {
    let funnels = try observed(["website": OutcomeFigures(sqls: 0)])
    let funnel = try #require(funnels.first { $0.key == website })
    let type = try #require(contract.streams[0].leadType(Name("website")))
    let demand = try Plan(contract).demand(in: Month("2026-01"), for: type, of: contract.streams[0])
    let owed = try #require(try funnel.mqlToSQL.leadsOwed(for: demand))
    #expect(owed.atLow == nil)
    #expect(owed.atHigh == (try Self.leads(.mqlToSQL, at: #require(funnel.mqlToSQL.interval).high)))
    #expect(try funnel.winRate.leadsOwed(for: demand) == nil)
  }
}
