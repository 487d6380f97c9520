import Agreement
import Exchange

/// The contract by whose words rows and suppositions are read.
enum SampleContract {
  static let contract: Contract = {
    do { return try ContractFile.read(text, file: "sample") } catch { preconditionFailure("\(error)") }
  }()

  /// The contract's only version, signed by nobody.
  static let history: ContractHistory = {
    do {
      let version = Version(
        number: 1, contract: contract, digest: try Digest(hex: String(repeating: "0", count: 64)),
        proposedAt: try Moment("2026-01-01T00:00:00Z"), proposedBy: "ada@acme.example")
      return ContractHistory(versions: [version], signatures: [])
    } catch { preconditionFailure("\(error)") }
  }()

  /// The day on which everything is read.
  static let today = Day(number: 20_588)

  private static let text = """
    contract: acme
    term: 2026-01..2027-12
    currency: USD
    holidays: [2026-05-25, 2026-12-25]
    streams:
      smb:
        quota: 500,000 per month
        crm-values: [Small, SMB pipeline]
        lead-types:
          web:
            share: 60%
            crm-values: [Organic Search, Website]
            qualifies:
              - number of employees >= 10
              - country not in [Atlantis, Lemuria]
            mql-to-sql: 34%
            sql-to-opportunity: 82%
            win-rate: {2026-Q1: 23%, 2026-Q3: 25%}
            average-order-value: 2,000
            time-to-close: 60 days
          phone:
            share: 2/5
            mql-to-sql: 0.5
            sql-to-opportunity: 85%
            win-rate: 22%
            average-order-value: 2,000
            time-to-close: 30 days
      large:
        quota: 1.5M per quarter
        retention: 20%
        lead-types:
          web:
            share: 100%
            mql-to-sql: 34%
            sql-to-opportunity: 82%
            win-rate: 1/3
            average-order-value: 50k
            time-to-close: 120 days
    measures:
      csat: {owner: sales, unit: points of 5, target: at least 4.5}
    signatories:
      - {name: Ada Li, email: ada@acme.example, team: marketing, role: Head of Marketing}
      - {name: Ben Okafor, email: ben@acme.example, team: sales, role: Head of Sales}
    """
}
