extension Int {
  /// Reads plain ASCII digits: no sign, no blanks; nil where there is another character or too many of them.
  init?(digits: some StringProtocol) {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(String(digits))
    else {
      return nil
    }
    self = value
  }

  /// The number in at least `width` digits, with leading zeros.
  func padded(to width: Int) -> String {
    let digits = String(magnitude)
    return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}

extension UInt8 {
  var isDigit: Bool { (48...57).contains(self) }
}

extension StringProtocol {
  /// The digits of `500,000` or `500 000`; nil where the groups are not of three digits or separators are mixed, and for
  /// `0,250`, which is a quarter to whoever writes a comma before decimals.
  var ungrouped: String? {
    let separators: [Character] = [",", "_", " ", "\u{A0}", "\u{202F}", "'"]
    let separator = first(where: separators.contains) ?? ","
    let groups = split(separator: separator, omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || groups[0].count <= 3 && groups[0].first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
    let isPlain = groups.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
    return isGrouped && isPlain ? groups.joined() : nil
  }

  /// The text without white space at either end.
  public var trimmingBlanks: String {
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
