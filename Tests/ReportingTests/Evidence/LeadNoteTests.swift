import Agreement
import Testing

@testable import Reporting

/// What is said of leads that stand in no figure.
@Suite struct LeadNoteTests {
  /// What is on record, by kinds of leads.
  struct Story: Sendable {
    var unassigned: [String?] = []
    var wonUnassigned = 0
    var small = 0
    var rejected = 0
    var contested = 0
    var unpriced = 0
    var undelivered = 0
    var outside: [String] = []
    var stray = 0
    var logged: [String] = []
  }

  static let cases: [(story: Story, notes: [String])] = [
    (Story(), []),
    (
      Story(unassigned: ["Fair"]),
      [
        "1 lead is of no lead type of the contract, by what the other system says: 'Fair' 1. It has no value. List the values under crm-values of a lead type to count them."
      ]
    ),
    (
      Story(unassigned: [nil, nil]),
      [
        "2 leads are of no lead type of the contract, by what the other system says: nothing 2. They have no value. A lead type of the name 'unassigned' would count them."
      ]
    ),
    (
      Story(unassigned: ["i", "h", "g", "f", "e", "d", "c", "b", "a", "a"]),
      [
        "10 leads are of no lead type of the contract, by what the other system says: 'a' 2, 'b' 1, 'c' 1, 'd' 1, 'e' 1, 'f' 1, 'g' 1, 'h' 1 and 1 other value. They have no value. List the values under crm-values of a lead type to count them."
      ]
    ),
    (Story(small: 1), ["1 lead falls short of 'employees > 10' and earns no value until it meets it."]),
    (Story(small: 2), ["2 leads fall short of 'employees > 10' and earn no value until they meet it."]),
    (Story(rejected: 1), ["1 lead is rejected by sales and taken off the count."]),
    (
      Story(rejected: 2, contested: 1),
      ["2 leads are rejected by sales and taken off the count; of 1 marketing contests that."]
    ),
    (
      Story(wonUnassigned: 1),
      [
        unassignedNote("1 lead is", "Fair", "It has"),
        "1 lead that does not count as delivered was won all the same, worth $700.00: F-0. The figures above leave it out.",
      ]
    ),
    (
      Story(wonUnassigned: 6),
      [
        unassignedNote("6 leads are", "Fair", "They have"),
        "6 leads that do not count as delivered were won all the same, worth $4,200.00: F-0, F-1, F-2, F-3, F-4, …. The figures above leave them out.",
      ]
    ),
    (Story(unpriced: 1), ["1 won deal has no amount in USD; the revenue above leaves it out."]),
    (Story(unpriced: 2), ["2 won deals have no amount in USD; the revenue above leaves them out."]),
    (Story(undelivered: 1), ["1 lead on record has no day of delivery, and no month counts it."]),
    (Story(undelivered: 2), ["2 leads on record have no day of delivery, and no month counts them."]),
    (
      Story(outside: ["2025-12-20"]),
      ["1 lead was delivered outside the months that the contract covers, on 2025-12-20."]
    ),
    (
      Story(outside: ["2026-07-01", "2025-12-20"]),
      ["2 leads were delivered outside the months that the contract covers, from 2025-12-20 to 2026-07-01."]
    ),
    (Story(stray: 1), ["1 touch is of a lead that is not on record."]),
    (Story(stray: 1_200), ["1,200 touches are of leads that are not on record."]),
    (
      Story(logged: ["2026-W07"]),
      [
        "1 lead logged for 2026-02 is set aside: the contract takes this month from the leads themselves."
      ]
    ),
    (
      Story(logged: ["2026-W03", "2026-W05"]),
      [
        "2 leads logged for 2026-01..2026-02 are set aside: the contract takes these months from the leads themselves."
      ]
    ),
  ]

  private static func unassignedNote(_ leads: String, _ value: String, _ they: String) -> String {
    let count = leads.prefix { $0 != " " }
    return
      "\(leads) of no lead type of the contract, by what the other system says: '\(value)' \(count). \(they) no value. List the values under crm-values of a lead type to count them."
  }

  private func review(_ story: Story) throws -> PeriodReview {
    let contract = try LeadAgreement.contract(
      [
        LeadAgreement.stream(
          "smb", "Small business", quota: "1000",
          LeadAgreement.leadType(
            "website", "Website form", share: "100%", timeToClose: 0, qualifies: ["employees > 10"]))
      ],
      sales: SalesCommitments(rejection: RejectionWindow(days: 5, isBusiness: true)))
    let deliveries = try story.logged.enumerated().map { place, week in
      try Delivery(
        key: LeadAgreement.key("smb", "website"), days: Week(week).days, count: 1, kind: .logged,
        mark: LeadAgreement.mark(place + 1))
    }
    let ledger = try Ledger(
      history: LeadAgreement.history(contract), deliveries: deliveries, leads: pile(of: story).book)
    let quarter = try Quarter("2026-Q1", fiscalYearStart: 1)
    return try #require(try PeriodReview(.quarter(quarter), of: ledger, today: Day("2026-04-10")))
  }

  private func pile(of story: Story) throws -> LeadPile {
    var pile = LeadPile()
    func facts(_ day: String? = "2026-02-10", _ employees: String = "50") throws -> LeadFacts {
      LeadFacts(
        leadType: "website", delivered: try day.map { try Occurrence($0) },
        attributes: ["employees": employees])
    }
    // One lead that counts, of which there is nothing to say.
    try pile.add("L-1", facts())
    for (place, value) in story.unassigned.enumerated() {
      try pile.add("U-\(place)", LeadFacts(leadType: value, delivered: Occurrence("2026-02-11")))
    }
    for place in 0..<story.wonUnassigned {
      try pile.add(
        "F-\(place)",
        LeadFacts(
          leadType: "Fair", delivered: Occurrence("2026-02-11"), won: Occurrence("2026-02-20"),
          amount: Money("700", LeadAgreement.usd)))
    }
    for place in 0..<story.small { try pile.add("S-\(place)", facts("2026-02-10", "5")) }
    for place in 0..<story.rejected {
      try pile.add("R-\(place)", facts())
      try pile.dispute("R-\(place)", .rejected, "a student", on: "2026-02-11")
      if place < story.contested { try pile.dispute("R-\(place)", .contested, "no", on: "2026-02-12") }
    }
    for place in 0..<story.unpriced {
      var won = try facts()
      won.won = try Occurrence("2026-02-20")
      try pile.add("N-\(place)", won)
    }
    for place in 0..<story.undelivered { try pile.add("D-\(place)", facts(nil)) }
    for (place, day) in story.outside.enumerated() { try pile.add("O-\(place)", facts(day)) }
    for place in 0..<story.stray { try pile.touch("ghost \(place)", "2026-02-12") }
    return pile
  }

  @Test(arguments: cases)
  func `says how many, and why`(story: Story, notes: [String]) throws {
    #expect(try review(story).leadNotes() == notes)
  }

  @Test func `says nothing where there are no leads`() throws {
    let contract = try review(Story()).contract
    let ledger = try Ledger(history: LeadAgreement.history(contract))
    let review = try #require(
      try PeriodReview(.month(Month("2026-02")), of: ledger, today: Day("2026-04-10")))
    #expect(try review.leadNotes().isEmpty)
  }
}
