import ArgumentParser

/// How large the team is: a whole number or a fraction, where 1 means a million leads in ten years.
struct Scale: ExpressibleByArgument {
  let numerator: Int
  let denominator: Int

  /// A scale of at most 1,000; nil where the numbers make none.
  init?(numerator: Int, denominator: Int = 1) {
    let numbers = 1...1_000_000_000
    guard numbers.contains(numerator), numbers.contains(denominator), numerator <= 1_000 * denominator else {
      return nil
    }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// `10`, `1` or `1/100`.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    switch parts.count {
    case 1:
      guard let whole = parts[0] else { return nil }
      self.init(numerator: whole)
    case 2:
      guard let numerator = parts[0], let denominator = parts[1] else { return nil }
      self.init(numerator: numerator, denominator: denominator)
    default: return nil
    }
  }

  /// So much of `count`, rounded half up, and at least `least`.
  func of(_ count: Int, least: Int = 1) -> Int {
    max(least, (count * numerator + denominator / 2) / denominator)
  }
}
