/// A contract's ledger, counted up: what was owed and what was delivered, by month, stream and lead type.
public struct Accounts: Sendable {
  /// What is counted.
  public let ledger: Ledger
  private let tallies: [Month: [LeadTypeKey: Tally]]

  /// Counts up a ledger.
  ///
  /// Entries for the same lead type and the same days are netted before they are apportioned, so that a
  /// corrected week falls to its months just as it would had it been right from the start.
  ///
  /// - Throws: `Overflow` where counts pass 64 bits.
  public init(_ ledger: Ledger) throws(Overflow) {
    self.ledger = ledger
    var tallies: [Month: [LeadTypeKey: Tally]] = [:]
    for net in try NetDelivery.all(of: ledger.deliveries) {
      let calendar = ledger.calendar(on: net.days.first)
      let parts = calendar.apportion(net.count, of: net.days)
      let isDivided = parts.count { $0.count != 0 } > 1
      for part in parts {
        var tally = tallies[part.month]?[net.key] ?? Tally()
        tally.count = try Int(checking: Int128(tally.count) + Int128(part.count))
        if isDivided {
          tally.apportioned = try Int(checking: Int128(tally.apportioned) + Int128(part.count))
        }
        tallies[part.month, default: [:]][net.key] = tally
      }
    }
    self.tallies = tallies
  }

  /// What was owed and delivered in `month`; nil where no version covers it.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func account(of month: Month) throws(Overflow) -> MonthAccount? {
    guard let ruling = ledger.history.ruling(in: month) else { return nil }
    var tally = tallies[month] ?? [:]
    var streams: [StreamAccount] = []
    for stream in ruling.contract.streams {
      var types: [LeadTypeAccount] = []
      for type in stream.leadTypes {
        let demand = try Plan(ruling.contract).demand(in: month, for: type, of: stream)
        let counted = tally.removeValue(forKey: demand.key) ?? Tally()
        types.append(
          LeadTypeAccount(
            demand: demand,
            count: counted.count,
            apportioned: counted.apportioned,
            delivered: try demand.leadValue.times(counted.count)
          )
        )
      }
      streams.append(StreamAccount(stream: stream, leadTypes: types))
    }
    return MonthAccount(month: month, ruling: ruling, streams: streams, unagreed: tally.mapValues(\.count))
  }

  /// The months on one side of the target that end in `month`, for one stream, or for all where none is named.
  ///
  /// Each month is judged by the tolerance of its own version.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func streak(endingIn month: Month, of stream: Name? = nil) throws(Overflow) -> Streak? {
    guard let ruling = ledger.history.ruling(in: month), let first = ledger.history.months.first else {
      return nil
    }
    var bands: [Band?] = []
    var next = first
    while next <= month {
      bands.append(try account(of: next)?.band(of: stream))
      next = next.advanced(by: 1)
    }
    return Streak(endingIn: bands, sustainedAfter: ruling.contract.sustainedAfter)
  }
}

private struct Tally {
  var count = 0
  var apportioned = 0
}

extension Ledger {
  /// The calendar of the version that rules on `day`, or on the first covered month after it; else the newest.
  ///
  /// Versions of one contract differ in their holidays only. Leads of a week that begins before the agreement
  /// are split as its first version says, so that no later version changes the first month.
  public func calendar(on day: Day) -> ContractCalendar {
    let newest = history.newest.contract.calendar
    let month = newest.month(containing: day)
    let ruling = history.ruling(in: month) ?? history.months.first { $0 > month }.flatMap(history.ruling)
    return ruling?.contract.calendar ?? newest
  }
}

/// The sum of all that is on record for one lead type and the same days.
public struct NetDelivery: Hashable, Sendable {
  /// The lead type.
  public let key: LeadTypeKey
  /// The days.
  public let days: DayRange
  /// The sum of the counts logged, imported and corrected.
  public let count: Int

  /// The sums of deliveries, in the order of their days.
  ///
  /// - Throws: `Overflow` where a sum passes 64 bits.
  public static func all(of deliveries: [Delivery]) throws(Overflow) -> [NetDelivery] {
    struct Span: Hashable {
      let key: LeadTypeKey
      let days: DayRange
    }
    var sums: [Span: Int128] = [:]
    for delivery in deliveries {
      sums[Span(key: delivery.key, days: delivery.days), default: 0] += Int128(delivery.count)
    }
    var nets: [NetDelivery] = []
    for (span, sum) in sums {
      nets.append(NetDelivery(key: span.key, days: span.days, count: try Int(checking: sum)))
    }
    return nets.sorted { ($0.days.first, $0.days.last, $0.key) < ($1.days.first, $1.days.last, $1.key) }
  }
}

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
  /// Leads delivered of types that the version does not agree on; they have no value.
  public let unagreed: [LeadTypeKey: Int]

  /// All lead types of all streams.
  public var leadTypes: [LeadTypeAccount] { streams.flatMap(\.leadTypes) }

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
