extension [ObservedFunnel] {
  /// The changes that the counts ask for: each rate whose agreed value lies outside its interval, as the fraction
  /// counted, with the counts as its source.
  ///
  /// A rate of which nothing came out cannot be agreed on and is left out; see `ratesOfNothing`.
  ///
  /// - Parameter period: what the months are called in the source, such as `2026-Q1`.
  public func changes(labelled period: String) -> [MetricChange] {
    flatMap { funnel in
      funnel.ratesToRevise.compactMap { metric, rate in
        guard rate.part > 0 else { return nil }
        // A part above 0 and no larger than its whole is a rate.
        return try? MetricChange(
          of: metric, for: funnel.key, to: "\(rate.part)/\(rate.whole)",
          source: .measured("\(rate.part.grouped)/\(rate.whole.grouped) \(rate.step.noun) of \(period)"),
          currency: funnel.orderValue.agreed.currency)
      }
    }
  }

  /// The rates to revise of which nothing at all came out: no contract can agree on 0 %.
  public var ratesOfNothing: [(key: LeadTypeKey, rate: ObservedRate)] {
    flatMap { funnel in
      funnel.ratesToRevise.filter { $0.rate.part == 0 }.map { (funnel.key, $0.rate) }
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
