import Agreement

extension SolveReport {
  /// The rates at which the leads there are would be worth what is owed.
  func rateSection() throws(Overflow) -> Section {
    var lines: [String] = []
    var rows: [Table.Row] = []
    for (gap, solutions) in zip(gaps, rates) {
      guard !solutions.isEmpty else {
        lines.append("\(gap.stream.title): nothing is missing.")
        continue
      }
      for solution in solutions {
        rows.append(
          Table.Row(
            [
              .text(gap.stream.title), .text(solution.key.map(title) ?? "all together"),
              .text(solution.metric.title), .text(solution.key == nil ? "" : "\(solution.agreed)"),
            ] + cells(of: solution, in: gap)))
      }
    }
    let table = Table(
      "The rate that closes it alone, the rest as agreed",
      columns: [
        .init("stream", "Stream"), .init("lead-type", "Lead type"), .init("metric", "Rate"),
        .init("agreed", "Agreed", isNumeric: true), .init("needed", "Needed", isNumeric: true),
        .init("what-if", "For --what-if"),
      ], rows: rows)
    let example = rates.joined().lazy.compactMap(\.supposition?.text).first
    let note =
      "Rates are rounded up to a ten-thousandth of a percent: one less would leave a gap."
      + (example.map { " To see the plan with one: leadpact plan --what-if \($0)" } ?? "")
    return Section(
      "rate", "By better rates",
      (lines.isEmpty ? [] : [.list(lines)]) + (rows.isEmpty ? [] : [.table(table), .paragraph(note)]))
  }

  private func cells(of solution: RateSolution, in gap: Gap) -> [Cell] {
    guard let supposition = solution.supposition else {
      return [.text("—"), .text("not reachable below 100 %")]
    }
    let quantity: Quantity =
      switch supposition.change {
      case .rate(let rate): .share(rate.share)
      case .points(let parts): .score(Score(parts: parts, of: 10_000))
      default: .ratio(nil)
      }
    let key = FigureKey(
      period: label, stream: gap.stream.name.text, leadType: solution.key?.leadType.text,
      "solve-\(solution.metric.rawValue)")
    let (target, expected) = (gap.target, gap.expected)
    let figure = Figure(
      key, quantity,
      Derivation(
        formula: solution.key == nil
          ? "the least percentage points, on every lead type, at which leads expected × value of a lead reach what is owed"
          : "the least rate at which leads expected × value of a lead reach what is owed",
        computation: "\(target) to reach, \(expected) at the agreed rates: \(supposition.text)",
        clause: .gapClause,
        inputs: gap.positions.map {
          Derivation.Input(
            "\($0.demand.month) \($0.demand.key.leadType)",
            "\($0.leads.grouped) × \($0.demand.leadValue)", figure: $0.demand.figureKey("lead-value"))
        }))
    return [
      solution.key == nil ? .noted(figure, "points more") : .figure(figure),
      .text(supposition.change.description),
    ]
  }

  /// The quotas that the leads carry, and that the reps can serve the leads of.
  func quotaSection() throws(Overflow) -> Section {
    var rows: [Table.Row] = []
    for (place, gap) in gaps.enumerated() {
      let due = try gap.positions.map(\.demand.due).total(contract.currency)
      guard due.minorUnits > 0 else { continue }
      let (supposition, supposedDue) = (quotas[place], quotasDue[place])
      let key = { (name: String) in
        FigureKey(period: label, stream: gap.stream.name.text, name)
      }
      let expected = gap.expected
      rows.append(
        Table.Row([
          .text(gap.stream.title),
          .figure(
            Figure(
              key("solve-due"), .money(due),
              Derivation(
                formula: "the sum of new-business quota × share, each a lag later",
                computation: "\(due)", clause: .streamsAndRetention,
                inputs: gap.positions.map {
                  Derivation.Input("\($0.demand.month) \($0.demand.key.leadType)", "\($0.demand.due)")
                }))),
          .figure(
            Figure(
              key("solve-due-carried"), .money(supposedDue),
              Derivation(
                formula: "the value owed with the quotas changed",
                computation: "\(supposedDue), at most \(expected)", clause: .gapClause))),
          .figure(
            Figure(
              key("solve-quota"), .score(supposition.percent),
              Derivation(
                formula:
                  "the largest change of the quotas, in percent, at which no more is owed than the leads are worth",
                computation: "\(supposedDue) ≤ \(expected) at \(supposition.text)", clause: .gapClause))),
          .text(supposition.change.description),
        ]))
    }
    var blocks: [Block] =
      rows.isEmpty
      ? [.paragraph("Nothing is owed.")]
      : [
        .table(
          Table(
            "The quota that the leads expected carry",
            columns: [
              .init("stream", "Stream"), .init("due", "Value owed", isNumeric: true),
              .init("carried", "Would be owed", isNumeric: true),
              .init("change", "Quota, change in %", isNumeric: true),
              .init("what-if", "For --what-if"),
            ], rows: rows))
      ]
    if let withinCapacity, let capacity = contract.sales.capacity {
      let figure = Figure(
        FigureKey(period: label, "solve-quota-capacity"), .score(withinCapacity.percent),
        Derivation(
          formula:
            "the largest change of all quotas, in percent, at which no month owes more leads than reps × leads per rep",
          computation: withinCapacity.text, clause: .gapClause,
          inputs: [
            Derivation.Input("leads per rep", capacity.leadsPerRep.grouped, source: "the contract")
          ]))
      blocks.append(
        .table(
          Table(
            "The quota whose leads the reps can serve",
            columns: [
              .init("what", ""), .init("change", "Quota, change in %", isNumeric: true),
              .init("what-if", "For --what-if"),
            ],
            rows: [
              Table.Row([
                .text("All streams alike"), .figure(figure), .text(withinCapacity.change.description),
              ])
            ])))
    }
    return Section("quota", "By another quota", blocks)
  }
}

extension Supposition {
  /// A change by a part, in percent.
  fileprivate var percent: Score {
    if case .relative(let parts) = change { Score(parts: parts, of: 10_000) } else { Score(millionths: 0) }
  }
}

extension FunnelMetric {
  /// The metric in the field's words.
  var title: String {
    switch self {
    case .mqlToSQL: "MQL→SQL"
    case .sqlToOpportunity: "SQL→opportunity"
    case .winRate: "win rate"
    case .averageOrderValue: "average order value"
    case .timeToClose: "time to close"
    }
  }
}
