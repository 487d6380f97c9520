public import Agreement

/// How several contracts stand today, a line each: `leadpact standup` where no contract is named.
public struct StandupTable: Sendable {
  /// The contracts, in the order in which they were named.
  public let standups: [Standup]

  /// Puts the contracts together.
  public init(_ standups: [Standup]) { self.standups = standups }

  /// The table laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var rows: [Table.Row] = []
    for standup in standups { rows.append(try standup.line()) }
    let table = Table(
      "",
      columns: [
        .init("contract", "Contract"), .init("month", "Month"),
        .init("value", "Delivered of due by today", isNumeric: true),
        .init("projection", "At this rate", isNumeric: true),
        .init("breaches", "Breaches", isNumeric: true), .init("overdue", "Overdue", isNumeric: true),
      ], rows: rows)
    let day = standups.first.map { "\($0.today)" } ?? ""
    return Document(
      kind: "standups", title: "\(standups.count) contracts: \(day)",
      banners: standups.compactMap { standup in
        standup.running?.account.ruling.banner.map { "\(standup.contract.name): \($0)" }
      },
      facts: [Fact("day", "Day", day)],
      sections: [
        Section(
          "contracts", "How they stand",
          [
            .table(table),
            .paragraph("One of them on a screen of its own: leadpact standup \(name)."),
          ])
      ],
      footer: standups.first.map { provenance.footer(today: $0.today, versions: []) } ?? [])
  }

  private var name: String { standups.first?.contract.name.text ?? "NAME" }
}

extension Standup {
  /// The contract in one line.
  fileprivate func line() throws(Overflow) -> Table.Row {
    let counts: [Cell] = [
      .text(breaches.count.grouped), ledger.placedLeads.isEmpty ? .text("—") : .text(overdue.count.grouped),
    ]
    guard let running else {
      return Table.Row([.text(contract.name.text), .text("not covered"), .text("—"), .text("—")] + counts)
    }
    let (value, pace) = try figures(of: nil, running)
    let soFar = Cell.attained(
      delivered: try value.delivered(), ratio: try pace.ratio(), due: try pace.due())
    return Table.Row(
      [
        .text(contract.name.text), .text("\(running.account.month)"), soFar.of(contract.name),
        try pace.projectedRatio().map { Cell.figure($0.of(contract.name)) } ?? .text("—"),
      ] + counts)
  }
}
