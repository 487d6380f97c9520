/// Where an agreed figure comes from.
public enum MetricSource: Hashable, Sendable {
  /// Nobody has measured it yet.
  case assumed
  /// Counted or computed from records; the note names the counts, the system and the time.
  case measured(String)

  /// Reads `assumed`, or `measured 57/168, HubSpot, 2025-Q4`.
  ///
  /// - Throws: `Unreadable` when the text begins otherwise or a measurement says nothing.
  public init(_ text: String) throws(Unreadable) {
    let trimmed = text.trimmingBlanks
    if trimmed == "assumed" {
      self = .assumed
      return
    }
    guard trimmed.hasPrefix("measured") else {
      throw Unreadable(
        text,
        expected:
          "a source: 'assumed', or 'measured' with what and where, such as 'measured 57/168, HubSpot, 2025-Q4'"
      )
    }
    var note = trimmed.dropFirst("measured".count)
    while let first = note.first, first.isWhitespace || first == "," || first == ":" {
      note = note.dropFirst()
    }
    guard !note.isEmpty else {
      throw Unreadable(
        text,
        expected: "a source that says what was measured, such as 'measured 57/168, HubSpot, 2025-Q4'"
      )
    }
    self = .measured(String(note))
  }
}

extension MetricSource: CustomStringConvertible {
  /// The source as it is written in a contract.
  public var description: String {
    switch self {
    case .assumed: "assumed"
    case .measured(let note): "measured \(note)"
    }
  }
}

/// A figure of the funnel as agreed: one value, or values that follow each other by quarter.
public struct Metric<Figure: Hashable & Sendable>: Hashable, Sendable {
  /// A figure from a quarter on.
  public struct Step: Hashable, Sendable {
    /// The quarter from whose first month on it holds; nil for the figure that the agreement begins with.
    public let from: Quarter?
    /// The figure.
    public let figure: Figure
    /// Where it comes from.
    public let source: MetricSource

    /// A figure that holds from `from` on.
    public init(from: Quarter?, figure: Figure, source: MetricSource) {
      self.from = from
      self.figure = figure
      self.source = source
    }
  }

  /// The figures in the order of their quarters: first the one that the agreement begins with, without a quarter.
  public let steps: [Step]

  /// One figure for all time.
  public init(_ figure: Figure, source: MetricSource = .assumed) {
    self.steps = [Step(from: nil, figure: figure, source: source)]
  }

  /// Figures by quarter, in any order, for an agreement that begins in `start`; nil where none holds by then.
  ///
  /// A figure that another has replaced by `start` falls away.
  ///
  /// - Precondition: no two are for the same quarter.
  public init?(steps: [Step], startingIn start: Month) {
    precondition(Set(steps.map(\.from)).count == steps.count, "a figure a quarter")
    let ordered = steps.sorted {
      ($0.from?.firstMonth.ordinal ?? .min) < ($1.from?.firstMonth.ordinal ?? .min)
    }
    let later = ordered.filter { $0.from.map { $0.firstMonth > start } ?? false }
    guard let initial = ordered.dropLast(later.count).last else { return nil }
    self.steps = [Step(from: nil, figure: initial.figure, source: initial.source)] + later
  }

  /// The step that holds in `month`.
  public func step(in month: Month) -> Step {
    steps.last { step in step.from.map { $0.firstMonth <= month } ?? true } ?? steps[0]
  }

  /// This metric with another figure from `quarter` on, in an agreement that begins in `start`; the steps of
  /// later quarters fall away.
  public func revised(
    from quarter: Quarter,
    to figure: Figure,
    source: MetricSource,
    startingIn start: Month
  ) -> Metric {
    let kept = steps.filter { step in step.from.map { $0 < quarter } ?? true }
    return Metric(steps: kept + [Step(from: quarter, figure: figure, source: source)], startingIn: start)
      ?? self
  }
}

/// The funnel of a lead type as agreed: each metric with its schedule and its sources.
public struct AgreedFunnel: Hashable, Sendable {
  /// The share of MQLs that sales accepts.
  public let mqlToSQL: Metric<Rate>
  /// The share of SQLs that become opportunities.
  public let sqlToOpportunity: Metric<Rate>
  /// The share of opportunities that are won.
  public let winRate: Metric<Rate>
  /// The revenue of one won deal.
  public let averageOrderValue: Metric<Money>
  /// Days from the delivery of a lead to the won deal.
  public let timeToClose: Metric<Int>

  /// Creates an agreed funnel; order values are above 0, times to close at least 0 days.
  public init(
    mqlToSQL: Metric<Rate>,
    sqlToOpportunity: Metric<Rate>,
    winRate: Metric<Rate>,
    averageOrderValue: Metric<Money>,
    timeToClose: Metric<Int>
  ) {
    self.mqlToSQL = mqlToSQL
    self.sqlToOpportunity = sqlToOpportunity
    self.winRate = winRate
    self.averageOrderValue = averageOrderValue
    self.timeToClose = timeToClose
  }

  /// The funnel of one month.
  public func funnel(in month: Month) -> Funnel {
    Funnel(
      mqlToSQL: mqlToSQL.step(in: month).figure,
      sqlToOpportunity: sqlToOpportunity.step(in: month).figure,
      winRate: winRate.step(in: month).figure,
      averageOrderValue: averageOrderValue.step(in: month).figure,
      timeToClose: timeToClose.step(in: month).figure
    )
  }

  /// The month in which leads delivered in `month` become revenue.
  func revenueMonth(ofLeadsIn month: Month) -> Month {
    month.advanced(by: Funnel.lag(ofDays: timeToClose.step(in: month).figure))
  }
}

extension AgreedFunnel {
  /// The quarters in which a metric changes.
  var quarters: [(metric: FunnelMetric, from: Quarter)] {
    func changes<Figure>(_ name: FunnelMetric, _ metric: Metric<Figure>) -> [(FunnelMetric, Quarter)] {
      metric.steps.compactMap { step in step.from.map { (name, $0) } }
    }
    return changes(.mqlToSQL, mqlToSQL) + changes(.sqlToOpportunity, sqlToOpportunity)
      + changes(.winRate, winRate) + changes(.averageOrderValue, averageOrderValue)
      + changes(.timeToClose, timeToClose)
  }
}

/// The metrics of a funnel, by the names that contracts and commands give them.
public enum FunnelMetric: String, Hashable, Sendable, CaseIterable {
  /// The share of MQLs that sales accepts.
  case mqlToSQL = "mql-to-sql"
  /// The share of SQLs that become opportunities.
  case sqlToOpportunity = "sql-to-opportunity"
  /// The share of opportunities that are won.
  case winRate = "win-rate"
  /// The revenue of one won deal.
  case averageOrderValue = "average-order-value"
  /// Days from the delivery of a lead to the won deal.
  case timeToClose = "time-to-close"
}
