/// What follow-up is measured by, and what of it the records can tell.
struct FollowUpRules {
  let limit: FirstContact?
  let clock: ContactClock
  let steps: [Cadence.Step]
  let told: ToldFollowUp

  init(under contract: Contract, told: ToldFollowUp) {
    self.limit = contract.sales.firstContact
    self.clock = ContactClock(limit?.clock ?? .elapsed, in: contract.calendar)
    self.steps = contract.sales.cadence.steps
    self.told = told
  }
}

/// Of which leads the files tell who was contacted and what was done, so that none on record means none.
///
/// Touches on record for any lead tell of all: a lead type that nobody touched is the very one to be seen.
public struct ToldFollowUp: Hashable, Sendable {
  /// Whether what was done about leads is told.
  public let touches: Bool

  /// What a book tells.
  public init(in book: LeadBook) { self.touches = book.hasTouches }

  /// Whether the first contact of a lead is told, by a column of a file that speaks of it or by touches.
  public func contact(of lead: Lead) -> Bool { touches || lead.told.contains(.contacted) }
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
    let tellsContacts = rules.told.contact(of: lead.placed.lead)
    self.isContacted = tellsContacts ? lead.contact != nil : nil
    self.contact =
      tellsContacts ? rules.limit.map { lead.contact(within: $0.minutes, by: rules.clock) } : nil
    self.response = lead.response(by: rules.clock)
    self.steps = rules.told.touches ? rules.steps.map(lead.isDone) : []
  }
}

/// A tally that is being counted up.
struct FollowUpCount {
  private let rules: FollowUpRules
  private var leads = 0
  private var contact = (met: 0, due: 0)
  private var unmeasured = 0
  private var uncontacted = 0
  private var tellsContacts = false
  private var responses: [Int] = []
  private var steps: [(met: Int, due: Int)]
  private var loads: [Month: Int] = [:]

  init(_ rules: FollowUpRules) {
    self.rules = rules
    self.steps = rules.steps.map { _ in (0, 0) }
  }

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

  var tally: FollowUp.Tally {
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
      steps: rules.told.touches
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
