import Agreement

/// The value of a lead in a month, with the source of each metric that makes it.
struct LeadValueFigure {
  let demand: MonthlyDemand
  let version: Version
  let language: Language

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
        formula: language(.leadValueFormula),
        computation:
          "\(funnel.averageOrderValue) × \(funnel.winRate.share.factor) × \(funnel.sqlToOpportunity.share.factor) × \(funnel.mqlToSQL.share.factor)",
        clause: .valueOfALead,
        inputs: MetricInputs(of: demand.key, in: demand.month, under: version, language)?.all ?? []
      )
    )
  }
}
