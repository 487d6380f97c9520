import Agreement
import Testing

@testable import Reporting

/// Which leads wait, in words.
@Suite struct OverdueReportTests {
  private func report(
    leads: Int, hasTouches: Bool = false, isTold: Bool = true, lost: String? = nil, rep: String? = nil,
    limit: Int? = nil,
    at now: String = "2026-02-20T12:00:00Z", steps: [Cadence.Step] = []
  ) throws -> Document {
    let contract = try LeadAgreement.contract(
      [
        LeadAgreement.stream(
          "smb", "Small business", quota: "1000",
          LeadAgreement.leadType("website", "Website form", share: "100%"))
      ],
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 30, clock: .elapsed, share: Share("90%")),
        cadence: Cadence(steps: steps, share: .all)))
    var pile = LeadPile()
    if !isTold { pile.told = [.leadType, .delivered, .rep] }
    for place in 0..<leads {
      try pile.add(
        "L-\(place)",
        LeadFacts(
          leadType: "website", delivered: Occurrence("2026-02-02T10:0\(place):00Z"),
          rep: place % 2 == 0 ? "Eve Wu" : nil,
          contacted: hasTouches ? Occurrence("2026-02-02T10:10:00Z") : nil,
          lost: lost.map { try Occurrence($0) }))
      if hasTouches { try pile.touch("L-\(place)", "2026-02-02T10:10:00Z") }
    }
    let ledger = try Ledger(history: LeadAgreement.history(contract), leads: pile.book)
    return OverdueReport(of: ledger, from: .moment(try Moment(now)), rep: rep, limit: limit).document(
      Provenance())
  }

  private func rows(_ document: Document, _ section: String) throws -> [[String]] {
    let blocks = try #require(document.sections.first { $0.key == section }).blocks
    guard case .table(let table) = blocks[0] else { return [] }
    return table.rows.map { $0.cells.map { $0.parts(in: .english).joined } }
  }

  static let silence =
    "No touches are on record, so the cadence is not judged: leadpact import touches FILE."

  @Test func `says that there are no leads, or that none waits`() throws {
    #expect(
      try report(leads: 0).sentences(of: "overdue") == [
        "There are no leads on record: leadpact import leads FILE."
      ])
    let onTime = "None: every lead was followed up in time, or its time still runs."
    #expect(try report(leads: 2, hasTouches: true).sentences(of: "overdue") == [onTime])
    #expect(
      try report(leads: 2, at: "2026-02-02T10:30:00Z").sentences(of: "overdue") == [
        "None: every lead was contacted in time, or its time still runs.", Self.silence,
      ])
  }

  @Test func `says where no lead is open, and where nothing tells of contacts`() throws {
    let ended = try report(leads: 2, hasTouches: true, lost: "2026-02-10")
    #expect(ended.sentences(of: "overdue") == ["None: no lead is open."])
    let untold = try report(leads: 2, isTold: false)
    #expect(
      untold.sentences(of: "overdue") == [
        "Nothing is known of what was done about the open leads, so none can be called overdue.",
        "Of 2 open leads no file tells whether they were contacted, so first contact is not judged: import a file with a column for it, or touches.",
        Self.silence,
      ])
    #expect(
      try report(leads: 1, isTold: false).sentences(of: "overdue")[1].hasPrefix(
        "Of 1 open lead no file tells whether it was contacted"))
    #expect(
      try report(leads: 2, isTold: false, lost: "2026-02-10").sentences(of: "overdue") == [
        "None: no lead is open.", Self.silence,
      ])
  }

  @Test(arguments: [
    (1, ["And 3 more that are overdue for less long."]), (3, ["And 1 more that is overdue for less long."]),
    (4, []), (nil, []),
  ])
  func `says how many are not listed`(limit: Int?, sentences: [String]) throws {
    let document = try report(leads: 4, limit: limit)
    #expect(document.sentences(of: "overdue") == sentences + [Self.silence])
    #expect(try rows(document, "overdue").count == limit ?? 4)
    #expect(document.facts.last?.value == "4")
  }

  @Test(arguments: [
    ("2026-02-02T10:31:30Z", "1 minute"), ("2026-02-02T12:29:00Z", "119 minutes"),
    ("2026-02-02T12:30:00Z", "2 hours"), ("2026-02-04T10:29:00Z", "47 hours"),
    ("2026-02-04T10:30:00Z", "2 days"),
  ])
  func `says how long, in a unit that suits`(now: String, words: String) throws {
    let rows = try rows(report(leads: 1, at: now), "overdue")
    #expect(rows == [["L-0", "Eve Wu", "smb/website", "first contact", "2026-02-02 10:30", words]])
  }

  @Test(arguments: [
    (Cadence.Step(touches: 2, days: 1), "2 touches in 1 day, 1 done"),
    (Cadence.Step(touches: 7, days: 10), "7 touches in 10 days, 1 done"),
  ])
  func `says which step waits`(step: Cadence.Step, words: String) throws {
    let rows = try rows(report(leads: 1, hasTouches: true, steps: [step]), "overdue")
    #expect(rows.map { $0[3] } == [words])
  }

  @Test func `counts by rep, and lists those of one`() throws {
    let document = try report(leads: 3)
    #expect(
      try rows(document, "reps") == [
        ["Eve Wu", "2", "0", "2026-02-02 10:30"], ["(no rep)", "1", "0", "2026-02-02 10:31"],
      ])
    #expect(try rows(report(leads: 3, rep: "Eve Wu"), "overdue").map { $0[0] } == ["L-0", "L-2"])
  }

  @Test(arguments: [
    (0, "just now"), (59_999_999, "just now"), (60_000_000, "1 minute"), (7_140_000_000, "119 minutes"),
    (7_200_000_000, "2 hours"), (172_800_000_000, "2 days"),
  ])
  func `says for how long in whole units`(microseconds: Int, words: String) {
    #expect(microseconds.lateness() == words)
  }
}
