public import Agreement
import Foundation

extension TimeZoneName {
  /// Reads the name of a time zone that the system knows.
  ///
  /// An abbreviation is refused: `IST` and `CST` mean several zones each. So is a distance from UTC, which is right for
  /// one half of the year only.
  ///
  /// - Throws: `Unreadable`, with the nearest names.
  public init(known text: String) throws(Unreadable) {
    let abbreviated = ["UTC", "GMT"].contains(text) ? nil : TimeZone.abbreviationDictionary[text]
    let isDistance = !text.contains("/") && text.contains { "+-".contains($0) }
    guard abbreviated == nil, !isDistance, TimeZone(identifier: text) != nil else {
      let near = abbreviated.map { [$0] } ?? Self.near(text)
      let expected = "a time zone of the IANA database such as America/New_York or UTC"
      throw Unreadable(
        text,
        expected: near.isEmpty ? expected : "\(expected); did you mean \(near.joined(separator: " or "))?"
      )
    }
    try self.init(text)
  }

  /// The zones whose names, or whose cities, are nearest to what was written.
  private static func near(_ text: String) -> [String] {
    guard text.utf8.count <= 64 else { return [] }
    let zones = TimeZone.knownTimeZoneIdentifiers
    let written = text.replacing(" ", with: "_")
    let near = Spelling.nearest(to: written, among: zones)
    guard near.isEmpty else { return near }
    let cities = Dictionary(grouping: zones) { String($0.split(separator: "/").last ?? "") }
    let city = written.split(separator: "/").last.map(String.init) ?? written
    return Array(Spelling.nearest(to: city, among: cities.keys).flatMap { cities[$0] ?? [] }.prefix(3))
  }
}
