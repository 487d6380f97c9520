import Agreement

/// A month whose counts and outcomes were logged, so that what is judged is in plain sight.
///
/// Each lead type has a funnel of 50 %, 50 %, 50 % and $1,000.00, and owes 80 leads worth $10,000.00.
struct LoggedSample {
  /// What came of the leads of one type.
  struct Counts: Sendable {
    let leads: Int
    let sqls: Int?
    let opportunities: Int?
    let won: Int?
    let revenue: String?

    init(_ leads: Int, _ sqls: Int?, _ opportunities: Int?, _ won: Int?, _ revenue: String? = nil) {
      self.leads = leads
      self.sqls = sqls
      self.opportunities = opportunities
      self.won = won
      self.revenue = revenue
    }
  }

  var timeToClose = 0
  /// The rate of leads that become SQLs that a second version agrees on; nil where there is one version only.
  var revisedRate: String?

  private static let names = [("website", "Website form"), ("outbound", "Outbound")]

  private func contract(_ types: Int, effective: String, rate: String) throws -> Contract {
    let leadTypes = try Self.names.prefix(types).map { name, title in
      try LeadAgreement.leadType(
        name, title, share: types == 1 ? "100%" : "50%", rates: [rate, "50%", "50%"], timeToClose: timeToClose
      )
    }
    let stream = try Stream(
      name: Name("smb"), title: "Small business",
      quotas: Quotas(
        first: Month("2026-01"),
        amounts: Array(repeating: Money("\(types)0000", LeadAgreement.usd), count: 6)),
      leadTypes: leadTypes)
    return try LeadAgreement.contract([stream], effective: effective, source: .logged)
  }

  func accounts(_ counts: [Counts]) throws -> Accounts {
    let first = try contract(counts.count, effective: "2026-01", rate: "50%")
    let history =
      try revisedRate.map { rate in
        try LeadAgreement.history(first, contract(counts.count, effective: "2026-04", rate: rate))
      } ?? LeadAgreement.history(first)
    let january = try Month("2026-01")
    let keys = try Self.names.map { try LeadAgreement.key("smb", $0.0) }
    return try Accounts(
      Ledger(
        history: history,
        deliveries: zip(keys, counts).map { key, counts in
          try Delivery(
            key: key, days: first.calendar.days(of: january), count: counts.leads, kind: .logged,
            mark: LeadAgreement.mark())
        },
        outcomes: zip(keys, counts).map { key, counts in
          let figures = OutcomeFigures(
            sqls: counts.sqls, opportunities: counts.opportunities, won: counts.won,
            revenue: try counts.revenue.map { try Money($0, LeadAgreement.usd) })
          return Outcome(key: key, month: january, figures: figures, mark: try LeadAgreement.mark())
        }))
  }
}
