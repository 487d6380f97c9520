public import Agreement

/// One period of several contracts: the value behind `leadpact report quarter 2026-Q1 acme-2026 globex-2026`.
public struct ContractsReport: Sendable, Worded {
  /// A contract's report, and where another period stands beside it the comparison with that.
  public struct Part: Sendable {
    /// The period, as the contract's calendar names it.
    public let period: ReportedPeriod
    /// Its days.
    public let days: DayRange
    /// The report.
    public let report: PeriodReport
    /// How it compares; nil where nothing was to be compared, or could be.
    public let comparison: Comparison?

    /// The report on a period of a contract; nil where no version covers it.
    ///
    /// - Throws: `Overflow` where a figure passes 64 bits.
    public init?(
      _ period: ReportedPeriod, of ledger: Ledger, today: Day, comparison: Comparison? = nil
    ) throws(Overflow) {
      guard let report = try PeriodReport(period, of: ledger, today: today) else { return nil }
      self.period = period
      self.days = period.days(in: ledger.history.newest.contract.calendar)
      self.report = report
      self.comparison = comparison
    }

    var contract: Contract { report.contract }

    fileprivate func document(
      _ provenance: Provenance, in language: Language
    ) throws(Overflow) -> Document {
      if let comparison { return try comparison.document(provenance, in: language) }
      return try report.document(provenance, in: language)
    }
  }

  /// The contracts, in the order in which they were named.
  public let parts: [Part]
  /// The contracts that do not cover the period.
  public let leftOut: [Name]
  /// The day on which they are looked at.
  public let today: Day
  /// The language that it is laid out in.
  var language = Language.english

  /// Puts the reports together.
  public init(_ parts: [Part], leftOut: [Name] = [], today: Day) {
    self.parts = parts
    self.leftOut = leftOut
    self.today = today
  }

  /// The contracts side by side, then one after another.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(
    _ provenance: Provenance, in language: Language = .english
  ) throws(Overflow) -> Document {
    try told(in: language).laidOut(provenance)
  }

  private func laidOut(_ provenance: Provenance) throws(Overflow) -> Document {
    let shared = provenance.footer(today: today, versions: [], in: language)
    var sections: [Section] = []
    var rows: [Table.Row] = []
    var followed: [Table.Row] = []
    var banners: [String] = []
    var footer: [String] = []
    for part in parts {
      let document = try part.document(provenance, in: language)
      let row = ContractRow(part: part, figures: document.figures, language: language)
      rows.append(row.value)
      followed.append(row.keeping)
      banners += document.banners.map { labelled(part, $0) }
      footer += document.footer.map { shared.contains($0) ? $0 : labelled(part, $0) }
      sections += document.sections(of: part.contract.name, titled: part.contract.title, in: language)
    }
    let labels = Set(parts.map(\.period.label)).sorted()
    let overview = Section(
      "contracts", language(.sideBySide),
      [
        .table(Table(language(.valueSection), columns: ContractRow.valueColumns(language), rows: rows)),
        .table(
          Table(language(.revenueAndKeeping), columns: ContractRow.keepingColumns(language), rows: followed)),
      ] + notes(labels).map(Block.paragraph))
    var seen: Set<String> = []
    return Document(
      kind: parts.first.map { "contracts-\($0.period.noun)" } ?? "contracts",
      title: language(.contractsTitle, ["count": parts.count, "period": language.enumerated(labels)]),
      banners: banners,
      facts: [
        Fact(
          "contracts", language(.contracts), language.enumerated(parts.map(\.contract.name.text))),
        Fact("period", language(.period), language.enumerated(labels)),
      ],
      sections: [overview] + sections,
      // What is said of each is the day, the versions and the journal; the first and the last are the same for all.
      footer: footer.filter { seen.insert($0).inserted },
      language: language)
  }

  private func labelled(_ part: Part, _ text: String) -> String {
    language(.labelled, ["label": part.contract.name, "value": text])
  }

  /// What must be known to read the table.
  private func notes(_ labels: [String]) -> [String] {
    var notes: [String] = []
    if labels.count > 1 { notes.append(language(.ownPeriods)) }
    if Set(parts.map(\.contract.currency)).count > 1 { notes.append(language(.severalCurrencies)) }
    if !leftOut.isEmpty {
      notes.append(language(.leftOutContracts, ["contracts": leftOut.map(\.text)]))
    }
    return notes
  }
}

/// A contract's rows in the overview.
private struct ContractRow {
  let part: ContractsReport.Part
  let figures: [Figure]
  let language: Language

  private var name: Name { part.contract.name }

  private func figure(_ name: String, stream: Name? = nil) -> Figure? {
    figures.first {
      $0.key.period == part.period.label && $0.key.name == name && $0.key.stream == stream?.text
        && $0.key.leadType == nil && $0.key.rep == nil
    }
  }

  static func valueColumns(_ language: Language) -> [Table.Column] {
    [
      .init("contract", language(.contract)), .init("period", language(.period)),
      .init("value", language(.valueDeliveredHeading), isNumeric: true), .init("band", ""),
    ]
  }

  var value: Table.Row {
    let attained: Cell =
      if let delivered = figure("value-delivered"), let ratio = figure("attainment"),
        let due = figure("value-due")
      {
        Cell.attained(delivered: delivered, ratio: ratio, due: due).of(name)
      } else {
        .text("—")
      }
    let isRunning = part.days.last > today
    return Table.Row([
      .text(part.contract.title), .text("\(part.period.label), \(part.days.first)..\(part.days.last)"),
      attained,
      isRunning ? .text(language(.running)) : figure("band").map { Cell.figure($0.of(name)) } ?? .text("—"),
    ])
  }

  private var today: Day {
    switch part.report {
    case .week(let review): review.today
    case .period(let review): review.today
    }
  }

  static func keepingColumns(_ language: Language) -> [Table.Column] {
    [
      .init("contract", language(.contract)), .init("revenue", language(.revenue), isNumeric: true),
      .init("commitments", language(.commitmentsKept)), .init("sign-off", language(.signOff)),
    ]
  }

  var keeping: Table.Row {
    let judged = part.report.commitments.compactMap(\.isKept)
    let kept =
      judged.isEmpty
      ? language(.nothingOnRecord)
      : language(.keptOf, ["kept": judged.count { $0 }, "judged": judged.count])
    return Table.Row([.text(part.contract.title), revenue, .text(kept), .text(signOff)])
  }

  /// The revenue of all the leads behind the quotas that it is on record of.
  private var revenue: Cell {
    let streams = part.report.leadTypes.map(\.stream.name)
    let only = streams.allSatisfy { $0 == streams.first } ? streams.first : nil
    guard let revenue = figure("quota-revenue", stream: only),
      let ratio = figure("quota-revenue-ratio", stream: only),
      let due = figure("quota-revenue-due", stream: only)
    else { return .text("—") }
    return Cell.attained(delivered: revenue, ratio: ratio, due: due).of(name)
  }

  private var signOff: String {
    language.strung(
      part.report.versions.map { ruling in
        language(
          .versionStanding,
          [
            "version": "\(ruling.version.number)",
            "standing": ruling.standing.words(of: ruling.version, in: language),
            "digest": ruling.version.digest.short,
          ])
      })
  }
}
