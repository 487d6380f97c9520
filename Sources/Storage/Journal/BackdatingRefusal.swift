public import Agreement

/// What was to be recorded is dated before what is on record already.
///
/// Were it taken, a report as known on an earlier day would change after it was made.
public struct BackdatingRefusal: Error, Hashable, Sendable {
  /// The moment that was to be recorded.
  public let moment: Moment
  /// The newest entry of the journal, which is later.
  public let newest: JournalEntry

  /// The first day whose start, in UTC, is not before the newest entry.
  var firstDayAllowed: Day {
    let instant = newest.at.instant
    return Day(number: (instant > 0 ? instant + 86_399 : instant) / 86_400)
  }
}

extension BackdatingRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    let subject = newest.subject.count > 60 ? newest.subject.prefix(59) + "…" : newest.subject
    return """
      \(moment) is before the newest entry of the journal, number \(newest.number), recorded at \(newest.at) \
      by \(newest.by) (\(newest.action.rawValue) \(subject)); nothing is dated back. \
      Leave --today and LEADPACT_TODAY out, or give \(firstDayAllowed) or later; \
      where neither is set, set the clock right
      """
  }
}
