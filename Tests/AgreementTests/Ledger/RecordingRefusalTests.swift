import Agreement
import Testing

@Suite struct RecordingRefusalTests {
  private let website: LeadTypeKey
  private let week7: DayRange

  init() throws {
    self.website = try Specimen.key("website")
    self.week7 = try Week("2026-W07").days
  }

  private func ledger(_ deliveries: [Delivery] = [], outcomes: [Outcome] = []) throws -> Ledger {
    try Ledger(
      history: Specimen.signedHistory(Specimen.contract()),
      deliveries: deliveries,
      outcomes: outcomes
    )
  }

  private func refusal(
    _ count: Int,
    _ days: DayRange,
    in ledger: Ledger,
    isCorrection: Bool = false
  ) -> RecordingRefusal? {
    do throws(RecordingRefusal) {
      try ledger.check(count, of: website, in: days, isCorrection: isCorrection)
      return nil
    } catch { return error }
  }

  @Test func `lets leads be logged once`() throws {
    #expect(try refusal(212, week7, in: ledger()) == nil)
    let logged = try ledger([Specimen.delivery(website, week7, 212)])
    let found = refusal(5, week7, in: logged)
    #expect(found?.description.hasPrefix("2026-W07 already has 212 leads of smb/website on record") == true)
    #expect(try refusal(5, Week("2026-W08").days, in: logged) == nil)
  }

  @Test func `refuses days that overlap others, in which a lead would count twice`() throws {
    let logged = try ledger([Specimen.delivery(website, week7, 212)])
    let found = try refusal(5, DayRange(Day("2026-02-10")), in: logged)
    #expect(found?.description.hasPrefix("2026-02-10 overlaps 2026-W07, which already has 212 leads") == true)
  }

  @Test func `refuses a negative count that is no correction`() throws {
    #expect(try refusal(-1, week7, in: ledger()) == .negative(website, -1))
  }

  @Test func `corrects what is on record, and not below zero`() throws {
    let logged = try ledger([Specimen.delivery(website, week7, 212)])
    #expect(refusal(-212, week7, in: logged, isCorrection: true) == nil)
    #expect(refusal(8, week7, in: logged, isCorrection: true) == nil)
    #expect(
      refusal(-213, week7, in: logged, isCorrection: true)
        == .belowZero(website, week7, total: 212, correction: -213)
    )
    #expect(refusal(.max, week7, in: logged, isCorrection: true) == .tooMany(website, week7))
  }

  @Test func `corrects nothing where nothing is on record, and names what is near`() throws {
    #expect(
      try refusal(-1, week7, in: ledger(), isCorrection: true) == .nothingLogged(website, week7, near: [])
    )
    let monday = try DayRange(Day("2026-02-09"))
    let logged = try ledger([Specimen.delivery(website, monday, 5)])
    let found = refusal(-1, week7, in: logged, isCorrection: true)
    #expect(found?.description.hasSuffix("; there is for 2026-02-09") == true)
  }

  @Test func `lets days whose leads were all taken back be logged again, but not both ways`() throws {
    let taken = try [
      Specimen.delivery(website, week7, 10),
      Specimen.delivery(website, week7, -10, .correction(reason: "test data")),
    ]
    let monday = try DayRange(Day("2026-02-09"))
    #expect(try refusal(5, monday, in: ledger(taken)) == nil)
    #expect(try refusal(5, week7, in: ledger(taken)) == nil)
    let both = try ledger(taken + [Specimen.delivery(website, monday, 5)])
    let found = refusal(10, week7, in: both, isCorrection: true)
    #expect(found?.description.hasPrefix("2026-W07 overlaps 2026-02-09") == true)
  }

  @Test func `refuses days outside the term and lead types that are not agreed`() throws {
    let early = try Week("2025-W07").days
    #expect(
      try refusal(1, early, in: ledger()) == .outsideTerm(early, covered: MonthRange("2026-01..2026-12"))
    )
    let straddling = try Week("2026-W01").days
    #expect(try refusal(1, straddling, in: ledger()) == nil)
    let chat = try Specimen.key("chat")
    #expect(throws: RecordingRefusal.notAgreed(chat, try Month("2026-02"))) {
      try ledger().check(1, of: chat, in: week7, isCorrection: false)
    }
  }

  @Test func `counts no further than 64 bits go`() throws {
    let logged = try ledger([
      Specimen.delivery(website, week7, .max), Specimen.delivery(website, week7, 1, .imported(1)),
    ])
    #expect(refusal(1, week7, in: logged, isCorrection: true) == .tooMany(website, week7))
  }

  @Test func `lets no more come of leads than there were of the stage before`() throws {
    let month = try Month("2026-02")
    let known = try Outcome(
      key: website,
      month: month,
      figures: OutcomeFigures(sqls: 72),
      mark: Specimen.mark()
    )
    let ledger = try ledger([Specimen.delivery(website, week7, 212)], outcomes: [known])
    func check(_ figures: OutcomeFigures) throws { try ledger.check(figures, of: website, in: month) }

    try check(OutcomeFigures(opportunities: 72, won: 72))
    try check(OutcomeFigures(won: 16))
    try check(OutcomeFigures(sqls: 80, opportunities: 75))
    let found = #expect(throws: RecordingRefusal.self) { try check(OutcomeFigures(opportunities: 73)) }
    #expect(
      found?.description
        == "73 opportunities of smb/website in 2026-02, but only 72 SQLs; each stage is part of the one before"
    )
    #expect(throws: RecordingRefusal.self) { try check(OutcomeFigures(won: 73)) }
    #expect(throws: RecordingRefusal.negative(website, -1)) { try check(OutcomeFigures(won: -1)) }
    #expect(throws: RecordingRefusal.self) {
      try ledger.check(OutcomeFigures(won: 1), of: website, in: Month("2027-01"))
    }
  }

  @Test func `lets no more come of leads than were delivered, corrections included`() throws {
    let march = try Month("2026-03")
    // Two of the five business days of the first week lie in March, all those of the second.
    let ledger = try ledger([
      Specimen.delivery(website, Week("2026-W14").days, 100),
      Specimen.delivery(website, Week("2026-W13").days, 50),
      Specimen.delivery(website, Week("2026-W13").days, -20, .correction(reason: "spam")),
      Specimen.delivery(Specimen.key("outbound"), Week("2026-W13").days, 999),
    ])
    #expect(try ledger.leads(of: website, in: march) == 70)
    try ledger.check(OutcomeFigures(sqls: 70), of: website, in: march)
    let found = #expect(throws: RecordingRefusal.self) {
      try ledger.check(OutcomeFigures(sqls: 71), of: website, in: march)
    }
    #expect(
      found?.description
        == "71 SQLs of smb/website in 2026-03, but only 70 leads delivered; "
        + "each stage is part of the one before"
    )
    #expect(throws: RecordingRefusal.self) {
      try ledger.check(OutcomeFigures(won: 71), of: website, in: march)
    }
  }

  @Test func `asks for the leads before what came of them`() throws {
    let february = try Month("2026-02")
    let found = #expect(throws: RecordingRefusal.noLeads(website, february)) {
      try ledger().check(OutcomeFigures(sqls: 1), of: website, in: february)
    }
    #expect(
      found?.description.hasSuffix(
        "record the leads first (leadpact log, or leadpact import leads), then their outcomes") == true)
    #expect(try ledger().leads(of: website, in: february) == nil)
  }

  @Test func `refuses of what came of leads whatever they tell themselves, and nothing else`() throws {
    var leads = FollowedLeads()
    try leads.add("1", "2026-02-02")
    let february = try Month("2026-02")
    let told = RecordingRefusal.toldByLeads(website, february, figures: ["won deals"])
    let found = #expect(throws: told) {
      try leads.ledger().check(OutcomeFigures(sqls: 1, won: 1), of: website, in: february)
    }
    #expect(
      found?.description
        == "the leads of smb/website in 2026-02 tell the won deals themselves, so that nothing is "
        + "counted twice; import what became of them: leadpact import leads FILE")
    // No file has a column for SQLs, nor for amounts.
    try leads.ledger().check(
      OutcomeFigures(sqls: 1, revenue: Specimen.money("2000")), of: website, in: february)
  }
}
