/// What the revenue of a cohort hangs on: how many leads there were, and each step from a lead to its revenue.
public enum ShortfallFactor: String, Hashable, Sendable, CaseIterable {
  /// How many leads were delivered.
  case volume
  /// The share of leads that sales accepted.
  case mqlToSQL = "mql-to-sql"
  /// The share of SQLs that became opportunities.
  case sqlToOpportunity = "sql-to-opportunity"
  /// The share of leads that became opportunities, where nobody knows how many were accepted.
  case mqlToOpportunity = "mql-to-opportunity"
  /// The share of opportunities that were won.
  case winRate = "win-rate"
  /// The share of SQLs that were won, where nobody knows how many became opportunities.
  case sqlToWon = "sql-to-won"
  /// The share of leads that were won, where nobody knows of the stages between.
  case mqlToWon = "mql-to-won"
  /// The revenue of one won deal.
  case averageOrderValue = "average-order-value"

  /// Who answers for a factor.
  public enum Owner: String, Hashable, Sendable, CaseIterable {
    /// Marketing does.
    case marketing
    /// Both teams do.
    case shared
    /// Sales does.
    case sales
  }

  /// Who answers for it; what has a part that both teams answer for is shared.
  public var owner: Owner {
    switch self {
    case .volume: .marketing
    case .mqlToSQL, .sqlToOpportunity, .mqlToOpportunity, .sqlToWon, .mqlToWon: .shared
    case .winRate, .averageOrderValue: .sales
    }
  }

  /// The factor in the field's words.
  public var title: String {
    switch self {
    case .volume: "volume"
    case .mqlToSQL: "MQL→SQL"
    case .sqlToOpportunity: "SQL→opportunity"
    case .mqlToOpportunity: "MQL→opportunity"
    case .winRate: "win rate"
    case .sqlToWon: "SQL→won"
    case .mqlToWon: "MQL→won"
    case .averageOrderValue: "average order value"
    }
  }
}

extension ShortfallFactor {
  /// The factor between two stages, the first before the second.
  init(from: Stage, to: Stage) {
    switch (from, to) {
    case (.mql, .sql): self = .mqlToSQL
    case (.mql, .opportunity): self = .mqlToOpportunity
    case (.mql, .won): self = .mqlToWon
    case (.sql, .opportunity): self = .sqlToOpportunity
    case (.sql, .won): self = .sqlToWon
    case (.opportunity, .won): self = .winRate
    default: preconditionFailure("a stage leads to a later one")
    }
  }
}
