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
    var notes = [language(.observedOver)]
    if !changing.isEmpty { notes.append(language(.agreedChanged, ["types": changing])) }
    let columns: [Table.Column] = [
      .init("stream", language(.stream)), .init("lead-type", language(.leadType)),
      .init("step", language(.rate)),
    ]
    var blocks: [Block] =
      rateCharts().map(Block.chart) + [
        .table(
          Table(
            language(.ratesCaption),
            columns: columns + [
              .init("agreed", language(.agreed), isNumeric: true),
              .init("observed", language(.observed), isNumeric: true),
              .init("interval", language(.interval), isNumeric: true), .init("verdict", ""),
            ], rows: rows)),
        .list(notes),
      ]
    if !owed.isEmpty {
      blocks.append(
        .table(
          Table(
            language(.owedByInterval, ["month": demandMonth]),
            columns: columns + [
              .init("owed", language(.asAgreed), isNumeric: true),
              .init("owed-range", language(.byTheInterval), isNumeric: true),
            ], rows: owed)))
    }
    return blocks
  }

  func figures(of rate: ObservedRate, _ funnel: ObservedFunnel) -> RateFigures {
    RateFigures(
      rate: rate, key: funnel.key, period: label, cohorts: funnel.cohorts, language: language)
  }

  private func row(of rate: ObservedRate, _ funnel: ObservedFunnel) throws(Overflow) -> Table.Row {
    let figures = figures(of: rate, funnel)
    let (stream, type) = names(of: funnel.key)
    return Table.Row([
      .text(stream), .text(type), .text(rate.step.words(in: language)), figures.agreed, figures.observed,
      figures.interval, try judgementCell(of: rate, funnel.key),
    ])
  }

  private func judgementCell(of rate: ObservedRate, _ key: LeadTypeKey) throws(Overflow) -> Cell {
    guard let word = try judgement(of: rate, key).map({ language($0.word) }) else { return .text("—") }
    return rate.verdict.judgement.map { .judged(word, $0) } ?? .text(word)
  }

  /// The leads owed by the ends of a rate's interval; nil where there is none, or nothing is owed.
  private func owedRow(of rate: ObservedRate, _ funnel: ObservedFunnel) throws(Overflow) -> Table.Row? {
    guard let demand = demands[funnel.key], let owed = try rate.leadsOwed(for: demand) else { return nil }
    let figures = figures(of: rate, funnel)
    let (stream, type) = names(of: funnel.key)
    return Table.Row([
      .text(stream), .text(type), .text(rate.step.words(in: language)),
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
        let figures = CohortCountFigures(cohort: cohort, language: language)
        let (stream, type) = names(of: cohort.key)
        return Table.Row([
          .text(stream), .text(type), .text("\(cohort.month)"), figures.count("leads", cohort.leads),
          figures.count("sqls", cohort.figures.sqls),
          figures.count("opportunities", cohort.figures.opportunities),
          figures.count("won", cohort.figures.won), figures.won, .text(cohort.age.words(in: language)),
        ])
      }
    }
    return Table(
      language(.cohortTableCaption),
      columns: [
        .init("stream", language(.stream)), .init("lead-type", language(.leadType)),
        .init("month", language(.deliveredIn)), .init("leads", language(.leads), isNumeric: true),
        .init("sqls", language(.sqls), isNumeric: true),
        .init("opportunities", language(.opps), isNumeric: true),
        .init("won", language(.won), isNumeric: true),
        .init("rate", language(.mqlToWon), isNumeric: true), .init("age", language(.age)),
      ], rows: rows)
  }
}

extension ObservedCohort.Age {
  /// How far what came of the leads can be known, in a few words.
  fileprivate func words(in language: Language) -> String {
    switch self {
    case .mature: language(.mature)
    case .maturing(let day): language(.maturingUntil, ["day": day])
    case .cutOff: language(.cutOff)
    }
  }
}

/// The figures of one rate.
struct RateFigures {
  let rate: ObservedRate
  let key: LeadTypeKey
  let period: String
  let cohorts: [ObservedCohort]
  let language: Language

  private func figure(_ name: String, _ quantity: Quantity, _ formula: String, _ computation: String)
    -> Figure
  {
    Figure(
      FigureKey(
        period: period, stream: key.stream.text, leadType: key.leadType.text, "\(rate.step.rawValue)-\(name)"),
      quantity,
      Derivation(formula: formula, computation: computation, clause: .observedRates, entries: cohortLines))
  }

  /// The leads of each month that is counted, and what came of them.
  private var cohortLines: [String] {
    cohorts.filter(\.isCounted).map { cohort in
      language(
        .cohortCounts,
        [
          "month": cohort.month, "leads": language(.countLeads, ["count": cohort.leads]),
          "outcomes": language.enumerated(cohort.figures.stages(in: language)),
        ])
    }
  }

  var agreed: Cell {
    .figure(
      figure("agreed", .share(rate.agreed), language(.agreedForNewestCounted), "\(rate.agreed)"))
  }

  var observed: Cell {
    guard rate.whole > 0 else { return .text("—") }
    let (part, whole) = (rate.part.grouped, rate.whole.grouped)
    return .attained(
      delivered: figure("part", .count(rate.part), language(.sumOldEnough), part),
      ratio: ratio,
      due: figure("whole", .count(rate.whole), language(.sumOldEnough), whole))
  }

  var ratio: Figure {
    figure("observed", .ratio(rate.ratio), language(.kOverN), "\(rate.part.grouped) / \(rate.whole.grouped)")
  }

  var interval: Cell { ends.map { .range($0.low, $0.high) } ?? .text("—") }

  var ends: (low: Figure, high: Figure)? {
    rate.interval.map { (end("low", $0.low), end("high", $0.high)) }
  }

  private func end(_ name: String, _ share: Share) -> Figure {
    figure(
      name, .ratio(Ratio(share.partsPerMillion, of: Share.whole)), language(.wilson),
      "k = \(rate.part.grouped), n = \(rate.whole.grouped)")
  }

  func owed(_ name: String, _ count: Int?, at month: Month) -> Figure? {
    count.map {
      figure(
        "owed-in-\(month)-\(name)", .count($0),
        language(name == "agreed" ? .planOf : .planAtEnd, ["month": month]),
        $0.grouped)
    }
  }
}

/// The figures of what came of the leads of one month.
private struct CohortCountFigures {
  let cohort: ObservedCohort
  let language: Language

  private func figure(_ name: String, _ quantity: Quantity, _ computation: String) -> Figure {
    Figure(
      FigureKey(
        period: "\(cohort.month)", stream: cohort.key.stream.text, leadType: cohort.key.leadType.text,
        "observed-\(name)"),
      quantity,
      Derivation(
        formula: language(.countedByDelivery), computation: computation, clause: .observedRates))
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
