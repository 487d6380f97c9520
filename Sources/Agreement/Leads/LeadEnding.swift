/// How a lead or a deal left the funnel without a sale.
public enum LeadEnding: String, Hashable, Sendable, CaseIterable {
  /// The deal was lost.
  case lost
  /// Sales put it aside as no lead for it.
  case disqualified
}
