/// Everything that is on record for a contract, as known on some day: what reports are computed from.
public struct Ledger: Hashable, Sendable {
  /// The versions and signatures.
  public let history: ContractHistory
  /// The leads handed over: counts logged and imported, and those that the leads themselves amount to.
  public let deliveries: [Delivery]
  /// What came of them.
  public let outcomes: [Outcome]
  /// What sales did, and the named measures.
  public let observations: [Observation]
  /// Quarters whose metrics were kept on purpose.
  public let reviews: [Review]
  /// The leads themselves, as other systems know them.
  public let leads: LeadBook
  /// The leads as the contract counts them, by id; of an extract those of its months.
  public let placedLeads: [PlacedLead]
  /// The same, and of an extract that holds open leads those of all months.
  let leadsToFollow: [PlacedLead]
  /// What all leads add up to.
  public let leadSums: LeadSums

  /// Creates a ledger; entries stand in the order in which they were recorded.
  ///
  /// - Parameter deliveries: the counts logged and imported; what the leads amount to is added to them.
  public init(
    history: ContractHistory,
    deliveries: [Delivery] = [],
    outcomes: [Outcome] = [],
    observations: [Observation] = [],
    reviews: [Review] = [],
    leads: LeadBook = LeadBook()
  ) {
    self.history = history
    self.leads = leads
    self.leadsToFollow = leads.placed(by: history)
    self.placedLeads = leadsToFollow.limited(to: leads.extract?.months)
    self.leadSums =
      leads.extract?.sums
      ?? LeadSums(
        of: placedLeads, unplaced: leads.unplaced(by: history), in: leads,
        by: history.newest.contract.calendar)
    let elsewhere =
      leads.extract.map { extract in
        extract.sums.deliveries(by: history, marks: extract.marks, leavingOut: extract.months.contains)
      } ?? []
    self.deliveries =
      deliveries + elsewhere + placedLeads.deliveries(disputes: leads.disputes, by: history)
    self.outcomes = outcomes
    self.observations = observations
    self.reviews = reviews
  }
}

extension Ledger {
  /// The reps that its leads are given to, the open ones among them, by name.
  public var repsToFollow: [String] { Set(leadsToFollow.compactMap(\.lead.facts.rep)).sorted() }

  /// The deliveries of which any day lies in `days`, in the order in which they were recorded.
  public func deliveries(touching days: DayRange) -> [Delivery] {
    // By their places, so that those of other days are not copied to be looked at.
    deliveries.indices.lazy.filter { deliveries[$0].days.overlaps(days) }.map { deliveries[$0] }
  }

  /// A lead as the contract counts it; nil where it is not on record, or in no month that the contract covers.
  public func placedLead(_ id: String) -> PlacedLead? { placedLeads.first { $0.lead.id == id } }

  /// This ledger with other outcomes, and without placing its leads anew.
  public func replacing(outcomes: [Outcome]) -> Ledger {
    Ledger(self, outcomes: outcomes)
  }

  /// This ledger as far as `day` only.
  ///
  /// Of counts over several days the part up to it is left, by business days; of what was observed and of the leads,
  /// those up to it. What came of leads stays.
  public func through(_ day: Day) -> Ledger {
    let calendar = history.newest.contract.calendar
    let followed = leadsToFollow.filter { $0.day <= day }
    let placed = followed.limited(to: leads.extract?.months)
    return Ledger(
      self,
      deliveries: deliveries.compactMap { entry in
        guard entry.days.last > day else { return entry }
        guard let days = DayRange(from: entry.days.first, through: day) else { return nil }
        return Delivery(
          key: entry.key, days: days, count: calendar.part(of: entry.count, of: entry.days, within: days),
          kind: entry.kind, mark: entry.mark)
      },
      observations: observations.filter { $0.days.last <= day },
      placedLeads: placed,
      leadsToFollow: followed,
      leadSums: leadSums.through(
        calendar.month(containing: day), whose: placed, in: leads))
  }

  private init(
    _ other: Ledger, deliveries: [Delivery]? = nil, outcomes: [Outcome]? = nil,
    observations: [Observation]? = nil, placedLeads: [PlacedLead]? = nil,
    leadsToFollow: [PlacedLead]? = nil, leadSums: LeadSums? = nil
  ) {
    self.history = other.history
    self.deliveries = deliveries ?? other.deliveries
    self.outcomes = outcomes ?? other.outcomes
    self.observations = observations ?? other.observations
    self.reviews = other.reviews
    self.leads = other.leads
    self.placedLeads = placedLeads ?? other.placedLeads
    self.leadsToFollow = leadsToFollow ?? other.leadsToFollow
    self.leadSums = leadSums ?? other.leadSums
  }
}

extension [PlacedLead] {
  /// Those of some months; all where none are given.
  fileprivate func limited(to months: MonthRange?) -> [PlacedLead] {
    // Mostly there are no others.
    guard let months, !allSatisfy({ months.contains($0.month) }) else { return self }
    return filter { months.contains($0.month) }
  }
}

/// Who recorded an entry, and when; entries are numbered within their kind.
public struct EntryMark: Hashable, Sendable {
  /// The entry's number.
  public let number: Int
  /// When it was recorded.
  public let at: Moment
  /// Who recorded it.
  public let by: String

  /// Creates a mark.
  public init(number: Int, at: Moment, by: String) {
    self.number = number
    self.at = at
    self.by = by
  }
}

/// A lead type within a stream.
public struct LeadTypeKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The stream's name.
  public let stream: Name
  /// The lead type's name.
  public let leadType: Name

  // A report looks a few lead types up many thousand times.
  private let hash: Int

  /// Names a lead type.
  public init(stream: Name, leadType: Name) {
    self.stream = stream
    self.leadType = leadType
    var hasher = Hasher()
    hasher.combine(stream)
    hasher.combine(leadType)
    self.hash = hasher.finalize()
  }

  /// Whether both names are the same.
  public static func == (a: LeadTypeKey, b: LeadTypeKey) -> Bool {
    a.hash == b.hash && a.stream == b.stream && a.leadType == b.leadType
  }

  /// Feeds the hash of both names to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// The key as `smb/outbound`.
  public var description: String { "\(stream)/\(leadType)" }

  /// Orders keys by stream, then lead type.
  public static func < (a: LeadTypeKey, b: LeadTypeKey) -> Bool {
    (a.stream, a.leadType) < (b.stream, b.leadType)
  }
}

/// Leads handed over in a span of days: a signed count.
public struct Delivery: Hashable, Sendable {
  /// How the count came to be recorded.
  public enum Kind: Hashable, Sendable {
    /// Logged by hand.
    case logged
    /// Read from a file, by the number of the import.
    case imported(Int)
    /// A signed adjustment, with the reason.
    case correction(reason: String)
    /// Derived from leads, by the number of the import that last changed them.
    case leads(Int)
    /// A signed adjustment that a dispute on a lead made, with the reason.
    case disputed(lead: String, reason: String)
  }

  /// The lead type.
  public let key: LeadTypeKey
  /// The days in which the leads were handed over.
  public let days: DayRange
  /// How many; negative only in an adjustment.
  public let count: Int
  /// How the count came to be recorded.
  public let kind: Kind
  /// Who recorded it, and when.
  public let mark: EntryMark

  /// Creates a delivery.
  public init(key: LeadTypeKey, days: DayRange, count: Int, kind: Kind, mark: EntryMark) {
    self.key = key
    self.days = days
    self.count = count
    self.kind = kind
    self.mark = mark
  }
}

extension Delivery.Kind {
  /// Whether someone counted the leads, rather than leadpact.
  public var isCounted: Bool {
    switch self {
    case .logged, .imported, .correction: true
    case .leads, .disputed: false
    }
  }

  /// Whether it adjusts what was there before.
  public var isAdjustment: Bool {
    switch self {
    case .correction, .disputed: true
    case .logged, .imported, .leads: false
    }
  }
}

/// What has come so far of the leads delivered in a month.
///
/// Each entry states totals as they stood when it was recorded; a later one for the same leads replaces the
/// figures that it names.
public struct Outcome: Hashable, Sendable {
  /// The lead type.
  public let key: LeadTypeKey
  /// The month in which the leads were delivered.
  public let month: Month
  /// The figures.
  public let figures: OutcomeFigures
  /// Who recorded it, and when.
  public let mark: EntryMark

  /// Creates an outcome.
  public init(key: LeadTypeKey, month: Month, figures: OutcomeFigures, mark: EntryMark) {
    self.key = key
    self.month = month
    self.figures = figures
    self.mark = mark
  }
}

/// The figures of an outcome; nil where one is not known.
public struct OutcomeFigures: Hashable, Sendable {
  /// Leads that sales accepted.
  public var sqls: Int?
  /// Opportunities opened.
  public var opportunities: Int?
  /// Deals won.
  public var won: Int?
  /// Revenue of the deals won.
  public var revenue: Money?

  /// Creates figures.
  public init(sqls: Int? = nil, opportunities: Int? = nil, won: Int? = nil, revenue: Money? = nil) {
    self.sqls = sqls
    self.opportunities = opportunities
    self.won = won
    self.revenue = revenue
  }

  /// These figures, with those that `newer` names in their place.
  public func updated(by newer: OutcomeFigures) -> OutcomeFigures {
    OutcomeFigures(
      sqls: newer.sqls ?? sqls,
      opportunities: newer.opportunities ?? opportunities,
      won: newer.won ?? won,
      revenue: newer.revenue ?? revenue
    )
  }
}

extension OutcomeFigures: CustomStringConvertible {
  /// Those that are known: `131 SQLs, 88 opportunities, 24 won, $96,000.00 revenue`.
  public var description: String {
    [
      sqls.map { "\($0.grouped) SQLs" }, opportunities.map { "\($0.grouped) opportunities" },
      won.map { "\($0.grouped) won" }, revenue.map { "\($0) revenue" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}

/// What sales did in a span of days, or the value of a named measure.
///
/// A later observation of the same thing in the same days, on the same stream and of the same rep replaces an
/// earlier one; days that overlap otherwise are refused.
public struct Observation: Hashable, Sendable {
  /// What was observed.
  public enum Finding: Hashable, Sendable {
    /// A commitment was kept for `met` of `due` leads.
    case kept(met: Int, due: Int)
    /// A measure had a value.
    case measured(Score)
  }

  /// What is observed: `contacted`, a cadence step such as `3-in-14`, or a measure's name.
  public let subject: Name
  /// The stream it concerns; nil for all.
  public let stream: Name?
  /// The rep it concerns; nil for the team.
  public let rep: String?
  /// The days.
  public let days: DayRange
  /// What was found.
  public let finding: Finding
  /// Who recorded it, and when.
  public let mark: EntryMark

  /// Creates an observation.
  public init(subject: Name, stream: Name?, rep: String?, days: DayRange, finding: Finding, mark: EntryMark) {
    self.subject = subject
    self.stream = stream
    self.rep = rep
    self.days = days
    self.finding = finding
    self.mark = mark
  }
}

extension Observation.Finding: CustomStringConvertible {
  /// `180/212`, or the value.
  public var description: String {
    switch self {
    case .kept(let met, let due): "\(met.grouped)/\(due.grouped)"
    case .measured(let score): "\(score)"
    }
  }
}

/// The record that a quarter's metrics were looked at and kept on purpose.
public struct Review: Hashable, Sendable {
  /// The quarter.
  public let quarter: Quarter
  /// Why the metrics were kept.
  public let reason: String
  /// Who recorded it, and when.
  public let mark: EntryMark

  /// Creates a review.
  public init(quarter: Quarter, reason: String, mark: EntryMark) {
    self.quarter = quarter
    self.reason = reason
    self.mark = mark
  }
}
