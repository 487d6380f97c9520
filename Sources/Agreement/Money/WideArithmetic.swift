extension Int128 {
  /// The quotient rounded to the nearest whole number, halves away from zero; `divisor` is above 0.
  func dividedRoundingHalfUp(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let rounded = remainder >= divisor.magnitude - remainder ? quotient + 1 : quotient
    return self < 0 ? -Int128(rounded) : Int128(rounded)
  }

  /// The quotient rounded up; neither number is negative, `divisor` is above 0.
  func dividedRoundingUp(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder == 0 ? quotient : quotient + 1
  }

  /// The product, checked.
  func times(_ other: Int128) throws(Overflow) -> Int128 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    guard !overflow else { throw Overflow() }
    return product
  }

  /// The sum, checked.
  func plus(_ other: Int128) throws(Overflow) -> Int128 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw Overflow() }
    return sum
  }

  /// The difference, checked.
  func minus(_ other: Int128) throws(Overflow) -> Int128 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    guard !overflow else { throw Overflow() }
    return difference
  }

  /// `self × factor / divisor`, rounded half away from zero, where the product may pass 128 bits.
  func times(_ factor: Int128, dividedRoundingHalfUpBy divisor: Int128) throws(Overflow) -> Int128 {
    let product = magnitude.multipliedFullWidth(by: factor.magnitude)
    guard product.high < divisor.magnitude else { throw Overflow() }
    let (quotient, remainder) = divisor.magnitude.dividingFullWidth(product)
    guard let whole = Int128(exactly: quotient) else { throw Overflow() }
    let rounded = remainder >= divisor.magnitude - remainder ? try whole.plus(1) : whole
    return (self < 0) != (factor < 0) ? -rounded : rounded
  }
}

extension Int {
  /// The number in 64 bits, checked.
  init(checking wide: Int128) throws(Overflow) {
    guard let value = Int(exactly: wide) else { throw Overflow() }
    self = value
  }
}
