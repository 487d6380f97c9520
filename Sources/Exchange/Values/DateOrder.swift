public import Agreement

/// Which of the two first numbers of a date such as `3/4/2026` is the day.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// `3/4/2026` is 4 March.
  case monthFirst = "mdy"
  /// `3/4/2026` is 3 April.
  case dayFirst = "dmy"

  /// Reads `mdy` or `dmy`.
  ///
  /// - Throws: `Unreadable` for anything else.
  public init(_ text: String) throws(Unreadable) {
    guard let order = DateOrder(rawValue: text.lowercased()) else {
      throw Unreadable(text, expected: "an order of dates: mdy (month first) or dmy (day first)")
    }
    self = order
  }
}

/// What begins the decimals of an amount.
public enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  /// `1.234` is a little more than one.
  case point
  /// `1,234` is a little more than one.
  case comma

  /// Reads `point` or `comma`.
  ///
  /// - Throws: `Unreadable` for anything else.
  public init(_ text: String) throws(Unreadable) {
    guard let mark = DecimalMark(rawValue: text.lowercased()) else {
      throw Unreadable(text, expected: "a decimal mark: point or comma")
    }
    self = mark
  }
}
