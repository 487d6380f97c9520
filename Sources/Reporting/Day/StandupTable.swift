public import Agreement

/// How several contracts stand today, a line each: `leadpact standup` where no contract is named.
public struct StandupTable: Sendable {
  /// The contracts, in the order in which they were named.
  public let standups: [Standup]
  /// The language that they are told in.
  public let language: Language

  /// Puts the contracts together.
  public init(_ standups: [Standup], in language: Language = .english) {
    self.standups = standups
    self.language = language
  }

  /// The table laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var rows: [Table.Row] = []
    for standup in standups { rows.append(try standup.line()) }
    let table = Table(
      "",
      columns: [
        .init("contract", language(.contract)), .init("month", language(.month)),
        .init("value", language(.deliveredOfDue), isNumeric: true),
        .init("projection", language(.thisRate), isNumeric: true),
        .init("breaches", language(.breaches), isNumeric: true),
        .init("overdue", language(.overdue), isNumeric: true),
      ], rows: rows)
    let day = standups.first.map { "\($0.today)" } ?? ""
    return Document(
      kind: "standups", title: language(.contractsTitle, ["count": standups.count, "period": day]),
      banners: standups.compactMap { standup in
        standup.running?.account.ruling.banner(in: language).map {
          language(.labelled, ["label": standup.contract.name, "value": $0])
        }
      },
      facts: [Fact("day", language(.day), day)],
      sections: [
        Section(
          "contracts", language(.howTheyStand),
          [
            .table(table),
            .paragraph(language(.oneOnItsOwn, ["command": "leadpact standup \(name.asShellWord)"])),
          ])
      ],
      footer: standups.first.map { provenance.footer(today: $0.today, versions: [], in: language) } ?? [],
      language: language)
  }

  private var name: String { standups.first?.contract.name.text ?? "NAME" }
}

extension Standup {
  /// The contract in one line.
  fileprivate func line() throws(Overflow) -> Table.Row {
    let counts: [Cell] = [
      .text(breaches.count.grouped), .text(ledger.leadSums.hasPlaced ? overdue.count.grouped : "—"),
    ]
    guard let running else {
      return Table.Row(
        [.text(contract.name.text), .text(language(.uncovered)), .text("—"), .text("—")] + counts)
    }
    // Of one stream a stand-up shows its figures, not the same over all.
    let streams = running.account.streams.map(\.stream.name)
    let (value, pace) = try figures(of: streams.count == 1 ? streams.first : nil, running)
    let projection = try figures(of: nil, running).pace.projectedRatio()
    let soFar = Cell.attained(
      delivered: try value.delivered(), ratio: try pace.ratio(), due: try pace.due())
    return Table.Row(
      [
        .text(contract.name.text), .text("\(running.account.month)"), soFar.of(contract.name),
        projection.map { Cell.figure($0.of(contract.name)) } ?? .text("—"),
      ] + counts)
  }
}
