import Agreement

/// The funnel metrics of a lead type, with their schedules and sources.
struct MetricStore {
  let connection: Connection

  func insert(_ funnel: AgreedFunnel, of leadType: Int) throws(StorageError) {
    try insert(funnel.mqlToSQL, as: .mqlToSQL, of: leadType, \.columns)
    try insert(funnel.sqlToOpportunity, as: .sqlToOpportunity, of: leadType, \.columns)
    try insert(funnel.winRate, as: .winRate, of: leadType, \.columns)
    try insert(funnel.averageOrderValue, as: .averageOrderValue, of: leadType, \.columns)
    try insert(funnel.timeToClose, as: .timeToClose, of: leadType) { Columns(written: "\($0)", days: $0) }
  }

  private func insert<Figure>(
    _ metric: Metric<Figure>,
    as kind: FunnelMetric,
    of leadType: Int,
    _ columns: (Figure) -> Columns
  ) throws(StorageError) {
    for step in metric.steps {
      let figure = columns(step.figure)
      let note: String? = if case .measured(let note) = step.source { note } else { nil }
      try connection.run(
        """
        INSERT INTO metric (
          lead_type_id, metric, from_month, figure, ppm, minor_units, days, source, source_note
        )
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        leadType,
        kind.rawValue,
        step.from?.firstMonth,
        figure.written,
        figure.partsPerMillion,
        figure.minorUnits,
        figure.days,
        note == nil ? "assumed" : "measured",
        note
      )
    }
  }

  /// A figure as it is agreed from some quarter on.
  struct Step {
    /// What it is, by the kind of the metric.
    enum Figure {
      case rate(Rate)
      case amount(Money)
      case days(Int)
    }

    let metric: FunnelMetric
    let from: Quarter?
    let figure: Figure
    let source: MetricSource
  }

  /// The steps of all metrics in the order in which they hold, by the row of the lead type.
  func steps(of span: VersionSpan) throws(StorageError) -> [Int: [Step]] {
    try connection.groups(
      """
      SELECT lead_type_id, metric, from_month, source, source_note, figure, ppm, minor_units, days, version_id
      FROM metric
      JOIN lead_type USING (lead_type_id)
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY lead_type_id, from_month
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      let basis = try span.basis(row, 9)
      let metric = try row.text(1, as: FunnelMetric.init(rawValue:))
      let note = try row.optionalText(4)
      return Step(
        metric: metric,
        from: try row.optionalText(2, as: basis.quarter),
        figure: try Self.figure(of: metric, row, in: basis.currency),
        source: try row.text(3) { source in
          switch (source, note) {
          case ("assumed", nil): .assumed
          case ("measured", let note?): .measured(note)
          default: nil
          }
        }
      )
    }
  }

  /// Reads the figure from the columns of how it was written, parts per million, minor units and days.
  private static func figure(
    of metric: FunnelMetric,
    _ row: borrowing Row,
    in currency: Currency
  ) throws -> Step.Figure {
    switch metric {
    case .mqlToSQL, .sqlToOpportunity, .winRate:
      let rate = try row.text(5, as: Rate.self)
      try row.require(rate.partsPerMillion == row.int(6), at: 6)
      return .rate(rate)
    case .averageOrderValue:
      let amount = Money(minorUnits: try row.int(7), currency)
      try row.require(amount.decimal == row.text(5), at: 5)
      return .amount(amount)
    case .timeToClose:
      let days = try row.int(8)
      try row.require("\(days)" == row.text(5), at: 5)
      return .days(days)
    }
  }

  /// The funnel that these steps of a lead type make.
  func funnel(of steps: [Step], leadType: Int) throws(StorageError) -> AgreedFunnel {
    func metric<Figure>(
      _ kind: FunnelMetric,
      _ figure: (Step.Figure) -> Figure?
    ) throws(StorageError) -> Metric<Figure> {
      let steps = steps.compactMap { step in
        step.metric == kind
          ? figure(step.figure).map { Metric.Step(from: step.from, figure: $0, source: step.source) } : nil
      }
      return try Self.metric(kind, of: steps, leadType: leadType)
    }
    func rate(_ figure: Step.Figure) -> Rate? { if case .rate(let rate) = figure { rate } else { nil } }
    return AgreedFunnel(
      mqlToSQL: try metric(.mqlToSQL, rate),
      sqlToOpportunity: try metric(.sqlToOpportunity, rate),
      winRate: try metric(.winRate, rate),
      averageOrderValue: try metric(.averageOrderValue) { figure in
        if case .amount(let amount) = figure { amount } else { nil }
      },
      timeToClose: try metric(.timeToClose) { figure in
        if case .days(let days) = figure { days } else { nil }
      }
    )
  }

  private static func metric<Figure>(
    _ kind: FunnelMetric,
    of steps: [Metric<Figure>.Step],
    leadType: Int
  ) throws(StorageError) -> Metric<Figure> {
    guard let initial = steps.first, initial.from == nil, steps.dropFirst().allSatisfy({ $0.from != nil })
    else {
      throw .unexpectedValue(
        table: "metric",
        column: "from_month",
        found: "not a schedule for \(kind.rawValue) of lead type \(leadType)"
      )
    }
    // From just before the first change on, every step of the schedule holds at some time.
    guard let change = steps.dropFirst().first?.from else {
      return Metric(initial.figure, source: initial.source)
    }
    let start = change.firstMonth.advanced(by: -1)
    return Metric(steps: steps, startingIn: start) ?? Metric(initial.figure, source: initial.source)
  }

  /// A figure as its columns hold it.
  fileprivate struct Columns {
    var written: String
    var partsPerMillion: Int?
    var minorUnits: Int?
    var days: Int?
  }
}

extension Rate {
  fileprivate var columns: MetricStore.Columns {
    MetricStore.Columns(written: description, partsPerMillion: partsPerMillion)
  }
}

extension Money {
  fileprivate var columns: MetricStore.Columns {
    MetricStore.Columns(written: decimal, minorUnits: minorUnits)
  }
}
