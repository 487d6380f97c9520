import Agreement
import Exchange

/// The contract of a company with many business units, whose leads are counted and logged every week.
struct UnitContract {
  let text: String
  let contract: Contract

  init(over history: History, at scale: Scale) throws {
    let units = (1...scale.of(Self.wholeUnits)).map(Self.unit).joined()
    let text = """
      contract: many-units
      title: Many business units, marketing and sales
      term: \(history.term)
      currency: USD
      holidays: [\(history.holidays.map { "\($0)" }.joined(separator: ", "))]

      streams:
      \(units)
      sales:
        first-contact: {within: 4 business hours, share: 90%}
        capacity: {leads-per-rep: 320, reps: \(scale.of(Self.wholeUnits) * 13)}

      signatories:
        - {name: Ada Li, email: ada@acme.example, team: marketing, role: Head of Marketing}
        - {name: Ben Okafor, email: ben@acme.example, team: sales, role: Head of Sales}

      """
    self.text = text
    self.contract = try ContractFile.read(text, file: "counts-contract.yaml")
  }

  /// The units at scale 1: with five lead types each, and the weeks of ten years, they log 60,000 counts.
  private static let wholeUnits = 23

  private static func unit(_ number: Int) -> String {
    let name = number < 10 ? "unit-0\(number)" : "unit-\(number)"
    return """
        \(name):
          quota: 500000 per month
          retention: 20%
          lead-types:
            website-form: {share: 40%, mql-to-sql: 34%, sql-to-opportunity: 82%, win-rate: 23%, average-order-value: 2000, time-to-close: 45 days}
            outbound: {share: 25%, mql-to-sql: 50%, sql-to-opportunity: 85%, win-rate: 22%, average-order-value: 2000, time-to-close: 60 days}
            content-download: {share: 10%, mql-to-sql: 12%, sql-to-opportunity: 60%, win-rate: 15%, average-order-value: 2000, time-to-close: 75 days}
            event: {share: 15%, mql-to-sql: 22%, sql-to-opportunity: 48%, win-rate: 18%, average-order-value: 9000, time-to-close: 120 days}
            live-chat: {share: 10%, mql-to-sql: 42%, sql-to-opportunity: 75%, win-rate: 21%, average-order-value: 1900, time-to-close: 20 days}

      """
  }
}
