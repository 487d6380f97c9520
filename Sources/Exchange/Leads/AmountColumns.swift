import Agreement

/// A column of amounts, and the one that says in which currency they are.
struct AmountColumns {
  let amount: Int
  /// The column of the currency; nil where none says it.
  let currency: Int?

  /// The columns of a file, the best first: those of the deal's own amount, then those that its system converted.
  ///
  /// A converted amount is looked at only where it says its currency, or where there is no other. A mapping of either
  /// column settles the matter.
  static func found(
    _ layout: LeadLayout, _ fields: ColumnPlan<LeadField>, _ header: CSVHeader, mapping: ColumnMapping?
  ) throws(ColumnProblems) -> [AmountColumns] {
    let converted = try ColumnPlan<ConvertedAmount>(header, known: layout.convertedAmount, mapping: nil)
    let mapped = Set(mapping?.entries.map(\.field) ?? [])
    let isCurrencyMapped = mapped.contains(LeadField.currency.rawValue)
    func currency(of amount: Int) -> Int? {
      amount == converted[.amount] && !isCurrencyMapped ? converted[.currency] : fields[.currency]
    }
    let own = fields[.amount].map { AmountColumns(amount: $0, currency: currency(of: $0)) }
    let other = converted[.amount].map { AmountColumns(amount: $0, currency: currency(of: $0)) }
    let isSettled = isCurrencyMapped || mapped.contains(LeadField.amount.rawValue) || other?.currency == nil
    return isSettled ? [own ?? other].compactMap(\.self) : [own, other].compactMap(\.self)
  }
}
