/// Where a rate plausibly lies of which so many of so many were counted: Wilson's score interval of 95 %.
///
/// docs/arithmetic.md, "Observed rates". Its ends are whole parts per million, each rounded half up from the exact
/// root: no floating point takes part.
public struct WilsonInterval: Hashable, Sendable {
  /// The lower end.
  public let low: Share
  /// The upper end.
  public let high: Share

  /// The square of the normal quantile, 1.959964², in millionths.
  private static let squaredQuantile: Int128 = 3_841_459
  private static let million: Int128 = 1_000_000
  /// Up to here counts are computed with as they stand; every product then fits.
  private static let largest = 1_000_000_000_000

  /// The interval of `part` of `whole`; nil where `whole` is 0 or less, or `part` outside 0…`whole`.
  ///
  /// Of more than 10¹² the two are taken in the same proportion to 10¹², where the ends lie within a part per
  /// million of the rate.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0, (0...whole).contains(part) else { return nil }
    let n = Int128(min(whole, Self.largest))
    let k =
      whole > Self.largest ? (Int128(part) * n).dividedRoundingHalfUp(by: Int128(whole)) : Int128(part)

    // (2k + z² ∓ √(z⁴ + 4z²k(n − k)/n)) / 2(n + z²), above and below times 10⁶ for z², and in parts per million.
    let (z, million) = (Self.squaredQuantile, Self.million)
    let middle = million * (2 * k * million + z)
    let half = n * million + z
    let product = (k * (n - k)).magnitude.multipliedFullWidth(
      by: (4 * z * million * million * million).magnitude)
    let (quotient, remainder) = n.magnitude.dividingFullWidth(product)
    let square = quotient + (z * z * million * million).magnitude
    let root = Self.root(of: square)
    let isExact = remainder == 0 && root * root == square
    let (below, above) = (Int128(root) + (isExact ? 0 : 1), Int128(root))

    // The root is rounded away from the middle below and towards it above, so that each quotient's floor is exact.
    self.low = Self.share((middle - below + half), over: 2 * half)
    self.high = Self.share((middle + above + half), over: 2 * half)
  }

  /// Whether a share lies inside; the ends do.
  public func contains(_ share: Share) -> Bool { low <= share && share <= high }

  private static func share(_ part: Int128, over whole: Int128) -> Share {
    Share(partsPerMillion: Int(min(max(part / whole, 0), million)), notation: .percent)
  }

  /// The whole part of the square root, by Newton's method from above.
  private static func root(of square: UInt128) -> UInt128 {
    guard square > 1 else { return square }
    var root = UInt128(1) << UInt128((UInt128.bitWidth - square.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + square / root) / 2
      guard next < root else { return root }
      root = next
    }
  }
}

extension WilsonInterval: CustomStringConvertible {
  /// The interval as `29.9298%–70.0702%`.
  public var description: String { "\(low)–\(high)" }
}
