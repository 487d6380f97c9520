/// How the leads of one type really became revenue, over the cohorts of some months.
public struct ObservedFunnel: Hashable, Sendable {
  /// The lead type.
  public let key: LeadTypeKey
  /// Its cohorts, one for each month, oldest first; those that are not mature are shown and never averaged in.
  public let cohorts: [ObservedCohort]
  /// How many leads sales accepted.
  public let mqlToSQL: ObservedRate
  /// How many SQLs became opportunities.
  public let sqlToOpportunity: ObservedRate
  /// How many opportunities were won.
  public let winRate: ObservedRate
  /// How many leads were won.
  public let mqlToWon: ObservedRate
  /// What a won deal brought.
  public let orderValue: ObservedOrderValue
  /// How long leads took to close; nil where no cohort is known from leads, or the files do not date what was won.
  public let closingTimes: ClosingTimes?

  /// Puts together what came of cohorts of one lead type.
  ///
  /// - Parameters:
  ///   - sums: what leads add up to.
  /// - Throws: `Overflow` where a count or a sum passes 64 bits.
  init(
    _ key: LeadTypeKey, over cohorts: [ObservedCohort], of sums: LeadSums, on today: Day
  ) throws(Overflow) {
    self.key = key
    self.cohorts = cohorts
    self.mqlToSQL = try ObservedRate(.mqlToSQL, over: cohorts)
    self.sqlToOpportunity = try ObservedRate(.sqlToOpportunity, over: cohorts)
    self.winRate = try ObservedRate(.winRate, over: cohorts)
    self.mqlToWon = try ObservedRate(.mqlToWon, over: cohorts)
    self.orderValue = try ObservedOrderValue(over: cohorts)
    guard cohorts.contains(where: \.evidence.isFromLeads), sums.tellsTimes(of: key) else {
      self.closingTimes = nil
      return
    }
    var (mature, maturing): ([LeadSum], [LeadSum]) = ([], [])
    for place in cohorts.indices where cohorts[place].evidence.isFromLeads {
      guard let sum = sums.sum(of: key, in: cohorts[place].month) else { continue }
      if cohorts[place].age == .mature {
        mature.append(sum)
      } else if cohorts[place].isMaturing {
        maturing.append(sum)
      }
    }
    self.closingTimes = ClosingTimes(of: mature, maturing: maturing, on: today)
  }

  /// The rates, from a lead to the won deal, then that of the whole way.
  public var rates: [ObservedRate] { [mqlToSQL, sqlToOpportunity, winRate, mqlToWon] }
}

extension ObservedCohort {
  /// Whether the leads may still bring something.
  public var isMaturing: Bool { if case .maturing = age { true } else { false } }
}

extension Accounts {
  /// What came of the leads delivered in `months`, as can be told on `today`: one for each lead type that the
  /// versions ruling in these months agree on, in the contract's order.
  ///
  /// docs/arithmetic.md, "Observed rates".
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func observedFunnels(in months: [Month], on today: Day) throws(Overflow) -> [ObservedFunnel] {
    let calendar = ledger.history.newest.contract.calendar
    let sums = ledger.leadSums
    let recordsBegin = sums.firstStageDay
    var cohorts: [LeadTypeKey: [ObservedCohort]] = [:]
    for month in Set(months).sorted() {
      guard let contract = ledger.history.ruling(in: month)?.contract else { continue }
      let last = calendar.days(of: month).last
      for stream in contract.streams {
        for type in stream.leadTypes {
          let key = LeadTypeKey(stream: stream.name, leadType: type.name)
          let funnel = type.funnel.funnel(in: month)
          let outcome = outcome(of: key, in: month, countedBy: contract.deliverySource)
          cohorts[key, default: []].append(
            ObservedCohort(
              key: key, month: month, leads: leads(of: key, in: month), figures: outcome.figures,
              evidence: outcome.evidence, funnel: funnel,
              age: ObservedCohort.Age(
                of: last.advanced(by: funnel.timeToClose), on: today,
                recordsBegin: outcome.evidence.isFromLeads ? recordsBegin : nil)))
        }
      }
    }
    var funnels: [ObservedFunnel] = []
    for (key, cohorts) in cohorts.sorted(by: { $0.key < $1.key }) {
      funnels.append(try ObservedFunnel(key, over: cohorts, of: sums, on: today))
    }
    return funnels
  }
}
