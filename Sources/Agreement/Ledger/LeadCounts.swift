/// Leads delivered, by month and lead type.
///
/// Entries for the same lead type and the same days are netted before they are apportioned, so that a corrected
/// week falls to its months just as it would had it been right from the start.
struct LeadCounts {
  /// A count, and how much of it was apportioned from spans that also touch another month.
  struct Count: Hashable, Sendable {
    var all = 0
    var apportioned = 0
  }

  let byMonth: [Month: [LeadTypeKey: Count]]

  /// Counts deliveries up, by the calendars of `ledger`.
  ///
  /// In a month whose counts come from leads, what was logged counts for nothing: a lead would count twice.
  ///
  /// - Throws: `Overflow` where a count passes 64 bits.
  init(of deliveries: [Delivery], by ledger: Ledger) throws(Overflow) {
    var sums: [Month: [LeadTypeKey: Sum]] = [:]
    var weights: [DayRange: [(month: Month, weight: Int)]] = [:]
    var sources: [Month: Contract.DeliverySource] = [:]
    func counts(_ month: Month, _ isLogged: Bool) -> Bool {
      guard isLogged else { return true }
      let source = sources[month] ?? ledger.history.deliverySource(in: month)
      sources[month] = source
      return source == .logged
    }
    let logged = try NetDelivery.unordered(of: deliveries.filter(\.kind.isCounted)).map { ($0, true) }
    let derived = try NetDelivery.unordered(of: deliveries.filter { !$0.kind.isCounted }).map { ($0, false) }
    for (net, isLogged) in logged + derived {
      // Thousands of deliveries share a few hundred spans, mostly weeks.
      let span = weights[net.days] ?? ledger.calendar(on: net.days.first).weights(of: net.days)
      weights[net.days] = span
      let parts = span.count == 1 ? [net.count] : LargestRemainder.split(net.count, by: span.map(\.weight))
      let isDivided = parts.count { $0 != 0 } > 1
      for (part, count) in zip(span, parts) where counts(part.month, isLogged) {
        sums[part.month, default: [:]][net.key, default: Sum()].add(count, isApportioned: isDivided)
      }
    }
    var byMonth: [Month: [LeadTypeKey: Count]] = [:]
    for (month, types) in sums {
      for (key, sum) in types {
        byMonth[month, default: [:]][key] = Count(
          all: try Int(checking: sum.all),
          apportioned: try Int(checking: sum.apportioned)
        )
      }
    }
    self.byMonth = byMonth
  }

  private struct Sum {
    var all: Int128 = 0
    var apportioned: Int128 = 0

    mutating func add(_ count: Int, isApportioned: Bool) {
      all += Int128(count)
      if isApportioned { apportioned += Int128(count) }
    }
  }
}

extension Ledger {
  /// Whether a delivery counts for its part of `month`: leads count where the month's counts come from them, and
  /// what was logged elsewhere.
  public func counts(_ delivery: Delivery, in month: Month) -> Bool {
    delivery.kind.isCounted == (history.deliverySource(in: month) == .logged)
  }

  /// The leads of `key` delivered in `month`, corrections included; nil where nothing is on record for any of its
  /// days.
  ///
  /// - Throws: `Overflow` where the count passes 64 bits.
  public func leads(of key: LeadTypeKey, in month: Month) throws(Overflow) -> Int? {
    let days = history.newest.contract.calendar.days(of: month)
    let touching = deliveries.filter { $0.key == key && $0.days.overlaps(days) }
    guard !touching.isEmpty else { return nil }
    return try LeadCounts(of: touching, by: self).byMonth[month]?[key]?.all ?? 0
  }

  /// The calendar of the version that rules on `day`, or on the first covered month after it; else the newest.
  ///
  /// Versions of one contract differ in their holidays only. Leads of a week that begins before the agreement
  /// are split as its first version says, so that no later version changes the first month.
  public func calendar(on day: Day) -> ContractCalendar {
    let newest = history.newest.contract.calendar
    let month = newest.month(containing: day)
    let ruling = history.ruling(in: month) ?? history.months.first { $0 > month }.flatMap(history.ruling)
    return ruling?.contract.calendar ?? newest
  }
}
