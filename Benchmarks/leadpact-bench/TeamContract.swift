import Agreement
import Exchange

/// The contract of a large team that counts by the leads themselves.
///
/// At scale 1 it asks for some 8,000 leads a month, of eleven lead types in three streams.
struct TeamContract {
  let text: String
  let contract: Contract

  init(over history: History, at scale: Scale) throws {
    let quota = (
      enterprise: scale.of(2_000_000), midMarket: scale.of(1_200_000), smallBusiness: scale.of(300_000)
    )
    let text = """
      contract: large-team
      title: A large team, marketing and sales
      term: \(history.term)
      currency: USD
      holidays: [\(history.holidays.map { "\($0)" }.joined(separator: ", "))]
      time-zone: America/New_York
      deliveries: leads

      streams:
        enterprise:
          title: Enterprise
          quota: \(quota.enterprise) per month
          retention: 40%
          lead-types:
            demo-request: {share: 40%, mql-to-sql: 50%, sql-to-opportunity: 65%, win-rate: 25%, average-order-value: 30000, time-to-close: 90 days, crm-values: [Contact Sales, Pricing Page]}
            outbound: {share: 35%, mql-to-sql: 28%, sql-to-opportunity: 50%, win-rate: 20%, average-order-value: 36000, time-to-close: 150 days, crm-values: [Cold Call, Prospecting]}
            event: {share: 25%, mql-to-sql: 20%, sql-to-opportunity: 45%, win-rate: 18%, average-order-value: 24000, time-to-close: 120 days, crm-values: [Trade Show, Dinner]}
        mid-market:
          title: Mid-Market
          quota: \(quota.midMarket) per month
          retention: 30%
          lead-types:
            website-form: {share: 35%, mql-to-sql: 34%, sql-to-opportunity: 70%, win-rate: 22%, average-order-value: 8000, time-to-close: 75 days, crm-values: [Organic Search, Direct Traffic]}
            outbound: {share: 30%, mql-to-sql: 28%, sql-to-opportunity: 55%, win-rate: 20%, average-order-value: 9000, time-to-close: 90 days, crm-values: [Cold Call, Prospecting]}
            webinar: {share: 20%, mql-to-sql: 18%, sql-to-opportunity: 50%, win-rate: 18%, average-order-value: 8000, time-to-close: 120 days, crm-values: [Webinar]}
            partner: {share: 15%, mql-to-sql: 45%, sql-to-opportunity: 60%, win-rate: 25%, average-order-value: 9000, time-to-close: 60 days, crm-values: [Reseller, Marketplace]}
        small-business:
          title: Small Business
          quota: \(quota.smallBusiness) per month
          retention: 20%
          lead-types:
            website-form: {share: 45%, mql-to-sql: 34%, sql-to-opportunity: 82%, win-rate: 23%, average-order-value: 2000, time-to-close: 45 days, crm-values: [Organic Search, Direct Traffic]}
            paid-search: {share: 25%, mql-to-sql: 30%, sql-to-opportunity: 75%, win-rate: 20%, average-order-value: 1900, time-to-close: 30 days, crm-values: [Google Ads, Bing Ads]}
            content-download: {share: 20%, mql-to-sql: 12%, sql-to-opportunity: 60%, win-rate: 16%, average-order-value: 2400, time-to-close: 75 days, crm-values: [White Paper, Newsletter]}
            live-chat: {share: 10%, mql-to-sql: 42%, sql-to-opportunity: 75%, win-rate: 21%, average-order-value: 1900, time-to-close: 20 days, crm-values: [Live Chat]}

      sales:
        first-contact: {within: 4 business hours, share: 90%}
        business-hours: mon-fri 9:00-17:00
        cadence: {share: 80%, steps: [3 in 14 days, 5 in 28 days, 7 in 56 days]}
        reject-within: 5 business days
        capacity: {leads-per-rep: 110, reps: \(scale.of(Self.wholeReps, least: 4))}

      signatories:
        - {name: Ada Li, email: ada@acme.example, team: marketing, role: Head of Marketing}
        - {name: Ben Okafor, email: ben@acme.example, team: sales, role: Head of Sales}

      """
    self.text = text
    self.contract = try ContractFile.read(text, file: "contract.yaml")
  }

  /// The reps at scale 1.
  static let wholeReps = 80
}
