import Agreement

/// The figures of a funnel worked backwards: deals, opportunities, SQLs, MQLs and the value of a lead.
///
/// - Throws: `Overflow` where the value of a lead passes 64 bits.
func stageFigures(
  of demand: Demand,
  due: Money,
  funnel: Funnel,
  leadValue: Value,
  key: (String) -> FigureKey
) throws(Overflow) -> [Figure] {
  let order = funnel.averageOrderValue
  func stage(_ name: String, _ count: Int, formula: String, computation: String) -> Figure {
    Figure(
      key(name),
      .count(count),
      Derivation(formula: formula, computation: computation, clause: .workedBackwards)
    )
  }
  let rates =
    "\(funnel.winRate.share.factor) × \(funnel.sqlToOpportunity.share.factor) × \(funnel.mqlToSQL.share.factor)"
  return [
    stage(
      "deals",
      demand.deals,
      formula: "⌈value due / average order value⌉",
      computation: "⌈\(due) / \(order)⌉"
    ),
    stage(
      "opportunities",
      demand.opportunities,
      formula: "⌈deals / win rate⌉",
      computation: "⌈\(demand.deals.grouped) / \(funnel.winRate.share.factor)⌉"
    ),
    stage(
      "sqls",
      demand.sqls,
      formula: "⌈opportunities / SQL→opportunity⌉",
      computation: "⌈\(demand.opportunities.grouped) / \(funnel.sqlToOpportunity.share.factor)⌉"
    ),
    stage(
      "mqls",
      demand.mqls,
      formula: "⌈SQLs / MQL→SQL⌉",
      computation: "⌈\(demand.sqls.grouped) / \(funnel.mqlToSQL.share.factor)⌉"
    ),
    Figure(
      key("leadValue"),
      .money(try leadValue.rounded()),
      Derivation(
        formula: "average order value × win rate × SQL→opportunity × MQL→SQL",
        computation: "\(order) × \(rates)",
        clause: .valueOfALead
      )
    ),
  ]
}

extension Int {
  /// The sum, checked.
  init(summing counts: some Sequence<Int>) throws(Overflow) {
    var sum = 0
    for count in counts {
      let (next, overflow) = sum.addingReportingOverflow(count)
      guard !overflow else { throw Overflow() }
      sum = next
    }
    self = sum
  }
}
