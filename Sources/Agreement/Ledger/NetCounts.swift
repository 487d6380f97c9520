/// The sums of deliveries of one lead type and the same days, span by span; the types in the order of their numbers.
struct NetCounts {
  struct Span {
    let days: DayRange
    /// The count of each lead type, by its number.
    let counts: [(place: Int, count: Int)]
  }

  private(set) var spans: [Span] = []

  /// - Parameter isCounted: which of the deliveries to add up, those that someone counted or those that leads amount to; all
  ///   where that is not said.
  /// - Throws: `Overflow` where a sum passes 64 bits.
  init(
    of deliveries: [Delivery], counted isCounted: Bool? = nil, placing keys: inout KeyPlaces
  ) throws(Overflow) {
    var places: [DayRange: Int] = [:]
    var days: [DayRange] = []
    var entries: [(span: Int, place: Int, count: Int)] = []
    // By their places: a copy of each would cost more than what is asked of it.
    for index in deliveries.indices {
      if let isCounted, deliveries[index].kind.isCounted != isCounted { continue }
      let span: Int
      // What was recorded together is mostly of the same days.
      if let last = entries.last?.span, days[last] == deliveries[index].days {
        span = last
      } else if let known = places[deliveries[index].days] {
        span = known
      } else {
        span = days.count
        places[deliveries[index].days] = span
        days.append(deliveries[index].days)
      }
      entries.append((span, keys.place(deliveries[index].key), deliveries[index].count))
    }
    // Mostly they are in this order, and then sorting only looks at them.
    entries.sort { ($0.span, $0.place) < ($1.span, $1.place) }
    var rest = entries[...]
    for (span, days) in days.enumerated() {
      var counts: [(place: Int, count: Int)] = []
      while let place = rest.first.flatMap({ $0.span == span ? $0.place : nil }) {
        var sum: Int128 = 0
        while let entry = rest.first, (entry.span, entry.place) == (span, place) {
          sum += Int128(entry.count)
          rest.removeFirst()
        }
        counts.append((place, try Int(checking: sum)))
      }
      spans.append(Span(days: days, counts: counts))
    }
  }
}
