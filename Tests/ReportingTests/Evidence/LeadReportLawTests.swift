import Agreement
import TestSupport
import Testing

@testable import Reporting

/// What holds of reports on leads, whatever the leads are.
@Suite struct LeadReportLawTests {
  @Test(arguments: 0..<30)
  func `each figure has a key of its own, and each sentence is whole`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let ledger = try Self.ledger(&random)
    let today = try Day(number: Day("2026-01-15").number + Int.random(in: 0...170, using: &random))
    for document in try Self.documents(ledger, on: today) {
      // Figures of one key and two quantities are refused where they are gathered.
      let keys = document.figures.map(\.key.description)
      #expect(Set(keys).count == keys.count, "\(keys.repeated)")
      for words in document.words {
        #expect(!words.contains("  ") && !words.contains(" .") && !words.contains(" ,"), "\(words)")
      }
    }
  }

  private static func documents(_ ledger: Ledger, on today: Day) throws -> [Document] {
    let quarter = try Quarter("2026-Q1", fiscalYearStart: 1)
    let accounts = try Accounts(ledger)
    let scopes = [PeriodReview.Scope.quarter(quarter), .month(try Month("2026-02"))]
    let reviews = try scopes.map { scope in
      try #require(try PeriodReview(scope, of: ledger, today: today)).document(Provenance())
    }
    let rates = try [quarter.months, [Month("2026-02")]].map { months in
      try #require(try RatesReport(months, called: "\(months[0])", of: accounts, today: today))
        .document(Provenance())
    }
    let sheets = ledger.leads.leads.prefix(5).compactMap { lead in
      LeadSheet(lead.id, of: ledger, history: [], today: today)?.document(Provenance())
    }
    return reviews + rates + sheets + [
      OverdueReport(of: ledger, from: .moment(Moment(day: today))).document(Provenance()),
      DisputeList(of: ledger).document(Provenance(), today: today),
    ]
  }

  private static let reps = ["Eve Wu", "Jo Li", "rep/Jo Li", "a/b", "smb", "website", "2026-02", "日本語", nil]

  private static func ledger(_ random: inout SplitMix64) throws -> Ledger {
    let names = ["enterprise", "rep", "smb"].prefix(Int.random(in: 1...3, using: &random))
    let streams = try names.map { name in
      try LeadAgreement.stream(
        name, name.uppercased(), quota: "\(Int.random(in: 0...9_000, using: &random))",
        LeadAgreement.leadType(
          "website", "Website form", share: "60%", timeToClose: Int.random(in: 0...60, using: &random)),
        LeadAgreement.leadType(
          "rep", "Rep", share: "40%", timeToClose: Int.random(in: 0...60, using: &random),
          qualifies: ["size > 10"]))
    }
    let contract = try LeadAgreement.contract(
      streams,
      sales: SalesCommitments(
        firstContact: FirstContact(
          minutes: Bool.random(using: &random) ? 30 : 240, clock: .business(.usual), share: Share("90%")),
        capacity: Capacity(leadsPerRep: 3, staffing: [Capacity.Staffing(from: Month("2026-01"), reps: 2)]),
        rejection: RejectionWindow(days: 5, isBusiness: true)))
    return try Ledger(
      history: LeadAgreement.history(contract), leads: pile(of: Array(names), &random).book)
  }

  private static func pile(of streams: [String], _ random: inout SplitMix64) throws -> LeadPile {
    var pile = LeadPile()
    let start = try Day("2025-12-20").number
    for place in 0..<Int.random(in: 0...120, using: &random) {
      let day = Day(number: start + Int.random(in: 0...120, using: &random))
      func later(_ days: ClosedRange<Int>) -> Occurrence? {
        guard Int.random(in: 0...2, using: &random) > 0 else { return nil }
        let day = day.advanced(by: Int.random(in: days, using: &random))
        return Bool.random(using: &random) ? .day(day) : .moment(Moment(day: day, second: 40_000))
      }
      let amount = Int.random(in: 1...5_000, using: &random)
      try pile.add(
        "L-\(place)",
        LeadFacts(
          stream: streams.randomElement(using: &random),
          leadType: ["website", "rep", "fair"].randomElement(using: &random),
          delivered: place % 19 == 18 ? nil : later(0...0) ?? .day(day),
          rep: reps.randomElement(using: &random) ?? nil, contacted: later(0...3),
          salesQualified: later(1...20), opportunity: later(5...40), won: later(-1...60), lost: later(1...30),
          amount: Money(
            "\(amount)", Bool.random(using: &random) ? LeadAgreement.usd : LeadAgreement.euro),
          attributes: ["size": "\(Int.random(in: 0...99, using: &random))"]))
      if place % 3 == 0 { try pile.touch("L-\(place)", day.description) }
      if place % 7 == 0 { try pile.dispute("L-\(place)", .rejected, "no", on: day.description) }
      if place % 21 == 0 { try pile.dispute("L-\(place)", .contested, "yes", on: day.description) }
    }
    return pile
  }
}

extension [String] {
  /// Those that stand there more than once.
  fileprivate var repeated: [String] {
    Dictionary(grouping: self) { $0 }.filter { $1.count > 1 }.keys.sorted()
  }
}
