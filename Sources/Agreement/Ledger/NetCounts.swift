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
    var places: [DayRange: Int] = [:]
    var sums: [(days: DayRange, counts: [Int: Int128])] = []
    var last: (days: DayRange, place: Int)?
    for delivery in deliveries {
      let place: Int
      // What was recorded together is mostly of the same days.
      if let last, last.days == delivery.days {
        place = last.place
      } else if let known = places[delivery.days] {
        place = known
      } else {
        place = sums.count
        places[delivery.days] = place
        sums.append((delivery.days, [:]))
      }
      last = (delivery.days, place)
      sums[place].counts[keys.place(delivery.key), default: 0] += Int128(delivery.count)
    }
    for (days, counts) in sums {
      var checked: [(place: Int, count: Int)] = []
      for (place, sum) in counts { checked.append((place, try Int(checking: sum))) }
      spans.append(Span(days: days, counts: checked))
    }
  }
}
