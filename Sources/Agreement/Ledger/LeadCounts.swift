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

  private let keys: KeyPlaces
  /// The counts of each month, by the number of the lead type; each is found to be of 64 bits.
  private let sums: [Month: [Sum?]]

  /// Counts deliveries up, by the calendars of `ledger`.
  ///
  /// In a month whose counts come from leads, what was logged counts for nothing: a lead would count twice.
  ///
  /// - Throws: `Overflow` where a count passes 64 bits.
  init(of deliveries: [Delivery], by ledger: Ledger) throws(Overflow) {
    var keys = KeyPlaces()
    var sums: [Month: [Sum?]] = [:]
    for isLogged in [true, false] {
      for span in try NetCounts(of: deliveries, counted: isLogged, placing: &keys).spans {
        let weights = ledger.calendar(on: span.days.first).weights(of: span.days)
        let nets = span.counts.map { place, count in
          let parts = weights.count == 1 ? [count] : LargestRemainder.split(count, by: weights.map(\.weight))
          return (place: place, parts: parts, isDivided: parts.count { $0 != 0 } > 1)
        }
        for (index, month) in weights.map(\.month).enumerated() {
          guard !isLogged || ledger.history.deliverySource(in: month) == .logged else { continue }
          var types = sums.removeValue(forKey: month) ?? []
          for net in nets {
            while types.count <= net.place { types.append(nil) }
            var sum = types[net.place] ?? Sum()
            sum.add(net.parts[index], isApportioned: net.isDivided)
            types[net.place] = sum
          }
          sums[month] = types
        }
      }
    }
    for sum in sums.values.joined() {
      guard let sum else { continue }
      _ = try Int(checking: sum.all)
      _ = try Int(checking: sum.apportioned)
    }
    self.keys = keys
    self.sums = sums
  }

  /// The leads of one type in `month`; nil where nothing is on record that touches it.
  func count(of key: LeadTypeKey, in month: Month) -> Count? {
    guard let place = keys.place(of: key), let sums = sums[month], sums.indices.contains(place) else {
      return nil
    }
    return sums[place]?.count
  }

  /// The leads of each type in `month` of which something is on record.
  func counts(in month: Month) -> [LeadTypeKey: Count] {
    Dictionary(
      uniqueKeysWithValues: (sums[month] ?? []).enumerated().compactMap { place, sum in
        sum.map { (keys[place], $0.count) }
      })
  }

  private struct Sum {
    var all: Int128 = 0
    var apportioned: Int128 = 0

    /// The sum, where it is of 64 bits.
    var count: Count { Count(all: Int(all), apportioned: Int(apportioned)) }

    mutating func add(_ count: Int, isApportioned: Bool) {
      all += Int128(count)
      if isApportioned { apportioned += Int128(count) }
    }
  }
}

extension Ledger {
  /// Those of some deliveries that count for their part of `month`: leads count where the month's counts come from them,
  /// and what was logged elsewhere.
  public func counted(_ deliveries: [Delivery], in month: Month) -> [Delivery] {
    let isLogged = history.deliverySource(in: month) == .logged
    return deliveries.filter { $0.kind.isCounted == isLogged }
  }

  /// The leads of `key` delivered in `month`, corrections included; nil where nothing is on record for any of its
  /// days.
  ///
  /// - Throws: `Overflow` where the count passes 64 bits.
  public func leads(of key: LeadTypeKey, in month: Month) throws(Overflow) -> Int? {
    let days = history.newest.contract.calendar.days(of: month)
    let touching = deliveries.filter { $0.key == key && $0.days.overlaps(days) }
    guard !touching.isEmpty else { return nil }
    return try LeadCounts(of: touching, by: self).count(of: key, in: month)?.all ?? 0
  }

  /// What entries for the same lead type and the same days add up to, and how many of those leads fall to `month`; nil
  /// where a count passes 64 bits.
  ///
  /// - Precondition: there is one, and all count in `month`.
  public func apportioned(_ entries: [Delivery], to month: Month) -> (all: Int, part: Int)? {
    guard let all = try? Int(checking: entries.reduce(Int128(0)) { $0 + Int128($1.count) }),
      let counts = try? LeadCounts(of: entries, by: self)
    else { return nil }
    return (all, counts.count(of: entries[0].key, in: month)?.all ?? 0)
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
