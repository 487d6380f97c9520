extension English {
  /// Figures of the plan, so far as they are explained.
  static let plan: [Phrase: String] = [
    .planTitle: "{contract}: what is owed",
    .sumOfShares: "the sum over the lead types of new-business quota × share",
    .typeForQuotaOf: "{type} (quota of {month})",
    .owedTimesMargin: "value owed × gross margin",
    .leadValueFormula: "average order value × win rate × SQL→opportunity × MQL→SQL, rounded once",
    .timeToClose: "time to close",
    .daysOfClosing: "{days} days",
    .measured: "measured {note}",
    .metricSource: "{source}; version {version} of {day}, digest {digest}",
    .metricSourceSince: "from {quarter} on, {source}; version {version} of {day}, digest {digest}",
  ]
}
