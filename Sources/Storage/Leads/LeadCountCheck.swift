import Agreement

/// Compares what is kept of leads with what the leads themselves say.
struct LeadCountCheck {
  private let connection: Connection
  private(set) var problems: [VerificationReport.Problem] = []

  init(of connection: Connection) throws(StorageError) {
    self.connection = connection
    let contracts = ContractStore(connection: connection)
    do throws(StorageError) {
      for contract in try contracts.entries() { try check(contract, contracts) }
    } catch .unexpectedValue(let table, let column, let found) {
      report(
        table.map { "\($0), \(column)" } ?? column,
        "it cannot be read, so that leads cannot be counted: \(found)")
    }
  }

  private mutating func check(
    _ contract: ContractStore.Entry, _ contracts: ContractStore
  ) throws(StorageError) {
    let kept = LeadMonthStore(connection: connection, contract: contract)
    // Nothing is read of what is not said to hold.
    guard let terms = try kept.terms() else { return }
    try checkSuperseded(of: contract)
    try checkStrays(of: contract)
    guard let history = try contracts.history(of: contract) else { return }
    guard terms == history.placementTerms else {
      return report(
        "lead_count row \(contract.id), terms", "it was altered: it is not by which the leads are counted")
    }
    try checkMonths(of: contract, history, kept)
  }

  private mutating func checkMonths(
    of contract: ContractStore.Entry, _ history: ContractHistory, _ kept: LeadMonthStore
  ) throws(StorageError) {
    let counting = try LeadCounting(of: contract, history, under: nil, on: connection)
    var rows: [LeadSums.Place: LeadMonthStore.KeptRow] = [:]
    for row in try kept.rows() {
      if let place = row.place {
        rows[place] = row
      } else {
        report("lead_month row \(row.id)", "it was altered: which leads it is of cannot be read")
      }
    }
    try counting.forEachMonth { sums throws(StorageError) in
      for (place, sum) in sums.sums.sorted(by: { "\($0.key)" < "\($1.key)" }) {
        guard let row = rows.removeValue(forKey: place) else {
          report("lead_month", "it lacks \(place) of \(contract.name), of which there are leads")
          continue
        }
        for (column, kept, due) in row.differences(from: sum) {
          report(
            "lead_month row \(row.id), \(column)",
            "it was altered: it says \(kept), and the leads of \(place) add up to \(due)")
        }
      }
    }
    for (place, row) in rows.sorted(by: { $0.value.id < $1.value.id }) {
      report(
        "lead_month row \(row.id)", "it was altered, or added past leadpact: there are no leads of \(place)")
    }
  }

  private mutating func checkSuperseded(of contract: ContractStore.Entry) throws(StorageError) {
    let store = SupersededStore(connection: connection, contract: contract)
    for (table, row, isListed) in try store.faults() {
      report(
        "\(table) row \(row)",
        isListed
          ? "it was added past leadpact: no later row takes the place of this one"
          : "it was removed: a later row takes the place of this one")
    }
  }

  private mutating func checkStrays(of contract: ContractStore.Entry) throws(StorageError) {
    let strays = StrayLeadStore(connection: connection, contract: contract)
    for lead in try strays.unlisted() {
      report("stray_lead", "it lacks \(lead) of \(contract.name), which has touches and is not on record")
    }
    for row in try strays.unfounded() {
      report(
        "stray_lead row \(row)", "it was altered, or added past leadpact: no touch is of that lead")
    }
  }

  private mutating func report(_ place: String, _ message: String) {
    problems.append(VerificationReport.Problem(place: place, message: message))
  }
}
