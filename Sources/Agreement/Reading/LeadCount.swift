extension NewDelivery {
  /// The most leads that one entry may count: any more is a slip of the keyboard, and would pass what reports can compute.
  static let most = 1_000_000_000_000

  /// Reads a count of leads: `212`, `1,250`, and in a correction `-5` or `+5`.
  ///
  /// - Throws: `Unreadable` for anything else, or beyond 64 bits; `RecordingRefusal.negative` for less than none
  ///   outside a correction.
  public init(_ text: String, of key: LeadTypeKey, in days: DayRange, isCorrection: Bool = false) throws {
    let bare = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
    let groups = bare.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || groups[0].count <= 3 && groups[0].first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
    let digits = groups.joined()
    guard !digits.isEmpty, isGrouped, digits.utf8.allSatisfy(\.isDigit) else {
      throw Unreadable(text, expected: "a whole number of leads of \(key), such as 212")
    }
    guard let count = Int(text.hasPrefix("-") ? "-" + digits : digits), count.magnitude <= Self.most else {
      throw Unreadable(
        text, expected: "a number of leads of \(key) that leadpact can count; check the figure")
    }
    guard isCorrection || count >= 0 else { throw RecordingRefusal.negative(key, count) }
    self.init(key: key, days: days, count: count)
  }
}
