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

extension Ledger {
  /// The open leads that are past their first contact or a step of the cadence, those that waited longest first.
  ///
  /// Each lead is listed once, and measured by the version that rules on its month. One that nobody has contacted is
  /// listed for that alone; of the steps whose last day is over the latest counts, and touches that came late too.
  /// docs/arithmetic.md, "Overdue".
  public func overdueLeads(from standpoint: Standpoint) -> [OverdueLead] {
    var rules: [Month: FollowUpRules] = [:]
    var overdue: [OverdueLead] = []
    for placed in placedLeads where placed.standing == .counts {
      guard let contract = history.ruling(in: placed.month)?.contract else { continue }
      let rule = rules[placed.month] ?? FollowUpRules(under: contract, in: leads)
      rules[placed.month] = rule
      let lead = leads.followUp(of: placed, from: standpoint)
      guard !lead.hasEnded, let matter = lead.overdue(by: rule) else { continue }
      overdue.append(OverdueLead(placed: placed, matter: matter, late: matter.lateness(at: lead.now)))
    }
    return overdue.sorted { ($1.late, $0.id) < ($0.late, $1.id) }
  }
}

extension Ledger {
  /// How many open leads that count came further than a first contact though none is on record, seen from `standpoint`.
  public func leadsContactedUnrecorded(from standpoint: Standpoint) -> Int {
    placedLeads.count { placed in
      guard placed.standing == .counts, leads.tellsContact(of: placed.lead) else { return false }
      let lead = leads.followUp(of: placed, from: standpoint)
      return lead.isContactUnknown && !lead.hasEnded
    }
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
