import Agreement

extension ContractReader {
  /// The revenue streams.
  mutating func streams(in section: Section) -> [Stream] {
    var streams: [Stream] = []
    for entry in entries("streams", in: section, of: "revenue streams") ?? [] {
      let path = section.path + ["streams", entry.key]
      let name = self.name(of: entry)
      guard let section = self.section(entry.value, at: entry.place, path: path, .stream) else {
        unsound.insert(["streams"])
        continue
      }
      let stream = Stream(
        name: name ?? StandIn.name,
        title: text("title", in: section),
        quotas: quotas(in: section),
        retention: value("retention", in: section, Share.init(_:)) ?? .none,
        margin: value("margin", in: section, Share.init(_:)),
        leadTypes: leadTypes(in: section),
        crmValues: crmValues(in: section)
      )
      if name == nil { unsound.insert(["streams"]) } else { streams.append(stream) }
    }
    return streams
  }

  private mutating func leadTypes(in section: Section) -> [LeadType] {
    var types: [LeadType] = []
    let place = section.path + ["lead-types"]
    for entry in entries("lead-types", in: section, of: "lead types") ?? [] {
      let name = self.name(of: entry)
      guard let section = self.section(entry.value, at: entry.place, path: place + [entry.key], .leadType)
      else {
        unsound.insert(place)
        continue
      }
      let title = text("title", in: section)
      let share = value("share", in: section, Share.init(_:))
      let crmValues = crmValues(in: section)
      let qualifies = conditions(in: section)
      let funnel = funnel(in: section)
      guard let name, let share else {
        unsound.insert(place)
        continue
      }
      types.append(
        LeadType(
          name: name,
          title: title,
          share: share,
          funnel: funnel,
          crmValues: crmValues,
          qualifies: qualifies
        )
      )
    }
    return types
  }

  mutating func name(of entry: SourceNode.Entry) -> Name? {
    do throws(Unreadable) { return try Name(entry.key) } catch {
      findings.report(entry.keyPlace, "\(error.shortened)")
      return nil
    }
  }

  private mutating func funnel(in section: Section) -> AgreedFunnel {
    let currency = currency
    return AgreedFunnel(
      mqlToSQL: metric(.mqlToSQL, in: section, Rate.init(_:)) ?? Metric(StandIn.rate),
      sqlToOpportunity: metric(.sqlToOpportunity, in: section, Rate.init(_:)) ?? Metric(StandIn.rate),
      winRate: metric(.winRate, in: section, Rate.init(_:)) ?? Metric(StandIn.rate),
      averageOrderValue: metric(.averageOrderValue, in: section) { text throws(Unreadable) in
        guard let currency else { return Money(minorUnits: 1, StandIn.currency) }
        return try Money(text, currency)
      } ?? Metric(Money(minorUnits: 1, currency ?? StandIn.currency)),
      timeToClose: metric(.timeToClose, in: section) { text throws(Unreadable) in
        try text.count(of: "days", example: "60 days")
      } ?? Metric(0)
    )
  }
}
