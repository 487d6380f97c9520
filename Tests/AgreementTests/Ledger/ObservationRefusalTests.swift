import Agreement
import Testing

@Suite struct ObservationRefusalTests {
  private let contract: Contract

  init() throws {
    var draft = Draft()
    draft.deliverySource = .logged
    contract = try draft.contract()
  }

  private func observation(_ days: DayRange, _ finding: Observation.Finding, rep: String? = nil) throws
    -> Observation
  {
    try Observation(
      subject: Name("contacted"),
      stream: nil,
      rep: rep,
      days: days,
      finding: finding,
      mark: Specimen.mark()
    )
  }

  private func refusal(
    _ finding: Observation.Finding = .kept(met: 1, due: 2),
    of subject: String = "contacted",
    on stream: String? = nil,
    in days: DayRange,
    after observations: [Observation] = []
  ) throws -> ObservationRefusal? {
    let subject = try Name(subject)
    let stream = try stream.map { try Name($0) }
    let ledger = try Ledger(history: Specimen.signedHistory(contract), observations: observations)
    do throws(ObservationRefusal) {
      try ledger.check(finding, of: subject, on: stream, in: days)
      return nil
    } catch { return error }
  }

  @Test func `lets the same days be recorded again, of any scope, and others beside them`() throws {
    let week = try Week("2026-W07").days
    let known = try [observation(week, .kept(met: 1, due: 2), rep: "Eve")]
    #expect(try refusal(in: week, after: known) == nil)
    #expect(try refusal(on: "smb", in: week, after: known) == nil)
    #expect(try refusal(in: Week("2026-W08").days, after: known) == nil)
    #expect(try refusal(.measured(Score("4.5")), of: "csat", in: Month("2026-02").days, after: known) == nil)
  }

  @Test func `refuses days that overlap others, whatever their scope, and says what is on record`() throws {
    let week = try Week("2026-W07").days
    let known = try [observation(week, .kept(met: 180, due: 212), rep: "Eve")]
    let month = try Month("2026-02").days
    #expect(try refusal(in: month, after: known) == .overlaps(month, known[0]))
    #expect(
      try refusal(in: month, after: known)?.description
        == "2026-02-01..2026-02-28 overlaps 2026-W07, for which contacted=180/212 (Eve) is on record, and would "
        + "count twice; record 2026-W07 itself anew, which replaces it, or other days only"
    )
    let tuesday = DayRange(try Day("2026-02-10"))
    #expect(try refusal(in: tuesday, after: known) == .overlaps(tuesday, known[0]))
  }

  @Test func `lets days that were taken back with 0 of 0 be recorded otherwise`() throws {
    let month = try Month("2026-02").days
    let known = try [
      observation(month, .kept(met: 180, due: 212)), observation(month, .kept(met: 0, due: 0)),
    ]
    #expect(try refusal(in: Week("2026-W07").days, after: known) == nil)
  }

  @Test func `says what is promised, in which form, on which streams and when`() throws {
    let week = try Week("2026-W07").days
    #expect(
      try refusal(of: "nps", in: week)
        == .notPromised(Name("nps"), promised: ["contacted", "3-in-14", "5-in-28", "accounts", "csat"])
    )
    #expect(try refusal(.measured(Score("1")), in: week) == .needsCounts(Name("contacted")))
    #expect(try refusal(of: "csat", in: week) == .needsValue(#require(contract.measure(Name("csat")))))
    #expect(
      try refusal(.kept(met: 3, due: 2), in: week) == .impossible(Name("contacted"), met: 3, due: 2)
    )
    #expect(
      try refusal(on: "mid", in: week)
        == .noSuchStream(Name("mid"), streams: [Name("enterprise"), Name("smb")])
    )
    let early = try Week("2025-W07").days
    #expect(try refusal(in: early) == .outsideTerm(early, covered: MonthRange("2026-01..2026-12")))
  }

  @Test func `refuses what the contract tells from leads, and takes measures still`() throws {
    let ledger = try FollowedLeads().ledger()
    let week = try Week("2026-W07").days
    func refusal(_ finding: Observation.Finding, of subject: String) throws -> ObservationRefusal? {
      let subject = try Name(subject)
      do throws(ObservationRefusal) {
        try ledger.check(finding, of: subject, on: nil, in: week)
        return nil
      } catch { return error }
    }
    let february = try Month("2026-02")
    let contacted = try refusal(.kept(met: 1, due: 2), of: "contacted")
    #expect(contacted == .countedFromLeads(try Name("contacted"), february))
    #expect(
      contacted?.description
        == "the contract tells 'contacted' of 2026-02 from the leads themselves, so that nothing is counted twice; "
        + "import what was done: leadpact import leads FILE, leadpact import touches FILE"
    )
    #expect(
      try refusal(.kept(met: 1, due: 2), of: "3-in-14") == .countedFromLeads(Name("3-in-14"), february))
    #expect(try refusal(.measured(Score("4.5")), of: "csat") == nil)
  }
}
