import Agreement
import Reporting

/// A quarter whose leads tell everything that leads can tell, and the documents made of it.
enum LeadSample {
  static let today = Day(number: 20_553)

  static let provenance = Provenance(journalHead: "5f0c")

  static func review(
    _ scope: PeriodReview.Scope, in language: Language = .english
  ) throws -> Document {
    guard let review = try PeriodReview(scope, of: ledger(), today: today) else { throw Absent() }
    return try review.document(provenance, in: language)
  }

  static func quarter(in language: Language = .english) throws -> Document {
    try review(.quarter(Quarter("2026-Q1", fiscalYearStart: 1)), in: language)
  }

  static func rates() throws -> Document {
    let months = try Quarter("2026-Q1", fiscalYearStart: 1).months
    guard let report = try RatesReport(months, called: "2026-Q1", of: Accounts(ledger()), today: today) else {
      throw Absent()
    }
    return try report.document(provenance)
  }

  static func overdue(limit: Int? = nil) throws -> Document {
    OverdueReport(of: try ledger(), from: .moment(try Moment("2026-04-10T12:00:00Z")), limit: limit).document(
      provenance)
  }

  static func disputes() throws -> Document {
    DisputeList(of: try ledger()).document(provenance, today: today)
  }

  static func sheet(_ id: String) throws -> Document {
    var history = try pile().records.filter { $0.key.lead == id }.enumerated().map { place, record in
      LeadSheet.Change(record: record, file: "leads.csv", line: place + 2)
    }
    if id == "D-1" {
      let wrong = try LeadRecord(
        key: LeadRecord.Key(lead: id), facts: LeadFacts(), told: [.rep], mark: LeadAgreement.mark(4))
      history.append(LeadSheet.Change(record: wrong, file: "reps.csv", line: 9, withdrawn: "wrong export"))
    }
    guard let sheet = LeadSheet(id, of: try ledger(), history: history, today: today) else { throw Absent() }
    return sheet.document(provenance)
  }

  /// There is nothing to show.
  struct Absent: Error {}

  static func contract() throws -> Contract {
    try LeadAgreement.contract(
      [
        LeadAgreement.stream(
          "smb", "Small business", quota: "3000", retention: "20%",
          LeadAgreement.leadType("website", "Website form", share: "60%", crmValues: ["Web form"]),
          LeadAgreement.leadType(
            "outbound", "Outbound", share: "40%", orderValue: "1500", timeToClose: 0,
            qualifies: ["employees > 10"])),
        LeadAgreement.stream(
          "enterprise", "Enterprise", quota: "8000",
          LeadAgreement.leadType(
            "website", "Website form", share: "100%", orderValue: "4000", timeToClose: 60)),
      ],
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 240, clock: .business(.usual), share: Share("90%")),
        capacity: Capacity(leadsPerRep: 15, staffing: [.init(from: Month("2026-01"), reps: 2)]),
        rejection: RejectionWindow(days: 5, isBusiness: true)))
  }

  static func ledger() throws -> Ledger {
    let logged = try Delivery(
      key: LeadAgreement.key("smb", "website"), days: Week("2026-W02").days, count: 30,
      kind: .logged, mark: LeadAgreement.mark())
    return try Ledger(
      history: LeadAgreement.history(contract()), deliveries: [logged], leads: pile().book)
  }

  private static func pile() throws -> LeadPile {
    var pile = LeadPile()
    try addWebsiteLeads(to: &pile)
    try addOutboundLeads(to: &pile)
    try addEnterpriseLeads(to: &pile)
    try addOddLeads(to: &pile)
    try addDisputes(to: &pile)
    return pile
  }

  private static func day(_ month: Int, _ day: Int, _ time: String? = nil) throws -> Occurrence {
    let text = "2026-0\(month)-\(day < 10 ? "0" : "")\(day)"
    return try Occurrence(time.map { "\(text)T\($0):00Z" } ?? text)
  }

  private static func addWebsiteLeads(to pile: inout LeadPile) throws {
    for (month, count) in [(1, 24), (2, 20), (3, 6)] {
      for place in 0..<count {
        let isAccepted = month < 3 && place % 4 == month - 1
        let isPursued = month < 3 && place % 8 == month - 1
        let isWon = isPursued && place < (month == 1 ? 9 : 2)
        let id = "W-\(month * 100 + place)"
        let date = 2 + place
        try pile.add(
          id,
          LeadFacts(
            stream: "smb", leadType: place % 2 == 0 ? "Web form" : "website",
            delivered: day(month, date, "09:00"), rep: place % 3 == 2 ? "Jo Li" : "Eve Wu",
            contacted: place == count - 1
              ? nil : day(month, date + (place % 5 == 4 ? 1 : 0), place % 5 == 4 ? "15:30" : "10:20"),
            salesQualified: isAccepted ? day(month + 1, 3) : nil,
            opportunity: isPursued ? day(month + 1, 10) : nil,
            won: isWon ? day(month + 1, 20) : nil,
            lost: month < 3 && place % 4 == 2 ? day(month + 1, 25) : nil,
            amount: isWon ? Money("\(900 + 25 * place)", LeadAgreement.usd) : nil))
        guard month > 1, place % 2 == 0 else { continue }
        for touch in 0..<3 {
          try pile.touch(id, day(month, date + 2 * touch, "11:00").description, by: "Eve Wu")
        }
      }
    }
  }

  private static func addOutboundLeads(to pile: inout LeadPile) throws {
    for (month, count, sizes) in [
      (1, 4, ["50"]), (2, 6, ["20", "30", "40", "50", "5", ""]), (3, 6, ["12"]),
    ] {
      for place in 0..<count {
        let isWon = month > 1 && place < month - 1
        // Of what March brought, the first deal has no amount, and the second one is in euros.
        let amount =
          month == 3
          ? (place == 1 ? try Money("1400", LeadAgreement.euro) : nil) : try Money("1650", LeadAgreement.usd)
        try pile.add(
          "O-\(month * 100 + place)",
          LeadFacts(
            stream: "smb", leadType: "outbound", delivered: day(month, 9 + place), rep: "Jo Li",
            contacted: day(month, 10 + place),
            salesQualified: month > 1 && place < 3 ? day(month, 18) : nil,
            opportunity: month > 1 && place < 2 ? day(month, 20) : nil,
            won: isWon ? day(month, 26) : nil, amount: isWon ? amount : nil,
            attributes: ["employees": sizes[min(place, sizes.count - 1)]]))
      }
    }
  }

  private static func addEnterpriseLeads(to pile: inout LeadPile) throws {
    for (month, count) in [(1, 3), (2, 2), (3, 1)] {
      for place in 0..<count {
        try pile.add(
          "E-\(month * 100 + place)",
          LeadFacts(
            stream: "Enterprise", leadType: "website", delivered: day(month, 12, "14:00"),
            contacted: day(month, 12, "15:00"), salesQualified: month == 1 && place < 2 ? day(2, 12) : nil,
            opportunity: month == 1 && place == 0 ? day(2, 20) : nil,
            won: month == 1 && place == 0 ? day(3, 2) : nil,
            amount: month == 1 && place == 0 ? Money("4200", LeadAgreement.usd) : nil))
      }
    }
  }

  /// Leads without a type, without a day, won too early or delivered too early, and touches of unknown leads.
  private static func addOddLeads(to pile: inout LeadPile) throws {
    try pile.add("X-1", LeadFacts(stream: "smb", leadType: "Trade fair", delivered: day(2, 16)))
    try pile.add(
      "X-2",
      LeadFacts(
        stream: "smb", leadType: "Trade fair", delivered: day(2, 17), won: day(3, 6),
        amount: Money("700", LeadAgreement.usd)))
    try pile.add("X-3", LeadFacts(stream: "smb", delivered: day(3, 17)))
    try pile.add(
      "B-1",
      LeadFacts(
        stream: "smb", leadType: "website", delivered: day(2, 10), rep: "Jo Li", won: day(2, 5),
        amount: Money("800", LeadAgreement.usd)))
    try pile.add("N-1", LeadFacts(stream: "smb", leadType: "website", rep: "Jo Li"))
    try pile.add(
      "P-1", LeadFacts(stream: "smb", leadType: "website", delivered: try Occurrence("2025-12-20")))
    try pile.touch("ghost", "2026-02-03T10:00:00Z", by: "Jo Li")
    try pile.touch("R-1", "2026-02-04T09:00:05Z", "e-mail", isAutomatic: true)
    try pile.touch("R-1", "2026-02-04T13:00:00Z", "call", by: "Jo Li")
    try pile.add(
      "D-1",
      LeadFacts(
        stream: "smb", leadType: "website", delivered: day(2, 24, "10:00"), contacted: day(2, 24, "10:30")))
    try pile.add(
      "D-1",
      LeadFacts(
        opportunity: day(3, 2), won: day(3, 20), stage: .won, amount: Money("1250", LeadAgreement.usd)),
      as: .deal("77"))
    try pile.add("D-1", LeadFacts(stage: .won), as: .deal("78"))
  }

  private static func addDisputes(to pile: inout LeadPile) throws {
    for (place, id) in ["R-1", "R-2", "R-3"].enumerated() {
      try pile.add(
        id,
        LeadFacts(
          stream: "smb", leadType: "website", delivered: day(2, 4 + place, "09:00"), rep: "Jo Li",
          contacted: place == 0 ? nil : day(2, 4 + place, "09:30")))
      try pile.dispute(id, .rejected, "a student, no company", on: "2026-02-09")
    }
    try pile.dispute("R-1", .contested, "the domain is a company's", on: "2026-02-10")
    try pile.dispute("R-2", .settledAccepted, "it is a freelancer", on: "2026-02-12")
    try pile.dispute("R-3", .settledRejected, "agreed", on: "2026-02-13")
  }
}
