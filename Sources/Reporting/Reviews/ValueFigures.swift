import Agreement

/// The figures of value delivered against value owed for one part of a report, which share their keys' beginning.
struct ValueFigures {
  /// One of the values that are added up.
  struct Part {
    /// What it is: a month, a stream.
    let label: String
    /// Its value delivered, as it is reckoned: an amount, or `212 × $128.25`.
    let delivered: String
    /// Its value owed.
    let due: String
    /// Where it stands: the version, or the command that explains it.
    let source: String?
    /// Where the value owed stands, if elsewhere.
    var dueSource: String?
  }

  let attainment: Attainment
  let period: String
  var stream: Name?
  var leadType: Name?
  /// What the sums are made of.
  var parts: [Part] = []
  /// The contract's tolerance.
  let tolerance: Share
  /// The entries behind the value delivered.
  var entries: [String] = []
  let language: Language

  func key(_ name: String) -> FigureKey {
    FigureKey(period: period, stream: stream?.text, leadType: leadType?.text, name)
  }

  /// What was delivered against what was owed: `$171,200.00 [82 % of $208,000.00]`.
  func cell() throws(Overflow) -> Cell {
    .attained(delivered: try delivered(), ratio: try ratio(), due: try due())
  }

  func delivered() throws(Overflow) -> Figure {
    let value = try attainment.delivered.rounded()
    return Figure(
      key("value-delivered"), .money(value),
      Derivation(
        formula: language(.countTimesValue),
        computation: sum(parts.map(\.delivered), value),
        clause: .deliveredValue,
        inputs: parts.map { Derivation.Input($0.label, $0.delivered, source: $0.source) }, entries: entries))
  }

  func due() throws(Overflow) -> Figure {
    let value = try attainment.due.rounded()
    return Figure(
      key("value-due"), .money(value),
      Derivation(
        formula: language(.quotaTimesShare),
        computation: sum(parts.map(\.due), value),
        clause: .streamsAndRetention,
        inputs: parts.map { Derivation.Input($0.label, $0.due, source: $0.dueSource ?? $0.source) }))
  }

  func ratio() throws(Overflow) -> Figure {
    let delivered = try attainment.delivered.rounded()
    let due = try attainment.due.rounded()
    return Figure(
      key("attainment"), .ratio(attainment.ratio),
      Derivation(
        formula: language(.deliveredByOwed), computation: "\(delivered) / \(due)",
        clause: .deliveredValue,
        inputs: [
          Derivation.Input(language(.valueDelivered), "\(delivered)", figure: key("value-delivered")),
          Derivation.Input(language(.valueOwed), "\(due)", figure: key("value-due")),
        ]))
  }

  private func sum(_ terms: [String], _ value: Money) -> String {
    (1...6).contains(terms.count) ? terms.joined(separator: " + ") : "\(value)"
  }

  func band() throws(Overflow) -> Figure {
    Figure(
      key("band"),
      .band(attainment.band(tolerance: tolerance)),
      Derivation(
        formula: language(.bandRule),
        computation: language(
          .bandComputation,
          [
            "share": attainment.ratio?.percent(decimals: 2) ?? language(.nothingOwed), "tolerance": tolerance,
          ]),
        clause: language(.contractTolerance, ["clause": String.bandClause]),
        inputs: [
          Derivation.Input(language(.tolerance), tolerance.description, source: language(.theContract))
        ]
      )
    )
  }
}

/// The figures of leads of one type delivered against leads owed.
struct LeadFigures {
  let account: LeadTypeAccount
  /// The version that they are measured against.
  let version: Version
  let entries: @Sendable () -> [String]
  let language: Language
  /// The leads that are counted, where the records are of leads.
  var leads: (@Sendable () -> [String])?

  private func key(_ name: String) -> FigureKey {
    let demand = account.demand
    return FigureKey(
      period: "\(demand.month)",
      stream: demand.key.stream.text,
      leadType: demand.key.leadType.text,
      name
    )
  }

  /// Leads delivered against leads owed: `3,210 [82 % of 3,900]`.
  var cell: Cell { .attained(delivered: delivered, ratio: ratio, due: due) }

  var delivered: Figure { Self.delivered(account, in: language, entries: entries, leads: leads) }

  /// The leads delivered.
  static func delivered(
    _ account: LeadTypeAccount, in language: Language,
    entries: @escaping @Sendable () -> [String] = { [] },
    leads: (@Sendable () -> [String])? = nil
  ) -> Figure {
    let computation =
      account.apportioned == 0
      ? account.count.grouped
      : language(
        .countOfThemApportioned, ["count": account.count, "apportioned": account.apportioned])
    return Figure(
      account.demand.figureKey("leads-delivered"),
      .count(account.count),
      Derivation(
        formula: language(.countsApportioned),
        computation: computation,
        clause: .weeksAndMonths,
        entries: entries()
      ),
      evidence: leads
    )
  }

  var due: Figure { account.demand.leadsDue(under: version, in: language) }

  var ratio: Figure {
    Figure(
      key("leads-ratio"),
      .ratio(Ratio(account.count, of: account.demand.demand.mqls)),
      Derivation(
        formula: language(.leadsByLeads),
        computation: "\(account.count.grouped) / \(account.demand.demand.mqls.grouped)",
        clause: .workedBackwards
      )
    )
  }
}

extension MonthlyDemand {
  /// The key of a figure on these leads.
  func figureKey(_ name: String) -> FigureKey {
    FigureKey(period: "\(month)", stream: key.stream.text, leadType: key.leadType.text, name)
  }

  /// The leads owed, with each stage that makes them, and the metrics that `version` agrees on.
  func leadsDue(under version: Version, in language: Language) -> Figure {
    Figure(
      figureKey("leads-due"),
      .count(demand.mqls),
      Derivation(
        formula: language(.leadsDueFormula),
        computation: language(
          .leadsDueComputation,
          [
            "due": due, "order": funnel.averageOrderValue, "deals": demand.deals,
            "winRate": funnel.winRate.share.factor, "opportunities": demand.opportunities,
            "sqlToOpportunity": funnel.sqlToOpportunity.share.factor, "sqls": demand.sqls,
            "mqlToSql": funnel.mqlToSQL.share.factor, "mqls": demand.mqls,
          ]),
        clause: .workedBackwards,
        inputs: inputs(under: version, in: language)
      )
    )
  }

  /// What the value due was computed from, with where it stands.
  func inputs(under version: Version, in language: Language) -> [Derivation.Input] {
    let metrics = MetricInputs(of: key, in: month, under: version, language)?.all ?? []
    return [
      Derivation.Input(
        language(.quotaOf, ["stream": key.stream, "month": quotaMonth]),
        quota.description,
        source: isQuotaAssumed ? language(.quotaStandsIn) : language(.quotaSource, ["stream": key.stream])
      ),
      Derivation.Input(
        language(.newBusiness), newBusiness.description, source: language(.newBusinessSource)),
      Derivation.Input(
        language(.shareOf, ["type": key.leadType]), share.description, source: language(.theContract)),
      Derivation.Input(
        language(.valueDueIn, ["month": month]), due.description, source: language(.valueDueSource)),
      Derivation.Input(
        language(.lag),
        language(.lagMonths, ["months": funnel.lag]),
        source: language(.lagSource, ["days": "\(funnel.timeToClose)", "clause": String.leadTime])
      ),
    ] + metrics
  }
}
