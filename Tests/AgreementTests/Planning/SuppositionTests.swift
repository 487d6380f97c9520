import Agreement
import Testing

@Suite struct SuppositionTests {
  private let contract: Contract

  init() throws {
    contract = try Specimen.contract(streams: [Specimen.stream(), Specimen.stream("enterprise")])
  }

  private func funnel(_ contract: Contract, _ stream: String = "smb", _ type: String = "website") throws
    -> Funnel
  {
    let key = try Specimen.key(type, stream)
    return try #require(contract.stream(key.stream)?.leadType(key.leadType)).funnel.funnel(
      in: Month("2026-01"))
  }

  @Test(arguments: [
    ("win-rate=+2pt", "25%"), ("win-rate=-0.5pts", "22.5%"), ("win-rate=+10%", "25.3%"),
    ("win-rate=-100.0%", ""), ("win-rate=30%", "30%"), ("win-rate=1/4", "25%"), ("smb/win-rate=+2pp", "25%"),
    ("website/win-rate=+2pt", "25%"), ("smb/website/win-rate=+2pt", "25%"), ("WIN-RATE = 24%", "24%"),
    ("enterprise/win-rate=+2pt", "23%"), ("outbound/win-rate=+2pt", "23%"),
    ("smb/website/win-rate=+77pt", "100%"),
  ])
  func `reads a rate's change and applies it where it is meant`(text: String, expected: String) throws {
    let supposition = try Supposition(text, in: contract)
    guard !expected.isEmpty else {
      #expect(throws: Unreadable.self) { try contract.supposing([supposition]) }
      return
    }
    #expect(try funnel(contract.supposing([supposition])).winRate == Rate(expected))
    #expect(try funnel(contract).winRate == Rate("23%"))
  }

  @Test func `reads amounts, days and quotas`() throws {
    let supposed = try contract.supposing(
      [
        "aov=+5%", "time-to-close=-0d", "time-to-close=+15 days", "smb/quota=-10%", "enterprise/quota=+1,000",
      ]
      .map { try Supposition($0, in: contract) })
    let funnel = try funnel(supposed)
    #expect(try funnel.averageOrderValue == Specimen.money("2100"))
    #expect(funnel.timeToClose == 15)
    #expect(
      try supposed.streams.map { $0.quotas.amounts[0] } == [
        Specimen.money("501000"), Specimen.money("450000"),
      ])
    #expect(supposed.signatories == contract.signatories)
  }

  @Test func `changes each step of a schedule`() throws {
    let rates = try #require(
      Metric(
        steps: [
          .init(from: nil, figure: try Rate("20%"), source: .assumed),
          .init(from: try Quarter("2026-Q3", fiscalYearStart: 1), figure: try Rate("30%"), source: .assumed),
        ], startingIn: try Month("2026-01")))
    let agreed = try Specimen.funnel()
    let type = try Specimen.leadType(
      "website",
      AgreedFunnel(
        mqlToSQL: agreed.mqlToSQL, sqlToOpportunity: agreed.sqlToOpportunity, winRate: rates,
        averageOrderValue: agreed.averageOrderValue, timeToClose: agreed.timeToClose))
    let contract = try Specimen.contract(streams: [Specimen.stream(leadTypes: [type])])
    let supposed = try contract.supposing([Supposition("win-rate=+10%", in: contract)])
    let metric = supposed.streams[0].leadTypes[0].funnel.winRate
    #expect(try metric.steps.map(\.figure) == [Rate("22%"), Rate("33%")])
  }

  @Test func `later suppositions stand on earlier ones`() throws {
    let twice = try ["win-rate=+2pt", "win-rate=+10%"].map { try Supposition($0, in: contract) }
    #expect(try funnel(contract.supposing(twice)).winRate == Rate("27.5%"))
  }

  @Test(arguments: [
    ("win-rat=+2pt", "did you mean win-rate?"), ("smb/outbond/win-rate=+2pt", "did you mean outbound?"),
    ("sbm/win-rate=+2pt", "did you mean smb?"), ("win-rate=+2", "+2pt for percentage points, +2% for a part"),
    ("win-rate", "a supposition such as win-rate=+2pt"),
    ("smb/outbound/quota=-10%", "such as smb/quota=-10%"),
    ("win-rate=+1.23456%", "up to four decimals"), ("time-to-close=soon", "a number of days"),
  ])
  func `says what is wrong, and what would be right`(text: String, words: String) throws {
    let error = try #require(throws: (any Error).self) { try Supposition(text, in: contract) }
    #expect("\(error)".contains(words), "\(error)")
  }

  @Test(arguments: [
    ("win-rate=+78pt", "can rise by 77pt at most"), ("win-rate=-23pt", "can fall by 22.9999pt at most"),
    ("aov=-100%", "something of the average-order-value"), ("quota=-1,000,000", "no less than nothing"),
    ("time-to-close=-1d", "between 0 and 3,650 days"),
  ])
  func `refuses what cannot be`(text: String, words: String) throws {
    let one = try Specimen.contract(streams: [Specimen.stream(leadTypes: [Specimen.leadType("website")])])
    let error = try #require(throws: Unreadable.self) { try one.supposing([Supposition(text, in: one)]) }
    #expect("\(error)".contains(words), "\(error)")
  }
}
