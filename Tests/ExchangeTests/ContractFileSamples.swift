import Agreement
import Exchange
import Foundation

/// Contract files to change a word in.
enum Sample {
  /// A small contract, complete but for what has a default.
  static let small = """
    contract: acme
    term: 2026-01..2026-12
    currency: USD
    streams:
      smb:
        quota: 500,000 per month
        lead-types:
          web:
            share: 60%
            mql-to-sql: 34%
            sql-to-opportunity: 82%
            win-rate: 23%
            average-order-value: 2,000
            time-to-close: 60 days
          phone:
            share: 40%
            mql-to-sql: 50%
            sql-to-opportunity: 85%
            win-rate: 22%
            average-order-value: 2,000
            time-to-close: 60 days
    signatories:
      - {name: Ada Li, email: ada@acme.example, team: marketing, role: Head of Marketing}
      - {name: Ben Okafor, email: ben@acme.example, team: sales, role: Head of Sales}

    """

  /// The small contract with the first `old` replaced by `new`.
  static func small(_ old: String, _ new: String) -> String {
    guard let range = small.range(of: old) else { preconditionFailure("'\(old)' is in the sample") }
    return small.replacingCharacters(in: range, with: new)
  }

  /// What is said of a text; nothing where it is a contract.
  static func complaints(_ text: String) -> String { complaints(bytes: Array(text.utf8)) }

  /// What is said of a file; nothing where it is a contract.
  static func complaints(bytes: [UInt8]) -> String {
    do throws(ContractFileError) {
      _ = try ContractFile.read(bytes: bytes, file: "acme.yaml")
      return ""
    } catch {
      return error.description
    }
  }
}
