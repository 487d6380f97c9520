import Agreement
import Testing

@Suite struct CommitmentRecordTests {
  private let contract: Contract

  init() throws {
    var draft = Draft()
    draft.deliverySource = .logged
    contract = try draft.contract()
  }

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
    let records = try ledger.commitments(of: contract, in: Month(month).days, on: Day("2026-05-15"))
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

  private func told(_ leads: FollowedLeads, in month: String = "2026-02", on today: String = "2026-02-20")
    throws
    -> [String: CommitmentRecord]
  {
    let recorded = try [
      observation("contacted", "2026-W07", .kept(met: 7, due: 7)),
      observation("csat", "2026-W07", .measured(Score("4.5"))),
    ]
    let records = try leads.ledger(observations: recorded)
      .commitments(of: leads.contract, in: Month(month).days, on: Day(today))
    return Dictionary(uniqueKeysWithValues: records.map { ($0.promise.subject, $0) })
  }

  @Test func `comes from the leads delivered in the days where the contract counts by them`() throws {
    var leads = FollowedLeads()
    try leads.add("1", "2026-02-02T10:00:00Z", contacted: "2026-02-02T11:00:00Z")
    try leads.add("2", "2026-02-04T10:00:00Z")
    try leads.add("3", "2026-01-30T10:00:00Z")
    try leads.touch("1", "2026-02-03", "2026-02-04")
    let records = try told(leads)
    #expect(records["contacted"]?.finding == .kept(met: 1, due: 2))
    #expect(records["contacted"]?.leads == 2 && records["contacted"]?.isKept == false)
    #expect(records["contacted"]?.observations == [])
    #expect(records["3-in-14"]?.finding == .kept(met: 1, due: 2))
    #expect(try told(leads, on: "2026-02-17")["3-in-14"]?.finding == .kept(met: 1, due: 1))
    #expect(try told(leads, on: "2026-02-15")["3-in-14"]?.finding == .kept(met: 0, due: 0))
    #expect(records["csat"]?.finding == .mean(try Score("4.5"), of: 1))
    leads.source = .logged
    #expect(try told(leads)["contacted"]?.finding == .kept(met: 7, due: 7))
  }

  @Test func `has the whole of today gone, on the clock that the lead was delivered by`() throws {
    var leads = FollowedLeads()
    try leads.add("1", "2026-02-19T21:00:00-05:00")
    #expect(try told(leads, on: "2026-02-19")["contacted"]?.finding == .kept(met: 0, due: 0))
    // Four business hours of Friday the 20th are over, and the rest of it with them.
    #expect(try told(leads, on: "2026-02-20")["contacted"]?.finding == .kept(met: 0, due: 1))
    leads.hours = nil
    leads.minutes = 180
    #expect(try told(leads, on: "2026-02-19")["contacted"]?.finding == .kept(met: 0, due: 0))
    leads.minutes = 179
    #expect(try told(leads, on: "2026-02-19")["contacted"]?.finding == .kept(met: 0, due: 1))
  }

  @Test func `finds nothing where no lead was delivered, or no file tells`() throws {
    var leads = FollowedLeads()
    #expect(try told(leads)["contacted"]?.finding == CommitmentRecord.Finding.none)
    try leads.add("1", "2026-02-02T10:00:00Z", contacted: "2026-02-02T11:00:00Z")
    #expect(try told(leads)["3-in-14"]?.finding == CommitmentRecord.Finding.none)
    #expect(try told(leads)["3-in-14"]?.leads == 1)
  }
}
