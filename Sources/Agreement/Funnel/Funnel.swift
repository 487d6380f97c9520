/// How leads of one type become revenue, as agreed for one month.
public struct Funnel: Hashable, Sendable {
  /// The share of MQLs that sales accepts as SQLs.
  public let mqlToSQL: Rate
  /// The share of SQLs that become opportunities.
  public let sqlToOpportunity: Rate
  /// The share of opportunities that are won.
  public let winRate: Rate
  /// The revenue of one won deal, above 0.
  public let averageOrderValue: Money
  /// Days from the delivery of a lead to the won deal.
  public let timeToClose: Int

  /// Creates a funnel from its metrics; the order value is above 0, the time to close at least 0 days.
  public init(
    mqlToSQL: Rate,
    sqlToOpportunity: Rate,
    winRate: Rate,
    averageOrderValue: Money,
    timeToClose: Int
  ) {
    precondition(
      averageOrderValue.minorUnits > 0 && timeToClose >= 0,
      "a funnel brings something, after a while"
    )
    self.mqlToSQL = mqlToSQL
    self.sqlToOpportunity = sqlToOpportunity
    self.winRate = winRate
    self.averageOrderValue = averageOrderValue
    self.timeToClose = timeToClose
  }

  /// What must go in for `value` to come out, rounded up at each stage.
  ///
  /// docs/arithmetic.md, "Worked backwards".
  ///
  /// - Throws: `Overflow` where a count passes 64 bits.
  public func demand(for value: Money) throws(Overflow) -> Demand {
    let deals = try Value(value).count(of: Value(averageOrderValue))
    let opportunities = try winRate.inputs(yielding: deals)
    let sqls = try sqlToOpportunity.inputs(yielding: opportunities)
    return Demand(
      deals: deals,
      opportunities: opportunities,
      sqls: sqls,
      mqls: try mqlToSQL.inputs(yielding: sqls)
    )
  }

  /// What one lead is worth: AOV × win rate × SQL→opportunity × MQL→SQL.
  ///
  /// Exact for rates in parts per million; a fraction such as 1/3 is rounded at 10⁻¹⁸ of a minor unit.
  /// docs/arithmetic.md, "Value of a lead".
  ///
  /// - Throws: `Overflow` where the product passes 128 bits; no order value of 64 bits is so large.
  public func leadValue() throws(Overflow) -> Value {
    try Value(averageOrderValue).times(winRate.share).times(sqlToOpportunity.share).times(mqlToSQL.share)
  }

  /// How many months before the revenue the lead is due: ⌊(days to close + 15) / 30⌋.
  ///
  /// docs/arithmetic.md, "Lead time".
  public var lag: Int { Self.lag(ofDays: timeToClose) }

  static func lag(ofDays days: Int) -> Int { days / 30 + (days % 30 + 15) / 30 }
}

/// The counts that bring a value, stage by stage.
public struct Demand: Hashable, Sendable {
  /// Deals to win.
  public let deals: Int
  /// Opportunities to open.
  public let opportunities: Int
  /// Leads that sales accepts.
  public let sqls: Int
  /// Leads that marketing delivers.
  public let mqls: Int
}
