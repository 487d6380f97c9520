import Agreement

/// The value of a lead in a month, with the source of each metric that makes it.
struct LeadValueFigure {
  let demand: MonthlyDemand
  let type: LeadType
  let version: Version

  func figure(_ value: Money) -> Figure {
    let funnel = demand.funnel
    return Figure(
      FigureKey(
        period: "\(demand.month)",
        stream: demand.key.stream.text,
        leadType: demand.key.leadType.text,
        "lead-value"
      ),
      .money(value),
      Derivation(
        formula: "average order value × win rate × SQL→opportunity × MQL→SQL, rounded once",
        computation:
          "\(funnel.averageOrderValue) × \(funnel.winRate.share.factor) × \(funnel.sqlToOpportunity.share.factor) × \(funnel.mqlToSQL.share.factor)",
        clause: .valueOfALead,
        inputs: inputs
      )
    )
  }

  private var inputs: [Derivation.Input] {
    let agreed = type.funnel
    return [
      input("average order value", agreed.averageOrderValue, \.description),
      input("win rate", agreed.winRate, \.description),
      input("SQL→opportunity", agreed.sqlToOpportunity, \.description),
      input("MQL→SQL", agreed.mqlToSQL, \.description),
      input("time to close", agreed.timeToClose) { "\($0) days" },
    ]
  }

  private func input<Agreed>(_ label: String, _ metric: Metric<Agreed>, _ written: (Agreed) -> String)
    -> Derivation.Input
  {
    let step = metric.step(in: demand.month)
    let since = step.from.map { "from \($0) on, " } ?? ""
    return Derivation.Input(
      label,
      written(step.figure),
      source:
        "\(since)\(step.source); version \(version.number) of \(version.proposedAt.day), digest \(version.digest.short)"
    )
  }
}
