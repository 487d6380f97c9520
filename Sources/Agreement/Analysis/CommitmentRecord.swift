/// How one commitment was kept over a period.
public struct CommitmentRecord: Hashable, Sendable {
  /// What was promised.
  public enum Promise: Hashable, Sendable {
    /// Leads contacted in time.
    case firstContact(FirstContact)
    /// Leads with their touches.
    case cadence(Cadence.Step, share: Share)
    /// A named measure.
    case measure(Measure)

    /// Whether leads tell how it was kept, where a contract counts by them.
    public var isToldByLeads: Bool {
      if case .measure = self { false } else { true }
    }

    /// The team that owes it.
    public var owner: Team {
      if case .measure(let measure) = self { measure.owner } else { .sales }
    }

    /// The name that it is recorded under: `contacted`, `3-in-14`, a measure's name.
    public var subject: String {
      switch self {
      case .firstContact: "contacted"
      case .cadence(let step, _): step.name
      case .measure(let measure): measure.name.text
      }
    }
  }

  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// Nothing is on record.
    case none
    /// Kept for `met` of `due` leads.
    case kept(met: Int, due: Int)
    /// The mean of so many values.
    case mean(Score, of: Int)
  }

  /// What was promised.
  public let promise: Promise
  /// What was found.
  public let finding: Finding
  /// The observations that count: newest words only, and of overlapping scopes the widest.
  public let observations: [Observation]
  /// How many leads tell, one by one, beside them; nil where none do, since no month counts by leads.
  public let leads: Int?

  /// Whether it was kept; nil where nothing is on record or nothing was due.
  public var isKept: Bool? {
    switch (promise, finding) {
    case (_, .none): nil
    case (.firstContact(let promise), .kept(let met, let due)): Ratio(met, of: due)?.reaches(promise.share)
    case (.cadence(_, let share), .kept(let met, let due)): Ratio(met, of: due)?.reaches(share)
    case (.measure(let measure), .mean(let score, _)): measure.isKept(by: score)
    default: nil
    }
  }
}

extension Contract {
  /// Everything that may be recorded as followed up, by name: `contacted`, the cadence's steps, the measures.
  public var promises: [CommitmentRecord.Promise] {
    let contact = sales.firstContact.map { [CommitmentRecord.Promise.firstContact($0)] } ?? []
    let steps = sales.cadence.steps.map { CommitmentRecord.Promise.cadence($0, share: sales.cadence.share) }
    return contact + steps + measures.map(CommitmentRecord.Promise.measure)
  }
}

extension Ledger {
  /// How the commitments of `contract` were kept in `days`.
  ///
  /// An observation counts where its last day lies in `days`; of several on one thing, the newest. Values for
  /// the team, its streams and its reps in the same days are levels of one figure and never add up: the team's
  /// counts, else the streams', else the reps'. In months whose counts come from leads, first contact and cadence come
  /// from those that were delivered in `days`, at the end of `today`; those of other months are added to them.
  ///
  /// - Parameter followUp: what was done about all leads delivered in `days`, seen from the end of `today`, where that is
  ///   known already.
  /// - Throws: `Overflow` where counts pass 64 bits.
  public func commitments(
    of contract: Contract, in days: DayRange, on today: Day, knowing followUp: FollowUp? = nil
  ) throws(Overflow) -> [CommitmentRecord] {
    let calendar = history.newest.contract.calendar
    let months = calendar.months(touching: days)
    let told = Set(months.filter { history.deliverySource(in: $0) == .leads })
    func isTold(_ day: Day) -> Bool { told.contains(calendar.month(containing: day)) }
    let tally: FollowUp.Tally? =
      if told.isEmpty {
        nil
      } else if let followUp, told.count == months.count {
        followUp.team
      } else {
        FollowUp(
          of: placedLeads.lazy.filter { days.contains($0.day) && isTold($0.day) }, in: leads, under: contract,
          from: .end(of: today)
        ).team
      }
    let current = currentObservations.filter { days.contains($0.days.last) }
    var records: [CommitmentRecord] = []
    for promise in contract.promises {
      let own = current.filter { entry in
        entry.subject.text == promise.subject && !(promise.isToldByLeads && isTold(entry.days.last))
      }
      let counted = own.counted
      let recorded = try Self.finding(of: counted)
      let known = promise.isToldByLeads ? tally : nil
      records.append(
        CommitmentRecord(
          promise: promise,
          finding: try known.map { tally throws(Overflow) in try tally.finding(on: promise).adding(recorded) }
            ?? recorded,
          observations: counted, leads: known?.leads)
      )
    }
    return records
  }

  /// The newest word on each thing observed, in the order of their days.
  public var currentObservations: [Observation] {
    struct Subject: Hashable {
      let subject: Name
      let stream: Name?
      let rep: String?
      let days: DayRange
    }
    var newest: [Subject: Observation] = [:]
    for entry in observations {
      newest[Subject(subject: entry.subject, stream: entry.stream, rep: entry.rep, days: entry.days)] = entry
    }
    return newest.values.sorted { ($0.days.last, $0.mark.number) < ($1.days.last, $1.mark.number) }
  }

  private static func finding(of observations: [Observation]) throws(Overflow) -> CommitmentRecord.Finding {
    guard !observations.isEmpty else { return .none }
    var met: Int128 = 0
    var due: Int128 = 0
    var scores: [Score] = []
    for observation in observations {
      switch observation.finding {
      case .kept(let some, let all):
        met += Int128(some)
        due += Int128(all)
      case .measured(let score): scores.append(score)
      }
    }
    if let mean = Score.mean(of: scores) { return .mean(mean, of: scores.count) }
    return .kept(met: try Int(checking: met), due: try Int(checking: due))
  }
}

extension CommitmentRecord.Finding {
  /// The leads of both added up; the other one where there are none in one.
  fileprivate func adding(_ other: CommitmentRecord.Finding) throws(Overflow) -> CommitmentRecord.Finding {
    switch (self, other) {
    case (.kept(let met, let due), .kept(let more, let all)):
      .kept(
        met: try Int(checking: Int128(met) + Int128(more)), due: try Int(checking: Int128(due) + Int128(all)))
    case (.none, _): other
    default: self
    }
  }
}

extension FollowUp.Tally {
  /// How a promise on leads was kept; none where no lead was delivered, or no file tells.
  fileprivate func finding(on promise: CommitmentRecord.Promise) -> CommitmentRecord.Finding {
    let kept: FollowUp.Kept? =
      switch promise {
      case .firstContact: contact
      case .cadence(let step, _): steps?.first { $0.step == step }?.kept
      case .measure: nil
      }
    guard leads > 0, let kept else { return .none }
    return .kept(met: kept.met, due: kept.due)
  }
}
