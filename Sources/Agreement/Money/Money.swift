/// An amount in whole minor units of a currency: cents for USD, yen for JPY, fils for KWD.
public struct Money: Hashable, Sendable {
  /// The amount in minor units; negative for what is owed the other way.
  public let minorUnits: Int
  /// The currency.
  public let currency: Currency

  /// An amount of minor units.
  public init(minorUnits: Int, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// No money, in `currency`.
  public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency) }

  /// The sum of two amounts of one currency.
  ///
  /// - Throws: `Overflow` beyond 64 bits.
  public func adding(_ other: Money) throws(Overflow) -> Money {
    precondition(currency == other.currency, "amounts of two currencies do not add up")
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    guard !overflow else { throw Overflow() }
    return Money(minorUnits: sum, currency)
  }

  /// The difference of two amounts of one currency.
  ///
  /// - Throws: `Overflow` beyond 64 bits.
  public func subtracting(_ other: Money) throws(Overflow) -> Money {
    precondition(currency == other.currency, "amounts of two currencies do not add up")
    let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
    guard !overflow else { throw Overflow() }
    return Money(minorUnits: difference, currency)
  }

  /// The share of this amount, rounded half up to a whole minor unit.
  public func times(_ share: Share) -> Money {
    let (part, whole) = share.exact
    return Money(minorUnits: Int((Int128(minorUnits) * part).dividedRoundingHalfUp(by: whole)), currency)
  }

  /// The amount in parts proportional to `weights` that add up to it, cent by cent, by largest remainder.
  public func split(by weights: [Int]) -> [Money] {
    LargestRemainder.split(minorUnits, by: weights).map { Money(minorUnits: $0, currency) }
  }

  /// The amount in `count` parts that differ by one minor unit at most, the larger ones first.
  public func split(into count: Int) -> [Money] {
    split(by: Array(repeating: 1, count: count))
  }
}

extension Sequence<Money> {
  /// The sum of amounts of one currency.
  ///
  /// - Throws: `Overflow` beyond 64 bits.
  public func total(_ currency: Currency) throws(Overflow) -> Money {
    var sum = Money.zero(currency)
    for money in self { sum = try sum.adding(money) }
    return sum
  }
}

extension Money: CustomStringConvertible {
  /// The amount for people: `$1,234.50`, `-$3.00`, `KWD 1.250`.
  public var description: String {
    let unit = UInt(currency.minorUnitsPerUnit)
    let (whole, part) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
    let decimals = currency.exponent == 0 ? "" : "." + Int(part).padded(to: currency.exponent)
    return "\(minorUnits < 0 ? "-" : "")\(currency.prefix)\(whole.grouped)\(decimals)"
  }

  /// The amount as a plain decimal without a currency, for machines: `-1234.50`.
  public var decimal: String {
    let unit = UInt(currency.minorUnitsPerUnit)
    let (whole, part) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
    let decimals = currency.exponent == 0 ? "" : "." + Int(part).padded(to: currency.exponent)
    return "\(minorUnits < 0 ? "-" : "")\(whole)\(decimals)"
  }
}

extension BinaryInteger {
  /// The number with a comma between groups of three digits: `1,326`.
  public var grouped: String {
    var groups: [Substring] = []
    var digits = String(magnitude)[...]
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    groups.insert(digits, at: 0)
    return (self < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}
