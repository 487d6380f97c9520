import Agreement
import Testing

@Suite struct CohortTests {
  private let website: LeadTypeKey

  init() throws { website = try Specimen.key("website") }

  private func accounts(_ deliveries: [Delivery] = [], outcomes: [Outcome] = []) throws -> Accounts {
    let types = try [
      Specimen.leadType("website", share: "60%", Specimen.funnel(timeToClose: 60)),
      Specimen.leadType("outbound", share: "40%", Specimen.outbound(timeToClose: 20)),
    ]
    let contract = try Specimen.contract(streams: [Specimen.stream(leadTypes: types)])
    return try Accounts(
      Ledger(history: Specimen.signedHistory(contract), deliveries: deliveries, outcomes: outcomes))
  }

  private func outcome(_ month: String, _ figures: OutcomeFigures) throws -> Outcome {
    try Outcome(key: website, month: Month(month), figures: figures, mark: Specimen.mark())
  }

  @Test func `rests a quarter's quota on the leads of a lag earlier, per lead type`() throws {
    let quarter = try Quarter("2026-Q2", fiscalYearStart: 1)
    let cohorts = try accounts().cohorts(restingOn: quarter.months)
    let months = cohorts.map { "\($0.key.leadType) \($0.month)" }
    #expect(
      months == [
        "website 2026-02", "outbound 2026-03", "website 2026-03", "outbound 2026-04", "website 2026-04",
        "outbound 2026-05",
      ]
    )
    #expect(cohorts.allSatisfy { quarter.months.contains($0.quotaMonth) })
    #expect(try cohorts.map(\.due).total(Specimen.usd) == Specimen.money("1500000"))
  }

  @Test func `has none of leads from before the agreement`() throws {
    let first = try Quarter("2026-Q1", fiscalYearStart: 1)
    let months = try accounts().cohorts(restingOn: first.months).map { "\($0.key.leadType) \($0.month)" }
    #expect(months == ["outbound 2026-01", "website 2026-01", "outbound 2026-02"])
  }

  @Test func `takes each figure from the newest outcome that names it`() throws {
    let outcomes = try [
      outcome("2026-02", OutcomeFigures(sqls: 70, won: 5)),
      outcome("2026-02", OutcomeFigures(won: 7, revenue: Specimen.money("14000"))),
      outcome("2026-03", OutcomeFigures(sqls: 1)),
    ]
    let cohorts = try accounts(outcomes: outcomes).cohorts(restingOn: [Month("2026-04")])
    let cohort = try #require(cohorts.first { $0.key == website })
    #expect(cohort.figures == OutcomeFigures(sqls: 70, won: 7, revenue: try Specimen.money("14000")))
    #expect(cohort.outcome.evidence == .recorded(Array(outcomes.prefix(2))))
  }

  @Test func `is inconsistent where a correction leaves fewer leads than came to something`() throws {
    let week = try Week("2026-W07").days
    let outcomes = [try outcome("2026-02", OutcomeFigures(sqls: 70))]
    let logged = try [Specimen.delivery(website, week, 80)]
    func cohort(_ deliveries: [Delivery]) throws -> Cohort? {
      try accounts(deliveries, outcomes: outcomes).cohorts(restingOn: [Month("2026-04")])
        .first { $0.key == website }
    }
    #expect(try cohort(logged)?.isInconsistent == false)
    let corrected = try logged + [Specimen.delivery(website, week, -11, .correction(reason: "spam"))]
    #expect(try cohort(corrected)?.isInconsistent == true)
  }
}
