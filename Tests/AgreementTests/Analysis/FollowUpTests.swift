import Agreement
import TestSupport
import Testing

@Suite struct FollowUpTests {
  /// 2026-02-10 is a Tuesday; four business hours after its 14:00 it is Wednesday, 10:00.
  private static let delivered = "2026-02-10T14:00:00Z"
  private static let now = "2026-02-20T12:00:00Z"

  private func contact(
    _ contacted: String?, delivered: String = delivered, won: String? = nil, lost: String? = nil,
    at now: String = now
  ) throws -> FollowUp.Tally {
    var leads = FollowedLeads()
    try leads.add("1", delivered, contacted: contacted, won: won, lost: lost)
    return try leads.followUp(at: now).team
  }

  private static func words(_ tally: FollowUp.Tally) -> String {
    let kept = tally.contact.map { "\($0.met)/\($0.due)" } ?? "—"
    return tally.unmeasured == 0 ? kept : "\(kept), \(tally.unmeasured) unmeasured"
  }

  @Test(arguments: [
    ("in time", "2026-02-10T15:00:00Z", "1/1"), ("on the last minute", "2026-02-11T10:00:00Z", "1/1"),
    ("a second late", "2026-02-11T10:00:01Z", "0/1"), ("late", "2026-02-18T10:00:00Z", "0/1"),
    ("before the delivery", "2026-02-09T10:00:00Z", "1/1"), ("at night", "2026-02-10T23:00:00Z", "1/1"),
    ("not at all", nil, "0/1"), ("after today", "2026-02-20T12:00:01Z", "0/1"),
    ("on a day of unknown hour", "2026-02-10", "0/0, 1 unmeasured"),
    ("on an earlier day of unknown hour", "2026-02-09", "1/1"),
  ])
  func `is a first contact in time, or is not`(_ what: String, contacted: String?, kept: String) throws {
    #expect(try Self.words(contact(contacted)) == kept, "\(what)")
  }

  @Test(arguments: [
    ("2026-02-10T15:00:00Z", "0/0"), ("2026-02-11T10:00:00Z", "0/0"), ("2026-02-11T10:00:01Z", "1/1"),
  ])
  func `counts no lead before its time is over, contacted or not`(now: String, kept: String) throws {
    #expect(try Self.words(contact("2026-02-10T14:30:00Z", at: now)) == kept)
    #expect(try contact(nil, at: now).contact?.due == (kept == "1/1" ? 1 : 0))
  }

  @Test(arguments: [
    ("2026-02-11T13:00:00Z", "0/0"), ("2026-02-11T13:00:01Z", "0/1"), ("2026-02-11T15:00:01+02:00", "0/1"),
  ])
  func `reads now off the clock that the lead was delivered by`(now: String, kept: String) throws {
    #expect(try Self.words(contact(nil, delivered: "2026-02-10T14:00:00-03:00", at: now)) == kept)
  }

  @Test(arguments: [
    ("lost in time", nil, "2026-02-11T09:00:00Z", "0/0"),
    ("lost too late", nil, "2026-02-12T09:00:00Z", "0/1"),
    ("lost the same day", nil, "2026-02-10", "0/0"), ("lost on the last day", nil, "2026-02-11", "0/0"),
    ("lost the day after", nil, "2026-02-12", "0/1"), ("lost after today", nil, "2026-02-21", "0/1"),
    ("lost, then called", "2026-02-12T09:00:00Z", "2026-02-10T15:00:00Z", "0/0"),
    ("called, then lost", "2026-02-10T14:30:00Z", "2026-02-10T15:00:00Z", "1/1"),
    ("called and lost on a day", "2026-02-10T14:30:00Z", "2026-02-10", "1/1"),
    ("called late, then lost", "2026-02-12T09:00:00Z", "2026-02-12T15:00:00Z", "0/1"),
  ])
  func `leaves out a lead that ended before it was contacted and in time`(
    _ what: String, contacted: String?, ended: String, kept: String
  ) throws {
    #expect(try Self.words(contact(contacted, lost: ended)) == kept, "\(what)")
    // Who was won must have been contacted.
    guard contacted != nil || kept == "0/0" else { return }
    #expect(try Self.words(contact(contacted, won: ended)) == kept, "\(what)")
  }

  @Test(arguments: [
    ("2026-02-12T09:00:00Z", "0/0, 1 unmeasured"), ("2026-02-12", "0/0, 1 unmeasured"),
    ("2026-02-21", "0/1"),
  ])
  func `cannot tell when a lead was contacted that came further with no contact on record`(
    won: String, kept: String
  ) throws {
    let tally = try contact(nil, won: won)
    #expect(Self.words(tally) == kept)
    #expect(tally.neverContacted == (kept == "0/1" ? 1 : 0))
  }

  @Test(arguments: [
    // Of a delivery on Tuesday the time runs from the day's end: four hours are over on Wednesday, 13:00.
    (nil, "2026-02-11T13:00:00Z", "0/0"), (nil, "2026-02-11T13:00:01Z", "0/1"),
    ("2026-02-11T10:00:00Z", "2026-02-11T12:00:00Z", "0/0"),
    ("2026-02-11T10:00:00Z", "2026-02-11T14:00:00Z", "0/0, 1 unmeasured"),
    ("2026-02-09", "2026-02-11T14:00:00Z", "1/1"),
  ])
  func `cannot measure from a day of unknown hour, unless nobody made contact`(
    contacted: String?, now: String, kept: String
  ) throws {
    #expect(try Self.words(contact(contacted, delivered: "2026-02-10", at: now)) == kept)
  }

  @Test func `cannot tell of a lead that ended on a day that nobody wrote down`() throws {
    var leads = FollowedLeads()
    try leads.add("aside", Self.delivered, ending: .disqualified)
    try leads.add("won", Self.delivered, stage: .won)
    try leads.add("called", Self.delivered, contacted: Self.delivered, ending: .lost)
    try leads.touch("called", "2026-02-11")
    let team = try leads.followUp(at: "2026-06-01T12:00:00Z").team
    #expect(team.contact?.met == 1)
    #expect(team.contact?.due == 1)
    #expect(team.unmeasured == 2)
    #expect(team.steps?.map(\.kept.due) == [0, 0, 0])
    #expect(try leads.ledger().openLeads(from: .moment(Moment("2026-06-01T12:00:00Z"))).overdue.isEmpty)
  }

  @Test func `takes the first touch that is not automatic for the first contact, where none is named`() throws
  {
    var leads = FollowedLeads()
    leads.fields = [.externalID, .delivered]
    try leads.add("1", Self.delivered)
    try leads.touch("1", "2026-02-10T14:00:05Z", isAutomatic: true)
    #expect(try Self.words(leads.followUp(at: Self.now).team) == "0/1")
    try leads.touch("1", "2026-02-11T09:30:00Z", "2026-02-10T16:00:00Z")
    let tally = try leads.followUp(at: Self.now).team
    #expect(Self.words(tally) == "1/1" && tally.median == 120 * 60_000_000)
    var named = leads
    try named.add("2", Self.delivered, contacted: "2026-02-18T10:00:00Z")
    try named.touch("2", "2026-02-10T16:00:00Z")
    #expect(try Self.words(named.followUp(at: Self.now).team) == "1/2")
  }

  @Test func `says nothing of contacts that no file tells of`() throws {
    var leads = FollowedLeads()
    leads.fields = [.externalID, .delivered]
    try leads.add("1", Self.delivered)
    let tally = try leads.followUp(at: Self.now).team
    #expect(tally.contact == nil && tally.neverContacted == nil && tally.steps == nil && tally.leads == 1)
  }

  @Test func `measures around the clock where no first contact is agreed`() throws {
    var leads = FollowedLeads()
    leads.minutes = nil
    try leads.add("1", Self.delivered, contacted: "2026-02-11T14:00:00Z")
    let tally = try leads.followUp(at: Self.now).team
    #expect(tally.contact == nil && tally.median == 1_440 * 60_000_000 && tally.neverContacted == 0)
  }

  @Test(arguments: [
    ([7], 7, 7), ([2, 9], 6, 9), ([5, 1, 3], 3, 5), ([1, 2, 3, 4], 3, 4),
    ([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 55, 90),
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10), ([0, 0], 0, 0),
  ])
  func `has the median and the 90th percentile of the times until contact`(
    microseconds: [Int], median: Int, ninetieth: Int
  ) throws {
    var leads = FollowedLeads()
    for (index, time) in microseconds.enumerated() {
      try leads.add("\(index)", Self.delivered, contacted: Moment("2026-02-10T14:00:00Z").later(time))
    }
    try leads.add("never", Self.delivered)
    try leads.add("some day", Self.delivered, contacted: "2026-02-11")
    let tally = try leads.followUp(at: Self.now).team
    #expect(tally.median == median && tally.ninetieth == ninetieth)
    #expect(tally.responses == microseconds.count && tally.neverContacted == 1)
  }

  private func cadence(
    _ touches: [String], contacted: String? = nil, won: String? = nil, at now: String
  ) throws -> [String]? {
    var leads = FollowedLeads()
    try leads.add("1", "2026-02-01T10:00:00Z", contacted: contacted, won: won)
    for touch in touches { try leads.touch("1", touch) }
    try leads.touch("1", "2026-02-02", isAutomatic: true)
    return try leads.followUp(at: now).team.steps?
      .map { "\($0.step.name) \($0.kept.met)/\($0.kept.due)" }
  }

  // The last day of 3 in 14 is 2026-02-15, of 5 in 28 2026-03-01, of 7 in 56 2026-03-29.
  @Test(arguments: [
    ("2026-02-15T23:59:59Z", ["3-in-14 0/0", "5-in-28 0/0", "7-in-56 0/0"]),
    ("2026-02-16T00:00:00Z", ["3-in-14 1/1", "5-in-28 0/0", "7-in-56 0/0"]),
    ("2026-03-02T00:00:00Z", ["3-in-14 1/1", "5-in-28 0/1", "7-in-56 0/0"]),
    ("2026-04-15T00:00:00Z", ["3-in-14 1/1", "5-in-28 0/1", "7-in-56 1/1"]),
  ])
  func `counts a step of the cadence once its last day is over`(now: String, steps: [String]) throws {
    let touches = [
      "2026-02-01T09:00:00Z", "2026-02-03", "2026-02-15T23:00:00Z", "2026-02-20", "2026-03-02T08:00:00Z",
      "2026-03-03", "2026-03-29", "2026-01-31T12:00:00Z", "2026-03-30",
    ]
    #expect(try cadence(touches, at: now) == steps)
  }

  @Test func `takes a first contact for a touch where none is on record on its day`() throws {
    let two = ["2026-02-03", "2026-02-04"]
    func first(_ contacted: String) throws -> String? {
      try cadence(two, contacted: contacted, at: "2026-02-16T00:00:00Z")?.first
    }
    #expect(try first("2026-02-02T10:00:00Z") == "3-in-14 1/1")
    #expect(try first("2026-02-03T10:00:00Z") == "3-in-14 0/1")
    #expect(try first("2026-01-31T10:00:00Z") == "3-in-14 0/1")
  }

  @Test(arguments: [("2026-02-15", "3-in-14 0/0"), ("2026-02-16", "3-in-14 0/1")])
  func `leaves a lead out of the steps that it did not live to see`(won: String, step: String) throws {
    #expect(try cadence([], won: won, at: "2026-02-17T00:00:00Z")?.first == step)
  }

  @Test func `tells reps apart, and what they were given`() throws {
    var leads = FollowedLeads()
    for (index, rep) in ["Eve", "Bob", "Eve", nil, "Eve"].enumerated() {
      try leads.add(
        "\(index)", Self.delivered, contacted: index == 2 ? nil : "2026-02-10T15:00:00Z", rep: rep)
    }
    try leads.add("late", "2026-03-10", rep: "Eve")
    let followUp = try leads.followUp(at: Self.now)
    #expect(followUp.reps.map(\.rep) == ["Bob", "Eve", nil])
    #expect(followUp.reps.map { Self.words($0.tally) } == ["1/1", "2/3", "1/1"])
    #expect(followUp.reps[1].tally.loads == (try [Month("2026-02"): 3, Month("2026-03"): 1]))
    let capacity = try #require(try leads.contract.sales.capacity)
    let overloads = followUp.overloads(by: capacity).map { "\($0.rep) \($0.month) \($0.leads)" }
    #expect(overloads == ["Eve 2026-02 3"])
    #expect(followUp.team.leads == 6)
  }

  @Test func `finds what the example of docs/arithmetic.md says`() throws {
    var leads = FollowedLeads()
    try leads.add("A", "2026-02-10T14:00:00Z", contacted: "2026-02-11T09:30:00Z")
    try leads.add("B", "2026-02-13T16:00:00Z", contacted: "2026-02-17T12:30:00Z")
    try leads.add("C", "2026-02-14T11:00:00Z", contacted: "2026-02-17T09:15:00Z")
    try leads.add("D", "2026-02-18T10:00:00Z", lost: "2026-02-18T12:00:00Z")
    try leads.add("E", "2026-02-20T10:00:00Z", contacted: "2026-02-20T10:30:00Z")
    try leads.add("F", "2026-02-19T10:00:00Z")
    try leads.add("G", "2026-02-12", contacted: "2026-02-13T10:00:00Z")
    let tally = try leads.followUp(at: Self.now).team
    #expect(Self.words(tally) == "2/4, 1 unmeasured")
    #expect(tally.median == 120 * 60_000_000 && tally.ninetieth == 270 * 60_000_000)
    #expect(tally.neverContacted == 2)
  }

  @Test func `leaves out leads that do not count`() throws {
    var leads = FollowedLeads()
    try leads.add("1", Self.delivered)
    try leads.add("2", Self.delivered)
    leads.disputes = [DisputeStep(lead: "2", word: .rejected, reason: "spam", mark: try Specimen.mark())]
    #expect(try leads.followUp(at: Self.now).team.leads == 1)
  }

  @Test func `adds up over reps, in whatever order the leads are`() throws {
    try forRandomCases(60) { random, seed in
      var leads = FollowedLeads()
      for id in 0..<random.int(0...30) {
        let delivered = try Moment("2026-01-01T00:00:00Z").later(random.int(0...60 * 86_400) * 1_000_000)
        let isContacted = random.int(0...3) > 0
        let contacted = try Moment(delivered).later(random.magnitude(upTo: 400_000) * 1_000_000)
        try leads.add(
          "\(id)", random.int(0...5) == 0 ? String(delivered.prefix(10)) : delivered,
          contacted: isContacted ? contacted : nil, rep: random.pick(["Eve", "Bob", nil]),
          lost: random.int(0...4) == 0 ? "2026-02-01" : nil)
        for _ in 0..<random.int(0...5) { try leads.touch("\(id)", "2026-02-\(random.int(10...28))") }
      }
      let ledger = try leads.ledger()
      let placed = ledger.placedLeads
      func followUp(_ placed: [PlacedLead]) throws -> FollowUp {
        try FollowUp(
          of: placed, in: ledger.leads, under: leads.contract,
          from: .moment(Moment("2026-02-20T12:00:00Z")))
      }
      let whole = try followUp(placed)
      let shuffled = try followUp(placed.shuffled(using: &random))
      #expect(whole == shuffled, seed)
      let reps = whole.reps.map(\.tally)
      #expect(reps.map(\.leads).reduce(0, +) == whole.team.leads, seed)
      #expect(reps.compactMap(\.contact?.met).reduce(0, +) == whole.team.contact?.met ?? 0, seed)
      #expect(reps.compactMap(\.contact?.due).reduce(0, +) == whole.team.contact?.due ?? 0, seed)
      #expect(reps.map(\.unmeasured).reduce(0, +) == whole.team.unmeasured, seed)
      #expect(reps.map(\.responses).reduce(0, +) == whole.team.responses, seed)
      for (place, step) in (whole.team.steps ?? []).enumerated() {
        #expect(reps.compactMap { $0.steps?[place].kept.due }.reduce(0, +) == step.kept.due, seed)
        #expect(reps.compactMap { $0.steps?[place].kept.met }.reduce(0, +) == step.kept.met, seed)
      }
    }
  }
}

extension Moment {
  /// The moment so many microseconds later, as it is written.
  fileprivate func later(_ time: Int) -> String {
    let sum = microseconds + time
    return Moment(instant: sum / 1_000_000, microsecond: sum % 1_000_000, offset: offset).description
  }
}
