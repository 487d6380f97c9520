import Agreement
import Testing

@testable import Reporting

/// Whose shortfall it was, in a sentence.
@Suite struct ShortfallSentenceTests {
  typealias Counts = LoggedSample.Counts

  static let asAgreed = Counts(80, 40, 20, 10, "10000")
  static let halfAsMany = Counts(40, 20, 10, 5, "5000")

  static let cases: [(leadTypes: [Counts], sentence: String)] = [
    ([asAgreed], "Nothing is missing."),
    ([halfAsMany], "Of the $5,000.00 missing, $5,000.00 is volume."),
    ([halfAsMany, asAgreed], "Of the $5,000.00 missing, $5,000.00 is volume, all of it website form."),
    (
      [halfAsMany, Counts(64, 32, 16, 8, "8000")],
      "Of the $7,000.00 missing, $7,000.00 is volume."
    ),
    (
      [halfAsMany, Counts(72, 36, 18, 9, "9000")],
      "Of the $6,000.00 missing, $6,000.00 is volume, most of it website form."
    ),
    ([halfAsMany, halfAsMany], "Of the $10,000.00 missing, $10,000.00 is volume."),
    // One lead type is more than all that is missing, since the other makes up for a part.
    (
      [halfAsMany, Counts(112, 56, 28, 14, "14000")],
      "Of the $1,000.00 missing, $1,000.00 is volume, more than all of it website form."
    ),
    (
      [Counts(40, 20, 10, 5, "4000")],
      "Of the $6,000.00 missing, $4,538.82 is volume; average order value cost $1,461.18."
    ),
    (
      [Counts(40, 20, 10, 5, "4000"), asAgreed],
      "Of the $6,000.00 missing, $4,538.82 is volume, all of it website form; average order value cost $1,461.18, all of it website form."
    ),
    (
      [Counts(40, 20, 10, 5, "6000")],
      "$4,000.00 is missing: volume cost $5,427.66; average order value made up for $1,427.66."
    ),
    (
      [Counts(40, 20, 10, 5, "6000"), asAgreed],
      "$4,000.00 is missing: volume cost $5,427.66, all of it website form; average order value made up for $1,427.66, all of it website form."
    ),
    ([Counts(40, 40, 20, 10, "10000")], "Nothing is missing; yet volume cost $6,931.47."),
    ([Counts(160, 80, 40, 20, "20000")], "Nothing is missing, and $10,000.00 more came."),
    (
      [Counts(160, 40, 20, 10, "20000")],
      "Nothing is missing, and $10,000.00 more came; yet MQL→SQL cost $10,000.00."
    ),
    (
      [Counts(320, 80, 20, 10, "20000")],
      "Nothing is missing, and $10,000.00 more came; yet MQL→SQL cost $10,000.00 and SQL→opportunity cost $10,000.00."
    ),
    ([Counts(0, 0, 0, 0, "0")], "Of the $10,000.00 missing, $10,000.00 is volume."),
    ([Counts(80, 40, 20, 0, "0")], "Of the $10,000.00 missing, $10,000.00 is win rate."),
  ]

  @Test(arguments: cases)
  func `says what is missing, what it came from, and of which lead type`(
    leadTypes: [Counts], sentence: String
  ) throws {
    let accounts = try LoggedSample().accounts(leadTypes)
    let shortfall = try #require(
      try accounts.shortfall(restingOn: [Month("2026-01")], on: Day("2026-02-10")))
    let titles = ["website": "Website form", "outbound": "Outbound"]
    #expect(
      try ShortfallWords(summary: shortfall, language: .english).sentence(title: {
        titles[$0.leadType.text] ?? "?"
      }) == sentence)
  }

  @Test(arguments: [
    ([Counts(80, nil, nil, nil)], "2026-02-10", "the leads of 1 month of which not all revenue is on record"),
    ([asAgreed], "2026-01-31", "the leads of 1 month whose quota's month has not ended"),
    ([asAgreed, asAgreed], "2026-01-20", "the leads of 2 months whose quota's month has not ended"),
    (
      [Counts(80, 0, 3, 1, "1000")], "2026-02-10",
      "the leads of 1 month of which something came of nothing, by the records"
    ),
    ([asAgreed], "2026-02-01", ""),
  ])
  func `says what is left out, and why`(leadTypes: [Counts], today: String, words: String) throws {
    let accounts = try LoggedSample().accounts(leadTypes)
    let shortfall = try #require(try accounts.shortfall(restingOn: [Month("2026-01")], on: Day(today)))
    #expect(ShortfallWords(summary: shortfall, language: .english).leftOut == (words.isEmpty ? [] : [words]))
  }

  @Test func `names the stream of a lead type that has a namesake`() throws {
    let document = try LeadSample.quarter()
    let section = try #require(document.sections.first { $0.key == "shortfall" })
    #expect(section.sentences[0].contains("volume cost $11,851.15, most of it website form of Enterprise;"))
    #expect(section.sentences.count == 6)
    #expect(
      section.sentences[5]
        == "Of the leads of 1 month nothing came through a stage (MQL→SQL): that stage takes all of their gap, and how many leads there were is not weighed."
    )
  }
}
