extension [ObservedFunnel] {
  /// The changes that the counts ask of `contract` from `quarter` on: each rate whose agreed value lies outside its
  /// interval, as the fraction counted, with the counts as its source.
  ///
  /// Left out is a rate for which the contract agrees on one inside the interval by then, and one of which nothing came
  /// out, since 0 % cannot be agreed on; see `ratesOfNothing`.
  ///
  /// The source names the counts and the months that they were taken of: `measured 412/1,530 leads of 2026-Q1`.
  ///
  /// - Throws: `Overflow` never for rates of 64 bits.
  public func changes(
    to contract: Contract, from quarter: Quarter
  ) throws(Overflow) -> [MetricChange] {
    var changes: [MetricChange] = []
    for funnel in self {
      let type = contract.stream(funnel.key.stream)?.leadType(funnel.key.leadType)
      guard let agreed = type?.funnel.funnel(in: quarter.firstMonth) else { continue }
      for (metric, rate) in funnel.ratesToRevise where rate.part > 0 {
        guard try !rate.isRevised(by: agreed) else { continue }
        let period = contract.calendar.label(of: rate.months)
        // A part above 0 and no larger than its whole is a rate.
        let change = try? MetricChange(
          of: metric, for: funnel.key, to: "\(rate.part)/\(rate.whole)",
          source: .measured("\(rate.part.grouped)/\(rate.whole.grouped) \(rate.step.noun) of \(period)"),
          currency: funnel.orderValue.agreed.currency)
        if let change { changes.append(change) }
      }
    }
    return changes
  }

  /// The rates to revise of which nothing at all came out: no contract can agree on 0 %.
  public var ratesOfNothing: [(key: LeadTypeKey, rate: ObservedRate)] {
    flatMap { funnel in
      funnel.ratesToRevise.filter { $0.rate.part == 0 }.map { (funnel.key, $0.rate) }
    }
  }

  /// The rates of the whole way from a lead to a won deal that lie outside their intervals where none of the steps on
  /// it can be judged: they say that something is to revise, and not what.
  public var ratesOfUnknownSteps: [(key: LeadTypeKey, rate: ObservedRate)] {
    compactMap { funnel in
      let (steps, whole) = (
        funnel.rates.filter { $0.step.metric != nil }, funnel.rates.first { $0.step == .mqlToWon }
      )
      guard let whole, whole.verdict == .revise, steps.allSatisfy({ $0.verdict == .tooFew }) else {
        return nil
      }
      return (funnel.key, whole)
    }
  }
}

extension ObservedFunnel {
  /// The agreed rates that lie outside their intervals.
  fileprivate var ratesToRevise: [(metric: FunnelMetric, rate: ObservedRate)] {
    rates.compactMap { rate in
      guard rate.verdict == .revise, let metric = rate.step.metric else { return nil }
      return (metric, rate)
    }
  }
}
