import Agreement

extension PeriodReview {
  /// Value by month, by stream and by lead type.
  func valueSections() throws(Overflow) -> [Section] {
    var blocks: [Block] = []
    if months.count > 1 { blocks.append(.table(try valueByMonth())) }
    blocks.append(.table(try valueByStream()))
    blocks.append(.table(try valueByLeadType()))
    var sections = [Section("value", "Value delivered against value owed", blocks)]
    if months.count > 1 { sections.append(Section("leads", "Leads by month", [.table(try leadsByMonth())])) }
    return sections
  }

  private func valueByMonth() throws(Overflow) -> Table {
    var rows: [Table.Row] = []
    for account in months {
      let figures = ValueFigures(
        attainment: try account.attainment() ?? .nothing(contract.currency),
        period: "\(account.month)",
        parts: try account.streamParts(),
        tolerance: contract.tolerance
      )
      rows.append(
        Table.Row([
          .text(monthLabel(account.month)), try figures.cell(),
          hasEnded(account.month)
            ? .figure(try figures.band()) : .text(isFuture(account.month) ? "to come" : "running"),
        ])
      )
    }
    let total = try totalFigures()
    rows.append(Table.Row([.text(scope.label), try total.cell(), try bandCell(total)], isTotal: true))
    return Table(
      "By month",
      columns: [
        .init("month", "Month"), .init("value", "Value delivered", isNumeric: true), .init("band", ""),
      ],
      rows: rows
    )
  }

  private func valueByStream() throws(Overflow) -> Table {
    let showsProfit = contract.streams.contains { $0.margin != nil }
    var columns: [Table.Column] = [
      .init("stream", "Stream"), .init("value", "Value delivered", isNumeric: true),
    ]
    if showsProfit { columns.append(.init("gross-profit", "Gross profit", isNumeric: true)) }
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
    var cells: [Cell] = [.text("All streams"), try total.cell()]
    if showsProfit { cells.append(try totalProfitCell(total)) }
    cells.append(try bandCell(total, streaks[Name?.none]))
    rows.append(Table.Row(cells, isTotal: true))
    return Table("By stream", columns: columns, rows: rows)
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
          formula: "value delivered × gross margin",
          computation: "\(delivered) × \(margin)",
          clause: .streamsAndRetention,
          inputs: [Derivation.Input("gross margin", margin.description, source: "the contract")]
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
          formula: "the sum over the streams, rounded once", computation: computation,
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
        tolerance: contract.tolerance
      )
      rows.append(
        Table.Row([
          .text(stream.title), .text(type.title), try leadsCell(accounts, figures), try figures.cell(),
          isRunning ? .blank : .figure(try figures.band()),
        ])
      )
    }
    return Table(
      "By lead type",
      columns: [
        .init("stream", "Stream"), .init("lead-type", "Lead type"), .init("leads", "Leads", isNumeric: true),
        .init("value", "Value delivered", isNumeric: true), .init("band", ""),
      ],
      rows: rows
    )
  }

  /// The leads of the whole period; of a single month the month's own cell, so that a key names one figure.
  private func leadsCell(_ accounts: [LeadTypeAccount], _ figures: ValueFigures) throws(Overflow) -> Cell {
    if case .month = scope, let account = accounts.first { return leadCell(account) }
    let delivered = try Int(summing: accounts.map(\.count))
    let due = try Int(summing: accounts.map(\.demand.demand.mqls))
    let byMonth = accounts.map {
      "\($0.demand.month): \($0.count.grouped) of \($0.demand.demand.mqls.grouped)"
    }
    func sum(_ name: String, _ count: Int, _ terms: [Int]) -> Figure {
      Figure(
        figures.key(name),
        .count(count),
        Derivation(
          formula: "the sum over the months",
          computation: terms.map(\.grouped).joined(separator: " + "),
          clause: .weeksAndMonths,
          inputs: byMonth.map { Derivation.Input("leads", $0) }
        )
      )
    }
    return .attained(
      delivered: sum("leads-delivered", delivered, accounts.map(\.count)),
      ratio: Figure(
        figures.key("leads-ratio"),
        .ratio(Ratio(delivered, of: due)),
        Derivation(
          formula: "leads delivered / leads owed",
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
        account.leadTypes.first { $0.demand.key == key }.map(leadCell) ?? .blank
      }
      rows.append(Table.Row([.text(stream.title), .text(type.title)] + cells))
    }
    return Table(
      "Leads delivered against leads owed",
      columns: [.init("stream", "Stream"), .init("lead-type", "Lead type")]
        + months.map { .init("\($0.month)", monthLabel($0.month), isNumeric: true) },
      rows: rows
    )
  }

  private func leadCell(_ account: LeadTypeAccount) -> Cell {
    let (key, month, ledger) = (account.demand.key, account.demand.month, accounts.ledger)
    return LeadFigures(account: account, entries: entries(of: key, in: month)) {
      LeadEvidence.delivered(key, in: month, of: ledger)
    }.cell
  }

  func totalFigures() throws(Overflow) -> ValueFigures {
    ValueFigures(
      attainment: whole,
      period: scope.label,
      parts: try months.map { account throws(Overflow) in
        try account.part("\(account.month)", try account.attainment() ?? .nothing(contract.currency))
      },
      tolerance: contract.tolerance
    )
  }

  func streamFigures(_ name: Name) throws(Overflow) -> ValueFigures {
    var sum = Attainment.nothing(contract.currency)
    var parts: [ValueFigures.Part] = []
    for account in months {
      guard let attainment = try account.attainment(of: name) else { continue }
      sum = try sum.adding(attainment)
      parts.append(try account.part("\(account.month)", attainment))
    }
    if case .month = scope {
      let own = months.flatMap(\.leadTypes).filter { $0.demand.key.stream == name }
      parts = try own.map { account throws(Overflow) in
        try account.valuePart("\(account.demand.key.leadType)")
      }
    }
    return ValueFigures(
      attainment: sum, period: scope.label, stream: name, parts: parts, tolerance: contract.tolerance)
  }

  /// Where the period's attainment lies, and for how many months in a row the last has been off target.
  private func bandCell(_ figures: ValueFigures, _ streak: Streak? = nil) throws(Overflow) -> Cell {
    if isRunning { return .text(streak.map { "running (\($0.words(beside: nil)))" } ?? "running") }
    let band = try figures.band()
    guard let streak else { return .figure(band) }
    return .noted(band, streak.words(beside: figures.attainment.band(tolerance: contract.tolerance)))
  }

  private func hasEnded(_ month: Month) -> Bool { contract.calendar.days(of: month).last < today }

  private func isFuture(_ month: Month) -> Bool { contract.calendar.days(of: month).first > today }

  private func monthLabel(_ month: Month) -> String {
    contract.calendar.months == .gregorian
      ? "\(month)" : "\(month) (\(contract.calendar.days(of: month).count / 7) weeks)"
  }

  /// The entries on record for leads of `key` in `month`, one a line, with the part that falls in the month.
  func entries(of key: LeadTypeKey, in month: Month) -> [String] {
    let days = contract.calendar.days(of: month)
    return accounts.deliveries(of: key).filter { $0.days.overlaps(days) }.map { entry in
      let isWhole = days.contains(entry.days.first) && days.contains(entry.days.last)
      return isWhole
        ? entry.line : "\(entry.line); the week touches two months, its business days in \(month) count"
    }
  }

  /// The streams of all the period's versions, those of the last one first.
  var streams: [Stream] {
    var streams = contract.streams
    for stream in months.flatMap(\.ruling.contract.streams)
    where !streams.contains(where: { $0.name == stream.name }) {
      streams.append(stream)
    }
    return streams
  }

  /// The lead types of all the period's versions, in the order of their streams.
  var leadTypes: [(stream: Stream, type: LeadType)] {
    streams.flatMap { stream in
      var types = stream.leadTypes
      for earlier in months.compactMap({ $0.ruling.contract.stream(stream.name) }).flatMap(\.leadTypes)
      where !types.contains(where: { $0.name == earlier.name }) {
        types.append(earlier)
      }
      return types.map { (stream, $0) }
    }
  }
}

extension Contract {
  /// The lead types of all streams, in the contract's order.
  var leadTypes: [(stream: Stream, type: LeadType)] {
    streams.flatMap { stream in stream.leadTypes.map { (stream, $0) } }
  }
}

extension Streak {
  /// The streak in words, such as `3 months, a breach`, or `under 1 month` beside another band.
  func words(beside band: Band?) -> String {
    "\(band == self.band ? "" : "\(self.band.rawValue) ")\(months) month\(months == 1 ? "" : "s")"
      + (isSustained ? ", a breach" : "")
  }
}

extension Delivery {
  /// The entry in one line: `#12 2026-W07 +212, logged 2026-02-16 by ada`.
  var line: String {
    let sign = count < 0 ? "" : "+"
    return "#\(mark.number) \(days) \(sign)\(count.grouped), \(kind.words) on \(mark.at.day) by \(mark.by)"
  }
}

extension Delivery.Kind {
  /// How the entry came to be, in words.
  var words: String {
    switch self {
    case .logged: "logged"
    case .imported(let number): "imported (import \(number))"
    case .correction(let reason): "corrected (\(reason))"
    case .leads(let number): "from leads (import \(number))"
    case .disputed(let lead, let reason): "disputed, lead \(lead) (\(reason))"
    }
  }
}

extension MonthAccount {
  /// One part of a sum, measured against this month's version.
  fileprivate func part(_ label: String, _ attainment: Attainment) throws(Overflow) -> ValueFigures.Part {
    ValueFigures.Part(
      label: label, delivered: "\(try attainment.delivered.rounded())",
      due: "\(try attainment.due.rounded())",
      source: "version \(ruling.version.number), digest \(ruling.version.digest.short)")
  }

  fileprivate func streamParts() throws(Overflow) -> [ValueFigures.Part] {
    var parts: [ValueFigures.Part] = []
    for stream in streams {
      if let attainment = try stream.attainment() {
        parts.append(try part(stream.stream.name.text, attainment))
      }
    }
    return parts
  }
}

extension LeadTypeAccount {
  /// One part of a sum: the leads of a type in a month, at their value.
  fileprivate func valuePart(_ label: String) throws(Overflow) -> ValueFigures.Part {
    func explanation(_ name: String) -> String {
      let key = demand.key
      return
        "leadpact explain \(FigureKey(period: "\(demand.month)", stream: key.stream.text, leadType: key.leadType.text, name))"
    }
    return ValueFigures.Part(
      label: label, delivered: "\(count.grouped) × \(demand.leadValue)", due: "\(demand.due)",
      source: explanation("lead-value"), dueSource: explanation("leads-due"))
  }
}
