/// Leads of one type that would close a gap by themselves.
public struct MixSolution: Hashable, Sendable {
  /// What such a lead would be owed and worth, in the month that it would be delivered in.
  public let demand: MonthlyDemand
  /// How many, rounded up.
  public let leads: Int
}

/// A rate at which the leads there are would be worth what is owed.
public struct RateSolution: Hashable, Sendable {
  /// The lead type; nil for all of the stream, each by as many points.
  public let key: LeadTypeKey?
  /// The metric.
  public let metric: FunnelMetric
  /// The rate as agreed in the period's last month; for all lead types the highest.
  public let agreed: Rate
  /// The smallest change that closes the gap, in whole parts per million; nil where even 100 % would not.
  public let supposition: Supposition?
}

extension Gap {
  /// How many leads of each type would close the gap by themselves, fewest first; none where there is no gap.
  ///
  /// They are worth what a lead of the period's last month is worth.
  ///
  /// - Throws: `Overflow` where a count passes 64 bits.
  public func mixSolutions() throws(Overflow) -> [MixSolution] {
    let missing = try missing()
    guard missing > .zero(missing.currency), let last = positions.map(\.demand.month).max() else { return [] }
    var solutions: [MixSolution] = []
    for position in positions where position.demand.month == last {
      // A lead worth less than the smallest part of a cent would never add up.
      guard position.demand.leadValue > .zero(missing.currency) else { continue }
      solutions.append(
        MixSolution(demand: position.demand, leads: try missing.count(of: position.demand.leadValue)))
    }
    return solutions.sorted { ($0.leads, $0.demand.key) < ($1.leads, $1.demand.key) }
  }

  /// The rates that would close the gap: of each lead type by itself, then of all together; none where there is no gap.
  ///
  /// - Throws: `Overflow` where a value passes 128 bits.
  public func rateSolutions() throws -> [RateSolution] {
    guard expected < target, let last = positions.map(\.demand.month).max() else { return [] }
    let demands = positions.map(\.demand).filter { $0.month == last }
    var solutions: [RateSolution] = []
    for metric in [FunnelMetric.mqlToSQL, .sqlToOpportunity, .winRate] {
      for demand in demands {
        guard let agreed = demand.funnel.rate(metric) else { continue }
        solutions.append(
          RateSolution(
            key: demand.key, metric: metric, agreed: agreed,
            supposition: try smallest(in: 1...Share.whole) { parts in
              Supposition(
                stream: stream.name, leadType: demand.key.leadType, .metric(metric),
                .rate(try Rate(Share(partsPerMillion: parts))))
            }))
      }
      guard demands.count > 1,
        let highest = positions.compactMap({ $0.demand.funnel.rate(metric) }).max(),
        let agreed = demands.compactMap({ $0.funnel.rate(metric) }).max()
      else { continue }
      solutions.append(
        RateSolution(
          key: nil, metric: metric, agreed: agreed,
          supposition: try smallest(in: 0...Share.whole - highest.partsPerMillion) { points in
            Supposition(stream: stream.name, .metric(metric), .points(partsPerMillion: points))
          }))
    }
    return solutions
  }

  /// The smallest of the suppositions with which the leads reach their target; nil where the largest does not.
  ///
  /// Worth rises with each rate, rounding included, so that halving the range finds it.
  private func smallest(
    in range: ClosedRange<Int>, _ supposition: (Int) throws -> Supposition
  ) throws -> Supposition? {
    func closes(_ parts: Int) throws -> Bool {
      try expected(supposing: supposition(parts)) >= target
    }
    guard try closes(range.upperBound) else { return nil }
    var (below, enough) = (range.lowerBound - 1, range.upperBound)
    while enough - below > 1 {
      let middle = below + (enough - below) / 2
      if try closes(middle) { enough = middle } else { below = middle }
    }
    return try supposition(enough)
  }

  /// The quota that the leads carry: the largest change of the stream's quotas at which no more is owed than they are
  /// worth, in whole parts per million up to ten times as much again.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func quotaSolution() throws -> Supposition {
    try Supposition.largestQuota(of: stream.name) { Value(try due(supposing: $0)) <= expected }
  }
}

extension Supposition {
  /// The most that quotas are supposed to rise: ten times as much again.
  static let mostRise = 10 * Share.whole

  /// The largest change of quotas for which `holds`, which it does for smaller ones too; −100 % where none does.
  static func largestQuota(
    of stream: Name? = nil, _ holds: (Supposition) throws -> Bool
  ) throws -> Supposition {
    func supposition(_ parts: Int) -> Supposition {
      Supposition(stream: stream, .quota, .relative(partsPerMillion: parts))
    }
    func isCarried(_ parts: Int) throws -> Bool {
      // Quotas that pass what can be counted are more than any leads carry.
      do { return try holds(supposition(parts)) } catch is Overflow { return false } catch is Unreadable {
        return false
      }
    }
    if try isCarried(mostRise) { return supposition(mostRise) }
    var (holding, tooMuch) = (-Share.whole, mostRise)
    while tooMuch - holding > 1 {
      let middle = holding + (tooMuch - holding) / 2
      if try isCarried(middle) { holding = middle } else { tooMuch = middle }
    }
    return supposition(holding)
  }
}

extension Accounts {
  /// The quota that the reps can serve the leads of: the largest change of all quotas at which no month of `months` owes
  /// more leads than its capacity; nil where none is agreed.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func quotaWithinCapacity(in months: [Month]) throws -> Supposition? {
    var served: [(month: Month, contract: Contract, limit: Int)] = []
    for month in months {
      guard let contract = try account(of: month)?.ruling.contract, let capacity = contract.sales.capacity
      else { continue }
      served.append((month, contract, try capacity.limit(in: month)))
    }
    guard !served.isEmpty else { return nil }
    return try Supposition.largestQuota { supposition in
      for (month, contract, limit) in served {
        let demands = try Plan(contract.supposing([supposition])).demands(in: month)
        let leads = demands.reduce(Int128(0)) { $0 + Int128($1.demand.mqls) }
        if leads > Int128(limit) { return false }
      }
      return true
    }
  }
}
