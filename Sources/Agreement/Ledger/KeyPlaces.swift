/// Lead types by number.
///
/// A key is two texts, and thousands of deliveries are of a few dozen: by number they are told apart for less.
struct KeyPlaces {
  private var places: [LeadTypeKey: Int] = [:]
  private var keys: [LeadTypeKey] = []

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
