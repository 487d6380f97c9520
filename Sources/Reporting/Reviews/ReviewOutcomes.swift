import Agreement

extension PeriodReview {
  /// The period's quotas, the leads that they rest on, and what those have brought.
  func outcomeSection() throws(Overflow) -> Section {
    var blocks: [Block] = [.table(try quotaTable())]
    if cohorts.isEmpty {
      blocks.append(
        .paragraph(language(.leadsBeforeTerm, ["period": scope.label])))
    } else {
      blocks.append(.paragraph(restingWords))
    }
    for stream in streams {
      let own = cohorts.filter { $0.key.stream == stream.name }
      if !own.isEmpty { blocks.append(.table(try cohortTable(of: stream, own))) }
    }
    if streams.count > 1, let table = try revenueTable() { blocks.append(.table(table)) }
    let silent = cohorts.count { $0.figures.revenue == nil }
    if silent > 0 {
      blocks.append(
        .paragraph(
          silent == cohorts.count
            ? language(.noRevenue, ["command": contract.outcomeCommand])
            : language(
              .partlyNoRevenue,
              ["silent": silent, "all": cohorts.count, "command": contract.outcomeCommand])
        ))
    }
    let doubtful = cohorts.filter(\.isInconsistent).map {
      language(.cohortOf, ["type": title(of: $0.key), "month": $0.month])
    }
    if !doubtful.isEmpty {
      blocks.append(.paragraph(language(.moreThanLeads, ["cohorts": doubtful])))
    }
    return Section("outcomes", language(.outcomes), blocks)
  }

  /// Which leads the quotas rest on: how many months earlier, by lead type.
  private var restingWords: String {
    var types: [(lag: Int, title: String)] = []
    for cohort in cohorts {
      let type = (lag: cohort.month.distance(to: cohort.quotaMonth), title: title(of: cohort.key))
      if !types.contains(where: { $0 == type }) { types.append(type) }
    }
    let groups = Set(types.map(\.lag)).sorted().map { lag in
      let names = types.filter { $0.lag == lag }.map { language.within($0.title) }
      return lag == 0
        ? language(.sameMonth, ["types": names])
        : language(.monthsEarlier, ["types": names, "months": lag])
    }
    return language(
      .restingOn, ["period": scope.label, "groups": groups.joined(separator: language(.listGroups))])
  }

  /// What came of those of `cohorts` whose revenue is on record, and what they were to bring; nil where none's is.
  func revenue(of cohorts: [Cohort]) throws(Overflow) -> (revenue: Money, due: Money)? {
    let known = cohorts.filter { $0.figures.revenue != nil }
    guard !known.isEmpty else { return nil }
    return (
      try known.compactMap(\.figures.revenue).total(contract.currency),
      try known.map(\.due).total(contract.currency)
    )
  }

  private func quotaTable() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    for stream in streams {
      var quota = Money.zero(contract.currency)
      var newBusiness = Money.zero(contract.currency)
      for account in months {
        guard let agreed = account.ruling.contract.stream(stream.name) else { continue }
        quota = try quota.adding(agreed.quotas.quota(in: account.month)?.amount ?? .zero(contract.currency))
        newBusiness = try newBusiness.adding(
          try Plan(account.ruling.contract).newBusiness(of: agreed, in: account.month))
      }
      let own = cohorts.filter { $0.key.stream == stream.name }
      let covered = try own.map(\.due).total(contract.currency)
      var cells = try quotaCells(of: stream, quota: quota, newBusiness: newBusiness, covered: covered)
      if showsProfit { cells.append(profitCell(try revenue(of: own)?.revenue, of: stream)) }
      rows.append(Table.Row(cells))
    }
    return Table(
      language(.quotaCaption, ["period": scope.label]),
      columns: [
        .init("stream", language(.stream)), .init("quota", language(.quota), isNumeric: true),
        .init("retained", language(.existingCustomers), isNumeric: true),
        .init("new-business", language(.newBusinessHeading), isNumeric: true),
        .init("covered", language(.restsOnLeads), isNumeric: true),
      ] + (showsProfit ? [.init("gross-profit", language(.grossProfitSoFar), isNumeric: true)] : []),
      rows: rows)
  }

  /// Whether some stream has a margin agreed, so that gross profit stands beside revenue.
  private var showsProfit: Bool { streams.contains { $0.margin != nil } }

  /// The gross profit of the revenue that is on record; a dash where none is, or no margin is agreed.
  private func profitCell(_ revenue: Money?, of stream: Stream) -> Cell {
    guard let revenue, let margin = stream.margin else { return .text("—") }
    return .figure(
      Figure(
        FigureKey(period: scope.label, stream: stream.name.text, "quota-gross-profit"),
        .money(revenue.times(margin)),
        Derivation(
          formula: language(.revenueTimesMargin), computation: "\(revenue) × \(margin)",
          clause: .streamsAndRetention)))
  }

  private func quotaCells(
    of stream: Stream, quota: Money, newBusiness: Money, covered: Money
  ) throws(Overflow) -> [Cell] {
    func figure(_ name: String, _ amount: Money, _ formula: Phrase, _ computation: String) -> Cell {
      .figure(
        Figure(
          FigureKey(period: scope.label, stream: stream.name.text, name), .money(amount),
          Derivation(formula: language(formula), computation: computation, clause: .streamsAndRetention)))
    }
    let retained = try quota.subtracting(newBusiness)
    return [
      .text(stream.title), figure("quota", quota, .sumOfQuotas, "\(quota)"),
      figure("quota-retained", retained, .quotaTimesRetention, "\(quota) × \(stream.retention)"),
      figure(
        "quota-new-business", newBusiness, .quotaLessRetained, "\(quota) − \(retained)"),
      figure("quota-on-leads", covered, .dueALagEarlierHere, "\(covered)"),
    ]
  }

  private func cohortTable(of stream: Stream, _ cohorts: [Cohort]) throws(Overflow) -> Table {
    let ordered = cohorts.sorted { ($0.key.leadType, $0.month) < ($1.key.leadType, $1.month) }
    var rows: [Table.Row] = []
    for cohort in ordered {
      let figures = CohortFigures(cohort: cohort, language: language)
      rows.append(
        Table.Row([
          .text(groups.title(of: cohort.key)), .text("\(cohort.month)"), figures.leads,
          figures.count("cohort-sqls", cohort.figures.sqls),
          figures.count("cohort-opportunities", cohort.figures.opportunities),
          figures.count("cohort-won", cohort.figures.won), figures.revenue, .text("\(cohort.quotaMonth)"),
        ]))
    }
    if cohorts.contains(where: { $0.figures.revenue != nil }) {
      let total = try revenueFigures(of: stream, cohorts)
      rows.append(
        Table.Row(
          [.text(scope.label), .blank, .blank, .blank, .blank, .blank, total.cell, .blank], isTotal: true))
    }
    return Table(
      language(.cohortCaption, ["stream": stream.title]),
      columns: [
        .init("lead-type", language(.leadType)), .init("cohort", language(.deliveredIn)),
        .init("leads", language(.leads), isNumeric: true),
        .init("sqls", language(.sqls), isNumeric: true),
        .init("opportunities", language(.opps), isNumeric: true),
        .init("won", language(.won), isNumeric: true),
        .init("revenue", language(.revenue), isNumeric: true),
        .init("quota-month", language(.quotaMonth)),
      ], rows: rows)
  }

  /// What all leads behind the quotas have brought, by stream; nil where nothing is on record.
  private func revenueTable() throws(Overflow) -> Table? {
    guard let whole = try revenueFigures() else { return nil }
    var rows: [Table.Row] = []
    for stream in streams {
      let own = cohorts.filter { $0.key.stream == stream.name }
      guard try revenue(of: own) != nil else { continue }
      rows.append(Table.Row([.text(stream.title), try revenueFigures(of: stream, own).cell]))
    }
    rows.append(Table.Row([.text(language(.allStreams)), whole.cell], isTotal: true))
    return Table(
      language(.revenueCaption),
      columns: [
        .init("stream", language(.stream)), .init("revenue", language(.revenue), isNumeric: true),
      ], rows: rows)
  }

  /// What all leads behind the quotas have brought of what they were to bring; nil where nothing is on record.
  func revenueFigures() throws(Overflow) -> RevenueFigures? {
    let label = scope.label
    // Of one stream they are the stream's own.
    let stream = streams.count == 1 ? streams[0].name.text : nil
    return try revenue(of: cohorts).map { known in
      RevenueFigures(revenue: known.revenue, due: known.due, language: language) {
        FigureKey(period: label, stream: stream, "quota-\($0)")
      }
    }
  }

  /// What the cohorts with outcomes on record have brought of what they were to bring.
  private func revenueFigures(of stream: Stream, _ cohorts: [Cohort]) throws(Overflow) -> RevenueFigures {
    let known = try revenue(of: cohorts) ?? (.zero(contract.currency), .zero(contract.currency))
    let label = scope.label
    return RevenueFigures(revenue: known.revenue, due: known.due, language: language) {
      FigureKey(period: label, stream: stream.name.text, "quota-\($0)")
    }
  }
}

/// The figures of a cohort's row.
private struct CohortFigures {
  let cohort: Cohort
  let entries: [String]
  let language: Language

  init(cohort: Cohort, language: Language) {
    self.cohort = cohort
    self.language = language
    self.entries =
      switch cohort.outcome.evidence {
      case .recorded(let outcomes):
        outcomes.map {
          language(
            .recordedBy,
            ["number": "\($0.mark.number)", "day": $0.mark.at.day, "person": $0.mark.by])
        }
      case .leads: [language(.countedFromLeads)]
      }
  }

  private func key(_ name: String) -> FigureKey {
    FigureKey(
      period: "\(cohort.month)", stream: cohort.key.stream.text, leadType: cohort.key.leadType.text, name)
  }

  var leads: Cell { .figure(LeadFigures.delivered(cohort.account, in: language)) }

  func count(_ name: String, _ count: Int?) -> Cell {
    guard let count else { return .text("—") }
    return .figure(
      Figure(
        key(name), .count(count),
        Derivation(
          formula: language(.newestTotal), computation: count.grouped, clause: .outcomesClause,
          entries: entries)))
  }

  var revenue: Cell {
    guard let revenue = cohort.figures.revenue else { return .text("—") }
    return RevenueFigures(revenue: revenue, due: cohort.due, entries: entries, language: language) {
      key("cohort-\($0)")
    }.cell
  }
}

/// Revenue against the part of the quota that it was to fill: `$81,200.00 [93 % of $87,000.00]`.
struct RevenueFigures: Sendable {
  let revenue: Money
  let due: Money
  var entries: [String] = []
  let language: Language
  let key: @Sendable (String) -> FigureKey

  var cell: Cell { .attained(delivered: delivered, ratio: ratio, due: dueFigure) }

  var delivered: Figure {
    figure(key("revenue"), .money(revenue), language(.newestTotals), "\(revenue)")
  }

  var dueFigure: Figure {
    figure(key("revenue-due"), .money(due), language(.dueALagEarlier), "\(due)")
  }

  var ratio: Figure {
    Figure(
      key("revenue-ratio"), .ratio(Value(revenue).ratio(to: Value(due))),
      Derivation(
        formula: language(.revenueByDue), computation: "\(revenue) / \(due)",
        clause: .outcomesClause,
        inputs: [
          Derivation.Input(language(.revenueInput), "\(revenue)", figure: key("revenue")),
          Derivation.Input(language(.valueDue), "\(due)", figure: key("revenue-due")),
        ]))
  }

  private func figure(_ key: FigureKey, _ quantity: Quantity, _ formula: String, _ computation: String)
    -> Figure
  {
    Figure(
      key, quantity,
      Derivation(formula: formula, computation: computation, clause: .outcomesClause, entries: entries))
  }
}
