/// When a person did something about leads, lead by lead.
///
/// The times of all leads stand in one array: there may be a million.
public struct TouchTimes: Hashable, Sendable {
  private var times: [Occurrence] = []
  private var places: [String: Range<Int>] = [:]
  /// How many times have been given to leads.
  private var closed = 0

  /// No times, with room for those of so many leads.
  public init(leads: Int = 0) { places.reserveCapacity(leads) }

  /// The times of a lead, in order; none where it is not known.
  public subscript(lead: String) -> ArraySlice<Occurrence> { times[places[lead] ?? 0..<0] }

  /// Adds a time, which belongs to the lead that `close` names next; it costs least where times come in order.
  public mutating func add(_ time: Occurrence) {
    times.append(time)
    var place = times.endIndex - 1
    while place > closed, times[place] < times[place - 1] {
      times.swapAt(place, place - 1)
      place -= 1
    }
  }

  /// Gives a lead the times that were added since the last one, beside those that it has.
  public mutating func close(_ lead: String) {
    guard closed < times.endIndex else { return }
    if let known = places[lead] { for place in known { add(times[place]) } }
    places[lead] = closed..<times.endIndex
    closed = times.endIndex
  }

  /// Whether the same leads have the same times.
  public static func == (a: TouchTimes, b: TouchTimes) -> Bool {
    a.places.count == b.places.count && a.places.keys.allSatisfy { a[$0] == b[$0] }
  }

  /// Feeds the number of leads to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(places.count) }
}
