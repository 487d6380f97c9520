/// Lead types by number.
///
/// A key is two texts, and thousands of deliveries are of a few dozen: by number they are told apart for less.
struct KeyPlaces {
  private var places: [LeadTypeKey: Int] = [:]
  /// The lead types in the order of their numbers.
  private(set) var all: [LeadTypeKey] = []
  private var last = -1

  subscript(place: Int) -> LeadTypeKey { all[place] }

  /// The number of a lead type that has one.
  func place(of key: LeadTypeKey) -> Int? { places[key] }

  /// The number of a lead type, the next where it has none yet.
  mutating func place(_ key: LeadTypeKey) -> Int {
    // Week after week, or month after month, they mostly come in the same order.
    let next = last + 1 < all.count ? last + 1 : 0
    if next < all.count, all[next] == key {
      last = next
    } else if let place = places[key] {
      last = place
    } else {
      last = all.count
      places[key] = last
      all.append(key)
    }
    return last
  }
}
