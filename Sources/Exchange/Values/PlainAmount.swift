import Agreement

/// An amount in digits alone, with up to two decimals after a point, as most exports write it.
///
/// It says what `WrittenAmount` says of the same text, for a fraction of the work, and knows no other form.
enum PlainAmount {
  /// The most digits before the point: with any currency's decimals they fit.
  private static let mostDigits = 12

  /// Reads `45000` or `45000.50`; nil for everything else, decimals that the currency lacks included.
  static func money(_ bytes: UnsafeBufferPointer<UInt8>, in currency: Currency) -> Money? {
    var (number, position) = (0, 0)
    while position < bytes.count, bytes[position] &- 0x30 < 10 {
      number = number * 10 + Int(bytes[position] &- 0x30)
      position += 1
      guard position <= mostDigits else { return nil }
    }
    guard position > 0 else { return nil }
    let unit = currency.minorUnitsPerUnit
    if position == bytes.count { return Money(minorUnits: number * unit, currency) }
    let decimals = bytes.count - position - 1
    guard bytes[position] == UInt8(ascii: "."), decimals == 1 || decimals == 2 else { return nil }
    // Decimals in hundredths, as no currency has fewer than none.
    var hundredths = 0
    for place in 0..<2 {
      let digit = place < decimals ? bytes[position + 1 + place] &- 0x30 : 0
      guard digit < 10 else { return nil }
      hundredths = hundredths * 10 + Int(digit)
    }
    guard (hundredths * unit).isMultiple(of: 100) else { return nil }
    return Money(minorUnits: number * unit + hundredths * unit / 100, currency)
  }
}
