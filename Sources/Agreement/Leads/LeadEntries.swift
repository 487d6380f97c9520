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

/// Leads that came in together: of one type, on one day, by one import.
private struct DeliveredGroup: Hashable {
  let key: LeadTypeKey
  let day: Day
  let mark: EntryMark
}

extension [PlacedLead] {
  /// The deliveries that the leads amount to, day by day, and the adjustments that disputes made to them.
  ///
  /// Leads of months whose counts are logged add nothing; an adjustment moves a logged count too.
  func deliveries(disputes: [DisputeStep], by history: ContractHistory) -> [Delivery] {
    var counts: [DeliveredGroup: Int] = [:]
    var countable: [String: PlacedLead] = [:]
    for placed in self {
      if case .unqualified = placed.standing { continue }
      countable[placed.lead.id] = placed
      guard history.deliverySource(in: placed.month) == .leads else { continue }
      counts[DeliveredGroup(key: placed.key, day: placed.day, mark: placed.lead.mark), default: 0] += 1
    }
    let delivered = counts.map { group, count in
      Delivery(
        key: group.key, days: DayRange(group.day), count: count, kind: .leads(group.mark.number),
        mark: group.mark)
    }.sorted { ($0.days.first, $0.key, $0.mark.number) < ($1.days.first, $1.key, $1.mark.number) }
    let adjustments = disputes.compactMap { step -> Delivery? in
      guard let placed = countable[step.lead], let change = step.change else { return nil }
      return Delivery(
        key: placed.key, days: DayRange(placed.day), count: change,
        kind: .disputed(lead: step.lead, reason: step.reason),
        mark: step.mark)
    }
    return delivered + adjustments
  }

  /// What has come of the leads that count, by lead type and month; nil figures where the files do not tell.
  ///
  /// - Parameter currency: amounts in another one are left out of the revenue.
  /// - Throws: `Overflow` where amounts pass 64 bits.
  func outcomes(told book: LeadBook, in currency: Currency) throws(Overflow) -> [LeadTypeKey: [Month:
    OutcomeFigures]]
  {
    var figures: [LeadTypeKey: [Month: OutcomeFigures]] = [:]
    for placed in self where placed.standing == .counts {
      var own =
        figures[placed.key]?[placed.month]
        ?? OutcomeFigures(
          sqls: book.tells(.sql) ? 0 : nil,
          opportunities: book.tells(.opportunity) ? 0 : nil,
          won: book.tells(.won) ? 0 : nil,
          revenue: book.tells(.won) && book.tellsRevenue ? .zero(currency) : nil
        )
      if placed.lead.hasReached(.sql) { own.sqls? += 1 }
      if placed.lead.hasReached(.opportunity) { own.opportunities? += 1 }
      if placed.lead.hasReached(.won) { own.won? += 1 }
      for amount in placed.lead.revenue where amount.currency == currency {
        own.revenue = try own.revenue?.adding(amount)
      }
      figures[placed.key, default: [:]][placed.month] = own
    }
    return figures
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
