extension Money {
  /// Reads an amount as people type it: `500000`, `500,000`, `$500,000.50`, `500k`, `1.2M`, `EUR 20`.
  ///
  /// Commas, blanks and `_` group thousands; a point begins the decimals; `k`, `M` and `B` multiply. What can
  /// be read two ways is refused: `1,5`, and `1.234` in a currency of two decimals.
  ///
  /// - Throws: `Unreadable`, with what would be clear.
  public init(_ text: String, _ currency: Currency) throws(Unreadable) {
    func refusal(_ expected: String) -> Unreadable { Unreadable(text, expected: expected) }
    let plain = refusal("an amount in \(currency) such as 500000, 500,000, 500k or 1.2M")

    var rest = text.trimmingBlanks[...]
    let isNegative = rest.first == "-" || rest.first == "−"
    if isNegative { rest = rest.dropFirst() }
    let sign = currency.prefix.trimmingBlanks
    if rest.hasPrefix(sign) {
      rest = rest.dropFirst(sign.count)
    } else if rest.prefix(3).lowercased() == currency.code.lowercased() {
      rest = rest.dropFirst(3)
    } else if rest.suffix(3).lowercased() == currency.code.lowercased() {
      rest = rest.dropLast(3)
    }
    rest = String(rest).trimmingBlanks[...]

    var zeros = 0
    if let last = rest.last, let multiplier = ["k": 3, "K": 3, "m": 6, "M": 6, "b": 9, "B": 9][last] {
      zeros = multiplier
      rest = rest.dropLast()
    }
    let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = halves.first, halves.count <= 2 else {
      throw refusal("an amount in \(currency): with several points it could be read two ways; write 1,234.50")
    }
    let decimals = halves.count == 2 ? String(halves[1]) : ""
    guard halves.count == 1 || decimals.utf8.allSatisfy(\.isDigit) && !decimals.isEmpty else { throw plain }
    guard let whole = first.ungrouped else {
      if first.contains(",") {
        throw refusal(
          "a clear amount: commas group three digits (1,234) and a point begins the decimals (1.50)"
        )
      }
      throw plain
    }
    let places = zeros + currency.exponent
    let kept = decimals.trimmingTrailingZeros
    if zeros == 0, decimals.count == 3, currency.exponent < 3 {
      throw refusal(
        "a clear amount: write \(first),\(decimals) for thousands; \(currency) has \(currency.exponent) decimals"
      )
    }
    guard kept.count <= places else {
      throw refusal("an amount in \(currency), which has \(currency.exponent) decimals")
    }
    let digits = whole + kept + String(repeating: "0", count: places - kept.count)
    guard let minorUnits = Int(isNegative ? "-" + digits : digits) else {
      throw refusal("an amount that fits: leadpact counts up to \(Money(minorUnits: .max, currency))")
    }
    self.init(minorUnits: minorUnits, currency)
  }
}
