/// What sales has done about one lead by some moment.
struct LeadFollowUp {
  let placed: PlacedLead
  /// The first contact; nil where nobody has made any.
  let contact: Occurrence?
  /// Whether no contact on record means that there was none.
  let tellsContact: Bool
  /// When the lead left the funnel; nil while it is open.
  let ended: Occurrence?

  /// Whether it came further than a first contact though none is on record: there must have been one, at no known time.
  let isContactUnknown: Bool

  /// From when the lead is looked at, on the clock that it was delivered by.
  let now: Moment

  private let touches: [Day]

  /// Looks at a lead: what the records say of later times has not happened yet.
  ///
  /// - Parameters:
  ///   - times: when a person did something about it, in order.
  ///   - tellsContact: whether no contact on record means that there was none.
  init(
    of placed: PlacedLead, touchedAt times: ArraySlice<Occurrence>, tellsContact: Bool,
    from standpoint: Standpoint
  ) {
    let facts = placed.lead.facts
    let now = standpoint.moment(onClockOf: facts.delivered?.moment)
    func past(_ time: Occurrence?) -> Occurrence? { time.flatMap { now.isAfter($0) ? $0 : nil } }
    var firstTouch: Occurrence?
    var touches: [Day] = []
    if !times.isEmpty { touches.reserveCapacity(times.count + 1) }
    for time in times where now.isAfter(time) {
      if firstTouch == nil { firstTouch = time }
      if time.day >= placed.day { touches.append(time.day) }
    }
    let contacted = past(facts.contacted)
    if let day = contacted?.day, day >= placed.day, !touches.contains(day) { touches.append(day) }
    self.placed = placed
    self.now = now
    self.tellsContact = tellsContact
    let contact = contacted ?? firstTouch
    self.contact = contact
    let isDated = facts.salesQualified != nil || facts.opportunity != nil || facts.won != nil
    let hasMovedOn =
      isDated
      ? past(facts.salesQualified) != nil || past(facts.opportunity) != nil || past(facts.won) != nil
      : placed.lead.hasReached(.sql)
    self.isContactUnknown = contact == nil && hasMovedOn
    self.ended = .earlier(.earlier(past(facts.won), past(facts.lost)), past(facts.disqualified))
    self.touches = touches
  }

  /// From when on the time until the first contact runs: the delivery, or the end of its day where no hour is known.
  var start: Moment {
    placed.lead.facts.delivered?.moment ?? .end(of: placed.day, offset: now.offset)
  }

  /// The time until the first contact; nil where there is none, or where an hour is not known.
  func response(by clock: ContactClock) -> Int? {
    guard let delivered = placed.lead.facts.delivered?.moment, let contact = contact?.moment else {
      return nil
    }
    return clock.elapsed(from: delivered, to: contact)
  }

  /// How the first contact stands.
  enum Contact {
    /// There is time left.
    case running
    /// The lead ended before it was contacted and before the time was over.
    case needless
    /// It was made in time.
    case met
    /// It was made too late, or not at all.
    case missed
    /// The time is over, and nobody wrote down the hours that would tell, or the contact before the lead came further, or
    /// the day on which it ended.
    case unmeasured
  }

  /// How the first contact stands against a limit.
  ///
  /// - Parameter response: the time until then, as `response(by:)` has it by the same clock.
  func contact(within minutes: Int, by clock: ContactClock, response: Int?) -> Contact {
    guard clock.isOver(minutes, from: start, at: now) else { return .running }
    if let ended, contact.map(ended.isBefore) ?? true {
      let end = ended.moment ?? Moment(day: ended.day, offset: start.offset)
      if !clock.isOver(minutes, from: start, at: end) { return .needless }
    }
    guard let contact else {
      return placed.lead.hasEndedUndated || isContactUnknown ? .unmeasured : .missed
    }
    if let response { return ContactClock.isOver(minutes, after: response) ? .missed : .met }
    return contact.day < placed.day ? .met : .unmeasured
  }

  /// Whether the lead left the funnel, be it on a day that nobody wrote down.
  var hasEnded: Bool { ended != nil || placed.lead.hasEndedUndated }

  /// The last day of a step of the cadence.
  func lastDay(of step: Cadence.Step) -> Day { placed.day.advanced(by: min(step.days, Self.longest)) }

  /// How many touches were done up to the end of `day`.
  func touches(until day: Day) -> Int { touches.reduce(0) { $0 + ($1 <= day ? 1 : 0) } }

  /// How many touches were done by now.
  var touchCount: Int { touches.count }

  /// Whether a step was done in time; nil where its last day is not over, or the lead had ended by then or may have.
  func isDone(_ step: Cadence.Step) -> Bool? {
    let last = lastDay(of: step)
    guard last < now.day, ended.map({ $0.day > last }) ?? !placed.lead.hasEndedUndated else { return nil }
    return touches(until: last) >= step.touches
  }

  /// A thousand years, in days.
  private static let longest = 366_000
}

extension LeadBook {
  /// What sales has done about one of the leads, seen from `standpoint`.
  func followUp(of placed: PlacedLead, from standpoint: Standpoint) -> LeadFollowUp {
    LeadFollowUp(
      of: placed, touchedAt: touchTimes(of: placed.lead.id), tellsContact: tellsContact(of: placed.lead),
      from: standpoint)
  }
}

extension Moment {
  /// Whether `occurrence` lies in the past, or just now; a day does from its first moment on.
  fileprivate func isAfter(_ occurrence: Occurrence) -> Bool {
    switch occurrence {
    case .moment(let moment): moment.microseconds <= microseconds
    case .day(let day): day < self.day || day == self.day && (second, microsecond) > (0, 0)
    }
  }
}

extension Occurrence {
  /// Whether it is known to lie before `other`.
  fileprivate func isBefore(_ other: Occurrence) -> Bool {
    if let moment, let other = other.moment { return moment.microseconds < other.microseconds }
    return day < other.day
  }
}
