import Agreement
import Testing

@Suite struct OverdueLeadTests {
  private func overdue(_ leads: FollowedLeads, at now: String) throws -> [String] {
    try leads.ledger().openLeads(from: .moment(Moment(now))).overdue.map { lead in
      switch lead.matter {
      case .firstContact(let deadline): "\(lead.id) uncontacted since \(deadline)"
      case .step(let step, let done, let lastDay): "\(lead.id) \(done) of \(step.name) by \(lastDay)"
      }
    }
  }

  @Test(arguments: [
    ("2026-02-11T10:00:00Z", []),
    ("2026-02-11T10:00:00.000001Z", ["1 uncontacted since 2026-02-11T10:00:00Z"]),
  ])
  func `is past its first contact once more than the time has passed`(now: String, found: [String]) throws {
    var leads = FollowedLeads()
    try leads.add("1", "2026-02-10T14:00:00Z")
    #expect(try overdue(leads, at: now) == found)
  }

  @Test func `lists who waited longest first, then by id`() throws {
    var leads = FollowedLeads()
    try leads.add("young", "2026-02-12T14:00:00Z", rep: "Eve")
    try leads.add("b", "2026-02-10T14:00:00Z")
    try leads.add("a", "2026-02-10T14:00:00Z")
    try leads.add("some day", "2026-02-09")
    try leads.add("called", "2026-02-01T10:00:00Z", contacted: "2026-02-01T11:00:00Z")
    try leads.touch("called", "2026-02-03")
    let found = try leads.ledger().openLeads(from: .moment(Moment("2026-02-20T10:00:00Z"))).overdue
    #expect(found.map(\.id) == ["some day", "a", "b", "young", "called"])
    #expect(found.map(\.late) == found.map(\.late).sorted(by: >))
    #expect(found.map(\.rep) == [nil, nil, nil, "Eve", nil])
    // From the end of 2026-02-15 to ten o'clock five days on, in hours.
    #expect(found.last?.late == (4 * 24 + 10) * 3_600_000_000)
    #expect(try found.allSatisfy { try $0.key == Specimen.key("website") })
  }

  @Test func `is past the latest step whose last day is over, unless late touches made up for it`() throws {
    var leads = FollowedLeads()
    try leads.add("1", "2026-02-01T10:00:00Z", contacted: "2026-02-01T11:00:00Z")
    try leads.touch("1", "2026-02-10")
    #expect(try overdue(leads, at: "2026-02-15T23:00:00Z") == [])
    #expect(try overdue(leads, at: "2026-02-16T09:00:00Z") == ["1 2 of 3-in-14 by 2026-02-15"])
    #expect(try overdue(leads, at: "2026-03-02T09:00:00Z") == ["1 2 of 5-in-28 by 2026-03-01"])
    try leads.touch("1", "2026-02-16T08:00:00Z")
    #expect(try overdue(leads, at: "2026-02-16T09:00:00Z") == [])
    #expect(try overdue(leads, at: "2026-03-02T09:00:00Z") == ["1 3 of 5-in-28 by 2026-03-01"])
  }

  @Test func `is listed once, for its first contact`() throws {
    var leads = FollowedLeads()
    try leads.add("1", "2026-02-01T10:00:00Z")
    try leads.touch("1", "2026-02-01T10:00:01Z", isAutomatic: true)
    #expect(try overdue(leads, at: "2026-03-02T09:00:00Z") == ["1 uncontacted since 2026-02-02T13:00:00Z"])
    leads.minutes = nil
    #expect(try overdue(leads, at: "2026-03-02T09:00:00Z") == ["1 0 of 5-in-28 by 2026-03-01"])
  }

  @Test func `is open, and counts`() throws {
    var leads = FollowedLeads()
    try leads.add("won", "2026-02-02T10:00:00Z", won: "2026-02-10")
    try leads.add("won some day", "2026-02-02T10:00:00Z", stage: .won)
    try leads.add("lost", "2026-02-02T10:00:00Z", lost: "2026-02-10T10:00:00Z")
    try leads.add("rejected", "2026-02-02T10:00:00Z")
    try leads.add("outside", "2024-02-02T10:00:00Z")
    leads.disputes = [
      DisputeStep(lead: "rejected", word: .rejected, reason: "spam", mark: try Specimen.mark())
    ]
    #expect(try overdue(leads, at: "2026-02-20T10:00:00Z") == [])
    #expect(
      try overdue(leads, at: "2026-02-09T10:00:00Z") == [
        "lost uncontacted since 2026-02-02T14:00:00Z", "won uncontacted since 2026-02-02T14:00:00Z",
      ])
  }

  @Test func `is none where no file tells what was done`() throws {
    var leads = FollowedLeads()
    leads.fields = [.externalID, .delivered]
    try leads.add("1", "2026-02-02T10:00:00Z")
    #expect(try overdue(leads, at: "2026-05-20T10:00:00Z") == [])
    leads = FollowedLeads()
    leads.fields = [.externalID, .delivered, .contacted]
    try leads.add("1", "2026-02-02T10:00:00Z")
    #expect(try overdue(leads, at: "2026-05-20T10:00:00Z").count == 1)
  }
}
