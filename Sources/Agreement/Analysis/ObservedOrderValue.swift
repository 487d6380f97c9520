/// What a won deal really brought, over cohorts old enough to tell, beside what is agreed.
public struct ObservedOrderValue: Hashable, Sendable {
  /// The revenue of the cohorts counted.
  public let revenue: Money
  /// The deals won in them.
  public let won: Int
  /// How many of those are leads of which no amount is known in the contract's currency.
  public let withoutAmount: Int
  /// How many cohorts are counted: mature ones of which both figures are known.
  public let cohorts: Int
  /// The order value agreed for the newest cohort counted; for the newest at all where none is.
  public let agreed: Money

  /// Counts order values up over cohorts of one lead type.
  ///
  /// - Precondition: there is a cohort.
  /// - Throws: `Overflow` where a sum passes 64 bits.
  init(over cohorts: [ObservedCohort]) throws(Overflow) {
    precondition(!cohorts.isEmpty, "what is agreed stands in a cohort")
    let counted = cohorts.filter { $0.isCounted && $0.figures.won != nil && $0.figures.revenue != nil }
    let newest = (counted.isEmpty ? cohorts : counted).max { $0.month < $1.month } ?? cohorts[0]
    self.revenue = try counted.compactMap(\.figures.revenue).total(newest.funnel.averageOrderValue.currency)
    self.won = try Int(checking: counted.reduce(Int128(0)) { $0 + Int128($1.figures.won ?? 0) })
    self.withoutAmount = counted.reduce(0) { $0 + $1.evidence.unpriced }
    self.cohorts = counted.count
    self.agreed = newest.funnel.averageOrderValue
  }

  /// Revenue by deals won of which the amount is known, rounded half up to a minor unit; nil where there are none.
  public var average: Money? {
    let paying = won - withoutAmount
    guard paying > 0 else { return nil }
    let average = Int128(revenue.minorUnits).dividedRoundingHalfUp(by: Int128(paying))
    // A quotient by 1 or more is no larger than what was divided.
    return Money(minorUnits: Int(average), revenue.currency)
  }
}
