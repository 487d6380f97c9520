/// An exact quotient, such as value delivered by value owed; it may pass 1.
public struct Ratio: Hashable, Sendable {
  let numerator: Int128
  let denominator: Int128

  /// `part` in proportion to `whole`, which is above 0.
  init(_ part: Int128, to whole: Int128) {
    precondition(whole > 0, "a ratio is to something")
    self.numerator = part
    self.denominator = whole
  }

  /// `part` in proportion to `whole`; nil where `whole` is not above 0.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    self.init(Int128(part), to: Int128(whole))
  }

  /// How the ratio compares with 1 plus or minus `tolerance`: -1 below, 0 within, 1 above.
  func side(tolerance: Share) -> Int {
    // |n/d − 1| > t, that is |n − d| × whole > part × d, in 256 bits.
    let (difference, overflow) = numerator.subtractingReportingOverflow(denominator)
    guard !overflow else { return numerator < 0 ? -1 : 1 }
    let (part, whole) = tolerance.exact
    let left = difference.magnitude.multipliedFullWidth(by: whole.magnitude)
    let right = denominator.magnitude.multipliedFullWidth(by: part.magnitude)
    guard (left.high, left.low) > (right.high, right.low) else { return 0 }
    return difference < 0 ? -1 : 1
  }

  /// Whether the ratio reaches `share`.
  public func reaches(_ share: Share) -> Bool {
    guard numerator >= 0 else { return share.partsPerMillion == 0 && numerator == 0 }
    let (part, whole) = share.exact
    let left = numerator.magnitude.multipliedFullWidth(by: whole.magnitude)
    let right = denominator.magnitude.multipliedFullWidth(by: part.magnitude)
    return (left.high, left.low) >= (right.high, right.low)
  }

  /// The ratio in percent with so many decimals, rounded half up: `82 %`; `—` where it passes all bounds.
  public func percent(decimals: Int = 0) -> String {
    guard let text = scaled(places: 2 + decimals, shown: decimals) else { return "—" }
    return "\(text) %"
  }

  /// The ratio as a plain decimal of four places for machines, rounded half up: `0.8231`.
  public var decimal: String? { scaled(places: 4, shown: 4) }

  /// The ratio in parts per million, rounded half up; nil where it passes 64 bits.
  public var partsPerMillion: Int? {
    (try? numerator.times(Int128(Share.whole), dividedRoundingHalfUpBy: denominator)).flatMap {
      Int(exactly: $0)
    }
  }

  private func scaled(places: Int, shown: Int) -> String? {
    let scale = (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 }
    guard let value = try? numerator.times(scale, dividedRoundingHalfUpBy: denominator) else { return nil }
    guard shown > 0 else { return value.grouped }
    let unit = (0..<shown).reduce(Int128(1)) { unit, _ in unit * 10 }
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: unit.magnitude)
    return "\(value < 0 ? "-" : "")\(whole).\(Int(part).padded(to: shown))"
  }
}

extension Ratio {
  /// How many percentage points `other` lies above this ratio, computed from both quotients and rounded half up once, to
  /// a tenth of a point as ratios are shown; nil where it passes all bounds.
  public func points(to other: Ratio) -> Score? {
    let percent = Int128(1_000)
    let exact = difference(to: other, times: percent)
    guard let tenths = exact.flatMap({ Int(exactly: $0) }) else { return nil }
    let (millionths, overflow) = tenths.multipliedReportingOverflow(by: 100_000)
    return overflow ? nil : Score(millionths: millionths)
  }

  /// `(other − self) × scale`, rounded half up.
  private func difference(to other: Ratio, times scale: Int128) -> Int128? {
    let (a, overA) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (b, overB) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (whole, overWhole) = denominator.multipliedReportingOverflow(by: other.denominator)
    if !overA, !overB, !overWhole, let parts = try? a.minus(b),
      let product = try? parts.times(scale, dividedRoundingHalfUpBy: whole)
    {
      return product
    }
    // Values of 128 bits: both are carried to twelve places more than are shown.
    let fine = Int128(1_000_000_000_000)
    guard let left = try? other.numerator.times(scale * fine, dividedRoundingHalfUpBy: other.denominator),
      let right = try? numerator.times(scale * fine, dividedRoundingHalfUpBy: denominator),
      let rest = try? left.minus(right)
    else { return nil }
    return rest.dividedRoundingHalfUp(by: fine)
  }
}
