public import Agreement

/// What was owed and delivered in one ISO week: the value behind `leadpact report week`.
public struct WeekReview: Sendable, Worded {
  /// The week.
  public let week: Week
  /// The day on which it is looked at.
  public let today: Day
  /// What is on record for the contract.
  public let ledger: Ledger
  /// The version that rules at the week's end.
  public let ruling: Ruling
  /// The lead types, in the contract's order.
  public let leadTypes: [LeadTypeWeek]
  /// How each commitment was kept.
  public let commitments: [CommitmentRecord]
  /// The deliveries that touch the week, in the order in which they were recorded.
  let deliveries: [Delivery]

  var language = Language.english

  /// What was owed and delivered of one lead type in one week.
  public struct LeadTypeWeek: Hashable, Sendable {
    /// The lead type.
    public let key: LeadTypeKey
    /// Leads delivered.
    public let count: Int
    /// By value; what a month owes is spread over its business days.
    public let attainment: Attainment
    /// The parts that make it: one for each month that the week touches.
    public let parts: [Part]
  }

  /// The part of a week that lies in one month.
  public struct Part: Hashable, Sendable {
    /// What the month owes.
    public let demand: MonthlyDemand
    /// Leads delivered in the part.
    public let count: Int
    /// Business days of the part.
    public let days: Int
    /// Business days of the month.
    public let monthDays: Int
  }

  /// Reviews a week of a contract; nil where no version covers any day of it.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init?(_ week: Week, of ledger: Ledger, today: Day) throws(Overflow) {
    try self.init(week, of: ledger, today: today) { month throws(Overflow) in
      guard let ruling = ledger.history.ruling(in: month) else { return nil }
      return (ruling, try Plan(ruling.contract).demands(in: month))
    }
  }

  /// What a month owes, by the version that rules on it.
  typealias Owed = (ruling: Ruling, demands: [MonthlyDemand])

  /// Reviews a week of which it is known what its months owe; nil where no version covers any day of it.
  ///
  /// - Parameter owed: what a month owes; nil where no version covers it.
  /// - Throws: `Overflow` where a figure passes 64 bits.
  init?(
    _ week: Week, of ledger: Ledger, today: Day, owed: (Month) throws(Overflow) -> Owed?
  ) throws(Overflow) {
    let calendar = ledger.calendar(on: week.monday)
    var months: [(month: Month, owed: Owed)] = []
    for month in Set(week.days.map(calendar.month(containing:))).sorted() {
      if let owed = try owed(month) { months.append((month, owed)) }
    }
    guard let ruling = months.last?.owed.ruling else { return nil }
    self.week = week
    self.today = today
    self.ledger = ledger
    self.ruling = ruling
    self.commitments = try ledger.commitments(of: ruling.contract, in: week.days, on: today)

    let deliveries = ledger.deliveries(touching: week.days)
    self.deliveries = deliveries
    var spans: [Span] = []
    for (month, owed) in months {
      let monthDays = calendar.days(of: month)
      guard let days = monthDays.intersection(week.days) else { continue }
      let counted = ledger.counted(deliveries, in: month)
      spans.append(
        Span(
          demands: owed.demands, nets: try NetDelivery.byLeadType(of: counted), days: days,
          businessDays: calendar.businessDays(in: days), monthDays: calendar.businessDays(in: monthDays)))
    }
    var leadTypes: [LeadTypeWeek] = []
    let parts = try spans.map { span throws(Overflow) in try span.parts(by: calendar) }
    for stream in ruling.contract.streams {
      for type in stream.leadTypes {
        let key = LeadTypeKey(stream: stream.name, leadType: type.name)
        let own = parts.compactMap { $0[key] }
        var attainment = Attainment.nothing(ruling.contract.currency)
        for part in own { attainment = try attainment.adding(try part.attainment()) }
        leadTypes.append(
          LeadTypeWeek(
            key: key, count: try Int(summing: own.map(\.count)), attainment: attainment, parts: own))
      }
    }
    self.leadTypes = leadTypes
  }

  /// The days of a week that lie in one month, with what is on record and what the month's version owes.
  private struct Span {
    let demands: [MonthlyDemand]
    let nets: [LeadTypeKey: [NetDelivery]]
    let days: DayRange
    let businessDays: Int
    let monthDays: Int

    /// The part of each lead type that the month's version agrees on.
    func parts(by calendar: ContractCalendar) throws(Overflow) -> [LeadTypeKey: Part] {
      var parts: [LeadTypeKey: Part] = [:]
      parts.reserveCapacity(demands.count)
      for demand in demands {
        parts[demand.key] = Part(
          demand: demand, count: try nets[demand.key]?.leads(within: days, by: calendar) ?? 0,
          days: businessDays, monthDays: monthDays)
      }
      return parts
    }
  }
}

extension WeekReview.Part {
  fileprivate func attainment() throws(Overflow) -> Attainment {
    let due = Value(demand.due)
    return Attainment(
      delivered: try demand.leadValue.times(count),
      due: monthDays > 0 ? try due.times(days, dividedBy: monthDays) : .zero(due.currency))
  }
}

extension WeekReview {
  /// The report laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(
    _ provenance: Provenance, in language: Language = .english
  ) throws(Overflow) -> Document {
    try told(in: language).laidOut(provenance)
  }
}

extension WeekReview {
  private func laidOut(_ provenance: Provenance) throws(Overflow) -> Document {
    let contract = ruling.contract
    return Document(
      kind: "week", title: language(.weekTitle, ["contract": contract.title, "week": week]),
      banners: [ruling.banner(in: language)].compactMap { $0 },
      facts: [
        Fact("contract", language(.contract), contract.name.text),
        Fact("period", language(.period), "\(week)"),
        Fact("days", language(.days), "\(week.days.first)..\(week.days.last)"),
      ],
      sections: [
        Section("verdict", language(.verdict), [.list([try verdict()])]),
        Section(
          "sign-off", language(.signOff),
          [.table(signOffTable(of: [ruling.version], in: ledger.history, language))]),
        Section(
          "value", language(.leadsAndValue),
          [.paragraph(language(.owedByDay)), .table(try valueTable())]),
        Section(
          "commitments", language(.commitments),
          [
            .table(
              commitmentTable(
                commitments, period: "\(week)", in: language,
                evidence: ledger.evidence(in: week.days, under: contract, on: today, language)))
          ]),
        Section("entries", language(.entries), [entryBlock]),
      ],
      footer: provenance.footer(today: today, versions: [ruling.version], in: language),
      language: language)
  }

  private func verdict() throws(Overflow) -> String {
    var sum = Attainment.nothing(ruling.contract.currency)
    for type in leadTypes { sum = try sum.adding(type.attainment) }
    let (delivered, due) = (try sum.delivered.rounded(), try sum.due.rounded())
    guard let ratio = sum.ratio, let band = sum.band(tolerance: ruling.contract.tolerance) else {
      return language(.weekVerdictNothingOwed, ["delivered": delivered, "due": due])
    }
    let judgement =
      isRunning ? language(.weekRuns, ["day": week.days.last]) : band.words(in: language)
    return language(
      .weekVerdict,
      [
        "delivered": delivered, "due": due, "share": ratio.percent(decimals: 1), "judgement": judgement,
      ])
  }

  private var isRunning: Bool { today < week.days.last }

  private func valueTable() throws(Overflow) -> Table {
    let contract = ruling.contract
    var rows: [Table.Row] = []
    var total = Attainment.nothing(contract.currency)
    for entry in leadTypes {
      total = try total.adding(entry.attainment)
      let figures = ValueFigures(
        attainment: entry.attainment, period: "\(week)", stream: entry.key.stream,
        leadType: entry.key.leadType,
        parts: entry.parts.map { part in
          ValueFigures.Part(
            label: "\(part.demand.month)",
            delivered: "\(part.count.grouped) × \(part.demand.leadValue)",
            due: "\(part.demand.due) × \(part.days) / \(part.monthDays)",
            source: language(.daysOfMonth, ["days": part.days, "total": part.monthDays]))
        }, tolerance: contract.tolerance,
        entries: deliveries.filter { $0.key == entry.key }.map {
          $0.line(in: language)
        }, language: language)
      let leads = Figure(
        figures.key("leads-delivered"), .count(entry.count),
        Derivation(
          formula: language(.countsOnRecord), computation: entry.count.grouped,
          clause: .weeksAndMonths,
          entries: figures.entries))
      rows.append(
        Table.Row([
          .text(contract.stream(entry.key.stream)?.title ?? entry.key.stream.text),
          .text(
            contract.stream(entry.key.stream)?.leadType(entry.key.leadType)?.title ?? entry.key.leadType.text),
          .figure(leads), try figures.cell(),
          isRunning ? .text(language(.running)) : .figure(try figures.band()),
        ]))
    }
    let figures = ValueFigures(
      attainment: total, period: "\(week)", tolerance: contract.tolerance, language: language)
    rows.append(
      Table.Row(
        [
          .text(language(.allStreams)), .blank, .blank, try figures.cell(),
          isRunning ? .text(language(.running)) : .figure(try figures.band()),
        ], isTotal: true))
    return Table(
      language(.deliveredInWeek, ["week": week]),
      columns: [
        .init("stream", language(.stream)), .init("lead-type", language(.leadType)),
        .init("leads", language(.leads), isNumeric: true),
        .init("value", language(.valueDeliveredHeading), isNumeric: true), .init("band", ""),
      ], rows: rows)
  }

  private var entryBlock: Block {
    let lines = deliveries.map { entry in
      let isAgreed = leadTypes.contains { $0.key == entry.key }
      return language(
        isAgreed ? .entryOf : .entryOfNoType, ["key": entry.key, "entry": entry.line(in: language)])
    }
    return lines.isEmpty
      ? .paragraph(language(.nothingInWeek, ["week": week])) : .list(lines)
  }
}
