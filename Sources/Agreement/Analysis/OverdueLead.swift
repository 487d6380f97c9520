/// A lead about which sales should have done more by now.
public struct OverdueLead: Hashable, Sendable {
  /// What is overdue.
  public enum Matter: Hashable, Sendable {
    /// Nobody has contacted it, though the time is over.
    case firstContact(deadline: Moment)
    /// It has had `done` touches only, though the last day of a step is over.
    case step(Cadence.Step, done: Int, lastDay: Day)
  }

  /// The lead, as it counts.
  public let placed: PlacedLead
  /// What is overdue.
  public let matter: Matter
  /// How long it has been, in microseconds around the clock.
  public let late: Int

  /// The lead's name in the other system.
  public var id: String { placed.lead.id }
  /// The lead type.
  public var key: LeadTypeKey { placed.key }
  /// Who works on it; nil where nobody is named.
  public var rep: String? { placed.lead.facts.rep }
}

/// The leads that count and are open, and what sales should have done about them by now.
public struct OpenLeads: Hashable, Sendable {
  /// How many they are.
  public private(set) var count = 0
  /// Those that are past their first contact or a step of the cadence, the ones that waited longest first.
  public private(set) var overdue: [OverdueLead] = []
  /// Of how many no file tells whether they were contacted.
  public private(set) var untold = 0
  /// How many came further than a first contact though none is on record.
  public private(set) var contactedUnrecorded = 0

  /// Looks at the leads of a ledger.
  fileprivate init(of ledger: Ledger, from standpoint: Standpoint) {
    var rules: [Month: FollowUpRules] = [:]
    for placed in ledger.leadsToFollow where placed.standing == .counts {
      let lead = ledger.leads.followUp(of: placed, from: standpoint)
      guard !lead.hasEnded else { continue }
      count += 1
      if !lead.tellsContact { untold += 1 } else if lead.isContactUnknown { contactedUnrecorded += 1 }
      guard let contract = ledger.history.ruling(in: placed.month)?.contract else { continue }
      let rule = rules[placed.month] ?? FollowUpRules(under: contract, in: ledger.leads)
      rules[placed.month] = rule
      guard let matter = lead.overdue(by: rule) else { continue }
      overdue.append(OverdueLead(placed: placed, matter: matter, late: matter.lateness(at: lead.now)))
    }
    overdue.sort { ($1.late, $0.id) < ($0.late, $1.id) }
  }
}

extension Ledger {
  /// The open leads, seen from `standpoint`, with what is overdue.
  ///
  /// Each lead is overdue once, and measured by the version that rules on its month. One that nobody has contacted is
  /// so for that alone; of the steps whose last day is over the latest counts, and touches that came late too.
  /// docs/arithmetic.md, "Overdue".
  ///
  /// - Precondition: a ledger of some leads only holds those that are open on the standpoint's day.
  public func openLeads(from standpoint: Standpoint) -> OpenLeads {
    precondition(leads.holdsOpenLeads(on: standpoint.day), "the leads that are open were left out")
    return OpenLeads(of: self, from: standpoint)
  }
}

extension LeadFollowUp {
  /// What is overdue for the lead; nil where nothing is.
  fileprivate func overdue(by rules: FollowUpRules) -> OverdueLead.Matter? {
    if let limit = rules.limit, tellsContact, contact == nil, !isContactUnknown,
      rules.clock.isOver(limit.minutes, from: start, at: now)
    {
      return .firstContact(deadline: rules.clock.deadline(after: start, minutes: limit.minutes))
    }
    guard rules.tellsTouches,
      let step = rules.steps.last(where: { lastDay(of: $0) < now.day }),
      touchCount < step.touches
    else { return nil }
    return .step(step, done: touchCount, lastDay: lastDay(of: step))
  }
}

extension OverdueLead.Matter {
  fileprivate func lateness(at now: Moment) -> Int {
    let end =
      switch self {
      case .firstContact(let deadline): deadline
      case .step(_, _, let lastDay): Moment.end(of: lastDay, offset: now.offset)
      }
    return max(0, now.microseconds - end.microseconds)
  }
}
