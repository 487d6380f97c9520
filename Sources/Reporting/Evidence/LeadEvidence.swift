import Agreement

/// The leads behind a figure, a line each.
enum LeadEvidence {
  /// The leads delivered of one type in one month that count, in the order of their days.
  static func delivered(_ key: LeadTypeKey, in month: Month, of ledger: Ledger) -> [String] {
    ledger.placedLeads.filter { $0.month == month && $0.key == key && $0.standing == .counts }
      .sorted { ($0.day, $0.lead.id) < ($1.day, $1.lead.id) }
      .map { "lead \($0.lead.id), delivered on \($0.day)" }
  }

  /// The leads for which a promise was missed, those that waited longest first.
  static func missed(_ leads: [MissedLead]) -> [String] { leads.map(line) }

  private static func line(_ missed: MissedLead) -> String {
    let rep = missed.placed.lead.facts.rep ?? .nobody
    let start = "lead \(missed.placed.lead.id) (\(rep)), delivered on \(missed.placed.day): "
    if let touches = missed.touches {
      return start + "\(touches) touch\(touches == 1 ? "" : "es") by then, \(missed.late.lateness) ago"
    }
    guard let contact = missed.contact else { return start + "not contacted, \(missed.late.lateness) late" }
    return start + "contacted on \(contact.day), \(missed.late.lateness) late"
  }
}
