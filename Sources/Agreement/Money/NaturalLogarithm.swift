/// Natural logarithms in fixed point, of whole numbers and without binary floating point.
public enum NaturalLogarithm {
  /// How many binary places a logarithm has: its last is 2⁻¹¹², about 2 × 10⁻³⁴.
  public static let places = 112

  /// The natural logarithm of `number`, in parts of 2⁻¹¹², off by no more than one part.
  ///
  /// `number` is above 0. With `number = 2ᵏ × m` and m from 1 up to 2, it is
  /// `k × ln 2 + 2 × artanh((m − 1) / (m + 1))`.
  public static func of(_ number: Int128) -> Int128 {
    precondition(number > 0, "only numbers above 0 have a logarithm")
    let shift = number.leadingZeroBitCount - 1
    let mantissa = number.magnitude << UInt128(shift)
    let one = UInt128(1) << 126
    let slope = InverseTangent.quotient(mantissa - one, by: mantissa + one)
    let rest = InverseTangent.doubled(slope) >> 7
    let sum = UInt128(126 - shift) * ln2 + rest
    return Int128((sum + 128) >> 8)
  }

  /// ln 2 = 2 × artanh(1/3), in parts of 2⁻¹²⁰.
  private static let ln2 = (InverseTangent.doubled(InverseTangent.quotient(1, by: 3)) + 64) >> 7
}

/// The mean by which LMDI weighs the logarithms of factors: (a − b) / (ln a − ln b), and a where both are equal.
public enum LogarithmicMean {
  /// How many binary places a mean has.
  public static let places = 60

  /// The logarithmic mean of two numbers above 0, in parts of 2⁻⁶⁰.
  ///
  /// Where neither is more than twice the other the quotient is written as half their sum over
  /// `1 + z²/3 + z⁴/5 + …`, with `z = (a − b) / (a + b)`, which does not lose digits as they draw near.
  public static func of(_ a: Int, _ b: Int) -> Int128 {
    precondition(a > 0 && b > 0, "a mean of amounts above 0")
    let (larger, smaller) = (UInt128(max(a, b)), UInt128(min(a, b)))
    let difference = larger - smaller
    if difference <= smaller {
      let series = InverseTangent.series(InverseTangent.quotient(difference, by: larger + smaller))
      // Half the sum in parts of 2⁻⁶⁰, over a series in parts of 2⁻¹²⁶.
      return Int128(series.dividingFullWidth(((larger + smaller) << 57, 0)).quotient)
    }
    let logarithm = NaturalLogarithm.of(Int128(larger)) - NaturalLogarithm.of(Int128(smaller))
    return Int128(logarithm.magnitude.dividingFullWidth((difference << 44, 0)).quotient)
  }
}

/// The inverse hyperbolic tangent of small numbers in fixed point.
private enum InverseTangent {
  /// A quotient of at most 1/3, in parts of 2⁻¹²⁷.
  static func quotient(_ part: UInt128, by whole: UInt128) -> UInt128 {
    whole.dividingFullWidth((part >> 1, part << 127)).quotient
  }

  /// Twice the inverse hyperbolic tangent of `z`, both in parts of 2⁻¹²⁷.
  static func doubled(_ z: UInt128) -> UInt128 {
    let product = z.multipliedFullWidth(by: series(z))
    // The product has 253 binary places. 126 fall away, and doubling takes one back.
    return product.high << 3 | product.low >> 125
  }

  /// `1 + z²/3 + z⁴/5 + …` in parts of 2⁻¹²⁶, for a `z` in parts of 2⁻¹²⁷.
  static func series(_ z: UInt128) -> UInt128 {
    let square = fixed(z, times: z)
    var power = UInt128(1) << 127
    var sum = power
    var divisor: UInt128 = 3
    while power > 0 {
      power = fixed(power, times: square)
      sum += power / divisor
      divisor += 2
    }
    return (sum + 1) >> 1
  }

  /// The product of two numbers in parts of 2⁻¹²⁷.
  private static func fixed(_ a: UInt128, times b: UInt128) -> UInt128 {
    let product = a.multipliedFullWidth(by: b)
    return product.high << 1 | product.low >> 127
  }
}
