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
