/// The gap between what leads were agreed to bring and what they brought, split by what it came from.
///
/// docs/arithmetic.md, "Whose shortfall": logarithmic mean Divisia weights, LMDI-I (B. W. Ang, "The LMDI approach to
/// decomposition analysis", Energy Policy 33, 2005).
public struct ShortfallSplit: Hashable, Sendable {
  /// What one factor cost.
  public struct Part: Hashable, Sendable {
    /// The factor.
    public let factor: ShortfallFactor
    /// What it cost; negative where it brought more than agreed.
    public let amount: Money
  }

  /// The value due less the revenue; negative where the leads brought more than agreed.
  public let gap: Money
  /// What each factor cost, in the order of the funnel; together the gap, to the minor unit.
  public let parts: [Part]
  /// The factor of the first stage that nothing came through, which takes all of the gap; nil where something did.
  public let emptied: ShortfallFactor?

  /// Splits the gap of a cohort; nil where its revenue or its won deals are not on record, or contradict each other.
  ///
  /// - Throws: `Overflow` where an amount passes 64 bits.
  public init?(of cohort: Cohort) throws(Overflow) {
    try self.init(
      due: cohort.due,
      under: cohort.account.demand.funnel,
      leads: cohort.account.count,
      figures: cohort.figures
    )
  }

  /// Splits the gap between `due`, agreed under `funnel`, and what has come of `leads` leads.
  ///
  /// A stage of which nothing is known is passed over: its rates count as one. The first stage without anything
  /// takes all of the gap. Nil where won deals or revenue are not known, or where something came of nothing.
  ///
  /// - Throws: `Overflow` where an amount passes 64 bits.
  public init?(due: Money, under funnel: Funnel, leads: Int, figures: OutcomeFigures) throws(Overflow) {
    guard let won = figures.won, let revenue = figures.revenue, revenue.currency == due.currency else {
      return nil
    }
    let gap = try due.subtracting(revenue)
    let links = Self.links(
      due: due, funnel: funnel, leads: leads, figures: figures, won: won, revenue: revenue)
    self.gap = gap
    guard due.minorUnits > 0 else {
      self.parts = Self.parts(of: links, all: gap, to: .volume)
      self.emptied = nil
      return
    }
    if let empty = links.firstIndex(where: { $0.result <= 0 }) {
      let isRevenue = empty == links.count - 1
      guard isRevenue || links[empty...].allSatisfy({ $0.result == 0 }) else { return nil }
      self.parts = Self.parts(of: links, all: gap, to: links[empty].factor)
      self.emptied = links[empty].factor
      return
    }
    self.emptied = nil
    let mean = LogarithmicMean.of(due.minorUnits, revenue.minorUnits)
    var actual: Int128 = 0
    let exact = links.map { link in
      let result = NaturalLogarithm.of(Int128(link.result))
      defer { actual = result }
      return (link.agreed - (result - actual)).weighed(by: mean)
    }
    self.parts = zip(links, try Self.whole(exact, adding: gap.minorUnits)).map { link, units in
      Part(factor: link.factor, amount: Money(minorUnits: units, due.currency))
    }
  }

  /// What the factor cost; nil where it is no part of the split.
  public subscript(factor: ShortfallFactor) -> Money? { parts.first { $0.factor == factor }?.amount }

  /// A factor, the logarithm of what was agreed for it, and what came out behind it.
  private struct Link {
    let factor: ShortfallFactor
    let agreed: Int128
    let result: Int
  }

  private static func links(
    due: Money, funnel: Funnel, leads: Int, figures: OutcomeFigures, won: Int, revenue: Money
  ) -> [Link] {
    let stages: [(stage: Stage, rate: Rate, count: Int?)] = [
      (.sql, funnel.mqlToSQL, figures.sqls), (.opportunity, funnel.sqlToOpportunity, figures.opportunities),
      (.won, funnel.winRate, won),
    ]
    let orderValue = NaturalLogarithm.of(Int128(funnel.averageOrderValue.minorUnits))
    // The leads that bring the value due by the agreed rates, not rounded up: due / value of a lead.
    let volume =
      NaturalLogarithm.of(max(1, Int128(due.minorUnits))) - orderValue
      - stages.reduce(0) { $0 + $1.rate.logarithm }
    var links = [Link(factor: .volume, agreed: volume, result: leads)]
    var (from, agreed) = (Stage.mql, Int128(0))
    for (stage, rate, count) in stages {
      agreed += rate.logarithm
      guard let count else { continue }
      links.append(Link(factor: ShortfallFactor(from: from, to: stage), agreed: agreed, result: count))
      (from, agreed) = (stage, 0)
    }
    return links + [Link(factor: .averageOrderValue, agreed: orderValue, result: revenue.minorUnits)]
  }

  private static func parts(of links: [Link], all gap: Money, to factor: ShortfallFactor) -> [Part] {
    links.map { Part(factor: $0.factor, amount: $0.factor == factor ? gap : .zero(gap.currency)) }
  }

  /// Whole parts that add up to `total`: each rounded down, what that leaves to the largest remainders.
  private static func whole(_ exact: [Int128], adding total: Int) throws(Overflow) -> [Int] {
    let floors = exact.map { $0 >> Int128.weighedPlaces }
    let remainders = zip(exact, floors).map { $0 - $1 << Int128.weighedPlaces }
    let left = Int128(total) - floors.reduce(0, +)
    let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    var units: [Int] = []
    let raised = Set(order.prefix(Int(left)))
    for (index, floor) in floors.enumerated() {
      units.append(try Int(checking: floor + (raised.contains(index) ? 1 : 0)))
    }
    return units
  }
}

extension Rate {
  /// The logarithm of the rate as it was written, in the parts of `NaturalLogarithm`.
  fileprivate var logarithm: Int128 {
    let (part, whole) = share.exact
    return NaturalLogarithm.of(part) - NaturalLogarithm.of(whole)
  }
}

extension Int128 {
  /// Binary places of a weighed logarithm.
  fileprivate static let weighedPlaces: Int128 = 48

  /// A logarithm times a mean, in parts of 2⁻⁴⁸ of a minor unit.
  fileprivate func weighed(by mean: Int128) -> Int128 {
    let product = magnitude.multipliedFullWidth(by: mean.magnitude)
    // 112 and 60 binary places come in and 48 stay: 124 of the product fall away.
    let size = Int128(product.high << 4 | product.low >> 124)
    return self < 0 ? -size : size
  }
}
