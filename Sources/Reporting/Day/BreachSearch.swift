import Agreement

/// Looks through a contract's ledger for what is not kept, from a standpoint.
struct BreachSearch {
  let ledger: Ledger
  let accounts: Accounts
  let standpoint: Standpoint
  /// The open leads that sales should have done more about by now, the worst first.
  let overdue: [OverdueLead]
  /// How many leads may be overdue without a breach.
  let overdueAllowed: Int

  init(of ledger: Ledger, from standpoint: Standpoint, overdueAllowed: Int = 0) throws(Overflow) {
    self.ledger = ledger
    self.accounts = try Accounts(ledger)
    self.standpoint = standpoint
    self.overdue = ledger.overdueLeads(from: standpoint)
    self.overdueAllowed = overdueAllowed
  }

  var today: Day { standpoint.day }
  var history: ContractHistory { ledger.history }
  var calendar: ContractCalendar { history.newest.contract.calendar }
  /// The month that runs today.
  var month: Month { calendar.month(containing: today) }

  /// Everything that is not kept today, in the order of the kinds.
  ///
  /// docs/arithmetic.md, "Breaches".
  func breaches() throws(Overflow) -> [Breach] {
    // Who has parted owes nothing any more: the last month is looked at for one month after its end.
    guard month <= history.span.last.advanced(by: 1) else { return [] }
    let found =
      try valueBreaches() + commitmentBreaches() + overdueBreaches() + reviewBreaches() + signatureBreaches()
      + capacityBreaches()
    return Breach.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  func breach(
    _ kind: Breach.Kind, _ owners: [Team], in period: String, of stream: Name? = nil, found: Figure,
    agreed: String, _ sentence: String
  ) -> Breach {
    Breach(
      contract: history.newest.contract.name, kind: kind, owners: owners, period: period, stream: stream,
      found: found, agreed: agreed, sentence: sentence)
  }
}

extension BreachSearch {
  /// Leads that wait, where they are more than are allowed.
  private func overdueBreaches() -> [Breach] {
    guard overdue.count > overdueAllowed, let worst = overdue.first else { return [] }
    let subject = overdue.count == 1 ? "1 lead is overdue" : "\(overdue.count.grouped) leads are overdue"
    return [
      breach(
        .overdue, [.sales], in: "\(today)",
        found: Figure(
          FigureKey(period: "\(today)", "overdue-leads"), .count(overdue.count),
          Derivation(
            formula: "the open leads past first contact or a step of the cadence",
            computation: overdue.count.grouped, clause: .overdueClause)),
        agreed: "at most \(overdueAllowed.grouped)",
        "\(subject); \(worst.id) (\(worst.rep ?? "no rep")) has waited longest: \(worst.matter.title), \(worst.late.lateness) late."
      )
    ]
  }

  /// Quarters that are over and that nobody has looked at, nor at a later one.
  private func reviewBreaches() -> [Breach] {
    var breaches: [Breach] = []
    let quarters = Set(history.months.map(calendar.quarter)).sorted().reversed()
    for quarter in quarters {
      switch ledger.reviewState(of: quarter, on: today) {
      case .upcoming: continue
      case .due: breaches.insert(reviewBreach(of: quarter), at: 0)
      case .kept, .revised: return breaches
      }
    }
    return breaches
  }

  private func reviewBreach(of quarter: Quarter) -> Breach {
    let last = calendar.days(of: quarter).last
    let days = today.number - last.number
    return breach(
      .review, [.marketing, .sales], in: "\(quarter)",
      found: Figure(
        FigureKey(period: "\(quarter)", "days-without-review"), .days(days),
        Derivation(
          formula: "the days since the quarter's end", computation: "\(last)..\(today)",
          clause: .breachClause)),
      agreed: "reviewed once it is over",
      "The metrics of \(quarter) have been due for review since \(last).")
  }

  /// Everyone who has not signed the newest version.
  private func signatureBreaches() -> [Breach] {
    let version = history.newest
    let missing: [Signatory]
    switch history.standing(of: version) {
    case .inForce, .superseded: return []
    case .awaiting(let people), .refused(_, let people): missing = people
    }
    let people = version.contract.signatories.count
    let found = Figure(
      FigureKey(period: "\(today)", "signatures-missing"), .count(missing.count),
      Derivation(
        formula: "the people who have not signed the newest version",
        computation: "\(missing.count) of \(people), version \(version.number)", clause: .breachClause))
    return missing.map { person in
      let word = history.word(of: person, on: version)?.word
      let words =
        if case .declined(let reason) = word { "declined it (\(reason))" } else { "has not signed" }
      return breach(
        .signature, [person.team], in: "\(today)", found: found, agreed: "signed by all",
        "Version \(version.number): \(person.name) \(words).")
    }
  }

  /// More leads in the running month than the reps can serve.
  private func capacityBreaches() throws(Overflow) -> [Breach] {
    guard let account = try accounts.account(of: month),
      let capacity = account.ruling.contract.sales.capacity
    else { return [] }
    let limit = try capacity.limit(in: month)
    let delivered = try account.leadsDelivered()
    guard delivered > limit else { return [] }
    let isAgreed = try account.leadsDue() > limit
    let reps = capacity.reps(in: month)
    return [
      breach(
        .capacity, [isAgreed ? .sales : .marketing], in: "\(month)",
        found: Figure(
          FigureKey(period: "\(month)", "all-leads-delivered"), .count(delivered),
          Derivation(
            formula: "the sum over the lead types", computation: delivered.grouped, clause: .salesSide)),
        agreed: "at most \(limit.grouped)",
        "\(delivered.grouped) leads were delivered in \(month) so far, \((delivered - limit).grouped) more than the \(limit.grouped) that \(reps.grouped) rep\(reps == 1 ? "" : "s") can serve."
      )
    ]
  }
}
