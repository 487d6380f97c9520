/// A lead for which a promise was missed.
public struct MissedLead: Hashable, Sendable {
  /// The lead, as it counts.
  public let placed: PlacedLead
  /// When it was contacted first; nil where nobody has.
  public let contact: Occurrence?
  /// How many touches it had by the step's last day; nil for first contact.
  public let touches: Int?
  /// How long after its time it was done, or has been left undone, in microseconds around the clock.
  public let late: Int
}

extension Ledger {
  /// The leads delivered in `days` for which a promise of `contract` was missed, seen from `standpoint`, those that
  /// waited longest first; none for a promise that leads do not tell of.
  ///
  /// - Parameter counted: whether leads of that day tell of the promise.
  public func missedLeads(
    of promise: CommitmentRecord.Promise, in days: DayRange, under contract: Contract,
    from standpoint: Standpoint, where counted: (Day) -> Bool = { _ in true }
  ) -> [MissedLead] {
    let rules = FollowUpRules(under: contract, in: leads)
    var missed: [MissedLead] = []
    for placed in placedLeads
    where placed.standing == .counts && days.contains(placed.day) && counted(placed.day) {
      let lead = leads.followUp(of: placed, from: standpoint)
      if let found = lead.missed(promise, by: rules) { missed.append(found) }
    }
    return missed.sorted { ($1.late, $0.placed.lead.id) < ($0.late, $1.placed.lead.id) }
  }

  /// The leads of the months that count by leads for which a commitment was missed.
  ///
  /// They are those that `commitments` holds against it.
  public func missedLeads(
    of record: CommitmentRecord, in days: DayRange, under contract: Contract, on today: Day
  )
    -> [MissedLead]
  {
    guard record.leads != nil else { return [] }
    let calendar = history.newest.contract.calendar
    return missedLeads(of: record.promise, in: days, under: contract, from: .end(of: today)) { day in
      history.deliverySource(in: calendar.month(containing: day)) == .leads
    }
  }
}

extension LeadFollowUp {
  /// The lead as one for which the promise was missed; nil where it was kept, or its time still runs.
  fileprivate func missed(_ promise: CommitmentRecord.Promise, by rules: FollowUpRules) -> MissedLead? {
    switch promise {
    case .firstContact(let limit):
      guard tellsContact,
        contact(within: limit.minutes, by: rules.clock, response: response(by: rules.clock)) == .missed
      else { return nil }
      let deadline = rules.clock.deadline(after: start, minutes: limit.minutes)
      let until = contact?.moment ?? contact.map { Moment(day: $0.day, offset: now.offset) } ?? now
      return MissedLead(
        placed: placed, contact: contact, touches: nil,
        late: max(0, until.microseconds - deadline.microseconds))
    case .cadence(let step, _):
      guard rules.tellsTouches, isDone(step) == false else { return nil }
      let end = Moment.end(of: lastDay(of: step), offset: now.offset)
      return MissedLead(
        placed: placed, contact: contact, touches: touches(until: lastDay(of: step)),
        late: max(0, now.microseconds - end.microseconds))
    case .measure: return nil
    }
  }
}
