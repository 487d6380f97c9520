public import Agreement

/// What is agreed of the funnel against what the leads have shown: the value behind `leadpact rates`.
public struct RatesReport: Sendable {
  /// The months whose leads are looked at.
  public let months: [Month]
  /// The months as people write them.
  public let label: String
  /// The day by which leads are old enough or not.
  public let today: Day
  /// The version that rules on the last of the months.
  public let ruling: Ruling
  /// What came of each lead type.
  public let funnels: [ObservedFunnel]
  /// What is owed in the month that a revision would begin with, by lead type.
  public let demands: [LeadTypeKey: MonthlyDemand]
  /// The first month of the quarter after today's, or the last month that some version covers.
  public let demandMonth: Month

  /// Compares agreed and observed rates; nil where no version covers any of the months.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init?(_ months: [Month], called label: String, of accounts: Accounts, today: Day) throws(Overflow) {
    let history = accounts.ledger.history
    guard let ruling = months.reversed().lazy.compactMap(history.ruling).first else { return nil }
    let calendar = ruling.contract.calendar
    let next = calendar.quarter(containing: calendar.month(containing: today)).advanced(by: 1).firstMonth
    self.months = months
    self.label = label
    self.today = today
    self.ruling = ruling
    self.funnels = try accounts.observedFunnels(in: months, on: today)
    self.demandMonth = min(max(next, history.span.first), history.span.last)
    let demands = try accounts.account(of: demandMonth)?.leadTypes.map(\.demand) ?? []
    self.demands = Dictionary(demands.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The report laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections = [Section("verdict", "Verdict", [.list(verdict)])]
    sections.append(Section("rates", "Agreed against observed", try rateBlocks()))
    sections.append(Section("cohorts", "By month of delivery", [.table(cohortTable)]))
    if let table = closingTable { sections.append(Section("closing", "Time to close", closingBlocks(table))) }
    let contract = ruling.contract
    return Document(
      kind: "rates", title: "\(contract.title): rates of \(label)",
      banners: [ruling.banner].compactMap { $0 },
      facts: [
        Fact("contract", "Contract", contract.name.text), Fact("period", "Leads delivered in", label),
        Fact("day", "Known on", "\(today)"),
      ],
      sections: sections,
      footer: provenance.footer(today: today, versions: [ruling.version])
    )
  }

  /// What the counts say, in a few sentences.
  var verdict: [String] {
    let rates = funnels.flatMap { funnel in
      funnel.rates.filter { $0.step.metric != nil }.map { (funnel.key, $0) }
    }
    func names(_ verdict: ObservedRate.Verdict) -> [String] {
      rates.filter { $0.1.verdict == verdict && $0.1.whole > 0 }.map {
        "\(title(of: $0.0)), \($0.1.step.title)"
      }
    }
    var lines: [String] = []
    let (revise, keep, few) = (names(.revise), names(.keep), names(.tooFew))
    if !revise.isEmpty {
      lines.append(
        "\(revise.count) of \(rates.count) agreed rates lie outside what was observed: \(revise.joined(separator: "; ")). Propose the observed ones: leadpact revise --observed."
      )
    }
    if !keep.isEmpty {
      lines.append("\(keep.count) lie\(keep.count == 1 ? "s" : "") within the interval and can be kept.")
    }
    if !few.isEmpty {
      lines.append("\(few.count) cannot be judged yet, by fewer than \(ObservedRate.fewest) counts.")
    }
    let maturing = funnels.flatMap(\.cohorts).filter { $0.isMaturing && $0.leads > 0 }
    if let last = maturing.compactMap(\.matureOn).max() {
      lines.append(
        "The leads of \(Set(maturing.map(\.month)).sorted().spanned) are younger than their time to close; the last of them mature on \(last)."
      )
    }
    let cutOff = Set(funnels.flatMap(\.cohorts).filter { $0.age == .cutOff && $0.leads > 0 }.map(\.month))
      .sorted()
    if !cutOff.isEmpty {
      lines.append(
        "The records of what became of the leads begin too late for those of \(cutOff.spanned): they are cut off, and not averaged in."
      )
    }
    return lines.isEmpty
      ? ["Nothing is on record yet of what came of the leads (leadpact outcome, leadpact import leads)."]
      : lines
  }

  func title(of key: LeadTypeKey) -> String {
    guard let stream = ruling.contract.stream(key.stream), let type = stream.leadType(key.leadType) else {
      return key.description
    }
    return ruling.contract.streams.count == 1 ? type.title : "\(stream.title), \(type.title)"
  }
}

extension ObservedCohort {
  /// The day by which the last leads have had their time; nil where they have.
  fileprivate var matureOn: Day? { if case .maturing(let day) = age { day } else { nil } }
}

extension [Month] {
  /// The months in order as a span where they follow each other: `2026-01..2026-03`, `2026-01 and 2026-05`.
  var spanned: String {
    guard let first, let last, count > 1 else { return self.first.map { "\($0)" } ?? "" }
    return first.distance(to: last) == count - 1 ? "\(first)..\(last)" : map(\.description).joinedByAnd
  }
}

extension ObservedRate.Step {
  /// The step in the field's words.
  var title: String {
    switch self {
    case .mqlToSQL: "MQL→SQL"
    case .sqlToOpportunity: "SQL→opportunity"
    case .winRate: "win rate"
    case .mqlToWon: "MQL→won"
    }
  }
}
