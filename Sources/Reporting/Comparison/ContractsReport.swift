public import Agreement

/// One period of several contracts: the value behind `leadpact report quarter 2026-Q1 acme-2026 globex-2026`.
public struct ContractsReport: Sendable {
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

    fileprivate func document(_ provenance: Provenance) throws(Overflow) -> Document {
      if let comparison { return try comparison.document(provenance) }
      return try report.document(provenance)
    }
  }

  /// The contracts, in the order in which they were named.
  public let parts: [Part]
  /// The contracts that do not cover the period.
  public let leftOut: [Name]
  /// The day on which they are looked at.
  public let today: Day

  /// Puts the reports together.
  public init(_ parts: [Part], leftOut: [Name] = [], today: Day) {
    self.parts = parts
    self.leftOut = leftOut
    self.today = today
  }

  /// The contracts side by side, then one after another.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections: [Section] = []
    var rows: [Table.Row] = []
    var followed: [Table.Row] = []
    var banners: [String] = []
    var footer: [String] = []
    for part in parts {
      let document = try part.document(provenance)
      let row = ContractRow(part: part, figures: document.figures)
      rows.append(row.value)
      followed.append(row.keeping)
      banners += document.banners.map { "\(part.contract.name): \($0)" }
      footer += document.footer.map { $0.hasPrefix("Version ") ? "\(part.contract.name): \($0)" : $0 }
      sections += document.sections(of: part.contract.name, titled: part.contract.title)
    }
    let labels = Set(parts.map(\.period.label)).sorted()
    let overview = Section(
      "contracts", ContractsWords.heading,
      [
        .table(Table(ContractsWords.value, columns: ContractRow.valueColumns, rows: rows)),
        .table(Table(ContractsWords.keeping, columns: ContractRow.keepingColumns, rows: followed)),
      ] + notes(labels).map(Block.paragraph))
    var seen: Set<String> = []
    return Document(
      kind: parts.first.map { "contracts-\($0.period.noun)" } ?? "contracts",
      title: ContractsWords.title(labels.joined(separator: ", "), parts.count),
      banners: banners,
      facts: [
        Fact("contracts", "Contracts", parts.map(\.contract.name.text).joined(separator: ", ")),
        Fact("period", "Period", labels.joined(separator: ", ")),
      ],
      sections: [overview] + sections,
      // What is said of each is the day, the versions and the journal; the first and the last are the same for all.
      footer: footer.filter { seen.insert($0).inserted })
  }

  /// What must be known to read the table.
  private func notes(_ labels: [String]) -> [String] {
    var notes: [String] = []
    if labels.count > 1 { notes.append(ContractsWords.fiscalYears(parts.first?.period.noun ?? "period")) }
    if Set(parts.map(\.contract.currency)).count > 1 { notes.append(ContractsWords.currencies) }
    if !leftOut.isEmpty { notes.append(ContractsWords.leftOut(leftOut.map(\.text).joinedByAnd)) }
    return notes
  }
}

/// A contract's rows in the overview.
private struct ContractRow {
  let part: ContractsReport.Part
  let figures: [Figure]

  private var name: Name { part.contract.name }

  private func figure(_ name: String, stream: Name? = nil) -> Figure? {
    figures.first {
      $0.key.period == part.period.label && $0.key.name == name && $0.key.stream == stream?.text
        && $0.key.leadType == nil && $0.key.rep == nil
    }
  }

  static let valueColumns: [Table.Column] = [
    .init("contract", "Contract"), .init("period", "Period"),
    .init("value", "Value delivered", isNumeric: true), .init("band", ""),
  ]

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
      isRunning ? .text("running") : figure("band").map { Cell.figure($0.of(name)) } ?? .text("—"),
    ])
  }

  private var today: Day {
    switch part.report {
    case .week(let review): review.today
    case .period(let review): review.today
    }
  }

  static let keepingColumns: [Table.Column] = [
    .init("contract", "Contract"), .init("revenue", "Revenue", isNumeric: true),
    .init("commitments", "Commitments kept"), .init("sign-off", "Sign-off"),
  ]

  var keeping: Table.Row {
    let judged = part.report.commitments.compactMap(\.isKept)
    let kept =
      judged.isEmpty ? "nothing on record" : "\(judged.count { $0 }) of \(judged.count)"
    return Table.Row([.text(part.contract.title), revenue, .text(kept), .text(signOff)])
  }

  /// The revenue of all the leads behind the quotas that it is on record of.
  private var revenue: Cell {
    let streams = part.report.leadTypes.map(\.stream.name)
    let only = streams.allSatisfy { $0 == streams.first } ? streams.first : nil
    let prefix = only == nil ? "all-quota" : "quota"
    guard let revenue = figure("\(prefix)-revenue", stream: only),
      let ratio = figure("\(prefix)-revenue-ratio", stream: only),
      let due = figure("\(prefix)-revenue-due", stream: only)
    else { return .text("—") }
    return Cell.attained(delivered: revenue, ratio: ratio, due: due).of(name)
  }

  private var signOff: String {
    part.report.versions.map { ruling in
      "version \(ruling.version.number) \(ruling.standing.words(of: ruling.version)), \(ruling.version.digest.short)"
    }.joined(separator: "; ")
  }
}

/// What a report on several contracts says to people, in one place.
enum ContractsWords {
  static let heading = "The contracts side by side"
  static let value = "Value delivered against value owed"
  static let keeping = "Revenue against what the leads were to bring, and what was kept"
  static let currencies = "The contracts are in several currencies; their amounts are never added up."

  static func title(_ period: String, _ count: Int) -> String {
    "\(count) contract\(count == 1 ? "" : "s"): \(period)"
  }

  static func fiscalYears(_ noun: String) -> String {
    "Their years begin in different months: each is reported on by the \(noun) of its own that holds the first day."
  }

  static func leftOut(_ names: String) -> String { "Left out, since they do not cover the period: \(names)." }
}
