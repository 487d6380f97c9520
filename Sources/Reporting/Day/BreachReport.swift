public import Agreement

/// What is not kept today, over one contract or several: the value behind `leadpact check`.
public struct BreachReport: Sendable {
  /// From when it is looked at.
  public let standpoint: Standpoint
  /// The breaches, by contract in the order given, then by kind.
  public let breaches: [Breach]

  private let contracts: [Name]
  private let language: Language

  /// Looks for breaches.
  ///
  /// - Parameters:
  ///   - ledgers: those of the contracts to look at.
  ///   - kinds: only these.
  ///   - overdueAllowed: how many leads may be overdue without a breach.
  ///   - language: the one that they are told in.
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init(
    of ledgers: [Ledger], from standpoint: Standpoint, kinds: Set<Breach.Kind> = Set(Breach.Kind.allCases),
    overdueAllowed: Int = 0, in language: Language = .english
  ) throws(Overflow) {
    self.standpoint = standpoint
    self.language = language
    self.contracts = ledgers.map(\.history.newest.contract.name)
    var breaches: [Breach] = []
    for ledger in ledgers {
      breaches += try BreachSearch(
        of: ledger, from: standpoint, overdueAllowed: overdueAllowed, in: language
      ).breaches()
    }
    self.breaches = breaches.filter { kinds.contains($0.kind) }
  }

  /// The breaches that a stand-up has found already.
  public init(of standup: Standup) {
    self.standpoint = standup.standpoint
    self.contracts = [standup.ledger.history.newest.contract.name]
    self.breaches = standup.breaches
    self.language = standup.language
  }

  /// The list laid out; as plain text it is a line for each breach and nothing else.
  public func document(_ provenance: Provenance) -> Document {
    let table = Table(
      language(.checkCaption),
      columns: [
        .init("contract", language(.contract)), .init("kind", language(.kind)),
        .init("owner", language(.owner)), .init("period", language(.period)),
        .init("stream", language(.stream)), .init("found", language(.found), isNumeric: true),
        .init("agreed", language(.agreed)), .init("sentence", language(.what)),
      ], rows: breaches.map(row))
    return Document(
      kind: "check", title: language(.checkTitle, ["day": standpoint.day]),
      facts: [
        Fact("contracts", language(.contracts), language.enumerated(contracts.map(\.text))),
        Fact("breaches", language(.breaches), breaches.count.grouped),
      ],
      sections: [
        Section(
          "breaches", language(.breaches),
          (breaches.isEmpty ? [.paragraph(language(.noBreach))] : []) + [.table(table)])
      ],
      footer: provenance.footer(today: standpoint.day, versions: [], in: language), listing: lines,
      language: language)
  }

  private var lines: [String] {
    guard !breaches.isEmpty else { return [language(.noBreach)] }
    let fields = breaches.map { [$0.contract.text, $0.kind.rawValue, $0.owner] }
    let widths = (0..<3).map { column in fields.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return zip(fields, breaches).map { fields, breach in
      (zip(fields, widths).map { $0.padded(to: $1) } + [breach.sentence]).joined(separator: "  ")
    }
  }

  private func row(_ breach: Breach) -> Table.Row {
    Table.Row([
      .text(breach.contract.text), .text(breach.kind.rawValue), .text(breach.owner), .text(breach.period),
      breach.stream.map { .text($0.text) } ?? .blank,
      // A key names one figure, be it in one contract only.
      .figure(contracts.count > 1 ? breach.found.of(breach.contract) : breach.found),
      .text(breach.agreed), .text(breach.sentence),
    ])
  }
}
