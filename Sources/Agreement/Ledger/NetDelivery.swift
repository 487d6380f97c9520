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

  static func unordered(of deliveries: [Delivery]) throws(Overflow) -> [NetDelivery] {
    struct Span: Hashable {
      let key: Int
      let days: DayRange
    }
    // A key is two texts; thousands of deliveries are of a few dozen, which are told apart by numbers from here on.
    var places: [LeadTypeKey: Int] = [:]
    var keys: [LeadTypeKey] = []
    var sums: [Span: Int128] = [:]
    for delivery in deliveries {
      let place = places[delivery.key] ?? keys.count
      if place == keys.count {
        places[delivery.key] = place
        keys.append(delivery.key)
      }
      sums[Span(key: place, days: delivery.days), default: 0] += Int128(delivery.count)
    }
    var nets: [NetDelivery] = []
    nets.reserveCapacity(sums.count)
    for (span, sum) in sums {
      nets.append(NetDelivery(key: keys[span.key], days: span.days, count: try Int(checking: sum)))
    }
    return nets
  }
}
