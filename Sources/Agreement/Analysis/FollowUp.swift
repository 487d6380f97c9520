/// What sales did about leads that count, as their records tell: by rep, and as a team.
///
/// docs/arithmetic.md, "First contact" and "Cadence".
public struct FollowUp: Hashable, Sendable {
  /// For how many of the leads that were due a promise was kept.
  public struct Kept: Hashable, Sendable {
    /// The leads for which it was kept.
    public let met: Int
    /// The leads that were due.
    public let due: Int
  }

  /// How a step of the cadence was kept.
  public struct Step: Hashable, Sendable {
    /// The step.
    public let step: Cadence.Step
    /// For how many leads.
    public let kept: Kept
  }

  /// What was done about some leads.
  public struct Tally: Hashable, Sendable {
    /// The leads.
    public let leads: Int
    /// The first contact in time; nil where none is agreed, or nothing on record tells of contacts.
    public let contact: Kept?
    /// Leads whose time is over and of which no hours are on record that would tell.
    public let unmeasured: Int
    /// Leads that nobody has contacted; nil where nothing on record tells of contacts.
    public let neverContacted: Int?
    /// Leads of which the time until the first contact is known.
    public let responses: Int
    /// The median of those times, in microseconds by the contract's clock; nil where none is known.
    public let median: Int?
    /// Their 90th percentile, by the nearest rank; nil where none is known.
    public let ninetieth: Int?
    /// The steps of the cadence; nil where no touches are on record.
    public let steps: [Step]?
    /// How many of the leads were delivered in each month.
    public let loads: [Month: Int]
  }

  /// What a rep did.
  public struct RepTally: Hashable, Sendable {
    /// The rep; nil for leads that nobody is named for.
    public let rep: String?
    /// What was done about the rep's leads.
    public let tally: Tally
  }

  /// A month in which a rep was given more leads than agreed.
  public struct Overload: Hashable, Sendable {
    /// The rep.
    public let rep: String
    /// The month.
    public let month: Month
    /// The leads.
    public let leads: Int
  }

  /// All leads.
  public let team: Tally
  /// The leads by rep, in the order of their names; those without a rep last.
  public let reps: [RepTally]

  /// Tells what was done, seen from `standpoint`, about those of `leads` that count, measured by what `contract`
  /// promises.
  public init(
    of leads: some Sequence<PlacedLead>, in book: LeadBook, under contract: Contract,
    from standpoint: Standpoint
  ) {
    let rules = FollowUpRules(under: contract, in: book)
    let nothing = FollowUpCount(steps: rules.steps.count)
    var reps: [String?: FollowUpCount] = [:]
    for placed in leads where placed.standing == .counts {
      reps[placed.lead.facts.rep, default: nothing].add(
        book.followUp(of: placed, from: standpoint), by: rules)
    }
    self.team = reps.values.reduce(into: nothing) { $0.add($1) }.tally(by: rules)
    self.reps = reps.map { RepTally(rep: $0.key, tally: $0.value.tally(by: rules)) }
      .sorted { a, b in
        guard let first = a.rep, let second = b.rep else { return a.rep != nil && b.rep == nil }
        return first < second
      }
  }

  /// The months in which a rep was given more leads than `capacity` allows, most leads first.
  public func overloads(by capacity: Capacity) -> [Overload] {
    var overloads: [Overload] = []
    for entry in reps {
      guard let rep = entry.rep else { continue }
      for (month, leads) in entry.tally.loads where leads > capacity.leadsPerRep {
        overloads.append(Overload(rep: rep, month: month, leads: leads))
      }
    }
    return overloads.sorted { ($1.leads, $0.month, $0.rep) < ($0.leads, $1.month, $1.rep) }
  }
}

extension Ledger {
  /// What was done, seen from `standpoint`, about the leads that were delivered in `days`, measured by what `contract`
  /// promises.
  public func followUp(in days: DayRange, under contract: Contract, from standpoint: Standpoint) -> FollowUp {
    FollowUp(
      of: placedLeads.lazy.filter { days.contains($0.day) }, in: leads, under: contract,
      from: standpoint)
  }
}
