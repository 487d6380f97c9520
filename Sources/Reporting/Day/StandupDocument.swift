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
      kind: "standup", title: language(.standupTitle, ["contract": contract.title, "day": today]),
      banners: [running?.account.ruling.banner(in: language)].compactMap(\.self), facts: facts,
      sections: sections, footer: [footer(provenance)], language: language)
  }

  private func footer(_ provenance: Provenance) -> String {
    let version = running?.account.ruling.version ?? ledger.history.newest
    let (number, digest) = ("\(version.number)", version.digest.short)
    guard let head = provenance.journalHead else {
      return language(.madeFrom, ["day": today, "version": number, "digest": digest])
    }
    return language(
      .madeFromWithHead,
      ["day": today, "version": number, "digest": digest, "hash": String(head.prefix(12))])
  }

  private var facts: [Fact] {
    let calendar = contract.calendar
    let day =
      if let running {
        language(
          .businessDay,
          [
            "day": today, "elapsed": running.pace.elapsed, "total": running.pace.total,
            "month": running.account.month,
          ])
      } else {
        language(.outsideAgreement, ["day": today, "span": ledger.history.span])
      }
    var facts = [
      Fact("contract", language(.contract), contract.name.text), Fact("day", language(.day), day),
    ]
    if let running {
      facts.append(
        Fact(
          "recorded", language(.onRecord),
          lastRecorded.map { language(.leadsUpTo, ["day": $0]) } ?? language(.noLeadsOfMonth)))
      let quarter = calendar.quarter(containing: running.account.month)
      facts.append(
        Fact(
          "review", language(.nextReview),
          language(.reviewAfter, ["quarter": quarter, "day": calendar.days(of: quarter).last])))
    }
    return facts
  }

  /// What is not kept, by who owes it.
  private var breachSection: Section {
    let rows = Team.allCases.flatMap { team in breaches.filter { $0.owners.first == team } }
      .map { Table.Row([.text(owner(of: $0)), .text($0.sentence)]) }
    let table = Table(
      "",
      columns: [
        .init("owner", language(.owedBy)), .init("sentence", language(.whatIsNotKept)),
      ], rows: rows)
    let warnings = warnings.isEmpty ? [] : [Block.list(warnings)]
    return Section(
      "breaches", language(.breaches),
      [rows.isEmpty ? .paragraph(language(.noBreach)) : .table(table)] + warnings)
  }

  /// The teams that owe what is not kept: `Marketing, sales`.
  private func owner(of breach: Breach) -> String {
    let names = breach.owners.map { $0.words(in: language) }
    return language.enumerated(names.prefix(1) + names.dropFirst().map(language.within))
  }
}

extension Standup {
  private static let barCells = 12

  private func valueSection(_ running: PeriodReview.MonthPace) throws(Overflow) -> Section {
    let streams = running.account.streams.map(\.stream)
    var rows: [Table.Row] = []
    for stream in streams { rows.append(try valueRow(stream.title, of: stream.name, running)) }
    if streams.count > 1 { rows.append(try valueRow(language(.allStreams), of: nil, running, isTotal: true)) }
    let table = Table(
      language(.barLegend),
      columns: [
        .init("stream", language(.stream)), .init("value", language(.deliveredOfDue), isNumeric: true),
        .init("bar", "\(running.account.month)"),
      ] + (weeks.isEmpty ? [] : [.init("weeks", language(.weeks, ["count": weeks.count]))]),
      rows: rows)
    return Section(
      "value", language(.valueDeliveredOf, ["month": running.account.month]), [.table(table)])
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
      for week in weeks { amounts.append(try week.delivered(of: stream, in: language)) }
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
        attainment: attainment, period: period, stream: stream, tolerance: contract.tolerance,
        language: language),
      PaceFigures(
        attainment: attainment, period: period, stream: stream,
        dueSoFar: try running.pace.dueSoFar(of: attainment.due), pace: running.pace, language: language)
    )
  }

  /// What the month will end with, and what is needed; nil where no day of it is gone or left.
  private func paceSection(_ running: PeriodReview.MonthPace) throws(Overflow) -> Section? {
    let (value, pace) = try figures(of: nil, running)
    var rows = try recordedRow(running).map { [$0] } ?? []
    if let projection = try pace.projection(), let ratio = try pace.projectedRatio() {
      rows.append(
        Table.Row([
          .text(language(.atThisRate)),
          .attained(delivered: projection, ratio: ratio, due: try value.due()),
        ]))
    }
    if let needed = try pace.neededADay() {
      rows.append(Table.Row([.text(pace.neededTitle), .figure(needed)]))
    }
    let columns: [Table.Column] = [.init("what", ""), .init("value", language(.value), isNumeric: true)]
    return rows.isEmpty
      ? nil
      : Section("pace", language(.paceHeading), [.table(Table("", columns: columns, rows: rows))])
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
      dueSoFar: try then.dueSoFar(of: attainment.due), pace: then, prefix: "recorded",
      language: language)
    return Table.Row([
      .text(language(.ofWhatWasDue, ["day": last])),
      .attained(
        delivered: try figures.delivered(), ratio: try figures.ratio(), due: try figures.due()),
    ])
  }

  private static let repsShown = 5

  /// Who has leads that are overdue; nil where no leads are on record.
  private var overdueSection: Section? {
    guard ledger.leadSums.hasPlaced else { return nil }
    let title = language(.overdueLeads)
    guard !overdue.isEmpty else { return Section("overdue", title, [.paragraph(language(.none))]) }
    let groups = Dictionary(grouping: overdue, by: \.rep)
    let reps = groups.sorted {
      ($1.value.count, $1.value.worst, $0.key ?? "") < ($0.value.count, $0.value.worst, $1.key ?? "")
    }
    let rows = reps.prefix(Self.repsShown).map { rep, leads in
      Table.Row([
        .text(rep ?? language(.noRep)), .figure(count(of: leads, rep ?? .nobody)),
        .text(leads.first.map(worst) ?? ""),
      ])
    }
    let table = Table(
      "",
      columns: [
        .init("rep", language(.rep)), .init("leads", language(.leads), isNumeric: true),
        .init("worst", language(.theLongest)),
      ], rows: rows)
    let rest = reps.count - rows.count
    return Section(
      "overdue", title,
      [.table(table)]
        + (rest > 0 ? [.paragraph(language(.moreReps, ["count": rest]))] : []))
  }

  /// The lead that has waited longest, and for what.
  private func worst(_ lead: OverdueLead) -> String {
    language(
      .worstLead,
      [
        "lead": lead.id, "matter": lead.matter.words(in: language),
        "late": lead.late.lateness(in: language),
      ])
  }

  private func count(of leads: [OverdueLead], _ rep: String) -> Figure {
    Figure(
      FigureKey(period: "\(today)", rep: rep, "overdue-leads"), .count(leads.count),
      Derivation(
        formula: language(.overdueFormula),
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
