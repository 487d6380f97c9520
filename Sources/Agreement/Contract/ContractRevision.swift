/// Another figure for one funnel metric.
public struct MetricChange: Hashable, Sendable {
  /// The figure, of the kind that the metric has.
  public enum Figure: Hashable, Sendable {
    /// A rate, for `mqlToSQL`, `sqlToOpportunity` and `winRate`.
    case rate(Rate)
    /// An order value.
    case amount(Money)
    /// Days to close.
    case days(Int)
  }

  /// The lead type.
  public let key: LeadTypeKey
  /// The metric.
  public let metric: FunnelMetric
  /// The figure.
  public let figure: Figure
  /// Where it comes from.
  public let source: MetricSource

  /// Reads a new figure for `metric`: a rate, an amount in `currency`, or days.
  ///
  /// - Throws: `Unreadable` when the text is no such figure.
  public init(
    of metric: FunnelMetric, for key: LeadTypeKey, to text: String, source: MetricSource, currency: Currency
  ) throws(Unreadable) {
    self.key = key
    self.metric = metric
    self.source = source
    switch metric {
    case .mqlToSQL, .sqlToOpportunity, .winRate: self.figure = .rate(try Rate(text))
    case .averageOrderValue: self.figure = .amount(try Money(text, currency))
    case .timeToClose:
      let digits = text.replacingSuffix(" days", by: "").replacingSuffix("d", by: "")
      guard let days = Int(digits: digits), days <= 3_650 else {
        throw Unreadable(text, expected: "a number of days, such as 60")
      }
      self.figure = .days(days)
    }
  }
}

extension Contract {
  /// This contract with other metrics from `quarter` on, in effect from its first month.
  ///
  /// Later steps of a metric's schedule fall away where the metric changes.
  ///
  /// - Throws: `InvalidContract` where the result does not fit together.
  public func revised(from quarter: Quarter, by changes: [MetricChange]) throws(InvalidContract) -> Contract {
    let revised = streams.map { stream in
      Stream(
        name: stream.name, title: stream.title, quotas: stream.quotas, retention: stream.retention,
        margin: stream.margin,
        leadTypes: stream.leadTypes.map { type in
          let key = LeadTypeKey(stream: stream.name, leadType: type.name)
          return changes.filter { $0.key == key }.reduce(type) { type, change in
            LeadType(
              name: type.name, title: type.title, share: type.share,
              funnel: type.funnel.revised(from: quarter, by: change, startingIn: term.first),
              crmValues: type.crmValues, qualifies: type.qualifies)
          }
        },
        crmValues: stream.crmValues)
    }
    return try replacing(streams: revised, effective: quarter.firstMonth)
  }
}

extension Contract {
  /// This contract with other streams, meant to hold from `effective` on.
  ///
  /// - Throws: `InvalidContract` where the result does not fit together.
  func replacing(streams: [Stream], effective: Month) throws(InvalidContract) -> Contract {
    try Contract(
      name: name, title: title, term: term, effective: effective, currency: currency,
      calendar: calendar, timeZone: timeZone, deliverySource: deliverySource,
      tolerance: tolerance, sustainedAfter: sustainedAfter, stages: stages, streams: streams, sales: sales,
      measures: measures, signatories: signatories)
  }
}

extension AgreedFunnel {
  fileprivate func revised(from quarter: Quarter, by change: MetricChange, startingIn start: Month)
    -> AgreedFunnel
  {
    func next<Figure>(_ metric: Metric<Figure>, _ name: FunnelMetric, _ figure: Figure?) -> Metric<Figure> {
      guard change.metric == name, let figure else { return metric }
      return metric.revised(from: quarter, to: figure, source: change.source, startingIn: start)
    }
    var rate: Rate?
    var amount: Money?
    var days: Int?
    switch change.figure {
    case .rate(let figure): rate = figure
    case .amount(let figure): amount = figure
    case .days(let figure): days = figure
    }
    return AgreedFunnel(
      mqlToSQL: next(mqlToSQL, .mqlToSQL, rate),
      sqlToOpportunity: next(sqlToOpportunity, .sqlToOpportunity, rate),
      winRate: next(winRate, .winRate, rate),
      averageOrderValue: next(averageOrderValue, .averageOrderValue, amount),
      timeToClose: next(timeToClose, .timeToClose, days))
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by replacement: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + replacement : self
  }
}
