/// What follow-up is measured by, and what of it the records can tell.
struct FollowUpRules {
  let limit: FirstContact?
  let clock: ContactClock
  let steps: [Cadence.Step]
  /// Whether what was done about leads is on record.
  let tellsTouches: Bool

  init(under contract: Contract, in book: LeadBook) {
    self.limit = contract.sales.firstContact
    self.clock = ContactClock(limit?.clock ?? .elapsed, in: contract.calendar)
    self.steps = contract.sales.cadence.steps
    self.tellsTouches = book.hasTouches
  }
}

/// What is to be counted of one lead.
struct FollowUpEvent {
  let month: Month
  /// Whether the lead was contacted; nil where nobody tells.
  let isContacted: Bool?
  let contact: LeadFollowUp.Contact?
  let response: Int?
  let steps: [Bool?]

  init(of lead: LeadFollowUp, by rules: FollowUpRules) {
    self.month = lead.placed.month
    self.isContacted = lead.tellsContact ? lead.contact != nil || lead.isContactUnknown : nil
    let response = lead.response(by: rules.clock)
    self.response = response
    self.contact =
      lead.tellsContact
      ? rules.limit.map { lead.contact(within: $0.minutes, by: rules.clock, response: response) } : nil
    self.steps = rules.tellsTouches ? rules.steps.map(lead.isDone) : []
  }
}

/// A tally that is being counted up.
struct FollowUpCount {
  private var leads = 0
  private var contact = (met: 0, due: 0)
  private var unmeasured = 0
  private var uncontacted = 0
  private var tellsContacts = false
  private var responses: [Int] = []
  private var steps: [(met: Int, due: Int)]
  private var loads: [Month: Int] = [:]

  /// Has counted nothing yet of a cadence of so many steps.
  init(steps: Int) { self.steps = Array(repeating: (0, 0), count: steps) }

  mutating func add(_ event: FollowUpEvent) {
    leads += 1
    loads[event.month, default: 0] += 1
    if let isContacted = event.isContacted {
      tellsContacts = true
      if !isContacted { uncontacted += 1 }
    }
    if let response = event.response { responses.append(response) }
    switch event.contact {
    case .met?:
      contact.met += 1
      contact.due += 1
    case .missed?: contact.due += 1
    case .unmeasured?: unmeasured += 1
    case .running?, .needless?, nil: break
    }
    for (place, isDone) in event.steps.enumerated() {
      guard let isDone else { continue }
      steps[place].due += 1
      if isDone { steps[place].met += 1 }
    }
  }

  func tally(by rules: FollowUpRules) -> FollowUp.Tally {
    let times = responses.sorted()
    let isAgreed = rules.limit != nil && tellsContacts
    return FollowUp.Tally(
      leads: leads,
      contact: isAgreed ? FollowUp.Kept(met: contact.met, due: contact.due) : nil,
      unmeasured: unmeasured,
      neverContacted: tellsContacts ? uncontacted : nil,
      responses: times.count,
      median: times.median,
      ninetieth: times.ninetieth,
      steps: rules.tellsTouches
        ? zip(rules.steps, steps).map { step, count in
          FollowUp.Step(step: step, kept: FollowUp.Kept(met: count.met, due: count.due))
        } : nil,
      loads: loads
    )
  }
}

extension [Int] {
  /// The median of sorted numbers from 0 up: of an even number of them the mean of the middle two, rounded half up.
  fileprivate var median: Int? {
    guard !isEmpty else { return nil }
    let (low, high) = (self[(count - 1) / 2], self[count / 2])
    return low + (high - low + 1) / 2
  }

  /// The 90th percentile of sorted numbers by the nearest rank: the first that nine tenths of them do not pass.
  fileprivate var ninetieth: Int? {
    isEmpty ? nil : self[(count * 9 + 9) / 10 - 1]
  }
}
