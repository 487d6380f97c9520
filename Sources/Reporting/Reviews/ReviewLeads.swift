import Agreement

extension PeriodReview {
  /// What is to be known of the leads themselves: those without a type, those that do not count, those nobody counts.
  func leadNotes() -> [String] {
    let ledger = accounts.ledger
    guard !ledger.leads.isEmpty else { return [] }
    let inPeriod = ledger.placedLeads.filter { days.contains($0.day) }
    return [
      unassignedNote(inPeriod), setAsideNote(), rejectedNote(inPeriod), outsideWinsNote(inPeriod),
      unpricedNote(),
    ].compactMap(\.self) + unqualifiedNotes(inPeriod) + unplacedNotes()
  }

  private func unassignedNote(_ leads: [PlacedLead]) -> String? {
    let unassigned = leads.filter { $0.key.leadType == .unassigned && !isAgreed($0.key) }
    guard !unassigned.isEmpty else { return nil }
    let values = Dictionary(grouping: unassigned) { $0.lead.facts.leadType ?? "" }.mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = values.prefix(8).map { "\($0.key.isEmpty ? "nothing" : "'\($0.key)'") \($0.value.grouped)" }
    return
      "\(unassigned.count.leads) \(unassigned.count.agreeing("is", "are")) of no lead type of the contract, by what the other system says: "
      + (values.count > 8
        ? "\(named.joined(separator: ", ")) and \(values.count - 8) other value\(values.count == 9 ? "" : "s")"
        : named.joinedByAnd)
      + ". \(unassigned.count.agreeing("It has", "They have")) no value. "
      + (values.contains { !$0.key.isEmpty }
        ? "List the values under crm-values of a lead type to count them."
        : "A lead type of the name 'unassigned' would count them.")
  }

  private func isAgreed(_ key: LeadTypeKey) -> Bool {
    contract.stream(key.stream)?.leadType(key.leadType) != nil
  }

  private func unqualifiedNotes(_ leads: [PlacedLead]) -> [String] {
    var counts: [LeadCondition: Int] = [:]
    for lead in leads {
      guard case .unqualified(let shortfalls) = lead.standing else { continue }
      for shortfall in shortfalls { counts[shortfall.condition, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }.map {
      "\($1.leads) \($1.agreeing("falls", "fall")) short of '\($0)' and \($1.agreeing("earns", "earn")) no value until \($1.agreeing("it meets", "they meet")) it."
    }
  }

  private func rejectedNote(_ leads: [PlacedLead]) -> String? {
    let rejected = leads.filter { $0.standing == .rejected }
    guard !rejected.isEmpty else { return nil }
    let contested = rejected.count { accounts.ledger.leads.dispute(on: $0.lead.id).last?.word == .contested }
    return
      "\(rejected.count.leads) \(rejected.count.agreeing("is", "are")) rejected by sales and taken off the count"
      + (contested == 0 ? "." : "; of \(contested.grouped) marketing contests that.")
  }

  /// Leads that do not count and were won all the same: what they brought stands in no other figure.
  private func outsideWinsNote(_ leads: [PlacedLead]) -> String? {
    let won = leads.filter { ($0.standing != .counts || !isAgreed($0.key)) && $0.lead.hasReached(.won) }
    guard !won.isEmpty else { return nil }
    let amounts = won.flatMap(\.lead.revenue).filter { $0.currency == contract.currency }
    let revenue = (try? amounts.total(contract.currency)).map { amounts.isEmpty ? "" : ", worth \($0)" } ?? ""
    let ids = won.prefix(5).map(\.lead.id).joined(separator: ", ") + (won.count > 5 ? ", …" : "")
    return
      "\(won.count.leads) that \(won.count.agreeing("does", "do")) not count as delivered \(won.count.agreeing("was", "were")) won all the same\(revenue): \(ids). The figures above leave \(won.count.agreeing("it", "them")) out."
  }

  private func unpricedNote() -> String? {
    let unpriced = cohorts.reduce(0) { sum, cohort in
      if case .leads(let unpriced) = cohort.outcome.evidence { sum + unpriced } else { sum }
    }
    guard unpriced > 0 else { return nil }
    return
      "\(unpriced.grouped) won deal\(unpriced.agreeing(" has", "s have")) no amount in \(contract.currency); the revenue above leaves \(unpriced.agreeing("it", "them")) out."
  }

  /// Counts that were logged for months whose counts come from leads.
  private func setAsideNote() -> String? {
    let derived = months.filter { $0.ruling.contract.deliverySource == .leads }.map(\.month)
    let logged = accounts.ledger.deliveries.filter { delivery in
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
    return
      "\(leads.leads) logged for \(touched.spanned) \(leads.agreeing("is", "are")) set aside: the contract takes \(touched.count.agreeing("this month", "these months")) from the leads themselves."
  }

  private func unplacedNotes() -> [String] {
    let unplaced = accounts.ledger.leads.unplaced(by: accounts.ledger.history)
    var outside: [Day] = []
    var waiting = 0
    for lead in unplaced {
      switch lead.reason {
      case .notDelivered: waiting += 1
      case .outsideTerm(let day): outside.append(day)
      }
    }
    var notes: [String] = []
    if waiting > 0 {
      notes.append(
        "\(waiting.leads) on record \(waiting.agreeing("has", "have")) no day of delivery, and no month counts \(waiting.agreeing("it", "them"))."
      )
    }
    if let first = outside.min(), let last = outside.max() {
      notes.append(
        "\(outside.count.leads) \(outside.count.agreeing("was", "were")) delivered outside the months that the contract covers, "
          + (first == last ? "on \(first)." : "from \(first) to \(last).")
      )
    }
    let stray = accounts.ledger.leads.strayTouches.count
    if stray > 0 {
      notes.append(
        stray == 1
          ? "1 touch is of a lead that is not on record."
          : "\(stray.grouped) touches are of leads that are not on record.")
    }
    return notes
  }
}

extension Int {
  /// `1 lead`, `212 leads`.
  var leads: String { "\(grouped) \(agreeing("lead", "leads"))" }

  /// The word that goes with so many: the one for one, or the one for several.
  func agreeing(_ one: String, _ several: String) -> String { self == 1 ? one : several }
}
