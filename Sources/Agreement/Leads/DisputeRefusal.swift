/// Why a step of a dispute cannot be recorded.
public enum DisputeRefusal: Error, Hashable, Sendable {
  /// No reason is given.
  case noReason
  /// No lead of that id is on record.
  case noSuchLead(String, near: [String])
  /// It is not known when the lead was delivered, so that it counts in no month.
  case notDelivered(String)
  /// The lead was delivered outside all that the contract covers.
  case outsideTerm(String, Day, covered: MonthRange)
  /// The version that rules on the lead's month does not let sales reject leads.
  case notAgreed(String, Month)
  /// The counts of the lead's month are logged, so that single leads move nothing.
  case countsAreLogged(String, Month)
  /// The time in which the lead could be rejected is over.
  case accepted(String, delivered: Day, last: Day)
  /// The lead does not count, so that there is nothing to reject.
  case unqualified(String, [PlacedLead.Shortfall])
  /// The lead was rejected already.
  case alreadyRejected(DisputeStep)
  /// The rejection was contested already.
  case alreadyContested(DisputeStep)
  /// The dispute was settled already.
  case settled(DisputeStep)
  /// The lead was not rejected, so that there is nothing to contest or to settle.
  case notRejected(String)
  /// The person signs for a team that cannot say this: it would speak for the other one.
  case otherTeam(Signatory, DisputeStep.Word)
}

extension DisputeRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    switch self {
    case .noReason:
      "a step of a dispute needs a reason that the other team can answer; give one with --reason '…'"
    case .noSuchLead(let lead, let near):
      "there is no lead '\(lead)' on record; "
        + (near.isEmpty
          ? "give its id as the imported file has it" : "did you mean \(near.joined(separator: " or "))?")
    case .notDelivered(let lead):
      "no file says when lead \(lead) was delivered, so it counts in no month and there is nothing to dispute"
    case .outsideTerm(let lead, let day, let covered):
      "lead \(lead) was delivered on \(day), outside the months that the contract covers, \(covered)"
    case .notAgreed(let lead, let month):
      "the version in force in \(month), in which lead \(lead) was delivered, does not let sales reject leads; "
        + "a contract does with reject-within under sales"
    case .countsAreLogged(let lead, let month):
      "the counts of \(month) are logged, not taken from leads, so rejecting lead \(lead) would move nothing; "
        + "take it off the count with leadpact log --correct --reason '…'"
    case .accepted(let lead, let delivered, let last):
      "lead \(lead) was delivered on \(delivered) and could be rejected until \(last); "
        + "it counts as accepted since \(last.advanced(by: 1))"
    case .unqualified(let lead, let shortfalls):
      "lead \(lead) does not count as it is: \(shortfalls.map(\.found).joined(separator: ", ")); "
        + "there is nothing to reject"
    case .alreadyRejected(let step):
      "lead \(step.lead) was rejected on \(step.mark.at.day) by \(step.mark.by) already: \(step.reason)"
    case .alreadyContested(let step):
      "the rejection of lead \(step.lead) was contested on \(step.mark.at.day) by \(step.mark.by) already; "
        + "settle it"
    case .settled(let step):
      "the dispute on lead \(step.lead) was settled on \(step.mark.at.day) by \(step.mark.by): "
        + "it \(step.word == .settledAccepted ? "counts" : "does not count"); a settlement ends it"
    case .notRejected(let lead):
      "lead \(lead) was not rejected, so there is nothing to contest or to settle"
    case .otherTeam(let person, let word):
      "\(person.email) signs for \(person.team.rawValue), and \(word.prerogative); "
        + "whoever does it names themselves with --user"
    }
  }
}

extension DisputeStep.Word {
  /// The team that cannot say it, since it would decide for the other one.
  ///
  /// A settlement is what both agreed on, so it is not for the team to record whose claim it upholds.
  fileprivate var barred: Team {
    switch self {
    case .rejected, .settledAccepted: .marketing
    case .contested, .settledRejected: .sales
    }
  }

  /// Whose it is to say it, in a clause.
  fileprivate var prerogative: String {
    switch self {
    case .rejected: "rejecting leads is for sales"
    case .contested: "contesting a rejection is for marketing"
    case .settledAccepted: "that a disputed lead counts is for sales to concede"
    case .settledRejected: "that a disputed lead does not count is for marketing to concede"
    }
  }
}

extension Ledger {
  /// Checks that `word` may be said of a lead on `day`.
  ///
  /// A lead that counts may be rejected until the last day of the window of the version that rules on its month; a
  /// rejection may be contested, and settled whether it was or not. Who signs for marketing cannot speak for sales, nor
  /// the other way round; somebody whom the contract does not name, or of another team, may record for either.
  ///
  /// - Parameter person: who says it, as the journal will have it.
  /// - Throws: `DisputeRefusal`.
  public func check(
    _ word: DisputeStep.Word, on lead: String, reason: String, by person: String, day: Day
  ) throws(DisputeRefusal) {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw .noReason }
    guard let found = leads.lead(lead) else {
      throw .noSuchLead(lead, near: Spelling.nearest(to: lead, among: leads.leads.lazy.map(\.id)))
    }
    guard let delivered = found.facts.delivered?.day else { throw .notDelivered(lead) }
    guard let placed = placedLead(lead) else {
      throw .outsideTerm(lead, delivered, covered: history.span)
    }
    let last = leads.dispute(on: lead).last
    if let last, last.word == .settledAccepted || last.word == .settledRejected { throw .settled(last) }
    switch word {
    case .rejected:
      if let last { throw .alreadyRejected(last) }
      try checkRejection(of: placed, on: day)
    case .contested:
      guard let last else { throw .notRejected(lead) }
      guard last.word == .rejected else { throw .alreadyContested(last) }
    case .settledAccepted, .settledRejected:
      guard last != nil else { throw .notRejected(lead) }
    }
    if let signatory = signatory(person, on: day), signatory.team == word.barred {
      throw .otherTeam(signatory, word)
    }
  }

  /// The person whom the contract that rules on `day` names by that address; nil for anybody else.
  private func signatory(_ person: String, on day: Day) -> Signatory? {
    let contract = history.contract(on: DayRange(first: day, count: 1))
    return contract.signatories.first { $0.email.text.lowercased() == person.lowercased() }
  }

  private func checkRejection(of placed: PlacedLead, on day: Day) throws(DisputeRefusal) {
    if case .unqualified(let shortfalls) = placed.standing { throw .unqualified(placed.lead.id, shortfalls) }
    guard history.deliverySource(in: placed.month) == .leads else {
      throw .countsAreLogged(placed.lead.id, placed.month)
    }
    guard let window = history.ruling(in: placed.month)?.contract.sales.rejection else {
      throw .notAgreed(placed.lead.id, placed.month)
    }
    let last = window.lastDay(after: placed.day, in: calendar(on: placed.day))
    guard day <= last else { throw .accepted(placed.lead.id, delivered: placed.day, last: last) }
  }
}
