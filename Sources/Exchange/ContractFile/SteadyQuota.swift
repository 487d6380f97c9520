import Agreement

/// A span of time that a quota is given for, by its number of months.
enum QuotaSpan: Int, CaseIterable {
  case month = 1
  case quarter = 3
  case year = 12

  /// The months that `2026-01`, `2026-Q1` or `2026` stands for (`FY2026` where the year starts elsewhere).
  static func months(of key: String, fiscalYearStart: Int) throws(Unreadable) -> [Month] {
    if key.contains(where: { $0 == "Q" || $0 == "q" }) {
      return try Quarter(key, fiscalYearStart: fiscalYearStart).months
    }
    if key.contains("-") { return [try Month(key)] }
    let year = fiscalYearStart == 1 ? "2026" : "FY2026"
    do throws(Unreadable) {
      let first = try Quarter("\(key)-Q1", fiscalYearStart: fiscalYearStart).firstMonth
      return (0..<QuotaSpan.year.rawValue).map(first.advanced(by:))
    } catch {
      throw Unreadable(
        key,
        expected: "a month, a quarter or a year such as 2026-01, \(year)-Q1 or \(year)"
          + (fiscalYearStart == 1 ? " (the year starts in January)" : " (the year it ends in)")
      )
    }
  }
}

/// One amount for each month, quarter or year: `1.5M per quarter`.
struct SteadyQuota {
  let amount: Money
  let span: QuotaSpan

  init(_ text: String, _ currency: Currency, isCurrencyKnown: Bool) throws(Unreadable) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > 2, words[words.count - 2].lowercased() == "per" else {
      self.amount = try Self.amount(text, currency, isCurrencyKnown: isCurrencyKnown)
      self.span = .month
      return
    }
    let unit = words[words.count - 1].lowercased()
    guard let span = QuotaSpan.allCases.first(where: { "\($0)" == unit }) else {
      throw Unreadable(text, expected: "a quota such as 500,000 per month, 1.5M per quarter or 6M per year")
    }
    let number = words.dropLast(2).joined(separator: " ")
    self.amount = try Self.amount(number, currency, isCurrencyKnown: isCurrencyKnown)
    self.span = span
  }

  /// An amount that can be won; some amount where the currency, and so the form, is not known.
  static func amount(_ text: String, _ currency: Currency, isCurrencyKnown: Bool) throws(Unreadable) -> Money
  {
    guard isCurrencyKnown else { return .zero(currency) }
    let amount = try Money(text, currency)
    guard amount.minorUnits >= 0 else {
      throw Unreadable(text, expected: "a quota: what sales must win is 0 or more")
    }
    return amount
  }
}
