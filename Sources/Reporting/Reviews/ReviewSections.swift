import Agreement

extension PeriodReview {
  /// Value by month, by stream and by lead type.
  func valueSections() throws(Overflow) -> [Section] {
    var blocks: [Block] = []
    if let course = try courseChart() { blocks.append(.chart(course)) }
    if months.count > 1 { blocks.append(.table(try valueByMonth())) }
    blocks.append(.table(try valueByStream()))
    blocks.append(.table(try valueByLeadType()))
    var sections = [Section("value", language(.valueSection), blocks)]
    if months.count > 1 {
      sections.append(
        Section("leads", language(.leadsByMonth), try attainmentBlocks() + [.table(try leadsByMonth())]))
    }
    return sections
  }

  private func valueByMonth() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    for account in months {
      let figures = ValueFigures(
        attainment: try account.attainment() ?? .nothing(contract.currency),
        period: "\(account.month)",
        parts: try streamParts(of: account),
        tolerance: contract.tolerance,
        language: language
      )
      rows.append(
        Table.Row([
          .text(monthLabel(account.month)), try figures.cell(),
          hasEnded(account.month)
            ? .figure(try figures.band()) : .text(language(isFuture(account.month) ? .toCome : .running)),
        ])
      )
    }
    let total = try totalFigures()
    rows.append(Table.Row([.text(scope.label), try total.cell(), try bandCell(total)], isTotal: true))
    return Table(
      language(.byMonth),
      columns: [
        .init("month", language(.month)), .init("value", language(.valueDeliveredHeading), isNumeric: true),
        .init("band", ""),
      ],
      rows: rows
    )
  }

  private func valueByStream() throws(Overflow) -> Table {
    let showsProfit = contract.streams.contains { $0.margin != nil }
    var columns: [Table.Column] = [
      .init("stream", language(.stream)),
      .init("value", language(.valueDeliveredHeading), isNumeric: true),
    ]
    if showsProfit { columns.append(.init("gross-profit", language(.grossProfit), isNumeric: true)) }
    columns.append(.init("band", ""))

    var rows: [Table.Row] = []
    for stream in streams {
      let figures = try streamFigures(stream.name)
      var cells: [Cell] = [.text(stream.title), try figures.cell()]
      if showsProfit { cells.append(try profitCell(figures, margin: stream.margin)) }
      cells.append(try bandCell(figures, streaks[stream.name]))
      rows.append(Table.Row(cells))
    }
    let total = try totalFigures()
    var cells: [Cell] = [.text(language(.allStreams)), try total.cell()]
    if showsProfit { cells.append(try totalProfitCell(total)) }
    cells.append(try bandCell(total, streaks[Name?.none]))
    rows.append(Table.Row(cells, isTotal: true))
    return Table(language(.byStream), columns: columns, rows: rows)
  }

  private func profitCell(_ figures: ValueFigures, margin: Share?) throws(Overflow) -> Cell {
    guard let margin else { return .blank }
    let profit = try figures.attainment.delivered.times(margin).rounded()
    let delivered = try figures.attainment.delivered.rounded()
    return .figure(
      Figure(
        figures.key("gross-profit-delivered"),
        .money(profit),
        Derivation(
          formula: language(.deliveredTimesMargin),
          computation: "\(delivered) × \(margin)",
          clause: .streamsAndRetention,
          inputs: [
            Derivation.Input(language(.grossMargin), margin.description, source: language(.theContract))
          ]
        )
      )
    )
  }

  /// The gross profit of all streams; blank where one has no margin agreed.
  private func totalProfitCell(_ total: ValueFigures) throws(Overflow) -> Cell {
    var sum = Value.zero(contract.currency)
    var terms: [String] = []
    for stream in streams {
      guard let margin = stream.margin else { return .blank }
      let profit = try streamFigures(stream.name).attainment.delivered.times(margin)
      sum = try sum.adding(profit)
      terms.append("\(try profit.rounded())")
    }
    let computation = terms.joined(separator: " + ")
    return .figure(
      Figure(
        total.key("gross-profit-delivered"), .money(try sum.rounded()),
        Derivation(
          formula: language(.sumOverStreams), computation: computation,
          clause: .streamsAndRetention)))
  }

  private func valueByLeadType() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    for (stream, type) in leadTypes {
      let accounts = months.flatMap(\.leadTypes).filter {
        $0.demand.key == LeadTypeKey(stream: stream.name, leadType: type.name)
      }
      var sum = Attainment.nothing(contract.currency)
      for account in accounts { sum = try sum.adding(account.attainment) }
      let figures = ValueFigures(
        attainment: sum,
        period: scope.label,
        stream: stream.name,
        leadType: type.name,
        parts: try accounts.map { account throws(Overflow) in try account.valuePart("\(account.demand.month)")
        },
        tolerance: contract.tolerance,
        language: language
      )
      rows.append(
        Table.Row([
          .text(stream.title), .text(type.title), try leadsCell(accounts, figures), try figures.cell(),
          isRunning ? .blank : .figure(try figures.band()),
        ])
      )
    }
    return Table(
      language(.byLeadType),
      columns: [
        .init("stream", language(.stream)), .init("lead-type", language(.leadType)),
        .init("leads", language(.leads), isNumeric: true),
        .init("value", language(.valueDeliveredHeading), isNumeric: true), .init("band", ""),
      ],
      rows: rows
    )
  }

  /// The leads of the whole period; of a single month the month's own cell, so that a key names one figure.
  private func leadsCell(_ accounts: [LeadTypeAccount], _ figures: ValueFigures) throws(Overflow) -> Cell {
    if case .month = scope, let account = accounts.first {
      return leadCell(account, under: versions[versions.count - 1])
    }
    let delivered = try Int(summing: accounts.map(\.count))
    let due = try Int(summing: accounts.map(\.demand.demand.mqls))
    let byMonth = accounts.map {
      language(
        .leadsOfMonth, ["month": $0.demand.month, "count": $0.count, "due": $0.demand.demand.mqls])
    }
    func sum(_ name: String, _ count: Int, _ terms: [Int]) -> Figure {
      Figure(
        figures.key(name),
        .count(count),
        Derivation(
          formula: language(.sumOverMonths),
          computation: terms.map(\.grouped).joined(separator: " + "),
          clause: .weeksAndMonths,
          inputs: byMonth.map { Derivation.Input(language(.leadsInput), $0) }
        )
      )
    }
    return .attained(
      delivered: sum("leads-delivered", delivered, accounts.map(\.count)),
      ratio: Figure(
        figures.key("leads-ratio"),
        .ratio(Ratio(delivered, of: due)),
        Derivation(
          formula: language(.leadsByLeads),
          computation: "\(delivered.grouped) / \(due.grouped)",
          clause: .workedBackwards
        )
      ),
      due: sum("leads-due", due, accounts.map(\.demand.demand.mqls))
    )
  }

  private func leadsByMonth() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    for (stream, type) in leadTypes {
      let key = LeadTypeKey(stream: stream.name, leadType: type.name)
      let cells = months.map { account in
        account.leadTypes.first { $0.demand.key == key }.map { leadCell($0, under: account.ruling) } ?? .blank
      }
      rows.append(Table.Row([.text(stream.title), .text(type.title)] + cells))
    }
    return Table(
      language(.leadsAgainstOwed),
      columns: [.init("stream", language(.stream)), .init("lead-type", language(.leadType))]
        + months.map { .init("\($0.month)", monthLabel($0.month), isNumeric: true) },
      rows: rows
    )
  }

  private func leadCell(_ account: LeadTypeAccount, under ruling: Ruling) -> Cell {
    let (key, month, ledger) = (account.demand.key, account.demand.month, accounts.ledger)
    let evidence = LeadEvidence(language)
    return LeadFigures(
      account: account, version: ruling.version, entries: { entries(of: key, in: month) }, language: language
    ) {
      evidence.delivered(key, in: month, of: ledger)
    }.cell
  }

  func totalFigures() throws(Overflow) -> ValueFigures {
    ValueFigures(
      attainment: whole,
      period: scope.label,
      parts: try months.map { account throws(Overflow) in
        try part("\(account.month)", try account.attainment() ?? .nothing(contract.currency), of: account)
      },
      tolerance: contract.tolerance,
      language: language
    )
  }

  func streamFigures(_ name: Name) throws(Overflow) -> ValueFigures {
    var sum = Attainment.nothing(contract.currency)
    var parts: [ValueFigures.Part] = []
    for account in months {
      guard let attainment = try account.attainment(of: name) else { continue }
      sum = try sum.adding(attainment)
      parts.append(try part("\(account.month)", attainment, of: account))
    }
    if case .month = scope {
      let own = months.flatMap(\.leadTypes).filter { $0.demand.key.stream == name }
      parts = try own.map { account throws(Overflow) in
        try account.valuePart("\(account.demand.key.leadType)")
      }
    }
    return ValueFigures(
      attainment: sum, period: scope.label, stream: name, parts: parts, tolerance: contract.tolerance,
      language: language)
  }

  /// Where the period's attainment lies, and for how many months in a row the last has been off target.
  private func bandCell(_ figures: ValueFigures, _ streak: Streak? = nil) throws(Overflow) -> Cell {
    guard !isRunning else {
      let words = streak.map { language(.runningStreak, ["streak": $0.words(beside: nil, in: language)]) }
      return .text(words ?? language(.running))
    }
    let band = try figures.band()
    guard let streak else { return .figure(band) }
    let side = figures.attainment.band(tolerance: contract.tolerance)
    return .noted(band, streak.words(beside: side, in: language))
  }

  private func hasEnded(_ month: Month) -> Bool { contract.calendar.days(of: month).last < today }

  private func isFuture(_ month: Month) -> Bool { contract.calendar.days(of: month).first > today }

  private func monthLabel(_ month: Month) -> String {
    contract.calendar.months == .gregorian
      ? "\(month)"
      : language(
        .monthOfWeeks, ["month": month, "weeks": contract.calendar.days(of: month).count / 7])
  }

  /// The entries on record that count for leads of `key` in `month`, one a line, with the part that falls in the month.
  func entries(of key: LeadTypeKey, in month: Month) -> [String] {
    let (days, ledger) = (contract.calendar.days(of: month), accounts.ledger)
    let touching = deliveriesByKey[key, default: []].filter { $0.days.overlaps(days) }
    let counted = ledger.counted(touching, in: month)
    return counted.map { entry in
      let isWhole = days.contains(entry.days.first) && days.contains(entry.days.last)
      let line = entry.line(in: language)
      guard !isWhole, let week = ledger.apportioned(counted.filter { $0.days == entry.days }, to: month)
      else {
        return line
      }
      return language(
        .entryOverTwoMonths, ["entry": line, "month": month, "all": week.all, "part": week.part])
    }
  }
}

extension Contract {
  /// The lead types of all streams, in the contract's order.
  var leadTypes: [(stream: Stream, type: LeadType)] {
    streams.flatMap { stream in stream.leadTypes.map { (stream, $0) } }
  }
}

extension PeriodReview {
  /// One part of a sum, measured against the month's version.
  private func part(
    _ label: String, _ attainment: Attainment, of account: MonthAccount
  ) throws(Overflow) -> ValueFigures.Part {
    let version = account.ruling.version
    return ValueFigures.Part(
      label: label, delivered: "\(try attainment.delivered.rounded())",
      due: "\(try attainment.due.rounded())",
      source: language(
        .versionSource, ["version": "\(version.number)", "digest": version.digest.short]))
  }

  private func streamParts(of account: MonthAccount) throws(Overflow) -> [ValueFigures.Part] {
    var parts: [ValueFigures.Part] = []
    for stream in account.streams {
      if let attainment = try stream.attainment() {
        parts.append(try part(stream.stream.name.text, attainment, of: account))
      }
    }
    return parts
  }
}

extension Streak {
  /// The streak in words, such as `3 months, a breach`, or `under 1 month` beside another band.
  func words(beside band: Band?, in language: Language) -> String {
    let phrase: Phrase =
      if band == self.band {
        isSustained ? .streakBreach : .streak
      } else if self.band == .over {
        isSustained ? .streakOverBreach : .streakOver
      } else {
        isSustained ? .streakUnderBreach : .streakUnder
      }
    return language(phrase, ["months": months])
  }
}

extension Delivery {
  /// The entry in one line: `#12 2026-W07 +212, logged on 2026-02-16 by ada`.
  func line(in language: Language) -> String {
    let entry = "#\(mark.number) \(days) \(count < 0 ? "" : "+")\(count.grouped)"
    let (day, person) = (mark.at.day, mark.by)
    return switch kind {
    case .logged: language(.entryLogged, ["entry": entry, "day": day, "person": person])
    case .imported(let number):
      language(
        .entryImported, ["entry": entry, "import": "\(number)", "day": day, "person": person])
    case .correction(let reason):
      language(.entryCorrected, ["entry": entry, "reason": reason, "day": day, "person": person])
    case .leads(let number):
      language(
        .entryFromLeads, ["entry": entry, "import": "\(number)", "day": day, "person": person])
    case .disputed(let lead, let reason):
      language(
        .entryDisputed,
        ["entry": entry, "lead": lead, "reason": reason, "day": day, "person": person])
    }
  }
}

extension LeadTypeAccount {
  /// One part of a sum: the leads of a type in a month, at their value.
  fileprivate func valuePart(_ label: String) throws(Overflow) -> ValueFigures.Part {
    func explanation(_ name: String) -> String {
      let key = demand.key
      return FigureKey(
        period: "\(demand.month)", stream: key.stream.text, leadType: key.leadType.text, name
      ).explanation
    }
    return ValueFigures.Part(
      label: label, delivered: "\(count.grouped) × \(demand.leadValue)", due: "\(demand.due)",
      source: explanation("lead-value"), dueSource: explanation("leads-due"))
  }
}
