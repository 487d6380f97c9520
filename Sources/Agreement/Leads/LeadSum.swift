/// What the leads of one type that were delivered in one month add up to: all that reports need where they do not look
/// at leads one by one.
///
/// Sums of parts add up to the sum of the whole, so that a lead can be added when its file comes in.
public struct LeadSum: Hashable, Sendable {
  /// The leads of one day, or of several that nobody tells apart.
  public struct OneDay: Hashable, Sendable {
    /// The day; the last of several.
    public private(set) var day: Day
    /// The leads that are delivered by their records: all but those that lack what their type must have.
    public var delivered: Int
    /// The newest import that changed one of them; 0 where there is none.
    public var newestImport: Int
    /// The leads that count: those delivered that are not rejected.
    public var counted: Int
    /// How many of those that count were won within each of `ClosingTimes.spans`.
    public var closed: ClosedCounts
    /// The leads that count and of which it is known how long they took, or that are not won.
    public var timed: Int

    /// Sums of one day.
    public init(
      _ day: Day, delivered: Int = 0, newestImport: Int = 0, counted: Int = 0,
      closed: ClosedCounts = ClosedCounts(), timed: Int = 0
    ) {
      self.day = day
      self.delivered = delivered
      self.newestImport = newestImport
      self.counted = counted
      self.closed = closed
      self.timed = timed
    }

    /// Adds the leads of the same or another day.
    public mutating func add(_ other: OneDay) {
      day = max(day, other.day)
      delivered += other.delivered
      newestImport = max(newestImport, other.newestImport)
      counted += other.counted
      closed.add(other.closed)
      timed += other.timed
    }
  }

  /// How many leads were won within each of `ClosingTimes.spans`.
  public struct ClosedCounts: Hashable, Sendable {
    // Three numbers rather than an array, which would be an allocation for each day.
    private var first: Int
    private var second: Int
    private var third: Int

    /// So many within the first, the second and the third span.
    public init(_ first: Int = 0, _ second: Int = 0, _ third: Int = 0) {
      self.first = first
      self.second = second
      self.third = third
    }

    /// One lead that was won after so many days.
    init(after days: Int) {
      let spans = ClosingTimes.spans
      precondition(spans.count == 3, "there is a number for each span")
      self.init(days <= spans[0] ? 1 : 0, days <= spans[1] ? 1 : 0, days <= spans[2] ? 1 : 0)
    }

    /// The count of the span at `place`, from 0.
    public subscript(place: Int) -> Int {
      switch place {
      case 0: first
      case 1: second
      case 2: third
      default: preconditionFailure("there are three spans")
      }
    }

    fileprivate mutating func add(_ other: ClosedCounts) {
      first += other.first
      second += other.second
      third += other.third
    }
  }

  /// What was won in one currency.
  public struct Revenue: Hashable, Sendable {
    /// The sum in minor units; it may pass what an amount of money can be.
    public var minorUnits: Int128
    /// How many amounts it is of.
    public var amounts: Int

    /// A sum of so many amounts.
    public init(minorUnits: Int128 = 0, amounts: Int = 0) {
      self.minorUnits = minorUnits
      self.amounts = amounts
    }
  }

  /// The days on which there are leads, in order; one for all those that a reader need not tell apart.
  public var days: [OneDay] = []
  /// What disputes add to the leads delivered, or take off them.
  public var adjustment = 0
  /// The fields that files had columns for, of all these leads.
  public var told: LeadFields = []
  /// The fields that files had columns for, of those that count.
  public var toldOfCounted: LeadFields = []
  /// Those that count and that sales accepted.
  public var sqls = 0
  /// Those that count and became opportunities.
  public var opportunities = 0
  /// Those that count and were won.
  public var won = 0
  /// Deals won without an amount, of leads that count.
  public var wonWithoutAmount = 0
  /// What those that count brought, by currency.
  public var revenue: [Currency: Revenue] = [:]
  /// The first day on which any of them reached a stage, its own delivery not before; nil where none did at a known time.
  public var firstStageDay: Day?
  /// How many of those that count took so many days from their delivery to the won deal.
  public var daysToClose: [Int: Int] = [:]
  /// Those that count and were won at a time that nobody knows.
  public var wonUndated = 0
  /// The ids of those that count and were won before they were delivered, in order.
  public var wonBeforeDelivery: [String] = []
  /// Those that are not delivered yet.
  public var waiting = 0

  /// The sum of no leads.
  public init() {}

  /// How many leads count.
  public var counted: Int { days.reduce(0) { $0 + $1.counted } }
}

extension LeadSum {
  /// How many leads were delivered, what disputes add or take off included.
  public var delivered: Int { days.reduce(adjustment) { $0 + $1.delivered } }

  /// What those that count brought in a currency; nil where no amount is known in it.
  ///
  /// - Throws: `Overflow` where the sum passes 64 bits.
  public func revenue(in currency: Currency) throws(Overflow) -> Money? {
    guard let sum = revenue[currency] else { return nil }
    return Money(minorUnits: try Int(checking: sum.minorUnits), currency)
  }

  /// Adds other leads of the same type and month.
  public mutating func add(_ other: LeadSum) {
    for day in other.days { add(day) }
    adjustment += other.adjustment
    told.formUnion(other.told)
    toldOfCounted.formUnion(other.toldOfCounted)
    sqls += other.sqls
    opportunities += other.opportunities
    won += other.won
    wonWithoutAmount += other.wonWithoutAmount
    for (currency, sum) in other.revenue {
      revenue[currency, default: Revenue()].minorUnits += sum.minorUnits
      revenue[currency, default: Revenue()].amounts += sum.amounts
    }
    firstStageDay = [firstStageDay, other.firstStageDay].compactMap(\.self).min()
    daysToClose.merge(other.daysToClose, uniquingKeysWith: +)
    wonUndated += other.wonUndated
    wonBeforeDelivery = (wonBeforeDelivery + other.wonBeforeDelivery).sorted()
    waiting += other.waiting
  }

  /// Adds a lead as the contract counts it.
  ///
  /// - Parameter steps: those of the dispute on it.
  mutating func add(_ placed: PlacedLead, disputed steps: [DisputeStep]) {
    let lead = placed.lead
    told.formUnion(lead.told)
    if let day = lead.firstStageDay(from: placed.day) { firstStageDay = min(firstStageDay ?? day, day) }
    var own = OneDay(placed.day)
    if placed.isDelivered {
      own.delivered = 1
      own.newestImport = lead.mark.number
      adjustment += steps.reduce(0) { $0 + ($1.change ?? 0) }
    }
    if placed.standing == .counts {
      own.counted = 1
      toldOfCounted.formUnion(lead.told)
      addStages(of: lead)
      addTime(of: placed, to: &own)
    }
    add(own)
  }

  /// Adds a lead that no month counts: its day where it was delivered outside the term, what it brought where it is not
  /// delivered yet.
  mutating func add(_ unplaced: UnplacedLead) {
    told.formUnion(unplaced.lead.told)
    switch unplaced.reason {
    case .outsideTerm(let day): add(OneDay(day, delivered: 1, newestImport: unplaced.lead.mark.number))
    case .notDelivered:
      waiting += 1
      addStages(of: unplaced.lead)
    }
  }

  private mutating func addStages(of lead: Lead) {
    if lead.hasReached(.sql) { sqls += 1 }
    if lead.hasReached(.opportunity) { opportunities += 1 }
    guard lead.hasReached(.won) else { return }
    won += 1
    wonWithoutAmount += lead.wonWithoutAmount
    for amount in lead.revenue {
      revenue[amount.currency, default: Revenue()].minorUnits += Int128(amount.minorUnits)
      revenue[amount.currency, default: Revenue()].amounts += 1
    }
  }

  private mutating func addTime(of placed: PlacedLead, to own: inout OneDay) {
    guard let won = placed.lead.facts.won else {
      if placed.lead.hasReached(.won) { wonUndated += 1 } else { own.timed = 1 }
      return
    }
    let taken = won.day.number - placed.day.number
    guard taken >= 0 else {
      wonBeforeDelivery.append(placed.lead.id)
      wonBeforeDelivery.sort()
      return
    }
    own.timed = 1
    daysToClose[taken, default: 0] += 1
    own.closed = ClosedCounts(after: taken)
  }

  private mutating func add(_ other: OneDay) {
    // Files are mostly in the order of their days.
    if let last = days.last, last.day == other.day { return days[days.count - 1].add(other) }
    let place = days.lastIndex { $0.day <= other.day } ?? -1
    if place >= 0, days[place].day == other.day {
      days[place].add(other)
    } else {
      days.insert(other, at: place + 1)
    }
  }
}
