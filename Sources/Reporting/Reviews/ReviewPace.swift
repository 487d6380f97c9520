import Agreement

extension PeriodReview {
  /// How the running month goes, and the quarter that it is part of; nil where none of the period runs.
  func paceSection() throws(Overflow) -> Section? {
    guard let running = pace else { return nil }
    let month = running.account.month
    let attainment = try running.account.attainment() ?? .nothing(contract.currency)
    var blocks: [Block] = [
      .table(
        try paceTable(
          "\(month)", attainment, due: try running.pace.dueSoFar(of: attainment.due),
          formula: "value due × business days gone / business days", running.pace)),
      .table(leadPaceTable(running)),
    ]
    if case .quarter = scope {
      blocks.append(
        .table(
          try paceTable(
            scope.label, whole, due: soFar.due, formula: "the sum of what is due by today in each month",
            Pace(on: today, in: days, of: contract.calendar))))
    }
    return Section(
      "pace", "Pace of \(month): \(running.pace.elapsed) of \(running.pace.total) business days gone", blocks)
  }

  private func paceTable(
    _ period: String, _ attainment: Attainment, due dueSoFar: Value, formula: String, _ pace: Pace
  ) throws(Overflow) -> Table {
    let due = try attainment.due.rounded()
    let delivered = try attainment.delivered.rounded()
    func row(_ label: String, _ name: String, _ value: Value, _ formula: String, _ computation: String)
      throws(Overflow) -> Table.Row
    {
      Table.Row([
        .text(label),
        .figure(
          Figure(
            FigureKey(period: period, name), .money(try value.rounded()),
            Derivation(formula: formula, computation: computation, clause: .paceClause))),
      ])
    }
    var rows = [
      try row(
        "Delivered so far", "pace-delivered", attainment.delivered, "value delivered in \(period)",
        "\(delivered)"),
      try row(
        "Due by \(today)", "pace-due", dueSoFar, formula,
        "\(due) × \(pace.elapsed) / \(pace.total) business days"),
    ]
    if let projection = try pace.projection(of: attainment.delivered) {
      rows.append(
        try row(
          "At this rate by the end", "pace-projection", projection,
          "value delivered × business days / business days gone",
          "\(delivered) × \(pace.total) / \(pace.elapsed)"))
    }
    if let needed = try pace.neededADay(of: attainment.due, after: attainment.delivered) {
      rows.append(
        try row(
          "Needed on each of the \(pace.left) days left", "pace-needed", needed,
          "(value due − value delivered) / business days left", "(\(due) − \(delivered)) / \(pace.left)"))
    }
    return Table(
      "Value of the leads of \(period)",
      columns: [.init("what", ""), .init("value", "Value", isNumeric: true)],
      rows: rows)
  }

  private func leadPaceTable(_ running: MonthPace) -> Table {
    let rows = running.account.leadTypes.map { account in
      let demand = account.demand
      let titles = leadTypes.first {
        $0.stream.name == demand.key.stream && $0.type.name == demand.key.leadType
      }
      let needed = running.pace.leadsNeededADay(of: demand.demand.mqls, after: account.count)
      let cell = needed.map { count -> Cell in
        .figure(
          Figure(
            FigureKey(
              period: "\(demand.month)", stream: demand.key.stream.text, leadType: demand.key.leadType.text,
              "leads-needed-a-day"),
            .count(count),
            Derivation(
              formula: "⌈(leads owed − leads delivered) / business days left⌉",
              computation:
                "⌈(\(demand.demand.mqls.grouped) − \(account.count.grouped)) / \(running.pace.left)⌉",
              clause: .paceClause)))
      }
      return Table.Row([
        .text(titles?.stream.title ?? demand.key.stream.text),
        .text(titles?.type.title ?? demand.key.leadType.text),
        cell ?? .text("—"),
      ])
    }
    return Table(
      "Leads needed on each day left",
      columns: [
        .init("stream", "Stream"), .init("lead-type", "Lead type"), .init("needed", "A day", isNumeric: true),
      ], rows: rows)
  }
}
