import Agreement
import Testing

@Suite struct ShortfallSummaryTests {
  private let website: LeadTypeKey
  private let outbound: LeadTypeKey

  init() throws {
    website = try Specimen.key("website")
    outbound = try Specimen.key("outbound")
  }

  private func summary(
    _ outcomes: [(LeadTypeKey, String, OutcomeFigures)], on today: String = "2026-04-01"
  ) throws -> ShortfallSummary? {
    let types = try [
      Specimen.leadType("website", share: "60%"),
      Specimen.leadType("outbound", share: "40%", Specimen.outbound()),
    ]
    let contract = try Specimen.contract(streams: [Specimen.stream(leadTypes: types)])
    let deliveries = try [website, outbound].flatMap { key in
      try [1, 2, 3].map { try Specimen.delivery(key, Month("2026-0\($0)").days, 1_000) }
    }
    let accounts = try Accounts(
      Ledger(
        history: Specimen.signedHistory(contract), deliveries: deliveries,
        outcomes: outcomes.map { key, month, figures in
          try Outcome(key: key, month: Month(month), figures: figures, mark: Specimen.mark())
        }))
    return try accounts.shortfall(restingOn: Quarter("2026-Q1", fiscalYearStart: 1).months, on: Day(today))
  }

  private func brought(_ won: Int, _ revenue: String) throws -> OutcomeFigures {
    try OutcomeFigures(sqls: 340, opportunities: 280, won: won, revenue: Specimen.money(revenue))
  }

  @Test func `adds cohorts up by lead type and factor, to the gap`() throws {
    let summary = try #require(
      try summary([
        (website, "2026-01", brought(60, "110000")), (website, "2026-02", brought(70, "150000")),
        (outbound, "2026-01", brought(90, "180000")),
      ]))
    #expect(summary.judged == 3 && summary.notOnRecord == 3 && summary.notEnded == 0)
    #expect(summary.whole.gap == (try Specimen.money("360000")))
    #expect(summary.leadTypes[website]?.gap == (try Specimen.money("340000")))
    #expect(try summary.whole.amounts.values.total(Specimen.usd) == summary.whole.gap)
    for factor in summary.whole.factors {
      let parts = summary.byLeadType(factor)
      #expect(try parts.map(\.amount).total(Specimen.usd) == summary.whole[factor])
      #expect(
        parts.map(\.amount.minorUnits.magnitude) == parts.map(\.amount.minorUnits.magnitude).sorted(by: >))
    }
    let owners = try ShortfallFactor.Owner.allCases.map { try summary.whole.amount(of: $0) }
    #expect(try owners.total(Specimen.usd) == summary.whole.gap)
    #expect(try summary.whole.amount(of: .marketing) == summary.whole[.volume])
  }

  @Test func `judges a cohort from the day after the month that rests on it`() throws {
    let outcomes = try [(website, "2026-01", brought(60, "110000")), (website, "2026-03", brought(1, "100"))]
    #expect(try summary(outcomes)?.judged == 2)
    #expect(try summary(outcomes, on: "2026-03-31")?.judged == 1)
    #expect(try summary(outcomes, on: "2026-03-31")?.notEnded == 2)
    #expect(try summary(outcomes, on: "2026-01-31")?.judged == 0)
  }

  @Test func `counts what contradicts itself apart`() throws {
    let odd = try OutcomeFigures(sqls: 0, won: 0, revenue: Specimen.money("100"))
    let summary = try #require(try summary([(website, "2026-01", odd)]))
    #expect(summary.inconsistent == 1 && summary.judged == 0 && summary.whole.gap.minorUnits == 0)
  }

  @Test func `is there only where leads of the agreement were to bring the quotas`() throws {
    let contract = try Specimen.contract()
    let accounts = try Accounts(Ledger(history: Specimen.signedHistory(contract)))
    #expect(try accounts.shortfall(restingOn: [Month("2025-12")], on: Day("2026-05-15")) == nil)
  }
}
