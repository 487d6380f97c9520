/// A measured figure such as a satisfaction of 4.6: a decimal of up to six places, exact.
public struct Score: Hashable, Sendable, Comparable {
  /// The figure in millionths.
  public let millionths: Int

  /// A figure of so many millionths.
  public init(millionths: Int) { self.millionths = millionths }

  /// Reads `4.6`, `-3` or `1,200`.
  ///
  /// - Throws: `Unreadable` when the text is no plain decimal of up to six places.
  public init(_ text: String) throws(Unreadable) {
    let expected = "a number such as 4.6, of up to six decimals"
    let trimmed = text.trimmingBlanks
    let isNegative = trimmed.first == "-"
    let halves = (isNegative ? trimmed.dropFirst() : trimmed[...]).split(
      separator: ".",
      omittingEmptySubsequences: false
    )
    guard
      (1...2).contains(halves.count), let whole = halves[0].ungrouped.flatMap({ Int(digits: $0) }),
      whole < 1_000_000_000_000,
      halves.count == 1 || (1...6).contains(halves[1].count),
      let part = halves.count == 1
        ? 0 : Int(digits: halves[1] + String(repeating: "0", count: 6 - halves[1].count))
    else { throw Unreadable(text, expected: expected) }
    let size = whole * 1_000_000 + part
    self.init(millionths: isNegative ? -size : size)
  }

  /// `parts` of a unit that has `whole` of them, above 0, rounded half up to a millionth.
  public init(parts: Int, of whole: Int) {
    let millionths = (Int128(parts) * 1_000_000).dividedRoundingHalfUp(by: Int128(whole))
    self.init(millionths: Int(clamping: millionths))
  }

  /// The mean of the figures, rounded half up to a millionth; nil where there are none.
  public static func mean(of scores: [Score]) -> Score? {
    guard !scores.isEmpty else { return nil }
    let sum = scores.reduce(Int128(0)) { $0 + Int128($1.millionths) }
    return Score(millionths: Int(sum.dividedRoundingHalfUp(by: Int128(scores.count))))
  }

  /// The figure rounded half up to a whole number.
  public var rounded: Int { Int(Int128(millionths).dividedRoundingHalfUp(by: 1_000_000)) }

  /// The figure rounded half up to a thousandth, as people are shown a mean.
  public var shortened: Score {
    Score(millionths: Int(Int128(millionths).dividedRoundingHalfUp(by: 1_000)) * 1_000)
  }

  /// Orders figures by size.
  public static func < (a: Score, b: Score) -> Bool { a.millionths < b.millionths }
}

extension Score: CustomStringConvertible {
  /// The figure without needless zeros: `4.6`.
  public var description: String {
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let decimals = Int(part).padded(to: 6).trimmingTrailingZeros
    return "\(millionths < 0 ? "-" : "")\(whole)\(decimals.isEmpty ? "" : ".\(decimals)")"
  }
}
