extension Contract {
  /// Where the counts of leads come from.
  public enum DeliverySource: String, Hashable, Sendable, CaseIterable {
    /// They are logged, or imported as counts.
    case logged
    /// They are derived from the leads themselves.
    case leads
  }
}

extension ContractHistory {
  /// Where the counts of `month` come from; logged where no version covers it.
  public func deliverySource(in month: Month) -> Contract.DeliverySource {
    ruling(in: month)?.contract.deliverySource ?? .logged
  }
}

/// Leads of one type delivered on one day.
private struct DeliveredGroup: Hashable {
  let key: LeadTypeKey
  let day: Day
}

/// How many there are, and the newest import that changed one of them.
private struct DeliveredCount {
  var count: Int
  var mark: EntryMark

  mutating func add(_ other: EntryMark) {
    count += 1
    if other.number > mark.number { mark = other }
  }
}

extension [PlacedLead] {
  /// The deliveries that the leads amount to, day by day, and the adjustments that disputes made to them.
  ///
  /// Leads of months whose counts are logged add nothing: there they are evidence of what became of them.
  func deliveries(disputes: [DisputeStep], by history: ContractHistory) -> [Delivery] {
    var groups: [DeliveredGroup: DeliveredCount] = [:]
    let disputed = Set(disputes.map(\.lead))
    var countable: [String: PlacedLead] = [:]
    var sources: [Month: Contract.DeliverySource] = [:]
    // By index, so that leads are not copied.
    for index in indices where self[index].isDelivered {
      let month = self[index].month
      if sources[month] == nil { sources[month] = history.deliverySource(in: month) }
      guard sources[month] == .leads else { continue }
      let lead = self[index].lead
      if disputed.contains(lead.id) { countable[lead.id] = self[index] }
      let group = DeliveredGroup(key: self[index].key, day: self[index].day)
      groups[group, default: DeliveredCount(count: 0, mark: lead.mark)].add(lead.mark)
    }
    let delivered = groups.map { group, found in
      Delivery(
        key: group.key, days: DayRange(group.day), count: found.count, kind: .leads(found.mark.number),
        mark: found.mark)
    }.sorted { ($0.days.first, $0.key) < ($1.days.first, $1.key) }
    let adjustments = disputes.compactMap { step -> Delivery? in
      guard let placed = countable[step.lead], let change = step.change else { return nil }
      return Delivery(
        key: placed.key, days: DayRange(placed.day), count: change,
        kind: .disputed(lead: step.lead, reason: step.reason), mark: step.mark)
    }
    return delivered + adjustments
  }
}

/// What leads tell of what came of them.
struct ToldOutcome: Hashable, Sendable {
  /// The figures; nil where the files do not tell.
  private(set) var figures: OutcomeFigures
  /// How many deals were won of which no amount in the contract's currency is known.
  private(set) var unpriced = 0

  init(of fields: LeadFields, in currency: Currency) {
    self.figures = OutcomeFigures(
      sqls: fields.tell(.sql) ? 0 : nil,
      opportunities: fields.tell(.opportunity) ? 0 : nil,
      won: fields.tell(.won) ? 0 : nil,
      revenue: fields.tell(.won) && fields.contains(.amount) ? .zero(currency) : nil
    )
  }

  /// What leads of one type and month tell.
  ///
  /// - Parameters:
  ///   - fields: what files had columns for.
  ///   - currency: amounts in another one are left out of the revenue, and counted as unpriced.
  /// - Throws: `Overflow` where amounts pass 64 bits.
  init(of sum: LeadSum, telling fields: LeadFields, in currency: Currency) throws(Overflow) {
    self.init(of: fields, in: currency)
    if figures.sqls != nil { figures.sqls = sum.sqls }
    if figures.opportunities != nil { figures.opportunities = sum.opportunities }
    if figures.won != nil { figures.won = sum.won }
    guard figures.revenue != nil else { return }
    let own = sum.revenue[currency]?.amounts ?? 0
    figures.revenue = try sum.revenue(in: currency) ?? .zero(currency)
    unpriced = sum.wonWithoutAmount + sum.revenue.values.reduce(-own) { $0 + $1.amounts }
  }
}

extension DisputeStep {
  /// By how much the step moves the count of leads; nil where it does not.
  var change: Int? {
    switch word {
    case .rejected: -1
    case .settledAccepted: 1
    case .contested, .settledRejected: nil
    }
  }
}
