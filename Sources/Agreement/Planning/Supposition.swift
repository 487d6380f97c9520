/// A figure of a contract supposed to be another: `smb/outbound/win-rate=+2pt`, `quota=-10%`.
///
/// docs/arithmetic.md, "What if".
public struct Supposition: Hashable, Sendable {
  /// What is supposed to change.
  public enum Subject: Hashable, Sendable {
    /// A metric of the funnel.
    case metric(FunnelMetric)
    /// The quotas of a stream.
    case quota

    /// The name by which commands know it.
    public var name: String {
      switch self {
      case .metric(let metric): metric.rawValue
      case .quota: "quota"
      }
    }
  }

  /// How it is supposed to change.
  public enum Change: Hashable, Sendable {
    /// To a rate.
    case rate(Rate)
    /// To an amount.
    case amount(Money)
    /// To so many days.
    case days(Int)
    /// By a part of itself, in parts per million.
    case relative(partsPerMillion: Int)
    /// By percentage points, in parts per million of the whole.
    case points(partsPerMillion: Int)
    /// By an amount.
    case moreAmount(Money)
    /// By days.
    case moreDays(Int)
  }

  /// The stream; nil for all.
  public let stream: Name?
  /// The lead type; nil for all of the stream.
  public let leadType: Name?
  /// What changes.
  public let subject: Subject
  /// How it changes.
  public let change: Change
  /// The supposition as it is written.
  public let text: String

  /// Supposes a change of one figure, on one stream and of one lead type, or of all.
  public init(stream: Name? = nil, leadType: Name? = nil, _ subject: Subject, _ change: Change) {
    self.stream = stream
    self.leadType = leadType
    self.subject = subject
    self.change = change
    let path = [stream?.text, leadType?.text, subject.name].compactMap(\.self).joined(separator: "/")
    self.text = "\(path)=\(change)"
  }

  init(stream: Name?, leadType: Name?, _ subject: Subject, _ change: Change, text: String) {
    self.stream = stream
    self.leadType = leadType
    self.subject = subject
    self.change = change
    self.text = text
  }

  /// Whether it is about leads of that type.
  func concerns(_ key: LeadTypeKey) -> Bool {
    (stream == nil || stream == key.stream) && (leadType == nil || leadType == key.leadType)
  }
}

extension Supposition.Change: CustomStringConvertible {
  /// The change as commands write it: `25%`, `+2pt`, `-10%`, `-15d`.
  public var description: String {
    func signed(_ partsPerMillion: Int, _ unit: String) -> String {
      let percent = Score(parts: partsPerMillion, of: 10_000)
      return (partsPerMillion < 0 ? "" : "+") + "\(percent)\(unit)"
    }
    return switch self {
    case .rate(let rate): rate.description
    case .amount(let money): money.decimal
    case .days(let days): "\(days)d"
    case .relative(let parts): signed(parts, "%")
    case .points(let parts): signed(parts, "pt")
    case .moreAmount(let money): (money.minorUnits < 0 ? "" : "+") + money.decimal
    case .moreDays(let days): (days < 0 ? "" : "+") + "\(days)d"
    }
  }
}

extension Supposition {
  /// The rate as it would be.
  ///
  /// A change by points or by a part is reckoned in parts per million, halves rounded away from zero.
  ///
  /// - Throws: `Unreadable` where it would not lie above 0 % and up to 100 %, with what would.
  func applied(to rate: Rate, of key: LeadTypeKey) throws(Unreadable) -> Rate {
    let agreed = rate.partsPerMillion
    let parts: Int
    switch change {
    case .rate(let rate): return rate
    case .points(0), .relative(0): return rate
    case .points(let points): parts = Int(clamping: Int128(agreed) + Int128(points))
    case .relative(let relative):
      let changed = Int128(agreed) * (Int128(relative) + Int128(Share.whole))
      parts = Int(clamping: changed.dividedRoundingHalfUp(by: Int128(Share.whole)))
    case .amount, .days, .moreAmount, .moreDays: return rate
    }
    guard (1...Share.whole).contains(parts) else {
      let isTooHigh = parts > Share.whole
      let room = isTooHigh ? Share.whole - agreed : agreed - 1
      let bound = Score(parts: room, of: 10_000)
      throw Unreadable(
        text,
        expected:
          "a change after which a rate lies above 0% and up to 100%: \(subject.name) of \(key) is \(rate) and can \(isTooHigh ? "rise" : "fall") by \(bound)pt at most"
      )
    }
    return try Rate(Share(partsPerMillion: parts))
  }

  /// The amount as it would be, halves of a minor unit rounded away from zero.
  ///
  /// - Throws: `Unreadable` where it would lie below `least`, or pass 64 bits.
  func applied(to amount: Money, least: Int, of place: String) throws(Unreadable) -> Money {
    let units: Int128
    switch change {
    case .amount(let money): units = Int128(money.minorUnits)
    case .moreAmount(let money): units = Int128(amount.minorUnits) + Int128(money.minorUnits)
    case .relative(let relative):
      units = (Int128(amount.minorUnits) * (Int128(relative) + Int128(Share.whole)))
        .dividedRoundingHalfUp(by: Int128(Share.whole))
    case .rate, .days, .points, .moreDays: return amount
    }
    guard let minorUnits = Int(exactly: units), minorUnits >= least else {
      throw Unreadable(
        text,
        expected:
          "a change that leaves \(least > 0 ? "something of" : "no less than nothing for") the \(subject.name) of \(place), which is \(amount)"
      )
    }
    return Money(minorUnits: minorUnits, amount.currency)
  }

  /// The longest time to close that a contract may agree on, in days.
  static let longestClose = 3_650

  /// The days as they would be, halves rounded away from zero.
  ///
  /// - Throws: `Unreadable` outside 0…3,650 days.
  func applied(to days: Int, of key: LeadTypeKey) throws(Unreadable) -> Int {
    let changed: Int128
    switch change {
    case .days(let days): changed = Int128(days)
    case .moreDays(let more): changed = Int128(days) + Int128(more)
    case .relative(let relative):
      changed = (Int128(days) * (Int128(relative) + Int128(Share.whole)))
        .dividedRoundingHalfUp(by: Int128(Share.whole))
    case .rate, .amount, .points, .moreAmount: return days
    }
    guard (0...Int128(Self.longestClose)).contains(changed) else {
      throw Unreadable(
        text,
        expected:
          "a change after which \(subject.name) lies between 0 and \(Self.longestClose.grouped) days: that of \(key) is \(days)"
      )
    }
    return Int(changed)
  }
}
