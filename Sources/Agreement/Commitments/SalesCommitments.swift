/// What sales owes for the leads it is given.
public struct SalesCommitments: Hashable, Sendable {
  /// How soon a lead is contacted, and what share of the leads must be; nil where it is not agreed.
  public let firstContact: FirstContact?
  /// The touches that follow.
  public let cadence: Cadence
  /// How many leads a rep can serve; nil where it is not agreed.
  public let capacity: Capacity?
  /// How long sales may reject a lead; nil where it may not.
  public let rejection: RejectionWindow?

  /// Creates the commitments of a sales team.
  public init(
    firstContact: FirstContact? = nil,
    cadence: Cadence = .usual,
    capacity: Capacity? = nil,
    rejection: RejectionWindow? = nil
  ) {
    self.firstContact = firstContact
    self.cadence = cadence
    self.capacity = capacity
    self.rejection = rejection
  }
}

/// A promise to contact a share of the leads within a time.
public struct FirstContact: Hashable, Sendable {
  /// How the time is counted.
  public enum Clock: Hashable, Sendable {
    /// Around the clock, every day.
    case elapsed
    /// Within business hours only.
    case business(BusinessHours)
  }

  /// The time, in minutes, above 0.
  public let minutes: Int
  /// How the time is counted.
  public let clock: Clock
  /// The share of the leads that must be contacted in time.
  public let share: Share

  /// Creates the promise; `minutes` is above 0.
  public init(minutes: Int, clock: Clock, share: Share) {
    precondition(minutes > 0, "a promise leaves some time")
    self.minutes = minutes
    self.clock = clock
    self.share = share
  }

  /// The limit in words: `4 business hours`, `30 minutes`.
  public var limit: String {
    let isBusiness = clock != .elapsed
    let (count, unit) = minutes.isMultiple(of: 60) ? (minutes / 60, "hour") : (minutes, "minute")
    return "\(count.grouped) \(isBusiness ? "business " : "")\(unit)\(count == 1 ? "" : "s")"
  }
}

/// The hours in which sales works, the same on each of its weekdays.
public struct BusinessHours: Hashable, Sendable {
  /// The weekdays worked: 1 is Monday.
  public let weekdays: ClosedRange<Int>
  /// The first minute of the day, from midnight.
  public let opens: Int
  /// The minute of the day at which work ends, after `opens`.
  public let closes: Int

  /// Monday to Friday, 9:00 to 17:00.
  public static let usual = BusinessHours(weekdays: 1...5, opens: 540, closes: 1_020)

  init(weekdays: ClosedRange<Int>, opens: Int, closes: Int) {
    self.weekdays = weekdays
    self.opens = opens
    self.closes = closes
  }

  private static let names = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Reads `mon-fri 9:00-17:00`.
  ///
  /// - Throws: `Unreadable` when the text has another form, or ends before it starts.
  public init(_ text: String) throws(Unreadable) {
    let refusal = Unreadable(text, expected: "business hours such as mon-fri 9:00-17:00")
    let parts = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard parts.count == 2 else { throw refusal }
    let days = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(Self.weekday)
    let hours = parts[1].split(separator: "-", omittingEmptySubsequences: false).map(Self.minute)
    guard
      (1...2).contains(days.count), let first = days[0], let last = days[days.count - 1], first <= last,
      hours.count == 2, let opens = hours[0], let closes = hours[1], opens < closes
    else { throw refusal }
    self.init(weekdays: first...last, opens: opens, closes: closes)
  }

  private static func weekday(_ name: some StringProtocol) -> Int? {
    name.count < 3 ? nil : names.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private static func minute(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard
      (1...2).contains(parts.count), let hour = Int(digits: parts[0]),
      let minute = parts.count == 1 ? 0 : Int(digits: parts[1]),
      hour <= 24, minute <= 59, hour * 60 + minute <= 1_440
    else { return nil }
    return hour * 60 + minute
  }
}

extension BusinessHours: CustomStringConvertible {
  /// The hours as they are written in a contract: `mon-fri 09:00-17:00`.
  public var description: String {
    let days = [weekdays.lowerBound, weekdays.upperBound].map { Self.names[$0 - 1].prefix(3) }
    func time(_ minute: Int) -> String { "\((minute / 60).padded(to: 2)):\((minute % 60).padded(to: 2))" }
    return
      "\(days[0] == days[1] ? String(days[0]) : days.joined(separator: "-")) \(time(opens))-\(time(closes))"
  }
}

/// How persistently a lead is followed up: so many touches within so many days, in steps.
public struct Cadence: Hashable, Sendable {
  /// One step.
  public struct Step: Hashable, Sendable {
    /// Touches since the delivery, this step's and all before.
    public let touches: Int
    /// Days since the delivery.
    public let days: Int

    /// So many touches within so many days, both above 0.
    public init(touches: Int, days: Int) {
      precondition(touches > 0 && days > 0, "a step asks for something in some time")
      self.touches = touches
      self.days = days
    }

    /// The step's name in commands and reports: `3-in-14`.
    public var name: String { "\(touches)-in-\(days)" }
  }

  /// The steps, each with more touches and more days than the one before.
  public let steps: [Step]
  /// The share of the leads due that must have had their touches.
  public let share: Share

  /// 3 touches in 14 days, 5 in 28, 7 in 56, for every lead that is due.
  public static let usual = Cadence(
    steps: [Step(touches: 3, days: 14), Step(touches: 5, days: 28), Step(touches: 7, days: 56)],
    share: .all
  )

  /// Creates a cadence.
  ///
  /// - Precondition: each step has more touches and more days than the one before.
  public init(steps: [Step], share: Share) {
    precondition(Self.isRising(steps), "each step asks for more")
    self.steps = steps
    self.share = share
  }

  /// Whether each step has more touches and more days than the one before.
  public static func isRising(_ steps: [Step]) -> Bool {
    zip(steps, steps.dropFirst()).allSatisfy { $0.touches < $1.touches && $0.days < $1.days }
  }
}

/// How many leads the sales team can serve.
public struct Capacity: Hashable, Sendable {
  /// A number of reps from a month on.
  public struct Staffing: Hashable, Sendable {
    /// The month from which on it holds.
    public let from: Month
    /// The number of reps, at least 0.
    public let reps: Int

    /// So many reps from `from` on.
    public init(from: Month, reps: Int) {
      self.from = from
      self.reps = reps
    }
  }

  /// The most leads that a rep is given in a month, above 0.
  public let leadsPerRep: Int
  /// The numbers of reps, in order; the first holds also for the months before it.
  public let staffing: [Staffing]

  /// Creates a capacity.
  ///
  /// - Precondition: there is a staffing, and no two are for the same month.
  public init(leadsPerRep: Int, staffing: [Staffing]) {
    precondition(
      leadsPerRep > 0 && !staffing.isEmpty && Set(staffing.map(\.from)).count == staffing.count,
      "someone serves leads"
    )
    self.leadsPerRep = leadsPerRep
    self.staffing = staffing.sorted { $0.from < $1.from }
  }

  /// The number of reps in `month`.
  public func reps(in month: Month) -> Int {
    (staffing.last { $0.from <= month } ?? staffing[0]).reps
  }

  /// The most leads that the team can be given in `month`.
  public func limit(in month: Month) throws(Overflow) -> Int {
    try Int(checking: Int128(leadsPerRep) * Int128(reps(in: month)))
  }

  /// How many reps are missing in `month` for `leads`; 0 where there are enough.
  public func missingReps(for leads: Int, in month: Month) -> Int {
    max(0, leads / leadsPerRep + (leads.isMultiple(of: leadsPerRep) ? 0 : 1) - reps(in: month))
  }
}
