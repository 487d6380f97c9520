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

  func funnel(
    of leadType: Int,
    in currency: Currency,
    fiscalYearStart: Int
  ) throws(StorageError) -> AgreedFunnel {
    func rate(_ row: borrowing Row) throws -> Rate {
      let rate = try row.text(3, as: Rate.init(_:))
      try row.require(rate.partsPerMillion == row.int(4), at: 4)
      return rate
    }
    func metric<Figure>(
      _ kind: FunnelMetric,
      figure: (borrowing Row) throws -> Figure
    ) throws(StorageError) -> Metric<Figure> {
      try self.metric(kind, of: leadType, fiscalYearStart: fiscalYearStart, figure: figure)
    }
    return AgreedFunnel(
      mqlToSQL: try metric(.mqlToSQL, figure: rate),
      sqlToOpportunity: try metric(.sqlToOpportunity, figure: rate),
      winRate: try metric(.winRate, figure: rate),
      averageOrderValue: try metric(.averageOrderValue) { row in
        let amount = Money(minorUnits: try row.int(5), currency)
        try row.require(amount.decimal == row.text(3), at: 3)
        return amount
      },
      timeToClose: try metric(.timeToClose) { row in
        let days = try row.int(6)
        try row.require("\(days)" == row.text(3), at: 3)
        return days
      }
    )
  }

  private func metric<Figure>(
    _ kind: FunnelMetric,
    of leadType: Int,
    fiscalYearStart: Int,
    figure: (borrowing Row) throws -> Figure
  ) throws(StorageError) -> Metric<Figure> {
    let steps = try connection.rows(
      """
      SELECT from_month, source, source_note, figure, ppm, minor_units, days
      FROM metric
      WHERE lead_type_id = ? AND metric = ?
      ORDER BY from_month
      """,
      leadType,
      kind.rawValue
    ) { row in
      let note = try row.optionalText(2)
      return Metric<Figure>.Step(
        from: try row.optionalText(0) { text in
          let month = try Month(text)
          let quarter = Quarter(containing: month, fiscalYearStart: fiscalYearStart)
          return quarter.firstMonth == month ? quarter : nil
        },
        figure: try figure(row),
        source: try row.text(1) { source in
          switch (source, note) {
          case ("assumed", nil): .assumed
          case ("measured", let note?): .measured(note)
          default: nil
          }
        }
      )
    }
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
