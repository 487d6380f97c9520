public import Agreement

/// What is agreed of the funnel against what the leads have shown: the value behind `leadpact rates`.
public struct RatesReport: Sendable, Worded {
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

  var language = Language.english

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
  public func document(
    _ provenance: Provenance, in language: Language = .english
  ) throws(Overflow) -> Document {
    try told(in: language).laidOut(provenance)
  }

  /// Whether anything is known of what came of leads.
  var isTelling: Bool {
    funnels.contains { $0.cohorts.contains { $0.leads > 0 && $0.figures != OutcomeFigures() } }
  }

  /// What the counts say of an agreed rate, and whether another is agreed on already.
  enum Judgement: Hashable {
    case verdict(ObservedRate.Verdict)
    /// Another rate is agreed on already from `demandMonth` or before.
    case revised
  }

  /// What the counts say of an agreed rate; nil where there are none.
  ///
  /// - Throws: `Overflow` never for rates of 64 bits.
  func judgement(of rate: ObservedRate, _ key: LeadTypeKey) throws(Overflow) -> Judgement? {
    guard rate.whole > 0 else { return nil }
    let isRevised = try demands[key].map { demand throws(Overflow) in try rate.isRevised(by: demand.funnel) }
    return isRevised == true ? .revised : .verdict(rate.verdict)
  }
}

extension RatesReport.Judgement {
  /// The judgement in a word.
  var word: Phrase {
    switch self {
    case .verdict(.keep): .keep
    case .verdict(.revise): .revise
    case .verdict(.tooFew): .tooFew
    case .verdict(.inconsistent): .inconsistent
    case .revised: .revisedWord
    }
  }
}

extension RatesReport {
  private func laidOut(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections = [Section("verdict", language(.verdict), [.list(try verdict())])]
    sections.append(Section("rates", language(.agreedAgainstObserved), try rateBlocks()))
    sections.append(Section("cohorts", language(.byMonthOfDelivery), [.table(cohortTable)]))
    if let section = closingSection() { sections.append(section) }
    let contract = ruling.contract
    return Document(
      kind: "rates", title: language(.ratesTitle, ["contract": contract.title, "period": label]),
      banners: [ruling.banner(in: language)].compactMap { $0 },
      facts: [
        Fact("contract", language(.contract), contract.name.text),
        Fact("period", language(.leadsDeliveredIn), label),
        Fact("day", language(.knownOn), "\(today)"),
      ],
      sections: sections,
      footer: provenance.footer(today: today, versions: [ruling.version], in: language),
      language: language
    )
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
      return [language(.nothingCame)]
    }
    let judged = judged
    let judgements = try judged.map { entry throws(Overflow) in try judgement(of: entry.rate, entry.key) }
    func names(_ judgement: RatesReport.Judgement) -> [String] {
      zip(judged, judgements).filter { $1 == judgement }.map { entry, _ in
        language(.rateOf, ["type": title(of: entry.key), "step": entry.rate.step.words(in: language)])
      }
    }
    var lines: [String] = []
    let revise = names(.verdict(.revise))
    if !revise.isEmpty {
      let canPropose = judged.contains { $0.rate.verdict == .revise && $0.rate.step.metric != nil }
      lines.append(
        language(
          canPropose ? .outsideIntervalPropose : .outsideInterval,
          ["revise": revise.count, "judged": judged.count, "rates": language.strung(revise)]))
    }
    let revised = names(.revised)
    if !revised.isEmpty {
      lines.append(
        language(.alreadyRevised, ["rates": language.strung(revised), "month": demandMonth]))
    }
    let keep = names(.verdict(.keep)).count
    if keep > 0 { lines.append(language(.withinInterval, ["count": keep])) }
    let few = names(.verdict(.tooFew)).count
    if few > 0 {
      lines.append(language(.tooFewCounts, ["count": few, "fewest": ObservedRate.fewest]))
    }
    let odd = names(.verdict(.inconsistent))
    if !odd.isEmpty { lines.append(language(.moreCameOut, ["rates": language.strung(odd)])) }
    return lines + ageLines
  }

  /// Which leads are left out, and why.
  private var ageLines: [String] {
    var lines: [String] = []
    let maturing = cohorts(where: \.isMaturing)
    if let last = maturing.compactMap(\.matureOn).max() {
      lines.append(language(.stillMaturing, ["cohorts": named(maturing), "day": last]))
    }
    let cutOff = cohorts { $0.age == .cutOff }
    if !cutOff.isEmpty {
      lines.append(language(.recordsCutOff, ["cohorts": named(cutOff)]))
    }
    return lines
  }

  /// The cohorts that have leads and are as asked for, by lead type.
  private func cohorts(where isIncluded: (ObservedCohort) -> Bool) -> [ObservedCohort] {
    funnels.flatMap { $0.cohorts.filter { $0.leads > 0 && isIncluded($0) } }
  }

  /// The months of cohorts; where leads of other types were delivered in them too, with the lead types if they are few.
  private func named(_ cohorts: [ObservedCohort]) -> String {
    let months = Set(cohorts.map(\.month))
    let all = self.cohorts { months.contains($0.month) }
    guard all.count > cohorts.count else { return months.sorted().spanned(in: language) }
    let types = funnels.map(\.key).compactMap { key -> String? in
      let own = cohorts.filter { $0.key == key }.map(\.month).sorted()
      return own.isEmpty
        ? nil
        : language(.monthsOfType, ["months": own.spanned(in: language), "type": title(of: key)])
    }
    return types.count > 3
      ? language(.someLeadTypes, ["months": months.sorted().spanned(in: language)])
      : language.joined(types)
  }

  func title(of key: LeadTypeKey) -> String {
    guard let stream = ruling.contract.stream(key.stream), let type = stream.leadType(key.leadType) else {
      return key.description
    }
    return ruling.contract.streams.count == 1
      ? type.title : language(.typeInStream, ["stream": stream.title, "type": type.title])
  }
}

extension ObservedCohort {
  /// The day by which the last leads have had their time; nil where they have.
  fileprivate var matureOn: Day? { if case .maturing(let day) = age { day } else { nil } }
}

extension [Month] {
  /// The months in order as a span where they follow each other: `2026-01..2026-03`, `2026-01 and 2026-05`.
  func spanned(in language: Language) -> String {
    guard let first, let last, count > 1 else { return self.first.map { "\($0)" } ?? "" }
    return first.distance(to: last) == count - 1
      ? "\(first)..\(last)" : language.joined(map(\.description))
  }
}

extension ObservedRate.Step: PhraseValue {
  /// The step in the field's words.
  func words(in language: Language) -> String {
    switch self {
    case .mqlToSQL: language(.mqlToSql)
    case .sqlToOpportunity: language(.sqlToOpportunity)
    case .winRate: language(.winRate)
    case .mqlToWon: language(.mqlToWon)
    }
  }
}
