/// Whole parts that add up to the whole.
public enum LargestRemainder {
  /// Splits `total` in proportion to `weights`; what rounding down leaves goes, one each, to the largest
  /// remainders, the earlier first among equals (Hamilton's method).
  ///
  /// A negative total is split as its magnitude would be.
  ///
  /// - Precondition: no weight is negative, one at least is above 0, and their sum is of 64 bits.
  public static func split(_ total: Int, by weights: [Int]) -> [Int] {
    precondition(weights.allSatisfy { $0 >= 0 }, "weights are shares of something")
    let sum = weights.reduce(UInt(0)) { $0 + UInt($1) }
    precondition(sum > 0, "weights are shares of something")
    // A part is no larger than the whole, so that each quotient is of 64 bits.
    let divided = weights.map { sum.dividingFullWidth(total.magnitude.multipliedFullWidth(by: UInt($0))) }
    var parts = divided.map { $0.quotient }
    let left = Int(parts.reduce(total.magnitude, -))
    if left > 0 {
      let byRemainder = divided.indices.sorted { (divided[$1].remainder, $0) < (divided[$0].remainder, $1) }
      for index in byRemainder.prefix(left) { parts[index] += 1 }
    }
    // By bits, since a part of 2^63 is no Int before its sign is turned.
    return parts.map { total < 0 ? Int(truncatingIfNeeded: 0 &- $0) : Int($0) }
  }
}
