/// A whole number of any size, computed as on paper: the yardstick for figures of 128 and 256 bits.
struct Natural: Comparable, ExpressibleByIntegerLiteral {
  /// Digits in base 2³², the lowest first, without leading zeros.
  private var limbs: [UInt32]

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  init(_ value: some BinaryInteger) {
    precondition(value >= 0, "a natural number")
    var rest = UInt128(value)
    var limbs: [UInt32] = []
    while rest > 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    self.limbs = limbs
  }

  init(integerLiteral value: Int) { self.init(value) }

  static func + (a: Natural, b: Natural) -> Natural {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for place in 0..<max(a.limbs.count, b.limbs.count) + 1 {
      carry += place < a.limbs.count ? UInt64(a.limbs[place]) : 0
      carry += place < b.limbs.count ? UInt64(b.limbs[place]) : 0
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return Natural(limbs: sum)
  }

  static func * (a: Natural, b: Natural) -> Natural {
    var product = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count + 1)
    for (place, digit) in a.limbs.enumerated() {
      var carry: UInt64 = 0
      for (other, factor) in b.limbs.enumerated() {
        carry += UInt64(product[place + other]) + UInt64(digit) * UInt64(factor)
        product[place + other] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[place + b.limbs.count] = UInt32(truncatingIfNeeded: carry)
    }
    return Natural(limbs: product)
  }

  static func < (a: Natural, b: Natural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    return a.limbs.reversed().lexicographicallyPrecedes(b.limbs.reversed())
  }
}

/// A quotient of whole numbers, never cancelled and never rounded.
struct Fraction: Comparable {
  let numerator: Natural
  let denominator: Natural

  init(_ numerator: Natural, over denominator: Natural = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ whole: Int) { self.init(Natural(whole)) }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator + b.numerator * a.denominator,
      over: a.denominator * b.denominator
    )
  }

  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  static func == (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }

  static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  /// Whether `whole` is this quotient rounded half up: whole − ½ ≤ quotient < whole + ½.
  func roundsHalfUp(to whole: Int) -> Bool {
    guard whole >= 0 else { return false }
    let half = Fraction(1, over: 2)
    return Fraction(whole) <= self + half && self < Fraction(whole) + half
  }

  /// Whether `whole` is this quotient rounded up: whole − 1 < quotient ≤ whole.
  func roundsUp(to whole: Int) -> Bool {
    self <= Fraction(whole) && Fraction(whole) < self + Fraction(1)
  }
}
