/// A share of a whole, from 0 to 100 %, in parts per million.
///
/// It remembers how it was written, and is shown that way: `34%`, `0.34` or `1/3`.
public struct Share: Sendable {
  /// The whole, in parts.
  public static let whole = 1_000_000

  /// How a share is written.
  enum Notation: Hashable, Sendable {
    case percent
    case decimal
    case fraction(Int, of: Int)
  }

  /// The share in parts per million, from 0 to 1,000,000.
  public let partsPerMillion: Int
  let notation: Notation

  init(partsPerMillion: Int, notation: Notation) {
    self.partsPerMillion = partsPerMillion
    self.notation = notation
  }

  /// A share of so many parts per million, written in percent.
  ///
  /// - Throws: `Unreadable` outside 0…1,000,000.
  public init(partsPerMillion: Int) throws(Unreadable) {
    guard (0...Self.whole).contains(partsPerMillion) else {
      throw Unreadable("\(partsPerMillion) ppm", expected: "a share from 0% to 100%")
    }
    self.init(partsPerMillion: partsPerMillion, notation: .percent)
  }

  /// Nothing.
  public static let none = Share(partsPerMillion: 0, notation: .percent)
  /// Everything.
  public static let all = Share(partsPerMillion: whole, notation: .percent)

  /// Reads `34%`, `34.5 %`, `0.34` or `1/3`, rounded half up to a part per million.
  ///
  /// A plain number above 1 is refused: `34` may mean 34% or 3400%.
  ///
  /// - Throws: `Unreadable` when the text has another form or lies outside 0…100 %.
  public init(_ text: String) throws(Unreadable) {
    let expected = "a share from 0% to 100%, such as 34%, 0.34 or 1/3"
    let trimmed = text.trimmingBlanks
    if let slash = trimmed.firstIndex(of: "/") {
      guard
        let part = Int(digits: trimmed[..<slash].trimmingBlanks),
        let whole = Int(digits: trimmed[trimmed.index(after: slash)...].trimmingBlanks),
        whole > 0, part <= whole
      else { throw Unreadable(text, expected: expected) }
      let parts = (Int128(part) * Int128(Self.whole)).dividedRoundingHalfUp(by: Int128(whole))
      self.init(partsPerMillion: Int(parts), notation: .fraction(part, of: whole))
      return
    }
    let isPercent = trimmed.hasSuffix("%")
    let number = isPercent ? trimmed.dropLast().trimmingBlanks : trimmed
    guard let parts = Self.parts(of: number, places: isPercent ? 4 : 6) else {
      throw Unreadable(text, expected: expected)
    }
    guard parts <= Self.whole else {
      let meant = !isPercent && number.utf8.allSatisfy(\.isDigit) && parts <= 100 * Self.whole
      throw Unreadable(text, expected: meant ? "\(expected); did you mean \(number)%?" : expected)
    }
    self.init(partsPerMillion: parts, notation: isPercent ? .percent : .decimal)
  }

  /// `number × 10^places`, rounded half up; nil where the text is no plain decimal or far too large.
  private static func parts(of number: some StringProtocol, places: Int) -> Int? {
    let halves = number.split(separator: ".", omittingEmptySubsequences: false)
    guard
      halves.count <= 2, let whole = Int(digits: halves[0]), whole <= 1_000_000,
      halves.count == 1 || !halves[1].isEmpty && halves[1].utf8.allSatisfy(\.isDigit)
    else { return nil }
    let decimals = halves.count == 2 ? String(halves[1]) : ""
    let kept = decimals.prefix(places) + String(repeating: "0", count: Swift.max(0, places - decimals.count))
    let roundsUp = decimals.dropFirst(places).first.map { $0 >= "5" } ?? false
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    guard let part = Int(digits: kept) else { return nil }
    return whole * scale + part + (roundsUp ? 1 : 0)
  }
}

extension Share: PlainlyWritten {
  /// Reads `34%`, `34.5%` or `0.345`, where nothing is to be rounded; nil for all else that `init(_:)` reads.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    var reader = ByteReader(bytes)
    guard let number = reader.number(ofUpTo: 3), let fraction = reader.fraction() else { return nil }
    let isPercent = reader.take("%")
    guard reader.isAtEnd, !isPercent || fraction.isMultiple(of: 100) else { return nil }
    let parts = isPercent ? number * 10_000 + fraction / 100 : number * Self.whole + fraction
    guard parts <= Self.whole else { return nil }
    self.init(partsPerMillion: parts, notation: isPercent ? .percent : .decimal)
  }
}

extension Share {
  /// Whether shares make up the whole: as they are written, three times `1/3` included, or in parts per million.
  public static func makeWhole(_ shares: some Collection<Share>) -> Bool {
    if shares.reduce(0, { $0 + $1.partsPerMillion }) == Self.whole { return true }
    var numerator: Int128 = 0
    var denominator: Int128 = 1
    for share in shares {
      let (part, whole) = share.exact
      let (scaled, overflow) = numerator.multipliedReportingOverflow(by: whole)
      let (common, tooFine) = denominator.multipliedReportingOverflow(by: whole)
      let (added, tooLarge) = part.multipliedReportingOverflow(by: denominator)
      let (sum, tooMuch) = scaled.addingReportingOverflow(added)
      guard !overflow, !tooFine, !tooLarge, !tooMuch else { return false }
      let divisor = greatestCommonDivisor(sum, common)
      (numerator, denominator) = (sum / divisor, common / divisor)
    }
    return numerator == denominator
  }

  /// The shares added up, for people to see what is missing; it may pass 100 %.
  public static func sum(_ shares: some Collection<Share>) -> Share {
    Share(partsPerMillion: shares.reduce(0) { $0 + $1.partsPerMillion }, notation: .percent)
  }

  /// The share as the quotient that was written: 1 and 3 for `1/3`, parts per million otherwise.
  var exact: (part: Int128, whole: Int128) {
    if case .fraction(let part, let whole) = notation { return (Int128(part), Int128(whole)) }
    return (Int128(partsPerMillion), Int128(Self.whole))
  }

  private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

extension Share {
  /// Whole weights in the exact proportion of the shares; parts per million where no common denominator fits.
  public static func weights(of shares: [Share]) -> [Int] {
    var common: Int128 = 1
    for (_, whole) in shares.map(\.exact) {
      let (product, overflow) = common.multipliedReportingOverflow(
        by: whole / greatestCommonDivisor(common, whole))
      guard !overflow, product <= Int128(Int32.max) else { return shares.map(\.partsPerMillion) }
      common = product
    }
    return shares.map { Int($0.exact.part * (common / $0.exact.whole)) }
  }
}

extension Share: Hashable, Comparable {
  /// Whether two shares are equally large, however they are written.
  public static func == (a: Share, b: Share) -> Bool {
    a.exact.part * b.exact.whole == b.exact.part * a.exact.whole
  }

  /// Hashes the size, not the notation.
  public func hash(into hasher: inout Hasher) { hasher.combine(partsPerMillion) }

  /// Orders shares by size.
  public static func < (a: Share, b: Share) -> Bool {
    a.exact.part * b.exact.whole < b.exact.part * a.exact.whole
  }
}

extension Share: CustomStringConvertible {
  /// The share as it was written: `34%`, `0.34`, `1/3`.
  public var description: String {
    switch notation {
    case .percent: "\(Self.decimal(partsPerMillion, places: 4))%"
    case .decimal: Self.decimal(partsPerMillion, places: 6)
    case .fraction(let part, let whole): "\(part)/\(whole)"
    }
  }

  /// The share as it stands in a formula: as written, a fraction in parentheses.
  public var factor: String {
    if case .fraction = notation { "(\(description))" } else { description }
  }

  /// The share as a plain decimal for machines: `0.34`.
  public var decimal: String { Self.decimal(partsPerMillion, places: 6) }

  private static func decimal(_ parts: Int, places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let (whole, part) = parts.quotientAndRemainder(dividingBy: scale)
    let decimals = part.padded(to: places).trimmingTrailingZeros
    return decimals.isEmpty ? "\(whole)" : "\(whole).\(decimals)"
  }
}
