/// What a contract makes marketing owe, month by month.
public struct Plan: Sendable {
  /// The contract.
  public let contract: Contract

  /// The plan of a contract.
  public init(_ contract: Contract) { self.contract = contract }

  /// What is owed in `month` of leads of one type: the new business of a later month, worked backwards.
  ///
  /// docs/arithmetic.md, "Worked backwards", "Streams and retention" and "Lead time".
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func demand(in month: Month, for type: LeadType, of stream: Stream) throws(Overflow) -> MonthlyDemand
  {
    let funnel = type.funnel.funnel(in: month)
    let target = try target(of: stream, in: type.funnel.revenueMonth(ofLeadsIn: month))
    let place = stream.leadTypes.firstIndex { $0.name == type.name }
    return try demand(
      in: month, for: type, of: stream, funnel, target,
      due: place.map { target.parts[$0] } ?? .zero(contract.currency))
  }

  /// What is owed in `month` on a stream, by lead type in the contract's order.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func demands(in month: Month, of stream: Stream) throws(Overflow) -> [MonthlyDemand] {
    var demands: [MonthlyDemand] = []
    demands.reserveCapacity(stream.leadTypes.count)
    // Lead types whose leads become revenue in the same month share its target.
    var targets: [Month: Target] = [:]
    for (place, type) in stream.leadTypes.enumerated() {
      let funnel = type.funnel.funnel(in: month)
      let quotaMonth = type.funnel.revenueMonth(ofLeadsIn: month)
      let target: Target
      if let known = targets[quotaMonth] {
        target = known
      } else {
        target = try self.target(of: stream, in: quotaMonth)
        targets[quotaMonth] = target
      }
      demands.append(
        try demand(in: month, for: type, of: stream, funnel, target, due: target.parts[place]))
    }
    return demands
  }

  /// What is owed in `month`, stream by stream and lead type by lead type in the contract's order.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func demands(in month: Month) throws(Overflow) -> [MonthlyDemand] {
    var demands: [MonthlyDemand] = []
    for stream in contract.streams { demands += try self.demands(in: month, of: stream) }
    return demands
  }

  /// What a stream is to bring in a month.
  private struct Target {
    let month: Month
    let quota: (amount: Money, isAssumed: Bool)
    let newBusiness: Money
    /// The new business by lead type, in the stream's order; the parts add up to it, cent by cent.
    let parts: [Money]
  }

  private func target(of stream: Stream, in month: Month) throws(Overflow) -> Target {
    let newBusiness = try newBusiness(of: stream, in: month)
    return Target(
      month: month,
      quota: stream.quotas.quota(in: month) ?? (.zero(contract.currency), true),
      newBusiness: newBusiness,
      parts: newBusiness.split(by: Share.weights(of: stream.leadTypes.map { $0.share }))
    )
  }

  private func demand(
    in month: Month, for type: LeadType, of stream: Stream, _ funnel: Funnel, _ target: Target, due: Money
  ) throws(Overflow) -> MonthlyDemand {
    MonthlyDemand(
      key: LeadTypeKey(stream: stream.name, leadType: type.name),
      month: month,
      quotaMonth: target.month,
      quota: target.quota.amount,
      isQuotaAssumed: target.quota.isAssumed,
      newBusiness: target.newBusiness,
      share: type.share,
      due: due,
      funnel: funnel,
      leadValue: try funnel.leadValue(),
      demand: try funnel.demand(for: due)
    )
  }

  /// What new customers must bring in `month` on a stream: the quota less the share that existing ones bring.
  public func newBusiness(of stream: Stream, in month: Month) throws(Overflow) -> Money {
    let quota = stream.quotas.quota(in: month)?.amount ?? .zero(contract.currency)
    return try quota.subtracting(quota.times(stream.retention))
  }
}

/// What is owed in one month of leads of one type, with all that it was computed from.
public struct MonthlyDemand: Hashable, Sendable {
  /// The lead type.
  public let key: LeadTypeKey
  /// The month in which the leads are owed.
  public let month: Month
  /// The month in which they are to have become revenue.
  public let quotaMonth: Month
  /// The stream's quota of that month.
  public let quota: Money
  /// Whether that quota is only assumed: the contract's quotas end earlier, and the last stands in.
  public let isQuotaAssumed: Bool
  /// The part of the quota that new customers bring.
  public let newBusiness: Money
  /// The lead type's share of it.
  public let share: Share
  /// The value due: the share in whole minor units.
  public let due: Money
  /// The metrics in force in the month.
  public let funnel: Funnel
  /// What one lead is worth.
  public let leadValue: Value
  /// The counts that bring the value due.
  public let demand: Demand
}

/// Leads of one type that would make up for missing leads of another.
public struct Replacement: Hashable, Sendable {
  /// The type that is short.
  public let short: LeadTypeKey
  /// How many are missing.
  public let missing: Int
  /// The type that could make up for them.
  public let by: LeadTypeKey
  /// How many of those are worth as much, rounded up.
  public let count: Int
}

extension Replacement {
  /// What would replace `missing` leads of one type by each other type of its stream.
  ///
  /// Leads are compared by value: the missing ones' worth, divided by the worth of the other, rounded up.
  public static func options(
    for missing: Int,
    of short: MonthlyDemand,
    among demands: [MonthlyDemand]
  ) throws(Overflow) -> [Replacement] {
    let worth = try short.leadValue.times(missing)
    var options: [Replacement] = []
    for other in demands where other.key != short.key && other.key.stream == short.key.stream {
      options.append(
        Replacement(
          short: short.key,
          missing: missing,
          by: other.key,
          count: try worth.count(of: other.leadValue)
        )
      )
    }
    return options
  }
}
