/// What was owed and delivered of one lead type in one month.
public struct LeadTypeAccount: Hashable, Sendable {
  /// What was owed.
  public let demand: MonthlyDemand
  /// How many leads were delivered.
  public let count: Int
  /// How many of them were apportioned from spans that also touch another month.
  public let apportioned: Int
  /// What the delivered leads are worth, with the metrics in force in the month.
  public let delivered: Value

  /// By value.
  public var attainment: Attainment { Attainment(delivered: delivered, due: Value(demand.due)) }
  /// How many leads are missing; 0 where there are enough.
  public var missing: Int { max(0, demand.demand.mqls - count) }
}

/// What was owed and delivered on one stream in one month.
public struct StreamAccount: Hashable, Sendable {
  /// The stream, as agreed for the month.
  public let stream: Stream
  /// Its lead types, in the contract's order.
  public let leadTypes: [LeadTypeAccount]

  /// By value, over all lead types.
  ///
  /// - Throws: `Overflow` where a sum passes 128 bits.
  public func attainment() throws(Overflow) -> Attainment? {
    var sum: Attainment?
    for type in leadTypes { sum = try sum?.adding(type.attainment) ?? type.attainment }
    return sum
  }
}

/// What was owed and delivered in one month.
public struct MonthAccount: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// The version that it is measured against.
  public let ruling: Ruling
  /// The streams, in the contract's order.
  public let streams: [StreamAccount]
  /// All lead types of all streams.
  public let leadTypes: [LeadTypeAccount]
  /// Leads delivered of types that the version does not agree on; they have no value.
  public let unagreed: [LeadTypeKey: Int]

  /// Values the leads counted in `month` by the version that rules on it.
  init(of month: Month, under ruling: Ruling, counts: [LeadTypeKey: LeadCounts.Count]) throws(Overflow) {
    var rest = counts
    var streams: [StreamAccount] = []
    let plan = Plan(ruling.contract)
    for stream in ruling.contract.streams {
      var types: [LeadTypeAccount] = []
      for demand in try plan.demands(in: month, of: stream) {
        let count = rest.removeValue(forKey: demand.key) ?? LeadCounts.Count()
        types.append(
          LeadTypeAccount(
            demand: demand,
            count: count.all,
            apportioned: count.apportioned,
            delivered: try demand.leadValue.times(count.all)
          )
        )
      }
      streams.append(StreamAccount(stream: stream, leadTypes: types))
    }
    self.month = month
    self.ruling = ruling
    self.streams = streams
    self.leadTypes = streams.flatMap(\.leadTypes)
    self.unagreed = rest.mapValues(\.all)
  }

  /// By value, over one stream, or over all where none is named; nil for an unknown one.
  ///
  /// - Throws: `Overflow` where a sum passes 128 bits.
  public func attainment(of name: Name? = nil) throws(Overflow) -> Attainment? {
    var sum: Attainment?
    for stream in streams where name == nil || stream.stream.name == name {
      guard let part = try stream.attainment() else { continue }
      sum = try sum?.adding(part) ?? part
    }
    return sum
  }

  /// Where attainment lies by the tolerance of the month's own version; nil where nothing was owed.
  ///
  /// - Throws: `Overflow` where a sum passes 128 bits.
  public func band(of name: Name? = nil) throws(Overflow) -> Band? {
    try attainment(of: name)?.band(tolerance: ruling.contract.tolerance)
  }

  /// The leads owed, over all types.
  ///
  /// - Throws: `Overflow` beyond 64 bits.
  public func leadsDue() throws(Overflow) -> Int {
    try Int(checking: leadTypes.reduce(Int128(0)) { $0 + Int128($1.demand.demand.mqls) })
  }

  /// The leads delivered, over all types.
  ///
  /// - Throws: `Overflow` beyond 64 bits.
  public func leadsDelivered() throws(Overflow) -> Int {
    try Int(checking: leadTypes.reduce(Int128(0)) { $0 + Int128($1.count) })
  }
}
