import Agreement

/// The value of a lead in a month, with the source of each metric that makes it.
struct LeadValueFigure {
  let demand: MonthlyDemand
  let type: LeadType
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
        inputs: inputs
      )
    )
  }

  private var inputs: [Derivation.Input] {
    let agreed = type.funnel
    return [
      input(.averageOrderValue, agreed.averageOrderValue, \.description),
      input(.winRate, agreed.winRate, \.description),
      input(.sqlToOpportunity, agreed.sqlToOpportunity, \.description),
      input(.mqlToSql, agreed.mqlToSQL, \.description),
      input(.timeToClose, agreed.timeToClose) { language(.daysOfClosing, ["days": "\($0)"]) },
    ]
  }

  private func input<Agreed>(_ label: Phrase, _ metric: Metric<Agreed>, _ written: (Agreed) -> String)
    -> Derivation.Input
  {
    let step = metric.step(in: demand.month)
    let (number, day, digest) = ("\(version.number)", version.proposedAt.day, version.digest.short)
    let source =
      if let from = step.from {
        language(
          .metricSourceSince,
          [
            "quarter": from, "source": "\(step.source)", "version": number, "day": day, "digest": digest,
          ])
      } else {
        language(
          .metricSource,
          ["source": "\(step.source)", "version": number, "day": day, "digest": digest])
      }
    return Derivation.Input(
      language(label),
      written(step.figure),
      source: source
    )
  }
}
