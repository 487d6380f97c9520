import Agreement
import TestSupport

@testable import Reporting

/// Three quarters of a contract of 5 streams × 6 lead types, each week and each month on record.
enum LargeLedger {
  static func quarter() throws -> Document {
    let quarter = try Quarter("2026-Q2", fiscalYearStart: 1)
    guard let review = try PeriodReview(.quarter(quarter), of: ledger(), today: Day("2026-07-06")) else {
      throw LeadSample.Absent()
    }
    return try review.document(Provenance(journalHead: String(repeating: "5f0c", count: 16)))
  }

  private static let streams = [
    ("small-business", "Small business"), ("mid-market", "Mid-market"), ("enterprise", "Enterprise"),
    ("public-sector", "Public sector"), ("partners", "Partners"),
  ]
  private static let types = [
    ("website-form", "Website form", 30), ("outbound", "Outbound calls", 90), ("live-chat", "Live chat", 20),
    ("content-download", "Content download", 60), ("demo-request", "Demo request", 45),
    ("inbound-email", "Inbound e-mail", 15),
  ]

  private static func contract() throws -> Contract {
    let streams = try streams.map { name, title in
      let types = try types.enumerated().map { place, type in
        try LeadAgreement.leadType(
          type.0, type.1, share: place < 4 ? "17%" : "16%", rates: ["34%", "80%", "24%"], orderValue: "2400",
          timeToClose: type.2)
      }
      return try Stream(
        name: Name(name), title: title,
        quotas: Quotas(
          first: Month("2026-01"),
          amounts: Array(repeating: Money("500000", LeadAgreement.usd), count: 12)),
        retention: Share("20%"), margin: Share("70%"), leadTypes: types)
    }
    return try LeadAgreement.contract(
      streams, source: .logged,
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 240, clock: .business(.usual), share: Share("90%")),
        capacity: Capacity(leadsPerRep: 320, staffing: [.init(from: Month("2026-01"), reps: 20)])))
  }

  private static func ledger() throws -> Ledger {
    var random = SplitMix64(seed: 2026)
    let contract = try contract()
    var (deliveries, outcomes): ([Delivery], [Outcome]) = ([], [])
    for (stream, _) in streams {
      for (type, _, _) in types {
        let key = try LeadAgreement.key(stream, type)
        for week in 2...26 {
          deliveries.append(
            Delivery(
              key: key, days: try Week("2026-W\(week < 10 ? "0" : "")\(week)").days,
              count: random.int(60...140), kind: .logged,
              mark: try LeadAgreement.mark(deliveries.count + 1)))
        }
        for month in 1...6 {
          let sqls = random.int(120...150)
          let won = sqls * 8 / 10 / 4
          outcomes.append(
            Outcome(
              key: key, month: try Month("2026-0\(month)"),
              figures: OutcomeFigures(
                sqls: sqls, opportunities: sqls * 8 / 10, won: won,
                revenue: Money(minorUnits: won * 240_000, LeadAgreement.usd)),
              mark: try LeadAgreement.mark(1_000 + outcomes.count)))
        }
      }
    }
    return try Ledger(
      history: LeadAgreement.history(contract), deliveries: deliveries, outcomes: outcomes)
  }
}
