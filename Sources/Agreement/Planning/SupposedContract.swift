extension Contract {
  /// This contract as it would be, each supposition on top of those before; the agreed one stays what it is.
  ///
  /// A metric that follows a schedule changes in each of its steps, and a stream's quota in each month.
  ///
  /// - Throws: `Unreadable` where a figure would be impossible, `InvalidContract` where the result does not fit together.
  public func supposing(_ suppositions: [Supposition]) throws -> Contract {
    var streams = streams
    for supposition in suppositions {
      streams = try streams.map { stream throws(Unreadable) in
        try stream.supposing(supposition, from: term.first)
      }
    }
    return try replacing(streams: streams, effective: effective)
  }
}

extension Stream {
  fileprivate func supposing(_ supposition: Supposition, from start: Month) throws(Unreadable) -> Stream {
    guard supposition.stream == nil || supposition.stream == name else { return self }
    switch supposition.subject {
    case .quota:
      var amounts: [Money] = []
      for amount in quotas.amounts {
        amounts.append(try supposition.applied(to: amount, least: 0, of: name.text))
      }
      return replacing(quotas: Quotas(first: quotas.first, amounts: amounts), leadTypes: leadTypes)
    case .metric(let metric):
      var types: [LeadType] = []
      for type in leadTypes {
        let key = LeadTypeKey(stream: name, leadType: type.name)
        guard supposition.concerns(key) else {
          types.append(type)
          continue
        }
        types.append(
          LeadType(
            name: type.name, title: type.title, share: type.share,
            funnel: try type.funnel.supposing(supposition, metric, of: key, from: start),
            crmValues: type.crmValues, qualifies: type.qualifies))
      }
      return replacing(quotas: quotas, leadTypes: types)
    }
  }

  private func replacing(quotas: Quotas, leadTypes: [LeadType]) -> Stream {
    Stream(
      name: name, title: title, quotas: quotas, retention: retention, margin: margin, leadTypes: leadTypes,
      crmValues: crmValues)
  }
}

extension AgreedFunnel {
  fileprivate func supposing(
    _ supposition: Supposition, _ metric: FunnelMetric, of key: LeadTypeKey, from start: Month
  ) throws(Unreadable) -> AgreedFunnel {
    func rate(_ agreed: Metric<Rate>, _ name: FunnelMetric) throws(Unreadable) -> Metric<Rate> {
      guard metric == name else { return agreed }
      return try agreed.mapped(from: start) { rate throws(Unreadable) in
        try supposition.applied(to: rate, of: key)
      }
    }
    return AgreedFunnel(
      mqlToSQL: try rate(mqlToSQL, .mqlToSQL),
      sqlToOpportunity: try rate(sqlToOpportunity, .sqlToOpportunity),
      winRate: try rate(winRate, .winRate),
      averageOrderValue: metric != .averageOrderValue
        ? averageOrderValue
        : try averageOrderValue.mapped(from: start) { amount throws(Unreadable) in
          try supposition.applied(to: amount, least: 1, of: key.description)
        },
      timeToClose: metric != .timeToClose
        ? timeToClose
        : try timeToClose.mapped(from: start) { days throws(Unreadable) in
          try supposition.applied(to: days, of: key)
        })
  }
}

extension Metric {
  /// This metric with each of its figures changed, which keep their quarters.
  fileprivate func mapped(
    from start: Month, _ change: (Figure) throws(Unreadable) -> Figure
  ) throws(Unreadable) -> Metric {
    var changed: [Step] = []
    for step in steps {
      changed.append(Step(from: step.from, figure: try change(step.figure), source: .assumed))
    }
    return Metric(steps: changed, startingIn: start) ?? self
  }
}

extension Funnel {
  /// The funnel of leads of a type as it would be.
  ///
  /// - Throws: `Unreadable` where a figure would be impossible.
  func supposing(_ supposition: Supposition, of key: LeadTypeKey) throws(Unreadable) -> Funnel {
    guard supposition.concerns(key), case .metric(let metric) = supposition.subject else { return self }
    return Funnel(
      mqlToSQL: metric == .mqlToSQL ? try supposition.applied(to: mqlToSQL, of: key) : mqlToSQL,
      sqlToOpportunity: metric == .sqlToOpportunity
        ? try supposition.applied(to: sqlToOpportunity, of: key) : sqlToOpportunity,
      winRate: metric == .winRate ? try supposition.applied(to: winRate, of: key) : winRate,
      averageOrderValue: metric == .averageOrderValue
        ? try supposition.applied(to: averageOrderValue, least: 1, of: key.description) : averageOrderValue,
      timeToClose: metric == .timeToClose ? try supposition.applied(to: timeToClose, of: key) : timeToClose)
  }

  /// A rate by its name; nil for what is no rate.
  public func rate(_ metric: FunnelMetric) -> Rate? {
    switch metric {
    case .mqlToSQL: mqlToSQL
    case .sqlToOpportunity: sqlToOpportunity
    case .winRate: winRate
    case .averageOrderValue, .timeToClose: nil
    }
  }
}
