public import Agreement

/// Leads and value owed by month, stream and lead type, as `leadpact plan` shows them.
public struct PlanReport: Sendable, Worded {
  /// The version planned by.
  public let ruling: Ruling
  /// What is owed in each month that the version covers, in order.
  public let months: [(month: Month, demands: [MonthlyDemand])]
  /// Leads missing in the running quarter's ended months, and what would replace them.
  public let shortfalls: [Shortfall]

  /// The language of the title and of where figures come from, which `leadpact explain` shows; the plan itself is
  /// in English.
  var language = Language.english

  /// Leads of one type that are missing.
  public struct Shortfall: Sendable {
    /// The month.
    public let month: Month
    /// What is missing.
    public let account: LeadTypeAccount
    /// Leads of other types that are worth as much.
    public let options: [Replacement]
  }

  /// Plans by a version of a contract.
  ///
  /// - Parameters:
  ///   - months: the months to plan; those that the version does not cover are left out.
  ///   - accounts: what has been delivered so far.
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init(_ ruling: Ruling, months: [Month], accounts: Accounts, today: Day) throws(Overflow) {
    let contract = ruling.contract
    let plan = Plan(contract)
    self.ruling = ruling
    var planned: [(Month, [MonthlyDemand])] = []
    for month in months where contract.term.contains(month) {
      planned.append((month, try plan.demands(in: month)))
    }
    self.months = planned

    let quarter = contract.calendar.quarter(containing: contract.calendar.month(containing: today))
    var shortfalls: [Shortfall] = []
    for month in quarter.months where contract.calendar.days(of: month).last < today {
      guard let account = try accounts.account(of: month) else { continue }
      let demands = account.leadTypes.map(\.demand)
      for type in account.leadTypes where type.missing > 0 {
        let options = try Replacement.options(for: type.missing, of: type.demand, among: demands)
        shortfalls.append(Shortfall(month: month, account: type, options: options))
      }
    }
    self.shortfalls = shortfalls
  }

  private var contract: Contract { ruling.contract }

  /// The plan laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(
    today: Day, _ provenance: Provenance, in language: Language = .english
  ) throws(Overflow) -> Document {
    try told(in: language).laidOut(today: today, provenance)
  }

  private func laidOut(today: Day, _ provenance: Provenance) throws(Overflow) -> Document {
    var sections: [Section] = []
    for stream in contract.streams { sections.append(try section(of: stream)) }
    if let capacity = try capacitySection() { sections.append(capacity) }
    sections.append(try replacementSection())
    return Document(
      kind: "plan",
      title: language(.planTitle, ["contract": contract.title]),
      banners: [ruling.banner(in: language)].compactMap { $0 },
      facts: [
        Fact("contract", "Contract", contract.name.text),
        Fact("version", "Version", "\(ruling.version.number), \(ruling.standing.words(of: ruling.version))"),
        Fact("term", "Term", contract.term.description),
      ],
      sections: sections,
      footer: provenance.footer(today: today, versions: [ruling.version], in: language),
      language: language
    )
  }

  private func section(of stream: Stream) throws(Overflow) -> Section {
    var columns: [Table.Column] = [.init("month", "Month")]
    columns += stream.leadTypes.map { .init($0.name.text, $0.title, isNumeric: true) }
    columns += [.init("value-due", "Value owed", isNumeric: true), .init("quota", "For the quota of")]
    if stream.margin != nil { columns.append(.init("gross-profit-due", "Gross profit", isNumeric: true)) }

    var rows: [Table.Row] = []
    var totals = stream.leadTypes.map { _ in 0 }
    var totalDue = Money.zero(contract.currency)
    for (month, demands) in months {
      let own = demands.filter { $0.key.stream == stream.name }
      let due = try own.map(\.due).total(contract.currency)
      totalDue = try totalDue.adding(due)
      for (index, demand) in own.enumerated() {
        totals[index] = try Int(summing: [totals[index], demand.demand.mqls])
      }
      var cells: [Cell] = [.text("\(month)")]
      cells += own.map { (demand: MonthlyDemand) -> Cell in
        let due = demand.leadsDue(under: ruling.version, in: language)
        return demand.isQuotaAssumed ? .noted(due, "assumed") : .figure(due)
      }
      cells.append(.figure(valueDue(due, stream: stream, period: "\(month)", parts: own)))
      cells.append(.text(Self.quotaMonths(of: own)))
      if let margin = stream.margin {
        cells.append(.figure(profit(due, margin, stream: stream, period: "\(month)")))
      }
      rows.append(Table.Row(cells))
    }
    if months.count > 1 {
      var cells: [Cell] = [.text("Together")]
      for (type, total) in zip(stream.leadTypes, totals) {
        cells.append(
          .figure(
            Figure(
              FigureKey(stream: stream.name.text, leadType: type.name.text, "leads-due"),
              .count(total),
              Derivation(
                formula: language(.sumOverMonths),
                computation: total.grouped,
                clause: .workedBackwards
              )
            )
          )
        )
      }
      cells += [.figure(valueDue(totalDue, stream: stream, period: nil, parts: [])), .blank]
      if let margin = stream.margin {
        cells.append(.figure(profit(totalDue, margin, stream: stream, period: nil)))
      }
      rows.append(Table.Row(cells, isTotal: true))
    }
    let table = Table("Leads owed by month", columns: columns, rows: rows)
    let demands = months.flatMap(\.demands).filter { $0.key.stream == stream.name }
    let notes: [Block] =
      demands.contains(where: \.isQuotaAssumed) ? [.paragraph(Language.english(.assumedQuota))] : []
    return Section(
      stream.name.text,
      stream.title,
      [.table(try funnelTable(of: stream)), .table(table)] + notes
    )
  }

  private func valueDue(_ due: Money, stream: Stream, period: String?, parts: [MonthlyDemand]) -> Figure {
    Figure(
      FigureKey(period: period, stream: stream.name.text, "value-due"),
      .money(due),
      Derivation(
        formula: language(.sumOfShares),
        computation: "\(due)",
        clause: .streamsAndRetention,
        inputs: parts.map {
          Derivation.Input(
            language(.typeForQuotaOf, ["type": $0.key.leadType, "month": $0.quotaMonth]), "\($0.due)")
        }
      )
    )
  }

  private func profit(_ due: Money, _ margin: Share, stream: Stream, period: String?) -> Figure {
    Figure(
      FigureKey(period: period, stream: stream.name.text, "gross-profit-due"),
      .money(due.times(margin)),
      Derivation(
        formula: language(.owedTimesMargin),
        computation: "\(due) × \(margin)",
        clause: .streamsAndRetention,
        inputs: [
          Derivation.Input(language(.grossMargin), "\(margin)", source: language(.theContract))
        ]
      )
    )
  }

  /// The months whose quotas the leads of one month rest on: `2026-04..2026-06`.
  private static func quotaMonths(of demands: [MonthlyDemand]) -> String {
    let months = demands.map(\.quotaMonth)
    guard let first = months.min(), let last = months.max() else { return "" }
    return first == last ? "\(first)" : "\(first)..\(last)"
  }

  private func funnelTable(of stream: Stream) throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    guard let month = months.first?.month else { return Table("Funnel", columns: [], rows: []) }
    for type in stream.leadTypes {
      let demand = try Plan(contract).demand(in: month, for: type, of: stream)
      let funnel = demand.funnel
      rows.append(
        Table.Row([
          .text(type.title), .text("\(type.share)"), .text("\(funnel.mqlToSQL)"),
          .text("\(funnel.sqlToOpportunity)"),
          .text("\(funnel.winRate)"), .text("\(funnel.averageOrderValue)"),
          .text("\(funnel.timeToClose) d"), .text("\(funnel.lag) mo"),
          .figure(try leadValue(of: demand)),
        ])
      )
    }
    return Table(
      "Funnel agreed for \(month)",
      columns: [
        .init("lead-type", "Lead type"), .init("share", "Share", isNumeric: true),
        .init("mql-to-sql", "MQL→SQL", isNumeric: true),
        .init("sql-to-opportunity", "SQL→opp", isNumeric: true),
        .init("win-rate", "Win rate", isNumeric: true), .init("average-order-value", "AOV", isNumeric: true),
        .init("time-to-close", "Close", isNumeric: true), .init("lag", "Lag", isNumeric: true),
        .init("lead-value", "Value of a lead", isNumeric: true),
      ],
      rows: rows
    )
  }

  private func leadValue(of demand: MonthlyDemand) throws(Overflow) -> Figure {
    LeadValueFigure(demand: demand, version: ruling.version, language: language).figure(
      try demand.leadValue.rounded()
    )
  }

  private func capacitySection() throws(Overflow) -> Section? {
    guard let capacity = contract.sales.capacity else { return nil }
    var rows: [Table.Row] = []
    for (month, demands) in months {
      let due = try Int(summing: demands.map(\.demand.mqls))
      let missing = capacity.missingReps(for: due, in: month)
      func figure(_ name: String, _ count: Int, _ formula: Phrase, _ computation: String) -> Cell {
        .figure(
          Figure(
            FigureKey(period: "\(month)", name),
            .count(count),
            Derivation(formula: language(formula), computation: computation, clause: .salesSide)
          )
        )
      }
      let reps = capacity.reps(in: month)
      rows.append(
        Table.Row([
          .text("\(month)"), figure("all-leads-due", due, .sumOverLeadTypes, due.grouped),
          figure("reps", reps, .repsAgreed, "\(reps)"),
          figure(
            "capacity",
            try capacity.limit(in: month),
            .repsTimesLeads,
            "\(reps) × \(capacity.leadsPerRep.grouped)"
          ),
          .text(missing == 0 ? "" : "\(missing) rep\(missing == 1 ? "" : "s") missing"),
        ])
      )
    }
    return Section(
      "capacity",
      "Capacity: \(capacity.leadsPerRep.grouped) leads a rep and month",
      [
        .table(
          Table(
            "Leads owed against what the reps can serve",
            columns: [
              .init("month", "Month"), .init("owed", "Leads owed", isNumeric: true),
              .init("reps", "Reps", isNumeric: true),
              .init("limit", "Can serve", isNumeric: true), .init("note", ""),
            ],
            rows: rows
          )
        )
      ]
    )
  }

  private func replacementSection() throws(Overflow) -> Section {
    var lines: [String] = []
    for shortfall in shortfalls {
      let demand = shortfall.account.demand
      let what = "\(shortfall.month): \(demand.key) is \(shortfall.account.missing.grouped) short"
      let options = shortfall.options.map { "\($0.count.grouped) \($0.by.leadType)" }
      lines.append(
        options.isEmpty ? "\(what)." : "\(what); \(options.joined(separator: ", or ")) replace them."
      )
    }
    var introduction: [Block] = []
    if lines.isEmpty {
      introduction.append(
        .paragraph(
          "No ended month of the running quarter is short. By worth, 100 leads of one type are replaced by:"))
      for (_, demands) in months.prefix(1) {
        for demand in demands {
          let options = try Replacement.options(for: 100, of: demand, among: demands)
          guard !options.isEmpty else { continue }
          lines.append(
            "\(demand.key): "
              + options.map { "\($0.count.grouped) \($0.by.leadType)" }.joined(separator: ", or ") + "."
          )
        }
      }
    }
    return Section("replacements", "What would replace a shortfall", introduction + [.list(lines)])
  }
}
