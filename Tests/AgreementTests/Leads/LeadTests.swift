import Agreement
import Testing

@Suite struct LeadTests {
  private func record(
    _ part: LeadRecord.Part = .lead, _ facts: LeadFacts, told: LeadFields = [], number: Int = 1
  ) throws -> LeadRecord {
    LeadRecord(
      key: LeadRecord.Key(lead: "7", part: part), facts: facts, told: told, mark: try Specimen.mark(number))
  }

  private func day(_ text: String) throws -> Occurrence { try Occurrence(text) }

  @Test func `takes from its own record what that says, and the rest from the others`() throws {
    let lead = Lead(
      id: "7",
      records: [
        try record(.deal("2"), LeadFacts(leadType: "Deal source", rep: "Eve", amount: Specimen.money("10"))),
        try record(.lead, LeadFacts(leadType: "Web", delivered: day("2026-02-03"))),
      ])
    #expect(lead.facts.leadType == "Web")
    #expect(lead.facts.rep == "Eve")
    #expect(lead.facts.delivered == (try day("2026-02-03")))
    #expect(lead.revenue.isEmpty)
  }

  @Test func `is not delivered where its own record says nothing of that, whatever its deals say`() throws {
    let deal = try record(.deal("2"), LeadFacts(delivered: day("2026-02-01")))
    #expect(Lead(id: "7", records: [deal]).facts.delivered == (try day("2026-02-01")))
    #expect(Lead(id: "7", records: [deal, try record(.lead, LeadFacts())]).facts.delivered == nil)
  }

  @Test func `keeps the reason why a deal was lost to itself while another is open or won`() throws {
    let lost = try record(.deal("1"), LeadFacts(lost: day("2026-03-01"), reason: "Price"))
    let open = try record(.deal("2"), LeadFacts(opportunity: day("2026-03-02")))
    let won = try record(.deal("3"), LeadFacts(won: day("2026-03-03")))
    let aside = try record(.lead, LeadFacts(reason: "Student"))
    #expect(Lead(id: "7", records: [lost]).facts.reason == "Price")
    #expect(Lead(id: "7", records: [lost, open]).facts.reason == nil)
    #expect(Lead(id: "7", records: [lost, won]).facts.reason == nil)
    #expect(Lead(id: "7", records: [aside]).facts.reason == "Student")
  }

  @Test func `is won where a deal is, by the first, and brings what all of them do`() throws {
    let lead = Lead(
      id: "7",
      records: [
        try record(.deal("1"), LeadFacts(won: day("2026-05-01"), amount: Specimen.money("100"))),
        try record(.deal("2"), LeadFacts(lost: day("2026-03-01"), amount: Specimen.money("900"))),
        try record(.deal("3"), LeadFacts(won: day("2026-04-01"), amount: Specimen.money("30"))),
        try record(.deal("4"), LeadFacts(won: day("2026-06-01"))),
        try record(.lead, LeadFacts(won: day("2026-04-02"), amount: Specimen.money("130"))),
      ])
    #expect(lead.facts.won == (try day("2026-04-01")))
    #expect(lead.facts.lost == nil)
    #expect(try lead.revenue == [Specimen.money("100"), Specimen.money("30")])
    #expect(lead.wonWithoutAmount == 1)
    #expect(lead.hasReached(.won))
  }

  @Test func `is lost only where every deal is`() throws {
    let lost = try record(.deal("1"), LeadFacts(lost: day("2026-03-01")))
    let later = try record(.deal("2"), LeadFacts(lost: day("2026-04-01")))
    let open = try record(.deal("3"), LeadFacts(opportunity: day("2026-02-20")))
    #expect(Lead(id: "7", records: [lost, later]).facts.lost == (try day("2026-04-01")))
    #expect(Lead(id: "7", records: [lost, later, open]).facts.lost == nil)
    #expect(Lead(id: "7", records: [lost, later, open]).ended == nil)
  }

  @Test func `is over where it is named so without a time, unless a deal is open or won`() throws {
    let aside = try record(.lead, LeadFacts(reason: "Student", ending: .disqualified))
    let lost = try record(.deal("1"), LeadFacts(ending: .lost))
    let dated = try record(.deal("2"), LeadFacts(lost: day("2026-03-01")))
    let open = try record(.deal("3"), LeadFacts(opportunity: day("2026-03-02")))
    let won = try record(.deal("4"), LeadFacts(won: day("2026-03-03")))
    func ending(_ records: LeadRecord...) -> LeadEnding? { Lead(id: "7", records: records).facts.ending }
    #expect(ending(aside) == .disqualified)
    #expect(ending(lost) == .lost)
    #expect(ending(aside, lost) == .lost)
    #expect(ending(lost, open) == nil)
    #expect(ending(lost, won) == nil)
    #expect(ending(lost, dated) == nil)
    #expect(Lead(id: "7", records: [lost, dated]).ended == (try day("2026-03-01")))
    #expect(Lead(id: "7", records: [lost]).hasEndedUndated)
    #expect(!Lead(id: "7", records: [lost, dated]).hasEndedUndated)
    #expect(Lead(id: "7", records: [try record(.lead, LeadFacts(stage: .won))]).hasEndedUndated)
  }

  @Test func `goes by its deals, not by a history that a reopened deal has overtaken`() throws {
    let event = try record(.event("a"), LeadFacts(won: day("2026-02-01")))
    let deal = try record(.deal("77"), LeadFacts(lost: day("2026-03-10"), amount: Specimen.money("100")))
    let lead = Lead(id: "7", records: [event, deal])
    #expect(!lead.hasReached(.won))
    #expect(lead.facts.lost == (try day("2026-03-10")))
    #expect(lead.revenue.isEmpty)
  }

  @Test(arguments: [
    (["won 2026-02-01"], Stage.won, nil), (["lost 2026-02-01"], .mql, "2026-02-01"),
    (["lost 2026-02-01", "opportunity 2026-02-09"], .opportunity, nil),
    (["opportunity 2026-02-01", "lost 2026-02-09"], .opportunity, "2026-02-09"),
    (["lost 2026-02-01", "won 2026-03-01"], .won, nil),
  ])
  func `goes by the newest entry of its history where there is nothing else`(
    events: [String], stage: Stage, lost: String?
  ) throws {
    let records = try events.enumerated().map { place, text in
      let words = text.split(separator: " ").map(String.init)
      let at = try day(words[1])
      return try record(
        .event("\(place)"),
        LeadFacts(
          opportunity: words[0] == "opportunity" ? at : nil, won: words[0] == "won" ? at : nil,
          lost: words[0] == "lost" ? at : nil))
    }
    let lead = Lead(id: "7", records: records)
    #expect(Stage.allCases.last { lead.hasReached($0) } ?? .mql == stage)
    #expect(lead.facts.lost == (try lost.map { try day($0) }))
  }

  @Test func `has reached every stage before the furthest, named or dated`() throws {
    let named = Lead(id: "7", records: [try record(.lead, LeadFacts(stage: .opportunity))])
    #expect(Stage.allCases.map(named.hasReached) == [true, true, true, false])
    let dated = Lead(id: "7", records: [try record(.lead, LeadFacts(won: day("2026-02-01")))])
    #expect(Stage.allCases.allSatisfy(dated.hasReached))
  }

  @Test func `is the same whatever the order of its records`() throws {
    let records = [
      try record(.lead, LeadFacts(delivered: day("2026-01-05"), rep: "Eve"), told: [.delivered], number: 3),
      try record(.deal("1"), LeadFacts(opportunity: day("2026-01-09")), told: [.deal], number: 1),
      try record(.deal("2"), LeadFacts(won: day("2026-02-09")), told: [.won], number: 2),
      try record(.event("x"), LeadFacts(contacted: day("2026-01-06")), number: 5),
    ]
    let lead = Lead(id: "7", records: records)
    for _ in 0..<50 { #expect(Lead(id: "7", records: records.shuffled()) == lead) }
    #expect(lead.told == [.delivered, .deal, .won])
    #expect(lead.mark.number == 5)
  }
}
