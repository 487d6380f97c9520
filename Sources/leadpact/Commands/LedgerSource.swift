import Agreement
import Storage

/// The ledgers of a contract as known on one day, each read once and as far as a report needs it; within one `reading`.
final class LedgerSource {
  /// The contract's versions and signatures.
  let history: ContractHistory
  private let name: Name
  private let asOf: Day?
  private let database: Database
  private var known: [LeadWindow: Ledger] = [:]

  /// Begins to read a contract that exists.
  init(of name: Name, asOf: Day?, in database: Database) throws {
    self.history = try database.knownHistory(of: name, asOf: asOf)
    self.name = name
    self.asOf = asOf
    self.database = database
  }

  /// The ledger with the leads of a window.
  func ledger(_ window: LeadWindow) throws -> Ledger {
    if let ledger = known[window] { return ledger }
    let ledger = try database.knownLedger(of: name, asOf: asOf, leadsOf: window)
    known[window] = ledger
    return ledger
  }
}
