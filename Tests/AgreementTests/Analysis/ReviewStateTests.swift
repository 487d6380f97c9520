import Agreement
import Testing

@Suite struct ReviewStateTests {
  private let quarter: Quarter
  private let first: Version

  init() throws {
    quarter = try Quarter("2026-Q1", fiscalYearStart: 1)
    first = try Specimen.version(1, Specimen.contract())
  }

  private func state(_ versions: [Version] = [], reviews: [Review] = [], on day: String) throws -> ReviewState
  {
    let history = ContractHistory(versions: [first] + versions, signatures: [])
    return try Ledger(history: history, reviews: reviews).reviewState(of: quarter, on: Day(day))
  }

  @Test(arguments: [("2026-03-31", false), ("2026-04-01", true), ("2026-12-31", true), ("2026-01-01", false)])
  func `is due once the quarter is over`(day: String, isDue: Bool) throws {
    #expect(try state(on: day) == (isDue ? .due : .upcoming(after: Day("2026-03-31"))))
  }

  @Test func `is kept where somebody said so, and revised where a version follows`() throws {
    let review = try Review(quarter: quarter, reason: "few leads", mark: Specimen.mark())
    #expect(try state(reviews: [review], on: "2026-04-05") == .kept(review))
    let other = Review(quarter: quarter.advanced(by: 1), reason: "few leads", mark: try Specimen.mark())
    #expect(try state(reviews: [other], on: "2026-04-05") == .due)
    let revision = try Specimen.version(2, Specimen.contract(effective: "2026-04"))
    #expect(try state([revision], reviews: [review], on: "2026-04-05") == .revised(by: revision))
    let later = try Specimen.version(2, Specimen.contract(effective: "2026-05"))
    #expect(try state([later], on: "2026-04-05") == .due)
  }

  @Test func `follows the weeks of a weekly calendar`() throws {
    let contract = try Specimen.contract(calendar: ContractCalendar(months: .weeks(.fourFourFive)))
    let ledger = try Ledger(
      history: ContractHistory(versions: [Specimen.version(1, contract)], signatures: [])
    )
    #expect(try ledger.reviewState(of: quarter, on: Day("2026-03-29")) == .upcoming(after: Day("2026-03-29")))
    #expect(try ledger.reviewState(of: quarter, on: Day("2026-03-30")) == .due)
  }
}
