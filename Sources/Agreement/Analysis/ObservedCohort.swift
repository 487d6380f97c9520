/// The leads of one type delivered in one month, and whether it can be told yet what came of them.
public struct ObservedCohort: Hashable, Sendable {
  /// How far what came of the leads can be known.
  public enum Age: Hashable, Sendable {
    /// Even the last of them have had the agreed time to close.
    case mature
    /// They may still bring something that they were agreed to bring; they have had their time on that day.
    case maturing(until: Day)
    /// The records of stages begin too late: what came of the leads early on is missing.
    case cutOff
  }

  /// The lead type.
  public let key: LeadTypeKey
  /// The month in which the leads were delivered.
  public let month: Month
  /// How many leads were delivered, corrections included.
  public let leads: Int
  /// What has come of them so far; nil where a figure is not known.
  public let figures: OutcomeFigures
  /// How that is known.
  public let evidence: CohortOutcome.Evidence
  /// The metrics agreed for the month.
  public let funnel: Funnel
  /// How far the figures can be known.
  public let age: Age

  /// Creates a cohort.
  public init(
    key: LeadTypeKey, month: Month, leads: Int, figures: OutcomeFigures, evidence: CohortOutcome.Evidence,
    funnel: Funnel, age: Age
  ) {
    self.key = key
    self.month = month
    self.leads = leads
    self.figures = figures
    self.evidence = evidence
    self.funnel = funnel
    self.age = age
  }

  /// Whether it goes into observed rates: it is mature, has leads, and something is known of them.
  public var isCounted: Bool { age == .mature && leads > 0 && figures != OutcomeFigures() }
}

extension ObservedCohort.Age {
  /// The age on `today` of leads of which the last may bring something until `end`.
  ///
  /// docs/arithmetic.md, "Maturing and cut-off cohorts".
  ///
  /// - Parameter recordsBegin: the first day on which any lead on record reached a stage; nil where what came of
  ///   the leads is not known from leads, or none reached one.
  init(of end: Day, on today: Day, recordsBegin: Day?) {
    if today < end {
      self = .maturing(until: end)
    } else if let recordsBegin, recordsBegin > end {
      self = .cutOff
    } else {
      self = .mature
    }
  }
}

extension Lead {
  /// The first day, from `day` on, on which it became an SQL or an opportunity, was won, lost or disqualified; nil where
  /// it did none of that at a known time.
  func firstStageDay(from day: Day) -> Day? {
    [facts.salesQualified, facts.opportunity, facts.won, facts.lost, facts.disqualified]
      .compactMap { $0?.day }.filter { $0 >= day }.min()
  }
}
