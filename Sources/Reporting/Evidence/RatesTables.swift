import Agreement

extension RatesReport {
  /// The table of rates and the leads that they lead to, with what they rest on.
  func rateBlocks() throws(Overflow) -> [Block] {
    var rows: [Table.Row] = []
    var owed: [Table.Row] = []
    for funnel in funnels {
      let known = funnel.rates.filter { $0.whole > 0 }
      for rate in known.isEmpty ? [funnel.mqlToWon] : known {
        rows.append(try row(of: rate, funnel))
        if let row = try owedRow(of: rate, funnel) { owed.append(row) }
      }
    }
    let changing = funnels.filter { $0.rates.contains(where: \.agreedChanges) }.map { title(of: $0.key) }
    var notes = [
      "Observed over the leads of months that are as old as the agreed time to close; the interval is Wilson's, of 95 %."
    ]
    if !changing.isEmpty {
      notes.append(
        "The agreed rate of \(changing.joinedByAnd) changed in these months; the newest is compared.")
    }
    let columns: [Table.Column] = [
      .init("stream", "Stream"), .init("lead-type", "Lead type"), .init("step", "Rate"),
    ]
    var blocks: [Block] = [
      .table(
        Table(
          "Rates agreed and observed",
          columns: columns + [
            .init("agreed", "Agreed", isNumeric: true), .init("observed", "Observed", isNumeric: true),
            .init("interval", "95 % interval", isNumeric: true), .init("verdict", ""),
          ], rows: rows)),
      .list(notes),
    ]
    if !owed.isEmpty {
      blocks.append(
        .table(
          Table(
            "Leads owed in \(demandMonth), as agreed and with one rate at the ends of its interval",
            columns: columns + [
              .init("owed", "As agreed", isNumeric: true),
              .init("owed-range", "By the interval", isNumeric: true),
            ], rows: owed)))
    }
    return blocks
  }

  private func row(of rate: ObservedRate, _ funnel: ObservedFunnel) throws(Overflow) -> Table.Row {
    let figures = RateFigures(rate: rate, key: funnel.key, period: label, cohorts: funnel.cohorts)
    let (stream, type) = names(of: funnel.key)
    return Table.Row([
      .text(stream), .text(type), .text(rate.step.title), figures.agreed, figures.observed,
      figures.interval, .text(try word(on: rate, of: funnel.key)),
    ])
  }

  /// The leads owed by the ends of a rate's interval; nil where there is none, or nothing is owed.
  private func owedRow(of rate: ObservedRate, _ funnel: ObservedFunnel) throws(Overflow) -> Table.Row? {
    guard let demand = demands[funnel.key], let owed = try rate.leadsOwed(for: demand) else { return nil }
    let figures = RateFigures(rate: rate, key: funnel.key, period: label, cohorts: funnel.cohorts)
    let (stream, type) = names(of: funnel.key)
    return Table.Row([
      .text(stream), .text(type), .text(rate.step.title),
      figures.owed("agreed", owed.agreed, at: demandMonth).map(Cell.figure) ?? .text("—"),
      .range(
        figures.owed("fewest", owed.atHigh, at: demandMonth),
        figures.owed("most", owed.atLow, at: demandMonth)),
    ])
  }

  func names(of key: LeadTypeKey) -> (stream: String, type: String) {
    let stream = ruling.contract.stream(key.stream)
    return (stream?.title ?? key.stream.text, stream?.leadType(key.leadType)?.title ?? key.leadType.text)
  }

  /// What came of the leads of each month.
  var cohortTable: Table {
    let rows = funnels.flatMap { funnel in
      funnel.cohorts.filter { $0.leads != 0 || $0.figures != OutcomeFigures() }.map { cohort in
        let figures = CohortCountFigures(cohort: cohort)
        let (stream, type) = names(of: cohort.key)
        return Table.Row([
          .text(stream), .text(type), .text("\(cohort.month)"), figures.count("leads", cohort.leads),
          figures.count("sqls", cohort.figures.sqls),
          figures.count("opportunities", cohort.figures.opportunities),
          figures.count("won", cohort.figures.won), figures.won, .text(cohort.age.words),
        ])
      }
    }
    return Table(
      "What came of the leads of each month",
      columns: [
        .init("stream", "Stream"), .init("lead-type", "Lead type"), .init("month", "Delivered"),
        .init("leads", "Leads", isNumeric: true), .init("sqls", "SQLs", isNumeric: true),
        .init("opportunities", "Opps", isNumeric: true), .init("won", "Won", isNumeric: true),
        .init("rate", "MQL→won", isNumeric: true), .init("age", "Age"),
      ], rows: rows)
  }
}

extension ObservedCohort.Age {
  /// How far what came of the leads can be known, in a few words.
  var words: String {
    switch self {
    case .mature: "mature"
    case .maturing(let day): "maturing until \(day)"
    case .cutOff: "cut off"
    }
  }
}

/// The figures of one rate.
private struct RateFigures {
  let rate: ObservedRate
  let key: LeadTypeKey
  let period: String
  let cohorts: [ObservedCohort]

  private func figure(_ name: String, _ quantity: Quantity, _ formula: String, _ computation: String)
    -> Figure
  {
    let lines = cohorts.filter(\.isCounted).map { cohort in
      "\(cohort.month): \(cohort.leads.grouped) leads, \(cohort.figures.words)"
    }
    return Figure(
      FigureKey(
        period: period, stream: key.stream.text, leadType: key.leadType.text, "\(rate.step.rawValue)-\(name)"),
      quantity,
      Derivation(formula: formula, computation: computation, clause: .observedRates, entries: lines))
  }

  var agreed: Cell {
    .figure(figure("agreed", .share(rate.agreed), "as agreed for the newest month counted", "\(rate.agreed)"))
  }

  var observed: Cell {
    guard rate.whole > 0 else { return .text("—") }
    let (part, whole) = (rate.part.grouped, rate.whole.grouped)
    return .attained(
      delivered: figure("part", .count(rate.part), "the sum over months old enough", part),
      ratio: figure("observed", .ratio(rate.ratio), "k / n", "\(part) / \(whole)"),
      due: figure("whole", .count(rate.whole), "the sum over months old enough", whole))
  }

  var interval: Cell {
    guard let interval = rate.interval else { return .text("—") }
    return .range(end("low", interval.low), end("high", interval.high))
  }

  private func end(_ name: String, _ share: Share) -> Figure {
    figure(
      name, .ratio(Ratio(share.partsPerMillion, of: Share.whole)), "Wilson's interval of 95 %",
      "k = \(rate.part.grouped), n = \(rate.whole.grouped)")
  }

  func owed(_ name: String, _ count: Int?, at month: Month) -> Figure? {
    count.map {
      figure(
        "owed-\(name)", .count($0),
        name == "agreed"
          ? "the plan of \(month)" : "the plan of \(month), with this rate at that end of its interval",
        $0.grouped)
    }
  }
}

extension OutcomeFigures {
  /// The counts that are known, in words.
  fileprivate var words: String {
    [
      sqls.map { "\($0.grouped) SQLs" }, opportunities.map { "\($0.grouped) opportunities" },
      won.map { "\($0.grouped) won" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}

/// The figures of what came of the leads of one month.
private struct CohortCountFigures {
  let cohort: ObservedCohort

  private func figure(_ name: String, _ quantity: Quantity, _ computation: String) -> Figure {
    Figure(
      FigureKey(
        period: "\(cohort.month)", stream: cohort.key.stream.text, leadType: cohort.key.leadType.text,
        "observed-\(name)"),
      quantity,
      Derivation(
        formula: "counted by the month of delivery", computation: computation, clause: .observedRates))
  }

  func count(_ name: String, _ count: Int?) -> Cell {
    count.map { .figure(figure(name, .count($0), $0.grouped)) } ?? .text("—")
  }

  var won: Cell {
    guard let won = cohort.figures.won, cohort.leads > 0 else { return .text("—") }
    return .figure(
      figure("won-ratio", .ratio(Ratio(won, of: cohort.leads)), "\(won.grouped) / \(cohort.leads.grouped)"))
  }
}
