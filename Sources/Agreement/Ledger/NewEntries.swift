/// A count of leads that is to be recorded.
public struct NewDelivery: Hashable, Sendable {
  /// The lead type.
  public let key: LeadTypeKey
  /// The days in which the leads were handed over.
  public let days: DayRange
  /// How many; in a correction, how many more or fewer than are on record.
  public let count: Int

  /// Creates a count to record.
  public init(key: LeadTypeKey, days: DayRange, count: Int) {
    self.key = key
    self.days = days
    self.count = count
  }
}

/// What came of leads, to be recorded: totals as they stand now.
public struct NewOutcome: Hashable, Sendable {
  /// The lead type.
  public let key: LeadTypeKey
  /// The month in which the leads were delivered.
  public let month: Month
  /// The figures that are known.
  public let figures: OutcomeFigures

  /// Creates an outcome to record.
  public init(key: LeadTypeKey, month: Month, figures: OutcomeFigures) {
    self.key = key
    self.month = month
    self.figures = figures
  }
}

/// An observation that is to be recorded.
public struct NewObservation: Hashable, Sendable {
  /// What is observed: `contacted`, a cadence step such as `3-in-14`, or a measure's name.
  public let subject: Name
  /// The stream it concerns; nil for all.
  public let stream: Name?
  /// The rep it concerns; nil for the team.
  public let rep: String?
  /// The days.
  public let days: DayRange
  /// What was found.
  public let finding: Observation.Finding

  /// Creates an observation to record.
  public init(
    subject: Name,
    stream: Name? = nil,
    rep: String? = nil,
    days: DayRange,
    finding: Observation.Finding
  ) {
    self.subject = subject
    self.stream = stream
    self.rep = rep
    self.days = days
    self.finding = finding
  }
}
