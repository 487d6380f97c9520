import Agreement

extension PeriodReview {
  /// The bars of how each commitment was kept that asks for a share; nil where none does, or nothing is on record.
  func commitmentChart() -> Chart? {
    let bars = commitments.compactMap { record -> Bars.Bar? in
      let agreed: Share
      switch record.promise {
      case .firstContact(let promise): agreed = promise.share
      case .cadence(_, let share): agreed = share
      case .measure: return nil
      }
      guard case .attained(_, let ratio, _) = record.cell(period: scope.label, in: language) else {
        return nil
      }
      return Bars.Bar(
        record.promise.subjectInShort(in: language), ratio, agreed: .share(agreed),
        record.isKept.map { $0 ? .good : .bad } ?? .open)
    }
    guard !bars.isEmpty else { return nil }
    return Chart(
      language(.commitmentChart), summary: language.strung(bars.map { $0.words(in: language) }),
      .bars(
        Bars(
          [Bars.Group(nil, bars)],
          names: (figure: language(.drawnKept), agreed: language(.drawnAgreed), interval: nil))))
  }

  /// What is missing, step by step from nothing to the gap.
  func shortfallChart(_ shortfall: ShortfallSummary) -> Chart {
    let figures = ShortfallFigures(sums: shortfall.whole, period: scope.label, language: language)
    let factors = shortfall.whole.factors
    let told = factors.map { factor in
      language(.partAmount, ["part": factor, "amount": shortfall.whole[factor]])
    }
    return Chart(
      language(.shortfallChart),
      summary: language(
        .shortfallSummary, ["parts": language.enumerated(told), "gap": shortfall.whole.gap]),
      .steps(
        Steps(
          factors.map { Steps.Part(language.leading($0.words(in: language)), figures.figure($0)) },
          makingUp: Steps.Part(language(.missing), figures.gap),
          names: (more: language(.drawnCost), less: language(.drawnMadeUp)))))
  }

  /// The leads of each month against what the reps can serve; nil where no capacity is agreed.
  func capacityChart() throws(Overflow) -> Chart? {
    var bars: [Bars.Bar] = []
    for account in months {
      guard let capacity = account.ruling.contract.sales.capacity else { continue }
      let limit = try capacity.limit(in: account.month)
      let cells = try capacity.row(of: account, in: language).cells
      guard case .figure(let delivered) = cells[4] else { continue }
      let count = try account.leadsDelivered()
      bars.append(
        Bars.Bar("\(account.month)", delivered, agreed: .count(limit), count > limit ? .bad : .good))
    }
    guard !bars.isEmpty else { return nil }
    let told = bars.map { bar in
      language(
        .capacityBar,
        [
          "month": bar.label, "leads": bar.figure.map { QuantityFormat.people($0.quantity) } ?? "—",
          "limit": QuantityFormat.people(bar.agreed),
        ])
    }
    return Chart(
      language(.capacityChart), summary: language.strung(told),
      .bars(
        Bars(
          [Bars.Group(nil, bars)],
          names: (figure: language(.drawnLeads), agreed: language(.drawnCapacity), interval: nil))))
  }
}

extension Bars.Bar {
  /// What one sees of the bar, in words.
  fileprivate func words(of label: String? = nil, in language: Language) -> String {
    let label = label ?? self.label
    let value = figure.map { QuantityFormat.people($0.quantity) } ?? "—"
    let agreed = QuantityFormat.people(agreed)
    guard let low, let high else {
      return language(.barAgreed, ["label": label, "value": value, "agreed": agreed])
    }
    let interval = "\(QuantityFormat.people(low.quantity))–\(QuantityFormat.people(high.quantity))"
    return language(
      .barInterval, ["label": label, "value": value, "interval": interval, "agreed": agreed])
  }
}

extension CommitmentRecord.Promise {
  /// What was promised, beside a bar: `First contact`, `3 touches in 14 days`.
  fileprivate func subjectInShort(in language: Language) -> String {
    switch self {
    case .firstContact: language(.firstContactBar)
    case .cadence(let step, _): language(.touchesBar, ["touches": step.touches, "days": step.days])
    case .measure(let measure): measure.title
    }
  }
}

extension RatesReport {
  /// The agreed rates of each stream beside those observed with their intervals.
  func rateCharts() -> [Chart] {
    ruling.contract.streams.compactMap { stream in
      let groups = funnels.filter { $0.key.stream == stream.name }.compactMap(group)
      guard !groups.isEmpty else { return nil }
      let told = groups.flatMap { group in
        group.bars.map { bar in
          bar.words(
            of: language(.rateOf, ["type": group.title ?? stream.title, "step": bar.label]), in: language)
        }
      }
      return Chart(
        language(.ratesChart, ["stream": stream.title]), summary: language.strung(told),
        .bars(
          Bars(
            groups,
            names: (
              figure: language(.drawnObserved), agreed: language(.drawnAgreed), interval: language(.interval)
            ))))
    }
  }

  private func group(_ funnel: ObservedFunnel) -> Bars.Group? {
    let steps = funnel.rates.filter { $0.whole > 0 && $0.step.metric != nil }
    guard !steps.isEmpty else { return nil }
    let bars = steps.map { rate in
      let figures = figures(of: rate, funnel)
      return Bars.Bar(
        rate.step.words(in: language), figures.ratio, from: figures.ends?.low, to: figures.ends?.high,
        agreed: .share(rate.agreed), rate.verdict.judgement ?? .open)
    }
    return Bars.Group(names(of: funnel.key).type, bars)
  }
}

extension ObservedRate.Verdict {
  /// What the counts say of the agreed rate; nil where they say nothing.
  var judgement: Judgement? {
    switch self {
    case .keep: .good
    case .revise, .inconsistent: .bad
    case .tooFew: nil
    }
  }
}
