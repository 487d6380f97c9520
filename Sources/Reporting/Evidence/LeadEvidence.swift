import Agreement

/// The leads behind a figure, a line each.
struct LeadEvidence {
  private let language: Language

  /// Tells of leads in a language.
  init(_ language: Language) { self.language = language }

  /// The leads delivered of one type in one month that count, in the order of their days.
  func delivered(_ key: LeadTypeKey, in month: Month, of ledger: Ledger) -> [String] {
    ledger.placedLeads.filter { $0.month == month && $0.key == key && $0.standing == .counts }
      .sorted { ($0.day, $0.lead.id) < ($1.day, $1.lead.id) }
      .map { language(.leadDelivered, ["lead": $0.lead.id, "day": $0.day]) }
  }

  /// The leads for which a promise was missed, those that waited longest first.
  func missed(_ leads: [MissedLead]) -> [String] { leads.map(line) }

  private func line(_ missed: MissedLead) -> String {
    language(
      .leadOfRep,
      [
        "lead": missed.placed.lead.id, "rep": missed.placed.lead.facts.rep ?? language(.unassignedRep),
        "day": missed.placed.day, "matter": matter(missed),
      ])
  }

  private func matter(_ missed: MissedLead) -> String {
    let late = missed.late.lateness(in: language)
    if let touches = missed.touches { return language(.touchesByThen, ["touches": touches, "late": late]) }
    guard let contact = missed.contact else { return language(.notContacted, ["late": late]) }
    return language(.contactedLate, ["day": contact.day, "late": late])
  }
}
