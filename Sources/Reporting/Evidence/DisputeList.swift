public import Agreement

/// What was disputed, and how it stands: `leadpact dispute list`.
public struct DisputeList: Sendable {
  private let ledger: Ledger

  /// Lists the disputes of a contract.
  public init(of ledger: Ledger) { self.ledger = ledger }

  /// The list laid out.
  public func document(_ provenance: Provenance, today: Day) -> Document {
    let contract = ledger.history.newest.contract
    let places = Dictionary(ledger.placedLeads.map { ($0.lead.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    let leads = ledger.leads.disputes.map(\.lead).filter { seen.insert($0).inserted }
    let rows = leads.flatMap { lead -> [Table.Row] in
      ledger.leads.dispute(on: lead).map { step in
        let place = places[lead]
        return Table.Row([
          .text(lead), .text(place.map { "\($0.day)" } ?? "—"), .text(place?.key.description ?? "—"),
          .text(step.word.rawValue), .text(step.reason), .text("\(step.mark.at.day)"), .text(step.mark.by),
        ])
      }
    }
    let open = leads.filter { ledger.leads.dispute(on: $0).last?.word == .contested }
    return Document(
      kind: "disputes", title: "\(contract.title): disputed leads",
      facts: [
        Fact("contract", "Contract", contract.name.text), Fact("open", "To be settled", open.count.grouped),
        Fact(
          "window", "Sales may reject",
          contract.sales.rejection.map { "within \($0)" } ?? "not agreed: reject-within in the contract"),
      ],
      sections: [
        Section(
          "disputes", "Disputes",
          [
            rows.isEmpty
              ? .paragraph("None.")
              : .table(
                Table(
                  "Every step, by lead",
                  columns: [
                    .init("lead", "Lead"), .init("delivered", "Delivered"), .init("lead-type", "Lead type"),
                    .init("word", "Word"), .init("reason", "Reason"), .init("day", "On"), .init("by", "By"),
                  ], rows: rows))
          ])
      ],
      footer: provenance.footer(today: today, versions: [])
    )
  }
}
