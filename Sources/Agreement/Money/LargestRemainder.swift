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
    let sign = total < 0 ? -1 : 1
    var left = magnitude
    var parts = weights.map { weight in
      let part = magnitude * Int128(weight) / sum
      left -= part
      return Int(Int128(sign) * part)
    }
    guard left > 0 else { return parts }
    let remainders = weights.map { magnitude * Int128($0) % sum }
    let byRemainder = weights.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for index in byRemainder.prefix(Int(left)) { parts[index] += sign }
    return parts
  }
}
