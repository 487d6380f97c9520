public import Agreement

/// A plan as agreed and as it would be, side by side: the value behind `leadpact plan --what-if`.
public struct WhatIfReport: Sendable {
  /// The version that is agreed.
  public let ruling: Ruling
  /// What is supposed.
  public let suppositions: [Supposition]
  /// The contract as it would be.
  public let supposed: Contract
  /// What is owed in each month, as agreed and as it would be.
  public let months: [MonthPair]

  /// What is owed in one month, by lead type in the contract's order.
  public struct MonthPair: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// As agreed.
    public let agreed: [MonthlyDemand]
    /// As it would be.
    public let supposed: [MonthlyDemand]
  }

  /// Plans by a version and by what is supposed of it.
  ///
  /// - Parameter months: the months to plan; those that the version does not cover are left out.
  /// - Throws: `Unreadable` where something impossible is supposed, `InvalidContract`, `Overflow`.
  public init(_ ruling: Ruling, supposing suppositions: [Supposition], months: [Month]) throws {
    let contract = ruling.contract
    let supposed = try contract.supposing(suppositions)
    self.ruling = ruling
    self.suppositions = suppositions
    self.supposed = supposed
    var pairs: [MonthPair] = []
    for month in months where contract.term.contains(month) {
      pairs.append(
        MonthPair(
          month: month, agreed: try Plan(contract).demands(in: month),
          supposed: try Plan(supposed).demands(in: month)))
    }
    self.months = pairs
  }

  private var contract: Contract { ruling.contract }

  /// The two plans laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(today: Day, _ provenance: Provenance) throws(Overflow) -> Document {
    var sections = [Section("suppositions", "What is supposed", [.list(changes)])]
    sections.append(
      Section(
        "months", "By month", [.table(try leadsTable()), .table(try valueTable())] + (try capacityBlocks())))
    sections.append(Section("lead-types", "By lead type", [.table(try leadTypeTable())]))
    return Document(
      kind: "what-if",
      title: "\(contract.title): what would be owed",
      banners: ["Nothing of this is agreed, and nothing is stored."] + [ruling.banner()].compactMap(\.self),
      facts: [
        Fact("contract", "Contract", contract.name.text),
        Fact("version", "Version", "\(ruling.version.number), \(ruling.standing.words(of: ruling.version))"),
        Fact("what-if", "What if", suppositions.map(\.text).joined(separator: ", ")),
      ],
      sections: sections,
      footer: provenance.footer(today: today, versions: [ruling.version])
    )
  }

  /// What differs, a line for each figure.
  private var changes: [String] {
    var lines: [String] = []
    for (stream, other) in zip(contract.streams, supposed.streams) {
      if stream.quotas != other.quotas, let first = stream.quotas.amounts.first,
        let supposed = other.quotas.amounts.first
      {
        let whole = stream.quotas.amounts.count == 1 ? "" : ", and so on"
        lines.append("\(stream.name): quota of \(stream.quotas.first) \(first) → \(supposed)\(whole).")
      }
      for (type, changed) in zip(stream.leadTypes, other.leadTypes) {
        let (agreed, new) = (type.funnel, changed.funnel)
        let steps =
          words("MQL→SQL", agreed.mqlToSQL, new.mqlToSQL) { "\($0)" }
          + words("SQL→opportunity", agreed.sqlToOpportunity, new.sqlToOpportunity) { "\($0)" }
          + words("win rate", agreed.winRate, new.winRate) { "\($0)" }
          + words("average order value", agreed.averageOrderValue, new.averageOrderValue) { "\($0)" }
          + words("time to close", agreed.timeToClose, new.timeToClose) { "\($0) days" }
        lines += steps.map { "\(stream.name)/\(type.name): \($0)." }
      }
    }
    return lines.isEmpty ? ["Nothing differs from what is agreed."] : lines
  }

  private func words<Figure>(
    _ name: String, _ agreed: Metric<Figure>, _ supposed: Metric<Figure>, _ written: (Figure) -> String
  ) -> [String] {
    zip(agreed.steps, supposed.steps).filter { $0.figure != $1.figure }.map { step, other in
      "\(name)\(step.from.map { " from \($0) on" } ?? "") \(written(step.figure)) → \(written(other.figure))"
    }
  }

  private func leadsTable() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    var (all, allSupposed) = (0, 0)
    for pair in months {
      let agreed = try Int(summing: pair.agreed.map(\.demand.mqls))
      let supposed = try Int(summing: pair.supposed.map(\.demand.mqls))
      all = try Int(summing: [all, agreed])
      allSupposed = try Int(summing: [allSupposed, supposed])
      let cells = WhatIfFigures(period: "\(pair.month)", "all-leads-due", .count(agreed), .count(supposed)) {
        (isSupposed: Bool) in
        WhatIfFigures.Origin(
          formula: "the sum over the lead types", clause: .workedBackwards,
          inputs: (isSupposed ? pair.supposed : pair.agreed).map {
            Derivation.Input("\($0.key)", $0.demand.mqls.grouped, source: "\($0.due) worked backwards")
          })
      }.cells
      rows.append(Table.Row([.text("\(pair.month)")] + cells))
    }
    if months.count > 1 {
      let total = WhatIfFigures("all-leads-due", .count(all), .count(allSupposed)) { _ in
        WhatIfFigures.Origin(formula: "the sum over the months", clause: .workedBackwards, inputs: [])
      }
      rows.append(Table.Row([.text("Together")] + total.cells, isTotal: true))
    }
    return Table("Leads owed", columns: columns("month", "Month"), rows: rows)
  }

  private func valueTable() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    var (all, allSupposed) = (Money.zero(contract.currency), Money.zero(contract.currency))
    for pair in months {
      let agreed = try pair.agreed.map(\.due).total(contract.currency)
      let supposed = try pair.supposed.map(\.due).total(contract.currency)
      all = try all.adding(agreed)
      allSupposed = try allSupposed.adding(supposed)
      let figures = WhatIfFigures(period: "\(pair.month)", "value-due", .money(agreed), .money(supposed)) {
        (isSupposed: Bool) in
        WhatIfFigures.Origin(
          formula: "the sum over the lead types of new-business quota × share", clause: .streamsAndRetention,
          inputs: (isSupposed ? pair.supposed : pair.agreed).map {
            Derivation.Input("\($0.key) (quota of \($0.quotaMonth))", "\($0.due)")
          })
      }
      rows.append(Table.Row([.text("\(pair.month)")] + figures.cells))
    }
    if months.count > 1 {
      let total = WhatIfFigures("value-due", .money(all), .money(allSupposed)) { _ in
        WhatIfFigures.Origin(formula: "the sum over the months", clause: .streamsAndRetention, inputs: [])
      }
      rows.append(Table.Row([.text("Together")] + total.cells, isTotal: true))
    }
    return Table("Value owed", columns: columns("month", "Month"), rows: rows)
  }

  /// The reps that serve the leads owed; nothing where no capacity is agreed.
  private func capacityBlocks() throws(Overflow) -> [Block] {
    guard let capacity = contract.sales.capacity else { return [] }
    var rows: [Table.Row] = []
    for pair in months {
      func needed(_ demands: [MonthlyDemand]) throws(Overflow) -> (reps: Int, leads: Int) {
        let leads = try Int(summing: demands.map(\.demand.mqls))
        let rest = leads.isMultiple(of: capacity.leadsPerRep) ? 0 : 1
        return (leads / capacity.leadsPerRep + rest, leads)
      }
      let (agreed, supposed) = (try needed(pair.agreed), try needed(pair.supposed))
      let figures = WhatIfFigures(
        period: "\(pair.month)", "reps-needed", .count(agreed.reps), .count(supposed.reps)
      ) { isSupposed in
        let leads = (isSupposed ? supposed : agreed).leads
        return WhatIfFigures.Origin(
          formula: "⌈leads owed / leads per rep⌉", clause: .salesSide,
          inputs: [
            Derivation.Input("leads owed", leads.grouped),
            Derivation.Input("leads per rep", capacity.leadsPerRep.grouped, source: "the contract"),
          ], computation: "⌈\(leads.grouped) / \(capacity.leadsPerRep.grouped)⌉")
      }
      let reps = capacity.reps(in: pair.month)
      rows.append(
        Table.Row(
          [.text("\(pair.month)")] + figures.cells + [
            .figure(
              Figure(
                FigureKey(period: "\(pair.month)", "reps"), .count(reps),
                Derivation(
                  formula: "reps agreed for the month", computation: "\(reps)", clause: .salesSide)))
          ]))
    }
    return [
      .table(
        Table(
          "Reps needed to serve them",
          columns: columns("month", "Month") + [.init("reps", "There are", isNumeric: true)], rows: rows))
    ]
  }

  private func leadTypeTable() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    for (stream, type) in contract.leadTypes {
      let key = LeadTypeKey(stream: stream.name, leadType: type.name)
      let agreed = months.flatMap(\.agreed).filter { $0.key == key }
      let supposed = months.flatMap(\.supposed).filter { $0.key == key }
      guard let first = agreed.first, let other = supposed.first else { continue }
      let leads = WhatIfFigures(
        stream: key.stream.text, leadType: key.leadType.text, "leads-due",
        .count(try Int(summing: agreed.map(\.demand.mqls))),
        .count(try Int(summing: supposed.map(\.demand.mqls)))
      ) { isSupposed in
        let demands = isSupposed ? supposed : agreed
        return WhatIfFigures.Origin(
          formula: "⌈⌈⌈⌈value due / AOV⌉ / win rate⌉ / SQL→opportunity⌉ / MQL→SQL⌉, the sum over the months",
          clause: .workedBackwards,
          inputs: demands.map { Derivation.Input("\($0.month)", $0.demand.mqls.grouped, source: $0.path) }
            + metrics(of: key, in: demands, isSupposed: isSupposed),
          computation: demands.map(\.demand.mqls.grouped).joined(separator: " + "))
      }
      let worth = WhatIfFigures(
        period: "\(first.month)", stream: key.stream.text, leadType: key.leadType.text, "lead-value",
        .money(try first.leadValue.rounded()), .money(try other.leadValue.rounded())
      ) { isSupposed in
        let funnel = (isSupposed ? other : first).funnel
        return WhatIfFigures.Origin(
          formula: "average order value × win rate × SQL→opportunity × MQL→SQL, rounded once",
          clause: .valueOfALead,
          inputs: metrics(of: key, in: [isSupposed ? other : first], isSupposed: isSupposed),
          computation:
            "\(funnel.averageOrderValue) × \(funnel.winRate.share.factor) × \(funnel.sqlToOpportunity.share.factor) × \(funnel.mqlToSQL.share.factor)"
        )
      }
      rows.append(
        Table.Row([.text(stream.title), .text(type.title)] + leads.cells + worth.cells.prefix(2)))
    }
    return Table(
      "Leads owed together, and what one is worth in \(months.first.map { "\($0.month)" } ?? "no month")",
      columns: [.init("stream", "Stream")] + columns("lead-type", "Lead type") + [
        .init("worth-agreed", "A lead's worth", isNumeric: true),
        .init("worth-what-if", "What if", isNumeric: true),
      ], rows: rows)
  }

  /// The metrics behind what is owed of a type, as agreed or as supposed, with the source and the date of each; those of
  /// later months only where they differ from the month before.
  private func metrics(
    of key: LeadTypeKey, in demands: [MonthlyDemand], isSupposed: Bool
  ) -> [Derivation.Input] {
    let funnel = isSupposed ? supposed.stream(key.stream)?.leadType(key.leadType)?.funnel : nil
    var inputs: [Derivation.Input] = []
    for demand in demands {
      let metrics = MetricInputs(of: key, in: demand.month, under: ruling.version, .english)
      for input in metrics?.all(supposed: funnel) ?? [] where !inputs.contains(input) { inputs.append(input) }
    }
    return inputs
  }

  private func columns(_ key: String, _ label: String) -> [Table.Column] {
    [
      .init(key, label), .init("agreed", "Agreed", isNumeric: true),
      .init("what-if", "What if", isNumeric: true), .init("change", "Change", isNumeric: true),
    ]
  }
}

extension MonthlyDemand {
  /// How the value due was worked backwards, in a line.
  fileprivate var path: String {
    "\(due) / \(funnel.averageOrderValue) / \(funnel.winRate.share.factor) / \(funnel.sqlToOpportunity.share.factor) / \(funnel.mqlToSQL.share.factor)"
  }
}
