public import Agreement

extension Standup {
  /// The screen laid out, to be read in fifteen seconds.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections: [Section] = []
    if let running {
      sections.append(try valueSection(running))
      if let section = try paceSection(running) { sections.append(section) }
    }
    sections.append(breachSection)
    if let section = overdueSection { sections.append(section) }
    return Document(
      kind: "standup", title: "\(contract.title): \(today)",
      banners: [running?.account.ruling.banner].compactMap(\.self), facts: facts, sections: sections,
      footer: [footer(provenance)])
  }

  private func footer(_ provenance: Provenance) -> String {
    let version = running?.account.ruling.version ?? ledger.history.newest
    let head = provenance.journalHead.map { "; journal head \($0.prefix(12))" } ?? ""
    return "Made on \(today) from version \(version.number) (\(version.digest.short))\(head)."
  }

  private var facts: [Fact] {
    let calendar = contract.calendar
    var day = "\(today), "
    if let running {
      day += "business day \(running.pace.elapsed) of \(running.pace.total) of \(running.account.month)"
    } else {
      day += "outside the months that the agreement covers, \(ledger.history.span)"
    }
    var facts = [Fact("contract", "Contract", contract.name.text), Fact("day", "Day", day)]
    if let running {
      facts.append(
        Fact(
          "recorded", "On record",
          lastRecorded.map { "leads up to \($0)" } ?? "no leads of the month yet"))
      let quarter = calendar.quarter(containing: running.account.month)
      facts.append(
        Fact("review", "Next review", "\(quarter), after \(calendar.days(of: quarter).last)"))
    }
    return facts
  }

  /// What is not kept, by who owes it.
  private var breachSection: Section {
    let rows = Team.allCases.flatMap { team in breaches.filter { $0.owners.first == team } }
      .map { Table.Row([.text($0.owner.uppercasedFirst), .text($0.sentence)]) }
    let table = Table(
      "", columns: [.init("owner", "Owed by"), .init("sentence", "What is not kept")], rows: rows)
    return Section("breaches", "Breaches", [rows.isEmpty ? .paragraph(BreachReport.none) : .table(table)])
  }
}

extension Standup {
  private static let barCells = 12

  private func valueSection(_ running: PeriodReview.MonthPace) throws(Overflow) -> Section {
    let streams = running.account.streams.map(\.stream)
    var rows: [Table.Row] = []
    for stream in streams { rows.append(try valueRow(stream.title, of: stream.name, running)) }
    if streams.count > 1 { rows.append(try valueRow("All streams", of: nil, running, isTotal: true)) }
    let table = Table(
      "█ delivered, ░ missing by today, ▓ ahead of today, · owed later in the month",
      columns: [
        .init("stream", "Stream"), .init("value", "Delivered of due by today", isNumeric: true),
        .init("bar", "\(running.account.month)"),
      ] + (weeks.isEmpty ? [] : [.init("weeks", weeks.count == 1 ? "1 week" : "\(weeks.count) weeks")]),
      rows: rows)
    return Section("value", "Value delivered in \(running.account.month)", [.table(table)])
  }

  private func valueRow(
    _ title: String, of stream: Name?, _ running: PeriodReview.MonthPace, isTotal: Bool = false
  ) throws(Overflow) -> Table.Row {
    let (figures, pace) = try figures(of: stream, running)
    let (delivered, due) = (try figures.delivered(), try figures.due())
    let soFar = try pace.due()
    let bar = Drawing.bar(
      delivered: try figures.attainment.delivered.rounded(), dueSoFar: try pace.dueSoFar.rounded(),
      due: try figures.attainment.due.rounded(), cells: Self.barCells)
    var cells: [Cell] = [
      .text(title), .attained(delivered: delivered, ratio: try pace.ratio(), due: soFar),
      .drawn(bar, [delivered, soFar, due]),
    ]
    if !weeks.isEmpty {
      var amounts: [Figure] = []
      for week in weeks { amounts.append(try week.delivered(of: stream)) }
      cells.append(.drawn(Drawing.sparkline(amounts.compactMap(\.quantity.money)), amounts))
    }
    return Table.Row(cells, isTotal: isTotal)
  }

  func figures(
    of stream: Name?, _ running: PeriodReview.MonthPace
  ) throws(Overflow) -> (value: ValueFigures, pace: PaceFigures) {
    let attainment = try running.account.attainment(of: stream) ?? .nothing(contract.currency)
    let period = "\(running.account.month)"
    return (
      ValueFigures(
        attainment: attainment, period: period, stream: stream, tolerance: contract.tolerance),
      PaceFigures(
        attainment: attainment, period: period, stream: stream,
        dueSoFar: try running.pace.dueSoFar(of: attainment.due), pace: running.pace)
    )
  }

  /// What the month will end with, and what is needed; nil where no day of it is gone or left.
  private func paceSection(_ running: PeriodReview.MonthPace) throws(Overflow) -> Section? {
    let (value, pace) = try figures(of: nil, running)
    var rows = try recordedRow(running).map { [$0] } ?? []
    if let projection = try pace.projection(), let ratio = try pace.projectedRatio() {
      rows.append(
        Table.Row([
          .text("At this rate by the end"),
          .attained(delivered: projection, ratio: ratio, due: try value.due()),
        ]))
    }
    if let needed = try pace.neededADay() {
      let days = running.pace.left
      rows.append(
        Table.Row([
          .text(days == 1 ? "Needed on the day left" : "Needed on each of the \(days) days left"),
          .figure(needed),
        ]))
    }
    let columns: [Table.Column] = [.init("what", ""), .init("value", "Value", isNumeric: true)]
    return rows.isEmpty ? nil : Section("pace", "Pace", [.table(Table("", columns: columns, rows: rows))])
  }

  /// What was delivered of what was due by the last day on record, where counts are logged once a week is over; nil
  /// where the records reach up to today.
  private func recordedRow(_ running: PeriodReview.MonthPace) throws(Overflow) -> Table.Row? {
    guard contract.deliverySource == .logged, let last = lastRecorded else { return nil }
    let then = Pace(on: last, in: running.account.month, of: contract.calendar)
    guard then.elapsed < running.pace.elapsed else { return nil }
    let attainment = try running.account.attainment() ?? .nothing(contract.currency)
    let figures = PaceFigures(
      attainment: attainment, period: "\(running.account.month)",
      dueSoFar: try then.dueSoFar(of: attainment.due), pace: then, prefix: "recorded")
    return Table.Row([
      .text("Of what was due by \(last)"),
      .attained(
        delivered: try figures.delivered(), ratio: try figures.ratio(), due: try figures.due()),
    ])
  }

  private static let repsShown = 5

  /// Who has leads that are overdue; nil where no leads are on record.
  private var overdueSection: Section? {
    guard !ledger.placedLeads.isEmpty else { return nil }
    let title = "Overdue leads"
    guard !overdue.isEmpty else { return Section("overdue", title, [.paragraph("None.")]) }
    let groups = Dictionary(grouping: overdue, by: \.rep)
    let reps = groups.sorted {
      ($1.value.count, $1.value.worst, $0.key ?? "") < ($0.value.count, $0.value.worst, $1.key ?? "")
    }
    let rows = reps.prefix(Self.repsShown).map { rep, leads in
      Table.Row([
        .text(rep ?? .nobody), .figure(count(of: leads, rep ?? .nobody)),
        .text(leads.first.map { "\($0.id): \($0.matter.title), \($0.late.lateness) late" } ?? ""),
      ])
    }
    let table = Table(
      "",
      columns: [
        .init("rep", "Rep"), .init("leads", "Leads", isNumeric: true), .init("worst", "The longest"),
      ], rows: rows)
    let rest = reps.count - rows.count
    return Section(
      "overdue", title,
      [.table(table)]
        + (rest > 0 ? [.paragraph("And \(rest.grouped) more rep\(rest == 1 ? "" : "s").")] : []))
  }

  private func count(of leads: [OverdueLead], _ rep: String) -> Figure {
    Figure(
      FigureKey(period: "\(today)", rep: rep, "overdue-leads"), .count(leads.count),
      Derivation(
        formula: "the open leads past first contact or a step of the cadence",
        computation: leads.count.grouped, clause: .overdueClause))
  }
}

extension [OverdueLead] {
  /// How long the one that has waited longest is late.
  fileprivate var worst: Int { first?.late ?? 0 }
}

extension Quantity {
  /// The amount; nil where it is something else.
  fileprivate var money: Money? { if case .money(let money) = self { money } else { nil } }
}
