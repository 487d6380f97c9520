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
  /// The month that `demands` are of.
  public let demandMonth: Month

  /// Compares agreed and observed rates; nil where no version covers any of the months.
  ///
  /// - Parameter next: the quarter that a revision would begin with; nil for the one after today's.
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init?(
    _ months: [Month], called label: String, of accounts: Accounts, today: Day, next: Quarter? = nil
  ) throws(Overflow) {
    let history = accounts.ledger.history
    guard let ruling = months.reversed().lazy.compactMap(history.ruling).first else { return nil }
    let calendar = ruling.contract.calendar
    let next = next ?? calendar.quarter(containing: calendar.month(containing: today)).advanced(by: 1)
    self.months = months
    self.label = label
    self.today = today
    self.ruling = ruling
    self.funnels = try accounts.observedFunnels(in: months, on: today)
    self.demandMonth = min(max(next.firstMonth, history.span.first), history.span.last)
    let demands = try accounts.account(of: demandMonth)?.leadTypes.map(\.demand) ?? []
    self.demands = Dictionary(demands.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The report laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections = [Section("verdict", "Verdict", [.list(try verdict())])]
    sections.append(Section("rates", "Agreed against observed", try rateBlocks()))
    sections.append(Section("cohorts", "By month of delivery", [.table(cohortTable)]))
    if let section = closingSection() { sections.append(section) }
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

  /// Whether anything is known of what came of leads.
  var isTelling: Bool {
    funnels.contains { $0.cohorts.contains { $0.leads > 0 && $0.figures != OutcomeFigures() } }
  }

  /// What the counts say of an agreed rate, in a word; `revised` where another is agreed on already from `demandMonth`
  /// or before.
  ///
  /// - Throws: `Overflow` never for rates of 64 bits.
  func word(on rate: ObservedRate, of key: LeadTypeKey) throws(Overflow) -> String {
    guard rate.whole > 0 else { return "—" }
    let isRevised = try demands[key].map { demand throws(Overflow) in try rate.isRevised(by: demand.funnel) }
    return isRevised == true ? "revised" : rate.verdict.rawValue
  }

  /// The rates that are judged: the steps, and the whole way where no step is counted.
  private var judged: [(key: LeadTypeKey, rate: ObservedRate)] {
    funnels.flatMap { funnel in
      let steps = funnel.rates.filter { $0.step.metric != nil && $0.whole > 0 }
      return (steps.isEmpty ? [funnel.mqlToWon].filter { $0.whole > 0 } : steps).map { (funnel.key, $0) }
    }
  }

  /// What the counts say, in a few sentences.
  ///
  /// - Throws: `Overflow` never for rates of 64 bits.
  func verdict() throws(Overflow) -> [String] {
    guard isTelling else {
      return ["Nothing is on record yet of what came of the leads (leadpact outcome, leadpact import leads)."]
    }
    let judged = judged
    let words = try judged.map { entry throws(Overflow) in try word(on: entry.rate, of: entry.key) }
    func names(_ word: String) -> [String] {
      zip(judged, words).filter { $1 == word }.map { "\(title(of: $0.0.key)), \($0.0.rate.step.title)" }
    }
    var lines: [String] = []
    let revise = names(ObservedRate.Verdict.revise.rawValue)
    if !revise.isEmpty {
      let canPropose = judged.contains { $0.rate.verdict == .revise && $0.rate.step.metric != nil }
      lines.append(
        "\(revise.count) of \(judged.count) agreed rates lie\(revise.count == 1 ? "s" : "") outside what was observed: \(revise.joined(separator: "; "))."
          + (canPropose ? " Propose the observed ones: leadpact revise --observed." : "")
      )
    }
    let revised = names("revised")
    if !revised.isEmpty {
      lines.append(
        "\(revised.joined(separator: "; ")): outside what was observed, and revised from \(demandMonth) on or before."
      )
    }
    let keep = names(ObservedRate.Verdict.keep.rawValue).count
    if keep > 0 {
      lines.append("\(keep) lie\(keep == 1 ? "s" : "") within the interval and can be kept.")
    }
    let few = names(ObservedRate.Verdict.tooFew.rawValue).count
    if few > 0 {
      lines.append(
        "\(few) rest\(few == 1 ? "s" : "") on fewer than \(ObservedRate.fewest) counts and cannot be judged yet."
      )
    }
    let odd = names(ObservedRate.Verdict.inconsistent.rawValue)
    if !odd.isEmpty {
      lines.append("More came out than went in of \(odd.joined(separator: "; ")): look at the records first.")
    }
    return lines + ageLines
  }

  /// Which leads are left out, and why.
  private var ageLines: [String] {
    var lines: [String] = []
    let maturing = funnels.flatMap(\.cohorts).filter { $0.leads > 0 && $0.isMaturing }
    if let last = maturing.compactMap(\.matureOn).max() {
      lines.append(
        "The leads of \(named(maturing)) are younger than their time to close, the last of them until \(last); they are not averaged in."
      )
    }
    let cutOff = funnels.flatMap(\.cohorts).filter { $0.leads > 0 && $0.age == .cutOff }
    if !cutOff.isEmpty {
      lines.append(
        "The records of what became of the leads begin too late for those of \(named(cutOff)): they are cut off, and not averaged in."
      )
    }
    return lines
  }

  /// The months of cohorts; where leads of other types were delivered in them too, with the lead types if they are few.
  private func named(_ cohorts: [ObservedCohort]) -> String {
    let months = Set(cohorts.map(\.month))
    let all = funnels.flatMap(\.cohorts).filter { $0.leads > 0 && months.contains($0.month) }
    guard all.count > cohorts.count else { return months.sorted().spanned }
    let types = funnels.map(\.key).compactMap { key -> String? in
      let own = cohorts.filter { $0.key == key }.map(\.month).sorted()
      return own.isEmpty ? nil : "\(own.spanned) (\(title(of: key)))"
    }
    return types.count > 3 ? "some lead types in \(months.sorted().spanned)" : types.joinedByAnd
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
