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
    } else if rest.uppercased().hasPrefix(currency.code) {
      rest = rest.dropFirst(currency.code.count)
    } else if rest.uppercased().hasSuffix(currency.code) {
      rest = rest.dropLast(currency.code.count)
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
    guard let whole = Self.ungrouped(first) else {
      if first.contains(",") {
        throw refusal(
          "a clear amount: commas group three digits (1,234) and a point begins the decimals (1.50)"
        )
      }
      throw plain
    }
    let places = zeros + currency.exponent
    let kept = decimals.trimmingTrailingZeros
    if zeros == 0, decimals.count == 3, currency.exponent != 3 {
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

  /// The digits of `500,000` or `500 000`; nil where the groups are not of three digits or separators are mixed.
  private static func ungrouped(_ text: Substring) -> String? {
    let separators: [Character] = [",", "_", " ", "\u{A0}", "\u{202F}", "'"]
    guard let separator = text.first(where: separators.contains) else {
      return !text.isEmpty && text.utf8.allSatisfy(\.isDigit) ? String(text) : nil
    }
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    let isGrouped =
      (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
    return isGrouped ? groups.joined() : nil
  }
}

extension UInt8 {
  var isDigit: Bool { (48...57).contains(self) }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  var trimmingTrailingZeros: String {
    var rest = self[...]
    while rest.last == "0" { rest = rest.dropLast() }
    return String(rest)
  }
}
