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
    var keys = KeyPlaces()
    var nets: [NetDelivery] = []
    for span in try NetCounts(of: deliveries, placing: &keys).spans {
      for (place, count) in span.counts {
        nets.append(NetDelivery(key: keys[place], days: span.days, count: count))
      }
    }
    return nets.sorted {
      ($0.days.first, $0.days.last, $0.key) < ($1.days.first, $1.days.last, $1.key)
    }
  }
}
