/// One step of a dispute on whether a lead counts.
///
/// Sales rejects a lead within the contract's time, after which it counts as accepted. Marketing may contest that;
/// a settlement ends it. A rejection takes the lead off the count at once, and a settlement that accepts it puts
/// it back: both are signed adjustments on record.
public struct DisputeStep: Hashable, Sendable {
  /// What was said.
  public enum Word: String, Hashable, Sendable, CaseIterable {
    /// Sales does not take it for a lead.
    case rejected
    /// Marketing says that it is one.
    case contested
    /// Both agree that it counts.
    case settledAccepted = "settled: accepted"
    /// Both agree that it does not count.
    case settledRejected = "settled: rejected"
  }

  /// The lead's name in the other system.
  public let lead: String
  /// What was said.
  public let word: Word
  /// Why.
  public let reason: String
  /// Who recorded it, and when.
  public let mark: EntryMark

  /// Creates a step.
  public init(lead: String, word: Word, reason: String, mark: EntryMark) {
    self.lead = lead
    self.word = word
    self.reason = reason
    self.mark = mark
  }
}

/// How long sales may reject a lead after it was delivered.
public struct RejectionWindow: Hashable, Sendable {
  /// The days after the day of delivery, above 0.
  public let days: Int
  /// Whether only business days count.
  public let isBusiness: Bool

  /// A window of so many days, above 0.
  public init(days: Int, isBusiness: Bool) {
    precondition(days > 0, "a window is open for a while")
    self.days = days
    self.isBusiness = isBusiness
  }

  /// The last day on which a lead delivered on `day` may be rejected.
  public func lastDay(after day: Day, in calendar: ContractCalendar) -> Day {
    guard isBusiness else { return day.advanced(by: days) }
    var (last, left) = (day, days)
    while left > 0 {
      last = last.advanced(by: 1)
      if calendar.isBusinessDay(last) { left -= 1 }
    }
    return last
  }
}

extension RejectionWindow: CustomStringConvertible {
  /// The window as it is written in a contract: `5 business days`.
  public var description: String {
    "\(days) \(isBusiness ? "business " : "")day\(days == 1 ? "" : "s")"
  }
}
