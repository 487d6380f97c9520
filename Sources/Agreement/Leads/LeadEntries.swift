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
}

extension [PlacedLead] {
  /// The deliveries that the leads amount to, day by day, and the adjustments that disputes made to them.
  ///
  /// Leads of months whose counts are logged add nothing: there they are evidence of what became of them.
  func deliveries(disputes: [DisputeStep], by history: ContractHistory) -> [Delivery] {
    var groups: [DeliveredGroup: DeliveredCount] = [:]
    var countable: [String: PlacedLead] = [:]
    var sources: [Month: Contract.DeliverySource] = [:]
    for placed in self {
      if case .unqualified = placed.standing { continue }
      let source = sources[placed.month] ?? history.deliverySource(in: placed.month)
      sources[placed.month] = source
      guard source == .leads else { continue }
      countable[placed.lead.id] = placed
      let group = DeliveredGroup(key: placed.key, day: placed.day)
      let mark = placed.lead.mark
      let before = groups[group] ?? DeliveredCount(count: 0, mark: mark)
      groups[group] = DeliveredCount(
        count: before.count + 1, mark: before.mark.number > mark.number ? before.mark : mark)
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

  /// What has come of the leads that count, by lead type and month; nil figures where the files do not tell.
  ///
  /// What a file had no column for is unknown for its lead type, where no other file of such leads had one.
  ///
  /// - Parameter currency: amounts in another one are left out of the revenue, and counted as unpriced.
  /// - Throws: `Overflow` where amounts pass 64 bits.
  func outcomes(in currency: Currency) throws(Overflow) -> [LeadTypeKey: [Month: ToldOutcome]] {
    let told = toldFields
    var outcomes: [LeadTypeKey: [Month: ToldOutcome]] = [:]
    for placed in self where placed.standing == .counts {
      let fields = told[placed.key] ?? []
      var own = outcomes[placed.key]?[placed.month] ?? ToldOutcome(of: fields, in: currency)
      try own.add(placed.lead, in: currency)
      outcomes[placed.key, default: [:]][placed.month] = own
    }
    return outcomes
  }
}

extension [PlacedLead] {
  /// What files had columns for, by lead type.
  var toldFields: [LeadTypeKey: Set<LeadField>] {
    reduce(into: [:]) { told, placed in told[placed.key, default: []].formUnion(placed.lead.told) }
  }
}

/// What leads tell of what came of them.
struct ToldOutcome: Hashable, Sendable {
  /// The figures; nil where the files do not tell.
  private(set) var figures: OutcomeFigures
  /// How many deals were won of which no amount in the contract's currency is known.
  private(set) var unpriced = 0

  init(of fields: Set<LeadField>, in currency: Currency) {
    self.figures = OutcomeFigures(
      sqls: fields.tell(.sql) ? 0 : nil,
      opportunities: fields.tell(.opportunity) ? 0 : nil,
      won: fields.tell(.won) ? 0 : nil,
      revenue: fields.tell(.won) && fields.contains(.amount) ? .zero(currency) : nil
    )
  }

  mutating func add(_ lead: Lead, in currency: Currency) throws(Overflow) {
    if lead.hasReached(.sql) { figures.sqls? += 1 }
    if lead.hasReached(.opportunity) { figures.opportunities? += 1 }
    guard lead.hasReached(.won) else { return }
    figures.won? += 1
    guard let before = figures.revenue else { return }
    let amounts = lead.revenue.filter { $0.currency == currency }
    figures.revenue = try before.adding(amounts.total(currency))
    unpriced += lead.wonWithoutAmount + lead.revenue.count - amounts.count
  }
}

extension DisputeStep {
  /// By how much the step moves the count of leads; nil where it does not.
  fileprivate var change: Int? {
    switch word {
    case .rejected: -1
    case .settledAccepted: 1
    case .contested, .settledRejected: nil
    }
  }
}
