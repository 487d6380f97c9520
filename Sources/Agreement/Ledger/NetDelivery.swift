/// The sum of all that is on record for one lead type and the same days.
public struct NetDelivery: Hashable, Sendable {
  /// The lead type.
  public let key: LeadTypeKey
  /// The days.
  public let days: DayRange
  /// The sum of the counts logged, imported and corrected.
  public let count: Int

  /// The sums of deliveries, in the order of their days.
  ///
  /// - Throws: `Overflow` where a sum passes 64 bits.
  public static func all(of deliveries: [Delivery]) throws(Overflow) -> [NetDelivery] {
    try unordered(of: deliveries).sorted {
      ($0.days.first, $0.days.last, $0.key) < ($1.days.first, $1.days.last, $1.key)
    }
  }

  private static func unordered(of deliveries: [Delivery]) throws(Overflow) -> [NetDelivery] {
    var keys = KeyPlaces()
    var nets: [NetDelivery] = []
    for span in try NetCounts(of: deliveries, placing: &keys).spans {
      for (place, count) in span.counts {
        nets.append(NetDelivery(key: keys[place], days: span.days, count: count))
      }
    }
    return nets
  }
}

/// Lead types by number. A key is two texts, and thousands of deliveries are of a few dozen: by number they are told
/// apart for less.
struct KeyPlaces {
  private var places: [LeadTypeKey: Int] = [:]
  private(set) var keys: [LeadTypeKey] = []

  subscript(place: Int) -> LeadTypeKey { keys[place] }

  /// The number of a lead type that has one.
  func place(of key: LeadTypeKey) -> Int? { places[key] }

  /// The number of a lead type, the next where it has none yet.
  mutating func place(_ key: LeadTypeKey) -> Int {
    if let place = places[key] { return place }
    places[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }
}

/// The sums of deliveries of one lead type and the same days, span by span; the types in no order.
struct NetCounts {
  struct Span {
    let days: DayRange
    /// The count of each lead type, by its number.
    let counts: [(place: Int, count: Int)]
  }

  private(set) var spans: [Span] = []

  /// - Throws: `Overflow` where a sum passes 64 bits.
  init(of deliveries: some Sequence<Delivery>, placing keys: inout KeyPlaces) throws(Overflow) {
    var numbers: [DayRange: Int] = [:]
    var sums: [(days: DayRange, counts: [Int: Int128])] = []
    var last: Int?
    for delivery in deliveries {
      // What was recorded together is mostly of the same days.
      if last.map({ sums[$0].days == delivery.days }) != true {
        last = numbers[delivery.days]
        if last == nil {
          numbers[delivery.days] = sums.count
          last = sums.count
          sums.append((delivery.days, [:]))
        }
      }
      let span = last ?? 0
      sums[span].counts[keys.place(delivery.key), default: 0] += Int128(delivery.count)
    }
    for (days, counts) in sums {
      var checked: [(place: Int, count: Int)] = []
      for (place, sum) in counts { checked.append((place, try Int(checking: sum))) }
      spans.append(Span(days: days, counts: checked))
    }
  }
}
