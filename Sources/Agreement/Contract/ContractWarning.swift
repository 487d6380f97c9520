/// What is allowed in a contract and yet worth a second look before anyone signs.
public enum ContractWarning: Hashable, Sendable {
  /// A month in which marketing owes more leads than sales can serve.
  public struct Shortage: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// The leads owed in it.
    public let leads: Int
    /// The most leads that the team can be given.
    public let limit: Int
    /// How many reps are missing.
    public let missingReps: Int
  }

  /// The term has fewer than twelve months.
  case shortTerm(months: Int)
  /// In some months there are too few reps for the leads.
  case missingReps([Shortage])
  /// Measures are owed by a team for which nobody signs.
  case unsignedMeasures(team: Team, measures: [Name])
  /// Sales promises no time to the first contact.
  case noFirstContact
  /// Not one figure of the funnels has been measured.
  case nothingMeasured
  /// Holidays fall on Saturdays and Sundays, or outside the term, and change nothing.
  case idleHolidays([Day])
  /// Leads are counted by when they came in, and no time zone is agreed.
  case timesInUTC
  /// A figure is too large to compute a plan with.
  case beyondComputing
}

extension ContractWarning: CustomStringConvertible {
  /// What is odd and what to do about it, for people.
  public var description: String {
    switch self {
    case .shortTerm(let months):
      return
        "the term has \(months) month\(months == 1 ? "" : "s"); agree on twelve at least, and revise each quarter"
    case .missingReps(let shortages):
      let most = shortages.map(\.missingReps).max() ?? 0
      let months = shortages.prefix(6).map { "\($0.month): \($0.missingReps)" }.joined(separator: ", ")
      return "sales cannot serve all leads: \(most) rep\(most == 1 ? " is" : "s are") missing at most "
        + "(\(months)\(shortages.count > 6 ? ", and \(shortages.count - 6) more months" : "")); "
        + "hire, raise leads-per-rep, or owe less"
    case .unsignedMeasures(let team, let measures):
      let names = measures.map(\.text).joined(separator: ", ")
      return
        "\(team.rawValue) owes \(names), but nobody signs for it; add a signatory with team: \(team.rawValue)"
    case .noFirstContact:
      return
        "sales promises no time to the first contact; add first-contact, such as {within: 4 business hours, share: 90%}"
    case .nothingMeasured:
      return
        "every figure of the funnels is assumed; measure them, and revise the contract after the first quarter"
    case .idleHolidays(let days):
      let some = days.prefix(5).map(\.description).joined(separator: ", ")
      return
        "these holidays are no business days of the term and change nothing: \(some)\(days.count > 5 ? ", …" : "")"
    case .timesInUTC:
      return
        "times that name no zone are taken as UTC; say where your clocks are, such as time-zone: America/New_York"
    case .beyondComputing:
      return "the figures are too large to compute a plan; look for an amount with zeros too many"
    }
  }
}

extension Contract {
  /// What is worth a second look, the weightiest first; empty for a contract without oddities.
  public var warnings: [ContractWarning] {
    var warnings: [ContractWarning] = []
    if term.count < 12 { warnings.append(.shortTerm(months: term.count)) }
    do throws(Overflow) {
      let shortages = try shortages()
      if !shortages.isEmpty { warnings.append(.missingReps(shortages)) }
    } catch {
      warnings.append(.beyondComputing)
    }
    for team in Team.allCases where !signatories.contains(where: { $0.team == team }) {
      let owed = measures.filter { $0.owner == team }.map(\.name)
      if !owed.isEmpty { warnings.append(.unsignedMeasures(team: team, measures: owed)) }
    }
    if sales.firstContact == nil { warnings.append(.noFirstContact) }
    if deliverySource == .leads, timeZone == nil { warnings.append(.timesInUTC) }
    let funnels = streams.flatMap(\.leadTypes).map(\.funnel)
    if funnels.allSatisfy(\.isAssumedThroughout) { warnings.append(.nothingMeasured) }
    let days = calendar.days(of: term)
    let idle = calendar.holidays.filter { $0.weekday > 5 || !days.contains($0) }
    if !idle.isEmpty { warnings.append(.idleHolidays(idle)) }
    return warnings
  }

  /// The months in which the leads owed pass the team's capacity.
  private func shortages() throws(Overflow) -> [ContractWarning.Shortage] {
    let plan = Plan(self)
    var shortages: [ContractWarning.Shortage] = []
    for month in coverage {
      var leads = 0
      for owed in try plan.demands(in: month) {
        let (sum, overflow) = leads.addingReportingOverflow(owed.demand.mqls)
        guard !overflow else { throw Overflow() }
        leads = sum
      }
      guard let capacity = sales.capacity else { continue }
      let missing = capacity.missingReps(for: leads, in: month)
      guard missing > 0 else { continue }
      shortages.append(
        ContractWarning.Shortage(
          month: month,
          leads: leads,
          limit: try capacity.limit(in: month),
          missingReps: missing
        )
      )
    }
    return shortages
  }
}

extension AgreedFunnel {
  fileprivate var isAssumedThroughout: Bool {
    func isAssumed<Figure>(_ metric: Metric<Figure>) -> Bool {
      metric.steps.allSatisfy { $0.source == .assumed }
    }
    return isAssumed(mqlToSQL) && isAssumed(sqlToOpportunity) && isAssumed(winRate)
      && isAssumed(averageOrderValue) && isAssumed(timeToClose)
  }
}
