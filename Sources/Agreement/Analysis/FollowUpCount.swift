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

  /// Counts one more lead.
  mutating func add(_ lead: LeadFollowUp, by rules: borrowing FollowUpRules) {
    leads += 1
    loads[lead.placed.month, default: 0] += 1
    let response = lead.response(by: rules.clock)
    if let response { responses.append(response) }
    if lead.tellsContact {
      tellsContacts = true
      if lead.contact == nil && !lead.isContactUnknown { uncontacted += 1 }
      if let limit = rules.limit {
        add(lead.contact(within: limit.minutes, by: rules.clock, response: response))
      }
    }
    guard rules.tellsTouches else { return }
    for place in steps.indices {
      guard let isDone = lead.isDone(rules.steps[place]) else { continue }
      steps[place].due += 1
      if isDone { steps[place].met += 1 }
    }
  }

  private mutating func add(_ first: LeadFollowUp.Contact) {
    switch first {
    case .met:
      contact.met += 1
      contact.due += 1
    case .missed: contact.due += 1
    case .unmeasured: unmeasured += 1
    case .running, .needless: break
    }
  }

  /// Counts the leads of another tally, by the same rules.
  mutating func add(_ other: FollowUpCount) {
    leads += other.leads
    contact.met += other.contact.met
    contact.due += other.contact.due
    unmeasured += other.unmeasured
    uncontacted += other.uncontacted
    tellsContacts = tellsContacts || other.tellsContacts
    responses += other.responses
    for place in steps.indices {
      steps[place].met += other.steps[place].met
      steps[place].due += other.steps[place].due
    }
    loads.merge(other.loads, uniquingKeysWith: +)
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
