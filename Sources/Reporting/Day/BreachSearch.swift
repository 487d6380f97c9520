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
  /// The language that the breaches are told in.
  let language: Language

  init(
    of ledger: Ledger, from standpoint: Standpoint, overdueAllowed: Int = 0, in language: Language
  ) throws(Overflow) {
    self.ledger = ledger
    self.accounts = try Accounts(ledger)
    self.standpoint = standpoint
    self.overdue = ledger.openLeads(from: standpoint).overdue
    self.overdueAllowed = overdueAllowed
    self.language = language
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
    return [
      breach(
        .overdue, [.sales], in: "\(today)",
        found: Figure(
          FigureKey(period: "\(today)", "overdue-leads"), .count(overdue.count),
          Derivation(
            formula: language(.overdueFormula),
            computation: overdue.count.grouped, clause: .overdueClause)),
        agreed: language(.atMost, ["count": overdueAllowed]),
        language(
          .overdueBreach,
          [
            "count": overdue.count, "lead": worst.id, "rep": worst.rep ?? language(.unassignedRep),
            "matter": worst.matter.words(in: language), "late": worst.late.lateness(in: language),
          ])
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
          formula: language(.daysSinceQuarter), computation: "\(last)..\(today)",
          clause: .breachClause)),
      agreed: language(.reviewedOnceOver), language(.reviewBreach, ["quarter": quarter, "day": last]))
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
        formula: language(.missingSigners),
        computation: language(
          .missingOfSigners,
          ["missing": missing.count, "people": people, "version": "\(version.number)"]),
        clause: .breachClause))
    return missing.map { person in
      let number = "\(version.number)"
      let sentence =
        if case .declined(let reason) = history.word(of: person, on: version)?.word {
          language(.declinedBreach, ["version": number, "name": person.name, "reason": reason])
        } else {
          language(.notSignedBreach, ["version": number, "name": person.name])
        }
      return breach(
        .signature, [person.team], in: "\(today)", found: found, agreed: language(.signedByAll), sentence)
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
            formula: language(.sumOverLeadTypes), computation: delivered.grouped, clause: .salesSide)),
        agreed: language(.atMost, ["count": limit]),
        language(
          .capacityBreach,
          [
            "count": delivered, "month": month, "excess": delivered - limit, "limit": limit, "reps": reps,
          ])
      )
    ]
  }
}
