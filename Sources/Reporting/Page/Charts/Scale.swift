import Agreement

/// Where the numbers of an axis lie on the page, in tenths of a pixel, exactly.
struct Scale {
  private let domain: ClosedRange<Int>
  private let range: (from: Int, to: Int)

  /// A scale on which the ends of `domain` lie at those of `range`.
  init(_ domain: ClosedRange<Int>, over range: ClosedRange<Int>) {
    self.domain = domain
    self.range = (range.lowerBound, range.upperBound)
  }

  /// A scale that rises from the lower end of a picture, at `from`, up to `to`.
  init(_ domain: ClosedRange<Int>, from: Int, upTo to: Int) {
    self.domain = domain
    self.range = (from, to)
  }

  /// Where `number` lies; one beyond the domain at its end.
  func callAsFunction(_ number: Int) -> Int {
    let low = Int128(domain.lowerBound)
    let span = max(1, Int128(domain.upperBound) - low)
    let part = Int128(min(max(number, domain.lowerBound), domain.upperBound)) - low
    return range.from + Int((part * Int128(range.to - range.from) * 2 + span) / (2 * span))
  }
}

/// Numbers at even distances, of which one can tell that they are: 1, 2 or 5 with noughts.
enum Ticks {
  /// The ticks from the last one up to the least of `numbers`, or 0, to the first one from the largest on.
  static func covering(_ numbers: [Int], about count: Int = 4) -> [Int] {
    let (low, high) = (min(0, numbers.min() ?? 0), max(1, numbers.max() ?? 1))
    let span = Int128(high) - Int128(low)
    var unit: Int128 = 1
    while unit * 10 * Int128(count) <= span { unit *= 10 }
    let step = [1, 2, 5, 10].map { unit * $0 }.first { $0 * Int128(count) >= span } ?? unit * 10
    let first = -((-Int128(low) + step - 1) / step)
    let last = (Int128(high) + step - 1) / step
    return (first...last).map { Int(clamping: $0 * step) }
  }
}

extension Quantity {
  /// The number as a whole one, by which figures of one kind are compared: cents, counts, parts per million.
  var extent: Int? {
    switch self {
    case .count(let count), .days(let count): count
    case .money(let money): money.minorUnits
    case .share(let share): share.partsPerMillion
    case .ratio(let ratio): ratio?.partsPerMillion
    case .score(let score): score.millionths
    case .band: nil
    }
  }

  /// A number of the same kind at an axis, in short: `$500k`, `40 %`.
  func tick(_ extent: Int) -> String {
    switch self {
    case .money(let money):
      Self.short(extent, of: money.currency.minorUnitsPerUnit, after: money.currency.prefix)
    case .share, .ratio: Self.short(extent, of: 10_000) + " %"
    case .score: Self.short(extent, of: 1_000_000)
    case .count, .days, .band: extent.grouped
    }
  }

  /// The number in units, thousands (k) or millions (M), with as many decimals as it needs.
  private static func short(_ extent: Int, of unit: Int, after prefix: String = "") -> String {
    let (sign, size) = (extent < 0 ? "-" : "", Int128(extent.magnitude))
    for (factor, letter) in [(1_000_000_000, "bn"), (1_000_000, "M"), (1_000, "k"), (1, "")] {
      let whole = Int128(unit) * Int128(factor)
      guard size >= whole || factor == 1 else { continue }
      let hundredths = Int((size * 100 + whole / 2) / whole)
      let (units, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
      let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
      return "\(sign)\(prefix)\(units.grouped)\(decimals)\(letter)"
    }
    return "\(extent)"
  }
}
