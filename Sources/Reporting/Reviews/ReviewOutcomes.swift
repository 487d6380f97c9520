import Agreement

extension PeriodReview {
  /// What the leads that the period's quotas rest on have brought.
  func outcomeSection() throws(Overflow) -> Section {
    let section = { (blocks: [Block]) in Section("outcomes", "Outcomes against quota", blocks) }
    guard !cohorts.isEmpty else {
      return section([
        .paragraph(
          "The quotas of \(scope.label) rest on leads delivered before the agreement began; nothing to judge."
        )
      ])
    }
    var blocks: [Block] = [.paragraph(restingWords), .table(try outcomeTable())]
    if case .quarter = scope { blocks.append(.table(try revenueByMonth())) }
    return section(blocks)
  }

  /// Which leads the quotas rest on: how many months earlier, by lead type.
  private var restingWords: String {
    var types: [(lag: Int, title: String)] = []
    for cohort in cohorts {
      let type = (lag: cohort.month.distance(to: cohort.quotaMonth), title: title(of: cohort.key).type)
      if !types.contains(where: { $0 == type }) { types.append(type) }
    }
    let groups = Set(types.map(\.lag)).sorted().map { lag in
      let names = types.filter { $0.lag == lag }.map(\.title.lowercasedFirst).joinedByAnd
      return lag == 0 ? "\(names) in the month itself" : "\(names) \(lag) month\(lag == 1 ? "" : "s") earlier"
    }
    return "The quotas of \(scope.label) rest on leads that were delivered before, by their time to close: "
      + groups.joined(separator: ", ") + "."
  }

  /// What came of `cohorts` together, and what was due; figures are nil where none of them has one on record.
  func outcomes(of cohorts: [Cohort]) throws(Overflow) -> (figures: OutcomeFigures, due: Money) {
    func sum(_ figure: (OutcomeFigures) -> Int?) throws(Overflow) -> Int? {
      let known = cohorts.compactMap { figure($0.figures) }
      return known.isEmpty ? nil : try Int(summing: known)
    }
    let revenues = cohorts.compactMap(\.figures.revenue)
    let figures = OutcomeFigures(
      sqls: try sum(\.sqls),
      opportunities: try sum(\.opportunities),
      won: try sum(\.won),
      revenue: revenues.isEmpty ? nil : try revenues.total(contract.currency)
    )
    return (figures, try cohorts.map(\.due).total(contract.currency))
  }

  private func outcomeTable() throws(Overflow) -> Table {
    var keys = contract.leadTypes.map { LeadTypeKey(stream: $0.stream.name, leadType: $0.type.name) }
    for cohort in cohorts where !keys.contains(cohort.key) { keys.append(cohort.key) }
    var rows: [Table.Row] = []
    for key in keys {
      let part = cohorts.filter { $0.key == key }
      guard !part.isEmpty else { continue }
      let title = title(of: key)
      rows.append(
        Table.Row(
          [.text(title.stream), .text(title.type)]
            + (try OutcomeRow(part, in: self, period: scope.label, stream: key.stream, leadType: key.leadType)
              .cells)
        )
      )
    }
    let total = try OutcomeRow(cohorts, in: self, period: scope.label)
    rows.append(Table.Row([.text(scope.label), .blank] + total.cells, isTotal: true))
    return Table(
      "Revenue against the part of the quota that the leads were to bring",
      columns: [
        .init("stream", "Stream"), .init("lead-type", "Lead type"), .init("leads", "Leads", isNumeric: true),
        .init("sqls", "SQLs", isNumeric: true), .init("opportunities", "Opps", isNumeric: true),
        .init("won", "Won", isNumeric: true), .init("revenue", "Revenue", isNumeric: true),
      ],
      rows: rows
    )
  }

  private func revenueByMonth() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    for month in scope.months {
      let part = cohorts.filter { $0.quotaMonth == month }
      guard !part.isEmpty else { continue }
      let row = try OutcomeRow(part, in: self, period: "\(month)")
      rows.append(Table.Row([.text("\(month)"), row.won, row.revenue]))
    }
    return Table(
      "By the month of the quota",
      columns: [
        .init("quota-month", "Quota of"), .init("won", "Won", isNumeric: true),
        .init("revenue", "Revenue", isNumeric: true),
      ],
      rows: rows
    )
  }

  private func title(of key: LeadTypeKey) -> (stream: String, type: String) {
    let stream = contract.stream(key.stream)
    return (
      stream?.title ?? key.stream.text, stream?.leadType(key.leadType)?.title ?? key.leadType.text
    )
  }
}

/// The figures of a row of outcomes: what came of some cohorts, under keys of a period.
private struct OutcomeRow {
  private let cohorts: [Cohort]
  private let sum: (figures: OutcomeFigures, due: Money)
  private let period: String
  private let stream: Name?
  private let leadType: Name?
  private let leadCount: Int

  init(
    _ cohorts: [Cohort], in review: PeriodReview, period: String, stream: Name? = nil, leadType: Name? = nil
  ) throws(Overflow) {
    self.cohorts = cohorts
    self.sum = try review.outcomes(of: cohorts)
    self.leadCount = try Int(summing: cohorts.map(\.account.count))
    self.period = period
    self.stream = stream
    self.leadType = leadType
  }

  var cells: [Cell] {
    [
      count("cohort-leads", leadCount, "the leads delivered a lag earlier"),
      count("sqls", sum.figures.sqls), count("opportunities", sum.figures.opportunities), won, revenue,
    ]
  }

  var won: Cell { count("won", sum.figures.won) }

  var revenue: Cell {
    guard let revenue = sum.figures.revenue else { return .text("—") }
    let ratio = Attainment(delivered: Value(revenue), due: Value(sum.due)).ratio
    return .attained(
      delivered: figure(
        "revenue", .money(revenue), "the newest totals on record, added up", "\(revenue)", entries),
      ratio: figure(
        "revenue-ratio", .ratio(ratio), "revenue / value due of the same leads", "\(revenue) / \(sum.due)"),
      due: figure(
        "revenue-due", .money(sum.due), "the value due of the leads delivered a lag earlier", "\(sum.due)")
    )
  }

  private func count(
    _ name: String, _ count: Int?, _ formula: String = "the newest totals on record, added up"
  )
    -> Cell
  {
    guard let count else { return .text("—") }
    return .figure(figure(name, .count(count), formula, count.grouped))
  }

  private func figure(
    _ name: String, _ quantity: Quantity, _ formula: String, _ computation: String, _ entries: [String] = []
  ) -> Figure {
    Figure(
      FigureKey(period: period, stream: stream?.text, leadType: leadType?.text, name),
      quantity,
      Derivation(
        formula: formula, computation: computation, clause: .outcomesClause, inputs: inputs, entries: entries)
    )
  }

  private var inputs: [Derivation.Input] {
    cohorts.map { cohort in
      Derivation.Input(
        "\(cohort.key), delivered in \(cohort.month)",
        "\(cohort.figures.revenue.map(\.description) ?? "nothing yet") of \(cohort.due)",
        source: "quota of \(cohort.quotaMonth)")
    }
  }

  private var entries: [String] {
    cohorts.flatMap { cohort in
      cohort.outcomes.map { outcome in
        "#\(outcome.mark.number) \(cohort.key) \(cohort.month): \(outcome.figures.words), recorded on \(outcome.mark.at.day) by \(outcome.mark.by)"
      }
    }
  }
}

extension OutcomeFigures {
  /// The figures that are known, in words.
  fileprivate var words: String {
    [
      sqls.map { "\($0.grouped) SQLs" }, opportunities.map { "\($0.grouped) opportunities" },
      won.map { "\($0.grouped) won" }, revenue.map { "\($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
