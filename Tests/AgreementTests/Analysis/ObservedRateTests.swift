import Agreement
import TestSupport
import Testing

@Suite struct ObservedRateTests {
  private func cohort(
    _ month: String, leads: Int = 100, _ figures: OutcomeFigures,
    age: ObservedCohort.Age = .mature, mqlToSQL: String = "34%", winRate: String = "23%"
  ) throws -> ObservedCohort {
    let month = try Month(month)
    return try ObservedCohort(
      key: Specimen.key("website"), month: month, leads: leads, figures: figures, evidence: .recorded([]),
      funnel: Specimen.funnel(mqlToSQL: mqlToSQL, winRate: winRate).funnel(in: month), age: age)
  }

  @Test(arguments: [
    (34, 100, ObservedRate.Verdict.keep), (10, 29, .tooFew), (1, 29, .tooFew), (10, 30, .keep),
    (1, 30, .revise), (60, 100, .revise), (10, 100, .revise), (0, 100, .revise), (101, 100, .inconsistent),
    (8, 7, .inconsistent),
  ])
  func `has a verdict on the agreed 34 %`(part: Int, whole: Int, verdict: ObservedRate.Verdict) throws {
    let rate = try ObservedRate(
      .mqlToSQL, over: [cohort("2026-01", leads: whole, OutcomeFigures(sqls: part))])
    #expect(rate.verdict == verdict)
    #expect(rate.agreed == (try Share("34%")))
    #expect(rate.interval == (verdict == .inconsistent ? nil : WilsonInterval(part, of: whole)))
    #expect(rate.ratio == Ratio(part, of: whole))
  }

  @Test func `keeps an agreed rate at the very end of the interval`() throws {
    let interval = try #require(WilsonInterval(10, of: 100))
    for (change, verdict) in [(0, ObservedRate.Verdict.keep), (1, .revise)] {
      let agreed = try Share(partsPerMillion: interval.high.partsPerMillion + change).description
      let cohort = try cohort("2026-01", OutcomeFigures(sqls: 10), mqlToSQL: agreed)
      #expect(try ObservedRate(.mqlToSQL, over: [cohort]).verdict == verdict)
    }
  }

  @Test func `counts each step only over cohorts of which both of its counts are known`() throws {
    let cohorts = try [
      cohort("2026-01", leads: 100, OutcomeFigures(sqls: 34, opportunities: 28, won: 6)),
      cohort("2026-02", leads: 200, OutcomeFigures(sqls: 60, won: 20)),
      cohort("2026-03", leads: 50, OutcomeFigures(opportunities: 9, won: 4)),
    ]
    let counts = try ObservedRate.Step.allCases.map { step in
      let rate = try ObservedRate(step, over: cohorts)
      return "\(step.rawValue) \(rate.part)/\(rate.whole) \(step.noun) of \(rate.months.count)"
    }
    #expect(
      counts == [
        "mql-to-sql 94/300 leads of 2", "sql-to-opportunity 28/34 SQLs of 1",
        "win-rate 10/37 opportunities of 2", "mql-to-won 30/350 leads of 3",
      ])
  }

  @Test func `never averages in what is maturing, cut off, empty or unknown`() throws {
    let known = OutcomeFigures(sqls: 40)
    let mature = try cohort("2026-01", known)
    let others = try [
      cohort("2026-02", known, age: .maturing(until: Day("2026-05-01"))),
      cohort("2026-03", known, age: .cutOff),
      cohort("2026-04", leads: 0, known), cohort("2026-05", leads: -3, known),
      cohort("2026-06", OutcomeFigures()),
    ]
    #expect(try ObservedRate(.mqlToSQL, over: [mature] + others) == ObservedRate(.mqlToSQL, over: [mature]))
    let none = try ObservedRate(.mqlToSQL, over: others)
    #expect((none.part, none.whole, none.months.count) == (0, 0, 0))
    #expect(none.verdict == .tooFew)
    #expect(none.interval == nil && none.ratio == nil)
  }

  @Test func `is inconsistent where one cohort is, though together they are not`() throws {
    let cohorts = try [
      cohort("2026-01", leads: 70, OutcomeFigures(sqls: 71)), cohort("2026-02", OutcomeFigures(sqls: 10)),
    ]
    let rate = try ObservedRate(.mqlToSQL, over: cohorts)
    #expect(rate.verdict == .inconsistent)
    #expect((rate.part, rate.whole) == (81, 170))
  }

  @Test func `is judged by the agreed rate of the newest cohort counted, and says that it changed`() throws {
    let cohorts = try [
      cohort("2026-04", OutcomeFigures(won: 6), winRate: "30%"),
      cohort("2026-01", OutcomeFigures(sqls: 34, opportunities: 28, won: 6)),
      cohort("2026-02", OutcomeFigures(sqls: 34, opportunities: 28, won: 6), winRate: "25%"),
    ]
    let winRate = try ObservedRate(.winRate, over: cohorts)
    #expect(winRate.agreed == (try Share("25%")))
    #expect(winRate.agreedChanges)
    let accepted = try ObservedRate(.mqlToSQL, over: cohorts)
    #expect(accepted.agreed == (try Share("34%")))
    #expect(!accepted.agreedChanges)
    #expect(try ObservedRate(.mqlToWon, over: cohorts).agreed == Share("8.364%"))
    #expect(try ObservedRate(.winRate, over: [cohorts[0]]).agreed == Share("30%"))
  }

  @Test(arguments: [
    ("34%", "82%", "23%", 64_124), ("1/3", "1/3", "1/3", 37_037), ("100%", "100%", "100%", 1_000_000),
    ("0.0001%", "50%", "100%", 1), ("0.0001%", "49.9999%", "100%", 0),
    ("9223372036854775806/9223372036854775807", "1/3", "3/7", 142_857),
  ])
  func `takes for the whole way the product of the three`(a: String, b: String, c: String, parts: Int) throws
  {
    let agreed = try Specimen.funnel(mqlToSQL: a, sqlToOpportunity: b, winRate: c)
    #expect(try agreed.funnel(in: Month("2026-01")).share(of: .mqlToWon).partsPerMillion == parts)
  }

  @Test func `adds up the counts of its cohorts, whatever stands beside them`() throws {
    try forRandomCases(300) { random, seed in
      var cohorts: [ObservedCohort] = []
      var (part, whole, counted) = (0, 0, 0)
      for number in 0...random.int(1...20) {
        let leads = random.int(0...200)
        let sqls = random.int(0...3) == 0 ? nil : random.int(0...leads)
        let isMature = random.int(0...2) > 0
        let age = try random.pick([ObservedCohort.Age.cutOff, .maturing(until: Day("2027-01-01"))])
        cohorts.append(
          try cohort(
            "\(Month("2026-01").advanced(by: number))", leads: leads, OutcomeFigures(sqls: sqls, won: 0),
            age: isMature ? .mature : age))
        if isMature, leads > 0, let sqls {
          part += sqls
          whole += leads
          counted += 1
        }
      }
      let rate = try ObservedRate(.mqlToSQL, over: cohorts.shuffled(using: &random))
      #expect((rate.part, rate.whole, rate.months.count) == (part, whole, counted), seed)
    }
  }

  @Test func `throws where counts pass 64 bits`() throws {
    let cohorts = try ["2026-01", "2026-02"].map { try cohort($0, leads: .max, OutcomeFigures(sqls: 1)) }
    #expect(throws: Overflow.self) { try ObservedRate(.mqlToSQL, over: cohorts) }
  }
}
