/// What a stream is short of in a period: the value owed of it less what the leads there are, or will be, are worth.
///
/// docs/arithmetic.md, "What would close a gap".
public struct Gap: Sendable {
  /// The leads of one type in one month.
  public struct Position: Hashable, Sendable {
    /// How it is known how many leads there will be.
    public enum Basis: Hashable, Sendable {
      /// The month is over: what is on record.
      case delivered
      /// The month runs: what is on record, carried on at the pace so far.
      case projected(from: Int, elapsed: Int, total: Int)
      /// Nothing is on record yet: what is owed.
      case owed
      /// What is owed less so many that are supposed to be missing.
      case short(Int)
    }

    /// What is owed.
    public let demand: MonthlyDemand
    /// How many leads there will be.
    public let leads: Int
    /// How that is known.
    public let basis: Basis

    /// Leads of a type in a month.
    public init(demand: MonthlyDemand, leads: Int, basis: Basis) {
      self.demand = demand
      self.leads = leads
      self.basis = basis
    }
  }

  /// The stream, as agreed at the period's end.
  public let stream: Stream
  /// Its leads, month by month.
  public let positions: [Position]
  /// What their worth is to reach: the value owed; with leads supposed to be missing, the worth of all that are owed.
  public let target: Value
  /// What they are worth.
  public let expected: Value
  /// The texts that rule, by month.
  let contracts: [Month: Contract]

  /// Looks at a stream.
  ///
  /// - Throws: `Overflow` where a value passes 128 bits.
  public init(
    of stream: Stream, _ positions: [Position], under contracts: [Month: Contract], in currency: Currency
  ) throws(Overflow) {
    // A supposed shortfall is one of leads, so it is held against all that are owed.
    let isSupposed = positions.contains(where: \.isSupposed)
    var (target, expected) = (Value.zero(currency), Value.zero(currency))
    for position in positions {
      let demand = position.demand
      expected = try expected.adding(try demand.leadValue.times(position.leads))
      target = try target.adding(
        isSupposed ? try demand.leadValue.times(demand.demand.mqls) : Value(demand.due))
    }
    self.stream = stream
    self.positions = positions
    self.target = target
    self.expected = expected
    self.contracts = contracts
  }

  /// What is missing; nothing where there is enough.
  ///
  /// - Throws: `Overflow` where a value passes 128 bits.
  public func missing() throws(Overflow) -> Value {
    expected < target ? try target.subtracting(expected) : .zero(target.currency)
  }

  /// What the leads would be worth if one thing were different.
  ///
  /// - Throws: `Unreadable` where it is impossible, `Overflow` where a value passes 128 bits.
  public func expected(supposing supposition: Supposition) throws -> Value {
    var sum = Value.zero(expected.currency)
    for position in positions {
      let funnel = try position.demand.funnel.supposing(supposition, of: position.demand.key)
      sum = try sum.adding(try funnel.leadValue().times(position.leads))
    }
    return sum
  }

  /// What would be owed of the stream if its quotas were different.
  ///
  /// - Throws: `Unreadable` where they are impossible, `InvalidContract`, `Overflow`.
  public func due(supposing supposition: Supposition) throws -> Money {
    var demands: [MonthlyDemand] = []
    for (month, contract) in contracts {
      let supposed = try contract.supposing([supposition])
      guard let stream = supposed.stream(stream.name) else { continue }
      for type in stream.leadTypes
      where positions.contains(where: { $0.demand.month == month && $0.demand.key.leadType == type.name }) {
        demands.append(try Plan(supposed).demand(in: month, for: type, of: stream))
      }
    }
    return try demands.map(\.due).total(expected.currency)
  }
}

extension Gap.Position {
  fileprivate var isSupposed: Bool { if case .short = basis { true } else { false } }
}

extension Accounts {
  /// The gaps of those of `months` that some version covers, stream by stream.
  ///
  /// A running month is carried on at its pace up to the last day on record where counts are logged, else up to today,
  /// rounded down to whole leads; where nothing is on record yet it counts as owed, as do months to come.
  ///
  /// - Parameter short: leads supposed to be missing of what is owed, by lead type, in the first month; nil to go by
  ///   what is on record. A lead type that is not named then counts as owed.
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func gaps(
    in months: [Month], on today: Day, short: [LeadTypeKey: Int]? = nil
  ) throws(Overflow) -> [Gap] {
    var positions: [Name: [Gap.Position]] = [:]
    var contracts: [Month: Contract] = [:]
    var streams: [Stream] = []
    for month in months {
      guard let account = try account(of: month) else { continue }
      let contract = account.ruling.contract
      contracts[month] = contract
      let isFirst = contracts.count == 1
      let pace = recordedPace(of: month, in: contract, on: today)
      for stream in account.streams {
        streams.removeAll { $0.name == stream.stream.name }
        streams.append(stream.stream)
        for type in stream.leadTypes {
          let position: Gap.Position =
            if let short {
              Gap.Position(of: type, short: isFirst ? short[type.demand.key] ?? 0 : 0)
            } else {
              try Gap.Position(of: type, pace: pace)
            }
          positions[stream.stream.name, default: []].append(position)
        }
      }
    }
    var gaps: [Gap] = []
    for stream in streams.sorted(by: { $0.name < $1.name }) {
      gaps.append(
        try Gap(
          of: stream, positions[stream.name] ?? [], under: contracts,
          in: ledger.history.newest.contract.currency))
    }
    return gaps
  }

  /// How much of a month is told by the records: nil of one to come, and of one that nothing is on record of.
  private func recordedPace(of month: Month, in contract: Contract, on today: Day) -> Pace? {
    let days = contract.calendar.days(of: month)
    guard days.first <= today else { return nil }
    guard days.last >= today else { return Pace(on: days.last, in: month, of: contract.calendar) }
    let entries = ledger.deliveries.map(\.days).filter { $0.overlaps(days) && $0.first <= today }
    guard let last = entries.map({ min($0.last, days.last, today) }).max() else { return nil }
    return Pace(on: contract.deliverySource == .logged ? last : today, in: month, of: contract.calendar)
  }
}

extension Gap.Position {
  fileprivate init(of account: LeadTypeAccount, short: Int) {
    let owed = account.demand.demand.mqls
    self.init(
      demand: account.demand, leads: max(0, owed - short), basis: short == 0 ? .owed : .short(short))
  }

  fileprivate init(of account: LeadTypeAccount, pace: Pace?) throws(Overflow) {
    guard let pace, pace.elapsed > 0 else {
      self.init(demand: account.demand, leads: account.demand.demand.mqls, basis: .owed)
      return
    }
    guard pace.left > 0 else {
      self.init(demand: account.demand, leads: account.count, basis: .delivered)
      return
    }
    let projected = Int128(account.count) * Int128(pace.total) / Int128(pace.elapsed)
    self.init(
      demand: account.demand, leads: try Int(checking: projected),
      basis: .projected(from: account.count, elapsed: pace.elapsed, total: pace.total))
  }
}
