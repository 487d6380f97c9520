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
    try byLeadType(of: deliveries).values.joined().sorted {
      ($0.days.first, $0.days.last, $0.key) < ($1.days.first, $1.days.last, $1.key)
    }
  }

  /// The sums of deliveries by lead type, of each in the order in which its days were first recorded.
  ///
  /// - Throws: `Overflow` where a sum passes 64 bits.
  public static func byLeadType(of deliveries: [Delivery]) throws(Overflow) -> [LeadTypeKey: [NetDelivery]] {
    var keys = KeyPlaces()
    let spans = try NetCounts(of: deliveries, placing: &keys).spans
    var nets = keys.all.map { (key: $0, nets: [NetDelivery]()) }
    for span in spans {
      for (place, count) in span.counts {
        nets[place].nets.append(NetDelivery(key: nets[place].key, days: span.days, count: count))
      }
    }
    return Dictionary(uniqueKeysWithValues: nets)
  }
}
