import Agreement
import Testing

@Suite struct CommitmentRecordTests {
  private let contract: Contract

  init() throws { contract = try Draft().contract() }

  private func observation(
    _ subject: String,
    _ week: String,
    _ finding: Observation.Finding,
    stream: String? = nil,
    rep: String? = nil,
    number: Int = 1
  ) throws -> Observation {
    try Observation(
      subject: Name(subject),
      stream: stream.map { try Name($0) },
      rep: rep,
      days: Week(week).days,
      finding: finding,
      mark: Specimen.mark(number)
    )
  }

  private func records(_ observations: [Observation], in month: String = "2026-02") throws -> [String:
    CommitmentRecord]
  {
    let ledger = try Ledger(history: Specimen.signedHistory(contract), observations: observations)
    let records = try ledger.commitments(of: contract, in: Month(month).days)
    return Dictionary(uniqueKeysWithValues: records.map { ($0.promise.subject, $0) })
  }

  @Test func `stands for each promise, also where nothing is on record`() throws {
    let records = try records([])
    #expect(records.keys.sorted() == ["3-in-14", "5-in-28", "accounts", "contacted", "csat"])
    #expect(records.values.allSatisfy { $0.finding == .none && $0.isKept == nil })
    #expect(records["csat"]?.promise.owner == .service)
    #expect(records["contacted"]?.promise.owner == .sales)
  }

  @Test(arguments: [(95, 100, true), (94, 100, false), (0, 100, false), (100, 100, true)])
  func `is kept where the agreed share was contacted`(met: Int, due: Int, isKept: Bool) throws {
    #expect(
      try records([observation("contacted", "2026-W07", .kept(met: met, due: due))])["contacted"]?.isKept
        == isKept
    )
  }

  @Test func `is neither kept nor broken where nothing was due`() throws {
    let record = try #require(
      try records([observation("3-in-14", "2026-W07", .kept(met: 0, due: 0))])["3-in-14"]
    )
    #expect(record.isKept == nil)
  }

  @Test func `adds up weeks and reps by their leads`() throws {
    let record = try #require(
      try records([
        observation("contacted", "2026-W07", .kept(met: 10, due: 10), rep: "ann"),
        observation("contacted", "2026-W07", .kept(met: 0, due: 90), rep: "ben"),
        observation("contacted", "2026-W08", .kept(met: 85, due: 100)),
      ])["contacted"]
    )
    #expect(record.finding == .kept(met: 95, due: 200))
  }

  @Test func `takes the newest word on the same thing`() throws {
    let record = try #require(
      try records([
        observation("contacted", "2026-W07", .kept(met: 1, due: 10)),
        observation("contacted", "2026-W07", .kept(met: 9, due: 10), number: 2),
      ])["contacted"]
    )
    #expect(record.finding == .kept(met: 9, due: 10))
    #expect(record.observations.map(\.mark.number) == [2])
  }

  @Test func `counts a week in the month that it ends in`() throws {
    let weeks = try [
      observation("contacted", "2026-W05", .kept(met: 1, due: 1)),
      observation("contacted", "2026-W09", .kept(met: 0, due: 1)),
    ]
    #expect(try records(weeks)["contacted"]?.finding == .kept(met: 1, due: 1))
    #expect(try records(weeks, in: "2026-03")["contacted"]?.finding == .kept(met: 0, due: 1))
  }

  @Test func `takes the mean of a measure, against its target`() throws {
    let scores = try [
      observation("csat", "2026-W07", .measured(Score("4.8"))),
      observation("csat", "2026-W08", .measured(Score("4.4"))),
    ]
    let record = try #require(try records(scores)["csat"])
    #expect(record.finding == .mean(try Score("4.6"), of: 2))
    #expect(record.isKept == true)
  }

  @Test func `throws where counts pass 64 bits`() throws {
    let crowd = try ["2026-W07", "2026-W08"].map {
      try observation("contacted", $0, .kept(met: 1, due: .max))
    }
    #expect(throws: Overflow.self) { try records(crowd) }
  }
}
