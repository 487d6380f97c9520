import Agreement

extension PeriodReview {
  /// What is to be known of the leads themselves: those without a type, those that do not count, those nobody counts.
  func leadNotes() throws(Overflow) -> [String] {
    let ledger = accounts.ledger
    guard !ledger.leads.isEmpty else { return [] }
    let period = days
    let agreed = Set(contract.leadTypes.map { LeadTypeKey(stream: $0.stream.name, leadType: $0.type.name) })
    let inPeriod = ledger.placedLeads.lazy.filter { period.contains($0.day) }
    return [
      unassignedNote(inPeriod, agreed), setAsideNote(), rejectedNote(inPeriod),
      try outsideWinsNote(inPeriod, agreed),
      unpricedNote(),
    ].compactMap(\.self) + unqualifiedNotes(inPeriod) + (try unplacedNotes())
  }

  private func unassignedNote(_ leads: some Sequence<PlacedLead>, _ agreed: Set<LeadTypeKey>) -> String? {
    let unassigned = leads.filter { $0.key.leadType == .unassigned && !agreed.contains($0.key) }
    guard !unassigned.isEmpty else { return nil }
    let values = Dictionary(grouping: unassigned) { $0.lead.facts.leadType ?? "" }.mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = values.prefix(8).map {
      $0.key.isEmpty
        ? language(.valueUnsaid, ["count": $0.value])
        : language(.valueSaid, ["value": $0.key, "count": $0.value])
    }
    let listed =
      values.count > 8
      ? language(
        .otherValues, ["values": language.enumerated(named), "others": values.count - 8])
      : language.joined(named)
    return language(
      values.contains { !$0.key.isEmpty } ? .unassignedListed : .unassignedNothing,
      ["count": unassigned.count, "values": listed])
  }

  private func unqualifiedNotes(_ leads: some Sequence<PlacedLead>) -> [String] {
    var counts: [LeadCondition: Int] = [:]
    for lead in leads {
      guard case .unqualified(let shortfalls) = lead.standing else { continue }
      for shortfall in shortfalls { counts[shortfall.condition, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }.map {
      language(.unqualified, ["count": $1, "condition": "\($0)"])
    }
  }

  private func rejectedNote(_ leads: some Sequence<PlacedLead>) -> String? {
    let rejected = leads.filter { $0.standing == .rejected }
    guard !rejected.isEmpty else { return nil }
    let contested = rejected.count { accounts.ledger.leads.dispute(on: $0.lead.id).last?.word == .contested }
    return contested == 0
      ? language(.rejected, ["count": rejected.count])
      : language(.rejectedContested, ["count": rejected.count, "contested": contested])
  }

  /// Leads that do not count and were won all the same: what they brought stands in no other figure.
  private func outsideWinsNote(_ leads: some Sequence<PlacedLead>, _ agreed: Set<LeadTypeKey>)
    throws(Overflow) -> String?
  {
    let won = leads.filter { lead in
      lead.lead.hasReached(.won) && (lead.standing != .counts || !agreed.contains(lead.key))
    }
    guard !won.isEmpty else { return nil }
    let amounts = won.flatMap(\.lead.revenue).filter { $0.currency == contract.currency }
    let listed = language.enumerated(won.prefix(5).map(\.lead.id))
    let ids = won.count > 5 ? language(.andMore, ["items": listed]) : listed
    guard !amounts.isEmpty else { return language(.outsideWins, ["count": won.count, "ids": ids]) }
    let revenue = try amounts.total(contract.currency)
    return language(.outsideWinsWorth, ["count": won.count, "revenue": revenue, "ids": ids])
  }

  private func unpricedNote() -> String? {
    let unpriced = cohorts.reduce(0) { sum, cohort in
      if case .leads(let unpriced) = cohort.outcome.evidence { sum + unpriced } else { sum }
    }
    guard unpriced > 0 else { return nil }
    return language(.unpriced, ["count": unpriced, "currency": "\(contract.currency)"])
  }

  /// Counts that were logged for months whose counts come from leads.
  private func setAsideNote() -> String? {
    let derived = months.filter { $0.ruling.contract.deliverySource == .leads }.map(\.month)
    let logged = deliveries.filter { delivery in
      switch delivery.kind {
      case .logged, .imported, .correction:
        derived.contains { contract.calendar.days(of: $0).overlaps(delivery.days) }
      case .leads, .disputed: false
      }
    }
    guard !logged.isEmpty else { return nil }
    let leads = logged.reduce(0) { $0 + $1.count }
    let touched = derived.filter { month in
      logged.contains { contract.calendar.days(of: month).overlaps($0.days) }
    }
    return language(
      .setAside, ["count": leads, "months": touched.spanned(in: language), "spans": touched.count])
  }

  /// Leads without a day of delivery; where some were won all the same, with what they brought.
  private func undeliveredNote(_ leads: LeadSum) throws(Overflow) -> String {
    guard let revenue = try leads.revenue(in: contract.currency) else {
      return language(.undelivered, ["count": leads.waiting])
    }
    return language(.undeliveredWon, ["count": leads.waiting, "won": leads.won, "revenue": revenue])
  }

  private func unplacedNotes() throws(Overflow) -> [String] {
    let sums = accounts.ledger.leadSums
    var notes: [String] = []
    if sums.waiting.waiting > 0 { notes.append(try undeliveredNote(sums.waiting)) }
    if let outside = sums.outsideTerm {
      notes.append(
        outside.first == outside.last
          ? language(.outsideTermOn, ["count": outside.count, "day": outside.first])
          : language(
            .outsideTerm, ["count": outside.count, "first": outside.first, "last": outside.last]))
    }
    let stray = accounts.ledger.leads.strayTouches
    if stray > 0 { notes.append(language(.strayTouches, ["count": stray])) }
    return notes
  }
}
