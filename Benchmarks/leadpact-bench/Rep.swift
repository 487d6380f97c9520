/// The people of sales, as many as there may be.
enum Rep {
  private static let first = [
    "Aisha", "Bruno", "Carla", "Daniel", "Eve", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Keiko", "Liam",
    "Maya", "Nils", "Olga", "Pablo", "Quinn", "Rosa", "Sven", "Tara",
  ]
  private static let last = [
    "Adeyemi", "Berg", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Haddad", "Ivanova", "Jensen",
    "Kowalski", "Lopez", "Moreau", "Novak", "Okafor", "Petrov", "Quist", "Rossi", "Sato", "Tanaka",
  ]

  /// The names of so many.
  static func names(_ count: Int) -> [[UInt8]] {
    (0..<count).map { place in
      let (given, family) = (place % first.count, place / first.count + place % first.count)
      let number = place / (first.count * last.count)
      let name = "\(first[given]) \(last[family % last.count])"
      return Array((number == 0 ? name : "\(name) \(number + 1)").utf8)
    }
  }
}
