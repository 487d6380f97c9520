import Agreement
import Reporting
import Storage

extension LeadWindow {
  /// For what asks of leads what each month adds up to, and of those of the running month on which days they came.
  static func summed(on today: Day, by calendar: ContractCalendar) -> LeadWindow {
    LeadWindow(months: MonthRange(spanning: [calendar.month(containing: today)]), today: today)
  }

  /// For what is shown of a day: with the leads that are open then.
  static func daily(on day: Day, by calendar: ContractCalendar) -> LeadWindow {
    LeadWindow(months: Standup.months(on: day, by: calendar), today: day, openOn: day)
  }
}

/// The ledgers of a contract as known on one day, each read once and as far as a report needs it; within one `reading`.
final class LedgerSource {
  /// The contract's versions and signatures.
  let history: ContractHistory
  private let name: Name
  private let asOf: Day?
  private let database: Database
  private var known: [LeadWindow: Ledger] = [:]
  /// The ledger with all leads, where they are not to be had by windows.
  private var whole: Ledger?

  /// Begins to read a contract that exists.
  init(of name: Name, asOf: Day?, in database: Database) throws {
    self.history = try database.knownHistory(of: name, asOf: asOf)
    self.name = name
    self.asOf = asOf
    self.database = database
  }

  /// The ledger with the leads of a window.
  func ledger(_ window: LeadWindow) throws -> Ledger {
    if let ledger = whole ?? known[window] { return ledger }
    let ledger = try database.knownLedger(of: name, asOf: asOf, leadsOf: window)
    if ledger.leads.extract == nil { whole = ledger } else { known[window] = ledger }
    return ledger
  }
}
