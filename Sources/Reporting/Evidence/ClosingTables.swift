import Agreement

extension RatesReport {
  /// How long it took to close, with what that rests on; nil where no lead tells.
  func closingSection() -> Section? {
    let told = funnels.filter { $0.closingTimes != nil }
    guard !told.isEmpty else { return nil }
    return Section(
      "closing", "Time to close",
      [.table(withinTable(told)), .table(quartileTable(told)), .list(closingNotes(told))])
  }

  private func withinTable(_ funnels: [ObservedFunnel]) -> Table {
    Table(
      "How many leads were won within some days of their delivery",
      columns: [.init("stream", "Stream"), .init("lead-type", "Lead type")]
        + ClosingTimes.spans.map { .init("within-\($0)", "Won in \($0) days", isNumeric: true) },
      rows: rows(of: funnels) { figures, times, _ in times.within.map(figures.within) })
  }

  private func quartileTable(_ funnels: [ObservedFunnel]) -> Table {
    Table(
      "How many days the won leads took",
      columns: [
        .init("stream", "Stream"), .init("lead-type", "Lead type"),
        .init("first-quartile", "A quarter by", isNumeric: true), .init("median", "Half by", isNumeric: true),
        .init("third-quartile", "Three quarters by", isNumeric: true),
        .init("agreed", "Agreed", isNumeric: true),
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
      let figures = ClosingFigures(times: times, key: funnel.key, period: label)
      let agreed = funnel.cohorts.last?.funnel.timeToClose
      return Table.Row([.text(stream), .text(type)] + cells(figures, times, agreed))
    }
  }

  private func closingNotes(_ funnels: [ObservedFunnel]) -> [String] {
    var notes = [
      "Shares are of leads at least that old, so that none is judged before its time; days are those of the won leads of months old enough."
    ]
    let times = funnels.compactMap(\.closingTimes)
    let early = times.flatMap(\.wonBeforeDelivery)
    if !early.isEmpty {
      notes.append(
        "\(early.count.leads) \(early.count == 1 ? "was" : "were") won before the day of delivery and left out of the times: \(early.prefix(5).joined(separator: ", "))\(early.count > 5 ? ", …" : "")."
      )
    }
    let undated = times.reduce(0) { $0 + $1.undated }
    if undated > 0 {
      notes.append(
        "\(undated.leads) \(undated == 1 ? "was" : "were") won on a day that no file names, and \(undated == 1 ? "is" : "are") left out too."
      )
    }
    return notes
  }
}

/// The figures of how long leads took to close.
private struct ClosingFigures {
  let times: ClosingTimes
  let key: LeadTypeKey
  let period: String

  private func figure(_ name: String, _ quantity: Quantity, _ computation: String) -> Figure {
    Figure(
      FigureKey(period: period, stream: key.stream.text, leadType: key.leadType.text, "closed-\(name)"),
      quantity,
      Derivation(
        formula: "calendar days from delivery to the won deal", computation: computation, clause: .timeToClose
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
    return .figure(figure(name, .score(score), "of \((times.quartiles?.count ?? 0).grouped) won leads"))
  }

  func agreed(_ days: Int) -> Cell {
    .figure(figure("agreed", .days(days), "as agreed for the newest month"))
  }
}
