/// An exact amount of money, before it is rounded to be shown: whole parts of 10⁻¹⁸ of a minor unit.
///
/// The value of a lead is an order value times three rates in parts per million, so that every value, every
/// count of leads times it, and every sum of such products is a whole number of these parts.
public struct Value: Hashable, Sendable {
  /// How many parts a minor unit has: one million for each of three rates.
  static let partsPerMinorUnit: Int128 = 1_000_000_000_000_000_000

  let parts: Int128
  /// The currency.
  public let currency: Currency

  init(parts: Int128, _ currency: Currency) {
    self.parts = parts
    self.currency = currency
  }

  /// The value of an amount.
  public init(_ money: Money) {
    // 2⁶³ × 10¹⁸ stays below 2¹²³.
    self.init(parts: Int128(money.minorUnits) * Self.partsPerMinorUnit, money.currency)
  }

  /// No value, in `currency`.
  public static func zero(_ currency: Currency) -> Value { Value(parts: 0, currency) }

  /// The value rounded half up to a whole minor unit, as it is shown.
  ///
  /// - Throws: `Overflow` where it passes 64 bits of minor units.
  public func rounded() throws(Overflow) -> Money {
    Money(minorUnits: try Int(checking: parts.dividedRoundingHalfUp(by: Self.partsPerMinorUnit)), currency)
  }

  /// The sum of two values of one currency.
  public func adding(_ other: Value) throws(Overflow) -> Value {
    precondition(currency == other.currency, "values of two currencies do not add up")
    return Value(parts: try parts.plus(other.parts), currency)
  }

  /// The difference of two values of one currency.
  public func subtracting(_ other: Value) throws(Overflow) -> Value {
    precondition(currency == other.currency, "values of two currencies do not subtract")
    return Value(parts: try parts.minus(other.parts), currency)
  }

  /// The value of `count` such things.
  public func times(_ count: Int) throws(Overflow) -> Value {
    Value(parts: try parts.times(Int128(count)), currency)
  }

  /// The share of the value, rounded half up to a whole part.
  public func times(_ share: Share) throws(Overflow) -> Value {
    let (part, whole) = share.exact
    return Value(parts: try parts.times(part, dividedRoundingHalfUpBy: whole), currency)
  }

  /// How many things worth `unit` make up this value, rounded up; 0 where nothing is missing.
  public func count(of unit: Value) throws(Overflow) -> Int {
    precondition(unit.parts > 0, "a unit is worth something")
    return parts <= 0 ? 0 : try Int(checking: parts.dividedRoundingUp(by: unit.parts))
  }

  /// This value as a part of `whole`; nil where `whole` is not above zero.
  public func ratio(to whole: Value) -> Ratio? {
    whole.parts > 0 ? Ratio(parts, to: whole.parts) : nil
  }
}

extension Value: CustomStringConvertible {
  /// The value for people with all its decimals, unrounded: `$128.248`.
  public var description: String {
    let unit = Self.partsPerMinorUnit.magnitude * UInt128(currency.minorUnitsPerUnit)
    let (whole, part) = parts.magnitude.quotientAndRemainder(dividingBy: unit)
    let places = 18 + currency.exponent
    let digits = String(part)
    let decimals = (String(repeating: "0", count: places - digits.count) + digits).trimmingTrailingZeros
    let shown = decimals + String(repeating: "0", count: Swift.max(0, currency.exponent - decimals.count))
    return "\(parts < 0 ? "-" : "")\(currency.prefix)\(whole.grouped)\(shown.isEmpty ? "" : ".\(shown)")"
  }
}

extension Value: Comparable {
  /// Orders values of one currency by size.
  public static func < (a: Value, b: Value) -> Bool { a.parts < b.parts }
}
