import Agreement

extension PeriodReview {
  /// How the running month goes, and the quarter that it is part of; nil where none of the period runs.
  func paceSection() throws(Overflow) -> Section? {
    guard let running = pace else { return nil }
    let month = running.account.month
    let attainment = try running.account.attainment() ?? .nothing(contract.currency)
    let figures = PaceFigures(
      attainment: attainment, period: "\(month)", dueSoFar: try running.pace.dueSoFar(of: attainment.due),
      pace: running.pace, language: language)
    var blocks: [Block] = [.table(try table(of: figures)), .table(leadPaceTable(running))]
    if case .quarter = scope {
      let quarter = PaceFigures(
        attainment: whole, period: scope.label, dueSoFar: soFar.due,
        dueFormula: .dueByMonths,
        pace: Pace(on: today, in: days, of: contract.calendar), language: language)
      blocks.append(.table(try table(of: quarter)))
    }
    return Section(
      "pace",
      language(
        .pace, ["month": month, "elapsed": running.pace.elapsed, "total": running.pace.total]), blocks)
  }

  private func table(of figures: PaceFigures) throws(Overflow) -> Table {
    var rows = [
      Table.Row([.text(language(.deliveredSoFar)), .figure(try figures.delivered())]),
      Table.Row([.text(language(.dueBy, ["day": today])), .figure(try figures.due())]),
    ]
    if let projection = try figures.projection() {
      rows.append(Table.Row([.text(language(.atThisRate)), .figure(projection)]))
    }
    if let needed = try figures.neededADay() {
      rows.append(Table.Row([.text(figures.neededTitle), .figure(needed)]))
    }
    return Table(
      language(.valueOfLeads, ["period": figures.period]),
      columns: [.init("what", ""), .init("value", language(.value), isNumeric: true)],
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
              formula: language(.leadsNeededFormula),
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
      language(.leadsNeeded),
      columns: [
        .init("stream", language(.stream)), .init("lead-type", language(.leadType)),
        .init("needed", language(.aDay), isNumeric: true),
      ], rows: rows)
  }
}
