import Agreement
import Testing

@Suite struct ReviewStateTests {
  private let quarter: Quarter
  private let first: Version

  init() throws {
    quarter = try Quarter("2026-Q1", fiscalYearStart: 1)
    first = try Specimen.version(1, Specimen.contract())
  }

  private func state(
    _ versions: [Version] = [],
    signatures: [Signature] = [],
    reviews: [Review] = [],
    on day: String
  ) throws -> ReviewState {
    let history = ContractHistory(versions: [first] + versions, signatures: signatures)
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
    let revision = try revision("25%", effective: "2026-04")
    #expect(
      try state([revision], reviews: [review], on: "2026-04-05") == .revised(by: revision, isSigned: false)
    )
    #expect(try state([self.revision("25%", effective: "2026-05")], on: "2026-04-05") == .due)
  }

  @Test func `says whether everyone has signed the revision`() throws {
    let revision = try revision("25%", effective: "2026-04")
    let words = try ["ada", "bob"].map { try Specimen.signature("\($0)@example.com", on: 2) }
    #expect(
      try state([revision], signatures: words, on: "2026-04-05") == .revised(by: revision, isSigned: true))
    #expect(
      try state([revision], signatures: [words[0]], on: "2026-04-05")
        == .revised(by: revision, isSigned: false)
    )
  }

  @Test func `is not reviewed by a version that was refused, or taken back by a newer one`() throws {
    let revision = try revision("25%", effective: "2026-04")
    let no = try Specimen.signature("bob@example.com", on: 2, .declined(reason: "no"))
    #expect(try state([revision], signatures: [no], on: "2026-04-05") == .due)
    let other = try Specimen.version(3, Specimen.contract(effective: "2026-07"))
    #expect(try state([revision, other], on: "2026-04-05") == .due)
  }

  @Test func `is not reviewed by a version that leaves the metrics as they are`() throws {
    let looser = try Specimen.version(2, Specimen.contract(effective: "2026-04", tolerance: "20%"))
    #expect(try state([looser], on: "2026-04-05") == .due)
    let types = try [Specimen.leadType("website", share: "90%"), Specimen.leadType("outbound", share: "10%")]
    let mix = try Specimen.contract(effective: "2026-04", streams: [Specimen.stream(leadTypes: types)])
    let mixed = try Specimen.version(2, mix)
    #expect(try state([mixed], on: "2026-04-05") == .revised(by: mixed, isSigned: false))
  }

  @Test func `is not reviewed by the first version, though it begins after the quarter`() throws {
    let late = try Specimen.version(1, Specimen.contract(effective: "2026-04"))
    let ledger = Ledger(history: ContractHistory(versions: [late], signatures: []))
    #expect(try ledger.reviewState(of: quarter, on: Day("2026-04-05")) == .due)
  }

  /// A second version with another win rate of the website's leads.
  private func revision(_ winRate: String, effective: String) throws -> Version {
    let types = try [
      Specimen.leadType("website", Specimen.funnel(winRate: winRate)),
      Specimen.leadType("outbound", share: "0%", Specimen.outbound()),
    ]
    let streams = try [Specimen.stream(leadTypes: types)]
    return try Specimen.version(2, Specimen.contract(effective: effective, streams: streams))
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
