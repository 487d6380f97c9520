/// The leads owed if one observed rate were at an end of its interval, and all else as agreed.
public struct ObservedLeadsOwed: Hashable, Sendable {
  /// The leads owed as agreed.
  public let agreed: Int
  /// The leads owed at the upper end of the interval: the fewest; nil where that is 0 %.
  public let atHigh: Int?
  /// The leads owed at the lower end: the most; nil where that is 0 %, since no number would do.
  public let atLow: Int?
}

extension ObservedRate {
  /// The interval carried on to the leads owed in a month; nil where there is no interval.
  ///
  /// Worked backwards as the plan does; for the whole way the leads are ⌈deals / rate⌉.
  /// docs/arithmetic.md, "Observed rates".
  ///
  /// - Throws: `Overflow` where a count passes 64 bits.
  public func leadsOwed(for demand: MonthlyDemand) throws(Overflow) -> ObservedLeadsOwed? {
    guard let interval else { return nil }
    return ObservedLeadsOwed(
      agreed: demand.demand.mqls,
      atHigh: try leads(for: demand, at: interval.high),
      atLow: try leads(for: demand, at: interval.low))
  }

  private func leads(for demand: MonthlyDemand, at share: Share) throws(Overflow) -> Int? {
    // All that is no rate is 0 %.
    guard let rate = try? Rate(share) else { return nil }
    let funnel = demand.funnel
    switch step {
    case .mqlToWon: return try rate.inputs(yielding: demand.demand.deals)
    case .mqlToSQL, .sqlToOpportunity, .winRate:
      return try Funnel(
        mqlToSQL: step == .mqlToSQL ? rate : funnel.mqlToSQL,
        sqlToOpportunity: step == .sqlToOpportunity ? rate : funnel.sqlToOpportunity,
        winRate: step == .winRate ? rate : funnel.winRate,
        averageOrderValue: funnel.averageOrderValue,
        timeToClose: funnel.timeToClose
      ).demand(for: demand.due).mqls
    }
  }
}
