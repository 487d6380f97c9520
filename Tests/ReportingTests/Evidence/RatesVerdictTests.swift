import Agreement
import Testing

@testable import Reporting

/// What is said of agreed rates by what was observed.
@Suite struct RatesVerdictTests {
  typealias Counts = LoggedSample.Counts

  static let cases: [(leadTypes: [Counts], lines: [String])] = [
    (
      [Counts(800, nil, nil, nil)],
      ["Nothing is on record yet of what came of the leads (leadpact outcome, leadpact import leads)."]
    ),
    ([Counts(800, 400, 200, 100)], ["3 lie within the interval and can be kept."]),
    (
      [Counts(40, 20, 10, 5)],
      [
        "1 lies within the interval and can be kept.",
        "2 rest on fewer than 30 counts and cannot be judged yet.",
      ]
    ),
    (
      [Counts(80, 40, 20, 10)],
      [
        "2 lie within the interval and can be kept.",
        "1 rests on fewer than 30 counts and cannot be judged yet.",
      ]
    ),
    (
      [Counts(800, 200, 100, 50)],
      [
        "1 of 3 agreed rates lies outside what was observed: Website form, MQL→SQL. Propose the observed ones: leadpact revise --observed.",
        "2 lie within the interval and can be kept.",
      ]
    ),
    (
      [Counts(800, 200, 150, 75), Counts(800, 400, 200, 40)],
      [
        "3 of 6 agreed rates lie outside what was observed: Outbound, win rate; Website form, MQL→SQL; Website form, SQL→opportunity. Propose the observed ones: leadpact revise --observed.",
        "3 lie within the interval and can be kept.",
      ]
    ),
    // Of the whole way nothing can be proposed: it follows from the steps.
    (
      [Counts(800, nil, nil, 20)],
      ["1 of 1 agreed rates lies outside what was observed: Website form, MQL→won."]
    ),
    (
      [Counts(10, 20, 5, 1)],
      [
        "2 rest on fewer than 30 counts and cannot be judged yet.",
        "More came out than went in of Website form, MQL→SQL: look at the records first.",
      ]
    ),
  ]

  private func report(
    _ leadTypes: [Counts], _ sample: LoggedSample = LoggedSample(), on today: String = "2026-03-10"
  ) throws -> RatesReport {
    try #require(
      try RatesReport(
        [Month("2026-01")], called: "2026-01", of: sample.accounts(leadTypes), today: Day(today)))
  }

  @Test(arguments: cases)
  func `says which rates are to be revised, which can be kept, and which cannot be judged`(
    leadTypes: [Counts], lines: [String]
  ) throws {
    #expect(try report(leadTypes).verdict() == lines)
  }

  @Test func `says which rates were revised already`() throws {
    let lines = try report([Counts(800, 200, 100, 50)], LoggedSample(revisedRate: "25%")).verdict()
    #expect(
      lines == [
        "Website form, MQL→SQL: outside what was observed, and revised from 2026-04 on or before.",
        "2 lie within the interval and can be kept.",
      ])
  }

  @Test func `says which leads are too young`() throws {
    let young = LoggedSample(timeToClose: 60)
    #expect(
      try report([Counts(800, 400, 200, 100)], young).verdict() == [
        "The leads of 2026-01 are younger than their time to close, the last of them until 2026-04-01; they are not averaged in."
      ])
    #expect(
      try report([Counts(800, 400, 200, 100)], young, on: "2026-04-01").verdict() == [
        "3 lie within the interval and can be kept."
      ])
  }

  @Test func `names the lead types of months that are left out for some only`() throws {
    let lines = try LeadSample.rates().sentences(of: "verdict")
    #expect(
      lines.contains(
        "The leads of 2026-02..2026-03 (Enterprise, Website form) and 2026-03 (Small business, Website form) are younger than their time to close, the last of them until 2026-05-30; they are not averaged in."
      ))
    #expect(
      lines.contains(
        "The records of what became of the leads begin too late for those of 2026-01 (Small business, Outbound): they are cut off, and not averaged in."
      ))
  }

  @Test func `does not list many lead types`() throws {
    let streams = try ["a", "b", "c", "d"].map { name in
      try LeadAgreement.stream(
        name, name.uppercased(), quota: "1000",
        LeadAgreement.leadType("young", "Young", share: "50%", timeToClose: 90),
        LeadAgreement.leadType("old", "Old", share: "50%", timeToClose: 0))
    }
    var pile = LeadPile()
    for stream in streams {
      for type in stream.leadTypes {
        try pile.add(
          "\(stream.name) \(type.name)",
          LeadFacts(
            stream: stream.name.text, leadType: type.name.text, delivered: Occurrence("2026-02-02"),
            salesQualified: Occurrence("2026-02-03")))
      }
    }
    let ledger = try Ledger(
      history: LeadAgreement.history(LeadAgreement.contract(streams)), leads: pile.book)
    let report = try #require(
      try RatesReport(
        [Month("2026-02")], called: "2026-02", of: Accounts(ledger), today: Day("2026-03-10")))
    #expect(
      try report.verdict().last
        == "The leads of some lead types in 2026-02 are younger than their time to close, the last of them until 2026-05-29; they are not averaged in."
    )
  }

  @Test(arguments: [
    (["2026-01"], "2026-01"), (["2026-01", "2026-02", "2026-03"], "2026-01..2026-03"),
    (["2026-01", "2026-05"], "2026-01 and 2026-05"), ([], ""),
  ])
  func `months that follow each other are a span`(months: [String], words: String) throws {
    #expect(try months.map { try Month($0) }.spanned(in: .english) == words)
  }
}
