import Agreement

extension RatesReport {
  /// How long it took to close, with what that rests on; nil where no lead tells.
  func closingSection() -> Section? {
    let told = funnels.filter { $0.closingTimes != nil }
    guard !told.isEmpty else { return nil }
    return Section(
      "closing", language(.closing),
      [.table(withinTable(told)), .table(quartileTable(told)), .list(closingNotes(told))])
  }

  private func withinTable(_ funnels: [ObservedFunnel]) -> Table {
    Table(
      language(.wonWithinCaption),
      columns: [.init("stream", language(.stream)), .init("lead-type", language(.leadType))]
        + ClosingTimes.spans.map {
          .init("within-\($0)", language(.wonInDays, ["days": $0]), isNumeric: true)
        },
      rows: rows(of: funnels) { figures, times, _ in times.within.map(figures.within) })
  }

  private func quartileTable(_ funnels: [ObservedFunnel]) -> Table {
    Table(
      language(.quartileCaption),
      columns: [
        .init("stream", language(.stream)), .init("lead-type", language(.leadType)),
        .init("first-quartile", language(.aQuarterBy), isNumeric: true),
        .init("median", language(.halfBy), isNumeric: true),
        .init("third-quartile", language(.threeQuartersBy), isNumeric: true),
        .init("agreed", language(.agreed), isNumeric: true),
      ],
      rows: rows(of: funnels) { figures, times, agreed in
        [
          figures.quartile("first-quartile", times.quartiles?.first),
          figures.quartile("median", times.quartiles?.median),
          figures.quartile("third-quartile", times.quartiles?.third),
          agreed.map(figures.agreed) ?? .text("—"),
        ]
      })
  }

  private func rows(
    of funnels: [ObservedFunnel], cells: (ClosingFigures, ClosingTimes, Int?) -> [Cell]
  ) -> [Table.Row] {
    funnels.compactMap { funnel in
      guard let times = funnel.closingTimes else { return nil }
      let (stream, type) = names(of: funnel.key)
      let figures = ClosingFigures(times: times, key: funnel.key, period: label, language: language)
      let agreed = funnel.cohorts.last?.funnel.timeToClose
      return Table.Row([.text(stream), .text(type)] + cells(figures, times, agreed))
    }
  }

  private func closingNotes(_ funnels: [ObservedFunnel]) -> [String] {
    var notes = [language(.closingShares)]
    let times = funnels.compactMap(\.closingTimes)
    let early = times.flatMap(\.wonBeforeDelivery)
    if !early.isEmpty {
      let listed = language.enumerated(Array(early.prefix(5)))
      let ids = early.count > 5 ? language(.andMore, ["items": listed]) : listed
      notes.append(language(.wonBeforeDelivery, ["count": early.count, "ids": ids]))
    }
    let undated = times.reduce(0) { $0 + $1.undated }
    if undated > 0 { notes.append(language(.wonUndated, ["count": undated])) }
    return notes
  }
}

/// The figures of how long leads took to close.
private struct ClosingFigures {
  let times: ClosingTimes
  let key: LeadTypeKey
  let period: String
  let language: Language

  private func figure(_ name: String, _ quantity: Quantity, _ computation: String) -> Figure {
    Figure(
      FigureKey(period: period, stream: key.stream.text, leadType: key.leadType.text, "closed-\(name)"),
      quantity,
      Derivation(
        formula: language(.daysToClose), computation: computation, clause: .timeToClose
      ))
  }

  func within(_ within: ClosingTimes.Within) -> Cell {
    guard within.whole > 0 else { return .text("—") }
    let (closed, whole) = (within.closed.grouped, within.whole.grouped)
    return .attained(
      delivered: figure("within-\(within.days)", .count(within.closed), closed),
      ratio: figure("within-\(within.days)-ratio", .ratio(within.ratio), "\(closed) / \(whole)"),
      due: figure("old-enough-\(within.days)", .count(within.whole), whole))
  }

  func quartile(_ name: String, _ score: Score?) -> Cell {
    guard let score else { return .text("—") }
    return .figure(figure(name, .score(score), language(.ofWonLeads, ["count": times.quartiles?.count ?? 0])))
  }

  func agreed(_ days: Int) -> Cell {
    .figure(figure("agreed", .days(days), language(.agreedForNewest)))
  }
}
