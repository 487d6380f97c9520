import Agreement
import Testing

@testable import Reporting

/// What is said below the table of what each rep did.
@Suite struct FollowUpNoteTests {
  /// Some leads, and what is told of all of them.
  struct Story: Sendable {
    var leads = 1
    var reps = 1
    var delivered = "2026-02-02T10:00:00Z"
    var contacted: String? = "2026-02-02T11:00:00Z"
    var hasTouches = true
    var capacity: Int?
  }

  static let cases: [(story: Story, notes: [String])] = [
    (Story(), ["Only leads whose time has passed count as due."]),
    (Story(contacted: nil, hasTouches: false), ["1 lead was not contacted by 2026-02-20.", silence]),
    (
      Story(leads: 3, contacted: nil, hasTouches: false),
      ["3 leads were not contacted by 2026-02-20.", silence]
    ),
    (Story(delivered: "2026-02-02", hasTouches: false), [unmeasured("1 lead"), silence]),
    (Story(leads: 2, delivered: "2026-02-02", hasTouches: false), [unmeasured("2 leads"), silence]),
    (Story(capacity: 1), ["Nobody was given more than the 1 lead a month that a rep can serve."]),
    (
      Story(leads: 30, capacity: 1_500),
      ["Nobody was given more than the 1,500 leads a month that a rep can serve."]
    ),
    (
      Story(leads: 3, capacity: 2),
      ["More than the 2 leads a month that a rep can serve had Rep A 3 in 2026-02."]
    ),
    (
      Story(leads: 4, reps: 2, capacity: 1),
      ["More than the 1 lead a month that a rep can serve had Rep A 2 in 2026-02 and Rep B 2 in 2026-02."]
    ),
    (
      Story(leads: 12, reps: 6, capacity: 1),
      [
        "More than the 1 lead a month that a rep can serve had Rep A 2 in 2026-02, Rep B 2 in 2026-02, Rep C 2 in 2026-02, Rep D 2 in 2026-02, Rep E 2 in 2026-02 and 1 more."
      ]
    ),
  ]

  private static let silence =
    "No touches are on record, so the cadence is not judged (leadpact import touches)."

  private static func unmeasured(_ leads: String) -> String {
    "Of \(leads) the hour of delivery or of the first contact is not known, or the day on which it ended, so whether first contact was in time cannot be told."
  }

  private func review(_ story: Story) throws -> PeriodReview {
    let contract = try LeadAgreement.contract(
      [
        LeadAgreement.stream(
          "smb", "Small business", quota: "1000",
          LeadAgreement.leadType("website", "Website form", share: "100%"))
      ],
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 30, clock: .elapsed, share: Share("90%")),
        capacity: story.capacity.map {
          Capacity(leadsPerRep: $0, staffing: [Capacity.Staffing(from: try Month("2026-01"), reps: 2)])
        }))
    var pile = LeadPile()
    for place in 0..<story.leads {
      let rep = ["A", "B", "C", "D", "E", "F"][place % story.reps]
      try pile.add(
        "L-\(place)",
        LeadFacts(
          leadType: "website", delivered: Occurrence(story.delivered), rep: "Rep \(rep)",
          contacted: story.contacted.map { try Occurrence($0) }))
      if story.hasTouches { try pile.touch("L-\(place)", "2026-02-02T11:00:00Z") }
    }
    let ledger = try Ledger(history: LeadAgreement.history(contract), leads: pile.book)
    return try #require(try PeriodReview(.month(Month("2026-02")), of: ledger, today: Day("2026-02-20")))
  }

  @Test(arguments: cases)
  func `says who waits, what is not known and who had too many`(story: Story, notes: [String]) throws {
    #expect(try review(story).followUpSection()?.sentences == notes)
  }

  @Test func `is left out where no file tells of contacts or reps`() throws {
    let contract = try review(Story()).contract
    var pile = LeadPile()
    pile.told = [.leadType, .delivered]
    try pile.add("L-1", LeadFacts(leadType: "website", delivered: Occurrence("2026-02-02")))
    let ledger = try Ledger(history: LeadAgreement.history(contract), leads: pile.book)
    let review = try #require(
      try PeriodReview(.month(Month("2026-02")), of: ledger, today: Day("2026-02-20")))
    #expect(review.followUpSection() == nil)
  }

  @Test func `tells times in the promise's unit`() throws {
    let document = try #require(try review(Story()).followUpSection())
    let keys = document.blocks.flatMap(\.figures).map(\.key.description)
    #expect(keys.contains("2026-02/rep/Rep A/response-median-minutes"))
    let median = document.blocks.flatMap(\.figures).first { $0.key.name == "response-median-minutes" }
    #expect(median?.quantity == .score(try Score("60")))
  }
}
