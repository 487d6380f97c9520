public import Agreement

/// What would close a gap between what is owed and what there is, or will be: the value behind `leadpact plan --solve`.
public struct SolveReport: Sendable {
  /// A way to close a gap.
  public enum Way: String, Hashable, Sendable, CaseIterable {
    /// By more leads of one type.
    case mix
    /// By a better rate.
    case rate
    /// By another quota.
    case quota
  }

  /// The version that rules at the period's end.
  public let ruling: Ruling
  /// The period as people write it.
  public let label: String
  /// The day on which it is looked at.
  public let today: Day
  /// The ways looked for.
  public let ways: [Way]
  /// The streams, and what each is short of.
  public let gaps: [Gap]
  /// Leads supposed to be missing; nil where the gap is by what is on record.
  public let short: [LeadTypeKey: Int]?
  let mix: [[MixSolution]]
  let rates: [[RateSolution]]
  let quotas: [Supposition]
  let quotasDue: [Money]
  let withinCapacity: Supposition?
  private let history: ContractHistory

  /// Looks for what would close the gap of `months`; nil where no version covers any of them.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init?(
    _ ways: [Way], in months: [Month], called label: String, of accounts: Accounts, today: Day,
    short: [LeadTypeKey: Int]? = nil
  ) throws {
    guard let ruling = months.reversed().lazy.compactMap(accounts.ledger.history.ruling).first else {
      return nil
    }
    self.ruling = ruling
    self.history = accounts.ledger.history
    self.label = label
    self.today = today
    self.ways = ways
    self.short = short
    let gaps = try accounts.gaps(in: months, on: today, short: short)
    self.gaps = gaps
    self.mix = ways.contains(.mix) ? try gaps.map { try $0.mixSolutions() } : []
    self.rates = ways.contains(.rate) ? try gaps.map { try $0.rateSolutions() } : []
    let quotas = ways.contains(.quota) ? try gaps.map { try $0.quotaSolution() } : []
    self.quotas = quotas
    self.quotasDue = try zip(gaps, quotas).map { try $0.due(supposing: $1) }
    self.withinCapacity = ways.contains(.quota) ? try accounts.quotaWithinCapacity(in: months) : nil
  }

  var contract: Contract { ruling.contract }

  /// The version that rules in a month of the period.
  private func version(in month: Month) -> Version { (history.ruling(in: month) ?? ruling).version }

  /// The solutions laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections = [try gapSection()]
    for way in ways {
      switch way {
      case .mix: sections.append(try mixSection())
      case .rate: sections.append(try rateSection())
      case .quota: sections.append(try quotaSection())
      }
    }
    return Document(
      kind: "solve",
      title: "\(contract.title): what would close the gap of \(label)",
      banners: [ruling.banner()].compactMap(\.self),
      facts: [
        Fact("contract", "Contract", contract.name.text), Fact("period", "Period", label),
        Fact("basis", "Gap", short == nil ? "by what is on record on \(today)" : "supposed"),
      ],
      sections: sections,
      footer: provenance.footer(today: today, versions: [ruling.version])
    )
  }

  private func gapSection() throws(Overflow) -> Section {
    var rows: [Table.Row] = []
    for gap in gaps {
      for position in gap.positions {
        let version = version(in: position.demand.month)
        let figures = PositionFigures(position: position, version: version)
        rows.append(
          Table.Row([
            .text(gap.stream.title), .text(title(of: position.demand.key)), .text("\(position.demand.month)"),
            .figure(position.demand.leadsDue(under: version, in: .english)), .figure(figures.leads),
            .text(position.basis.words),
          ]))
      }
    }
    let leads = Table(
      "Leads owed, and leads to reckon with",
      columns: [
        .init("stream", "Stream"), .init("lead-type", "Lead type"), .init("month", "Month"),
        .init("owed", "Owed", isNumeric: true), .init("leads", "Expected", isNumeric: true),
        .init("basis", "By"),
      ], rows: rows)

    var totals: [Table.Row] = []
    for gap in gaps {
      let figures = GapFigures(gap: gap, period: label, isSupposed: short != nil)
      totals.append(
        Table.Row([
          .text(gap.stream.title), .figure(try figures.target()), .figure(try figures.expected()),
          .figure(try figures.missing()),
        ]))
    }
    let values = Table(
      "What they are worth",
      columns: [
        .init("stream", "Stream"),
        .init("target", short == nil ? "Value owed" : "Worth of all owed", isNumeric: true),
        .init("expected", "Expected", isNumeric: true), .init("missing", "Missing", isNumeric: true),
      ], rows: totals)
    return Section("gap", "The gap", [.table(leads), .table(values)])
  }

  private func mixSection() throws(Overflow) -> Section {
    var lines: [String] = []
    var rows: [Table.Row] = []
    for (gap, solutions) in zip(gaps, mix) {
      guard let fewest = solutions.first else {
        lines.append("\(gap.stream.title): nothing is missing.")
        continue
      }
      let options = solutions.map { "\($0.leads.grouped) \($0.demand.key.leadType)" }
      lines.append(
        "\(gap.stream.title): \(try gap.missing().rounded()) is missing; \(options.joined(separator: ", or ")) would replace it."
          + (solutions.count > 1
            ? " Fewest to serve: \(fewest.leads.grouped) \(fewest.demand.key.leadType)." : ""))
      for solution in solutions {
        let worth = try solution.demand.leadValue.rounded()
        let worthFigure = LeadValueFigure(
          demand: solution.demand, version: version(in: solution.demand.month), language: .english
        ).figure(worth)
        rows.append(
          Table.Row(
            [
              .text(gap.stream.title), .text(title(of: solution.demand.key)),
              .figure(try leads(solution, of: gap)), .figure(worthFigure),
            ] + repCells(solution)))
      }
    }
    var columns: [Table.Column] = [
      .init("stream", "Stream"), .init("lead-type", "Lead type"),
      .init("more", "More leads", isNumeric: true), .init("worth", "A lead's worth", isNumeric: true),
    ]
    if contract.sales.capacity != nil { columns.append(.init("reps", "Reps for a month", isNumeric: true)) }
    let table = Table("Leads of each type that close it alone", columns: columns, rows: rows)
    return Section("mix", "By other leads", [.list(lines)] + (rows.isEmpty ? [] : [.table(table)]))
  }

  private func leads(_ solution: MixSolution, of gap: Gap) throws(Overflow) -> Figure {
    let missing = try gap.missing()
    let key = solution.demand.key
    let label = label
    return Figure(
      FigureKey(period: label, stream: key.stream.text, leadType: key.leadType.text, "solve-leads"),
      .count(solution.leads),
      Derivation(
        formula: "⌈value missing / value of a lead⌉",
        computation: "⌈\(missing) / \(solution.demand.leadValue)⌉", clause: .gapClause,
        inputs: [
          Derivation.Input(
            "value missing", "\(missing)",
            source: "\(FigureKey(period: label, stream: key.stream.text, "solve-missing"))"),
          Derivation.Input(
            "value of a lead", "\(solution.demand.leadValue)",
            figure: FigureKey(
              period: "\(solution.demand.month)", stream: key.stream.text, leadType: key.leadType.text,
              "lead-value")),
        ]))
  }

  private func repCells(_ solution: MixSolution) -> [Cell] {
    guard let capacity = contract.sales.capacity else { return [] }
    let key = solution.demand.key
    let (whole, rest) = solution.leads.quotientAndRemainder(dividingBy: capacity.leadsPerRep)
    return [
      .figure(
        Figure(
          FigureKey(period: label, stream: key.stream.text, leadType: key.leadType.text, "solve-reps"),
          .count(whole + (rest == 0 ? 0 : 1)),
          Derivation(
            formula: "⌈more leads / leads per rep and month⌉",
            computation: "⌈\(solution.leads.grouped) / \(capacity.leadsPerRep.grouped)⌉", clause: .gapClause,
            inputs: [
              Derivation.Input("leads per rep", capacity.leadsPerRep.grouped, source: "the contract")
            ])))
    ]
  }

  func title(of key: LeadTypeKey) -> String {
    contract.stream(key.stream)?.leadType(key.leadType)?.title ?? key.leadType.text
  }
}

extension Gap.Position.Basis {
  /// How the count is known, in a few words.
  fileprivate var words: String {
    switch self {
    case .delivered: "delivered"
    case .projected(let count, let elapsed, let total): "\(count.grouped) in \(elapsed) of \(total) days"
    case .owed: "as owed"
    case .short(let count): "supposed \(count.grouped) short"
    }
  }
}

/// The leads to reckon with in one month.
private struct PositionFigures: Sendable {
  let position: Gap.Position
  let version: Version

  var leads: Figure {
    let demand = position.demand
    let (position, version) = (position, version)
    return Figure(
      FigureKey(
        period: "\(demand.month)", stream: demand.key.stream.text, leadType: demand.key.leadType.text,
        "expected-leads"), .count(position.leads), Self.derivation(of: position, under: version))
  }

  private static func derivation(of position: Gap.Position, under version: Version) -> Derivation {
    let owed = position.demand.demand.mqls
    let (formula, computation) =
      switch position.basis {
      case .delivered: ("the leads delivered in the month", position.leads.grouped)
      case .projected(let count, let elapsed, let total):
        (
          "⌊leads delivered × business days of the month / business days on record⌋",
          "⌊\(count.grouped) × \(total) / \(elapsed)⌋"
        )
      case .owed: ("the leads owed, since none are on record yet", owed.grouped)
      case .short(let missing):
        ("leads owed − leads supposed to be missing", "\(owed.grouped) − \(missing.grouped)")
      }
    return Derivation(
      formula: formula, computation: computation, clause: .gapClause,
      inputs: position.demand.inputs(under: version, in: .english))
  }
}

/// What a stream is short of.
private struct GapFigures: Sendable {
  let gap: Gap
  let period: String
  let isSupposed: Bool

  private func key(_ name: String) -> FigureKey {
    FigureKey(period: period, stream: gap.stream.name.text, name)
  }

  func target() throws(Overflow) -> Figure {
    let gap = gap
    let isSupposed = isSupposed
    return Figure(
      key("solve-target"), .money(try gap.target.rounded()),
      Derivation(
        formula: isSupposed
          ? "the sum of leads owed × value of a lead"
          : "the sum of new-business quota × share, each a lag later",
        computation: "\(gap.target)", clause: .gapClause,
        inputs: gap.positions.map {
          Derivation.Input(
            "\($0.demand.month) \($0.demand.key.leadType)",
            isSupposed ? "\($0.demand.demand.mqls.grouped) × \($0.demand.leadValue)" : "\($0.demand.due)",
            figure: $0.demand.figureKey("leads-due"))
        }))
  }

  func expected() throws(Overflow) -> Figure {
    let gap = gap
    return Figure(
      key("solve-expected"), .money(try gap.expected.rounded()),
      Derivation(
        formula: "the sum of leads expected × value of a lead, rounded once",
        computation: "\(gap.expected)", clause: .gapClause,
        inputs: gap.positions.map {
          Derivation.Input(
            "\($0.demand.month) \($0.demand.key.leadType)",
            "\($0.leads.grouped) × \($0.demand.leadValue)", figure: $0.demand.figureKey("lead-value"))
        }))
  }

  func missing() throws(Overflow) -> Figure {
    let (target, expected) = (gap.target, gap.expected)
    return Figure(
      key("solve-missing"), .money(try gap.missing().rounded()),
      Derivation(
        formula: "what is owed − what is expected, nothing where there is more",
        computation: "\(target) − \(expected)", clause: .gapClause))
  }
}
