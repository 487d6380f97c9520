/// Whole parts that add up to the whole.
public enum LargestRemainder {
  /// Splits `total` in proportion to `weights`; what rounding down leaves goes, one each, to the largest
  /// remainders, the earlier first among equals (Hamilton's method).
  ///
  /// A negative total is split as its magnitude would be.
  ///
  /// - Precondition: no weight is negative, and one at least is above 0.
  public static func split(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(sum > 0 && weights.allSatisfy { $0 >= 0 }, "weights are shares of something")
    let magnitude = Int128(total.magnitude)
    let divided = weights.map { (magnitude * Int128($0)).quotientAndRemainder(dividingBy: sum) }
    var parts = divided.map(\.quotient)
    let left = Int(parts.reduce(magnitude, -))
    if left > 0 {
      let byRemainder = divided.indices.sorted { (divided[$1].remainder, $0) < (divided[$0].remainder, $1) }
      for index in byRemainder.prefix(left) { parts[index] += 1 }
    }
    return parts.map { total < 0 ? Int(-$0) : Int($0) }
  }
}
