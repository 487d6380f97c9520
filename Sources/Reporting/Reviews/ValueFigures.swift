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
        formula: "the sum of count × value of a lead, rounded once",
        computation: sum(parts.map(\.delivered), value),
        clause: .deliveredValue,
        inputs: parts.map { Derivation.Input($0.label, $0.delivered, source: $0.source) }, entries: entries))
  }

  func due() throws(Overflow) -> Figure {
    let value = try attainment.due.rounded()
    return Figure(
      key("value-due"), .money(value),
      Derivation(
        formula: "the sum of new-business quota × share, each a lag later",
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
        formula: "value delivered / value owed", computation: "\(delivered) / \(due)",
        clause: .deliveredValue,
        inputs: [
          Derivation.Input("value delivered", "\(delivered)", figure: key("value-delivered")),
          Derivation.Input("value owed", "\(due)", figure: key("value-due")),
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
        formula: "on target within the tolerance around 100 %, under below it, over above it",
        computation: "\(attainment.ratio?.percent(decimals: 2) ?? "nothing owed"), tolerance \(tolerance)",
        clause: "the contract's tolerance; \(String.bandClause)",
        inputs: [Derivation.Input("tolerance", tolerance.description, source: "the contract")]
      )
    )
  }
}

/// The figures of leads of one type delivered against leads owed.
struct LeadFigures {
  let account: LeadTypeAccount
  let entries: [String]
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

  var delivered: Figure {
    let apportioned = account.apportioned == 0 ? "" : ", \(account.apportioned.grouped) of them apportioned"
    return Figure(
      key("leads-delivered"),
      .count(account.count),
      Derivation(
        formula: "the sum of the counts on record, weeks over two months apportioned by business days",
        computation: account.count.grouped + apportioned,
        clause: .weeksAndMonths,
        entries: entries
      ),
      evidence: leads
    )
  }

  var due: Figure { account.demand.leadsDue }

  var ratio: Figure {
    Figure(
      key("leads-ratio"),
      .ratio(Ratio(account.count, of: account.demand.demand.mqls)),
      Derivation(
        formula: "leads delivered / leads owed",
        computation: "\(account.count.grouped) / \(account.demand.demand.mqls.grouped)",
        clause: .workedBackwards
      )
    )
  }
}

extension MonthlyDemand {
  /// The leads owed, with each stage that makes them.
  var leadsDue: Figure {
    Figure(
      FigureKey(period: "\(month)", stream: key.stream.text, leadType: key.leadType.text, "leads-due"),
      .count(demand.mqls),
      Derivation(
        formula: "⌈⌈⌈⌈value due / AOV⌉ / win rate⌉ / SQL→opportunity⌉ / MQL→SQL⌉",
        computation:
          "⌈\(due) / \(funnel.averageOrderValue)⌉ = \(demand.deals.grouped) deals, "
          + "⌈… / \(funnel.winRate.share.factor)⌉ = \(demand.opportunities.grouped) opportunities, "
          + "⌈… / \(funnel.sqlToOpportunity.share.factor)⌉ = \(demand.sqls.grouped) SQLs, "
          + "⌈… / \(funnel.mqlToSQL.share.factor)⌉ = \(demand.mqls.grouped) MQLs",
        clause: .workedBackwards,
        inputs: inputs
      )
    )
  }

  /// What the value due was computed from, with where it stands.
  var inputs: [Derivation.Input] {
    [
      Derivation.Input(
        "quota of \(key.stream), \(quotaMonth)",
        quota.description,
        source: isQuotaAssumed
          ? "assumed: the last quota given stands in" : "the contract, streams: \(key.stream): quota"
      ),
      Derivation.Input("new business", newBusiness.description, source: "quota less the retention share"),
      Derivation.Input("share of \(key.leadType)", share.description, source: "the contract"),
      Derivation.Input("value due in \(month)", due.description, source: "new business × share, cents kept"),
      Derivation.Input(
        "lag",
        "\(funnel.lag) month\(funnel.lag == 1 ? "" : "s")",
        source: "⌊(\(funnel.timeToClose) days + 15) / 30⌋, \(String.leadTime)"
      ),
    ]
  }
}
