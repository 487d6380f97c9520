public import Agreement

/// Reads the answers that a contract file is filled with, by the same rules as the file itself.
public enum ContractAnswer {
  /// A name or a title: one line of text that can be seen.
  ///
  /// - Throws: `Unreadable` for nothing, for control characters and for signs that reorder the text around them.
  public static func line(_ text: String) throws(Unreadable) -> String {
    let line = text.trimmingBlanks
    guard !line.isEmpty, line.count <= 200, !line.unicodeScalars.contains(where: isUnseen) else {
      throw Unreadable(line, expected: "a line of 1 to 200 characters, all of which can be seen")
    }
    return line
  }

  /// How many months a contract lasts.
  ///
  /// - Throws: `Unreadable` unless it is a number of months from 1 to 120.
  public static func months(_ text: String) throws(Unreadable) -> Int {
    let months = try text.count(of: "months", example: "12 months")
    guard (1...120).contains(months) else {
      throw Unreadable(text, expected: "a term of 1 to 120 months, such as 12 months")
    }
    return months
  }

  /// What sales must win in a month: an amount, `500k` or `500,000 per month`.
  ///
  /// - Throws: `Unreadable` unless it is an amount of `currency`, 0 or more.
  public static func monthlyQuota(_ text: String, _ currency: Currency) throws(Unreadable) -> Money {
    let quota = try SteadyQuota(text, currency, isCurrencyKnown: true)
    guard quota.span == .month else {
      throw Unreadable(
        text, expected: "the quota of one month, such as 500,000; the file can say it otherwise")
    }
    return quota.amount
  }

  /// The share of a quota that existing customers bring.
  ///
  /// - Throws: `Unreadable` unless it is a share below 100 %.
  public static func retention(_ text: String) throws(Unreadable) -> Share {
    let share = try Share(text)
    guard share < .all else {
      throw Unreadable(text, expected: "a share below 100%, which leaves new business for leads to bring")
    }
    return share
  }

  /// A lead type's share, where those in `taken` are given away already.
  ///
  /// - Throws: `Unreadable` unless it is a share above 0 that fits in what is left.
  public static func share(_ text: String, besides taken: [Share]) throws(Unreadable) -> Share {
    let share = try Share(text)
    guard share > .none else { throw Unreadable(text, expected: "a share above 0%, such as 40%") }
    let sum = Share.sum(taken + [share])
    guard Share.makeWhole(taken + [share]) || sum < .all else {
      let left = Share.whole - Share.sum(taken).partsPerMillion
      throw Unreadable(text, expected: "a share of what is left: \(try Share(partsPerMillion: left)) at most")
    }
    return share
  }

  /// The revenue of one won deal.
  ///
  /// - Throws: `Unreadable` unless it is an amount of `currency` above 0.
  public static func orderValue(_ text: String, _ currency: Currency) throws(Unreadable) -> Money {
    let value = try Money(text, currency)
    guard value.minorUnits > 0 else { throw Unreadable(text, expected: "an amount above 0, such as 2,000") }
    return value
  }

  /// From a lead to the won deal.
  ///
  /// - Throws: `Unreadable` unless it is a number of days from 0 to 3,650.
  public static func timeToClose(_ text: String) throws(Unreadable) -> Int {
    let days = try text.count(of: "days", example: "60 days")
    guard (0...3_650).contains(days) else {
      throw Unreadable(text, expected: "a time of 0 to 3,650 days, such as 60 days")
    }
    return days
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: scalar.properties.isBidiControl || scalar == "\u{FEFF}"
    }
  }
}
