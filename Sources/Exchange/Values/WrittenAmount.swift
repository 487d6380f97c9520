import Agreement

/// An amount as another system writes it: `$45,000`, `45k`, `2.500,50`, `(1,200.00)`, `45 000,00 EUR`.
struct WrittenAmount {
  private let text: String
  private let isNegative: Bool
  /// The code or the sign beside the number; nil where there is none.
  private let unit: String?
  private let multiplier: String
  private let number: String

  /// Takes an amount apart.
  ///
  /// - Throws: `Unreadable` where there is no number in it.
  init(_ text: String) throws(Unreadable) {
    self.text = text
    var rest = text.map { $0.isWhitespace ? " " : $0 }[...]
    var signs = 0
    func trim() {
      while rest.first == " " { rest.removeFirst() }
      while rest.last == " " { rest.removeLast() }
    }
    func takeSign() {
      trim()
      if let first = rest.first, "-−".contains(first) {
        signs += 1
        rest.removeFirst()
      } else if let last = rest.last, "-−".contains(last) {
        signs += 1
        rest.removeLast()
      }
      trim()
    }
    trim()
    if rest.first == "(", rest.last == ")" {
      signs += 1
      rest = rest.dropFirst().dropLast()
    }
    takeSign()
    var before = rest.prefix { !$0.isASCIIDigit && !"-−".contains($0) }
    if let last = before.last, ".,".contains(last), Self.signs[String(before).lowercased()] == nil {
      before.removeLast()
    }
    rest = rest.dropFirst(before.count)
    var after = String(
      rest.suffix(from: rest.lastIndex(where: { $0.isASCIIDigit }).map { $0 + 1 } ?? rest.startIndex))
    rest = rest.dropLast(after.count)
    takeSign()
    if after.hasSuffix("-") || after.hasSuffix("−") {
      signs += 1
      after.removeLast()
    }
    after = after.trimmed
    let multiplier = after.prefix { "kKmMbB".contains($0) }
    let isMultiplier = multiplier.count == 1 && after.dropFirst().first?.isLetter != true
    self.multiplier = isMultiplier ? String(multiplier) : ""
    let units = [String(before).trimmed, isMultiplier ? String(after.dropFirst()).trimmed : after]
      .filter { !$0.isEmpty }
    guard units.count <= 1, signs <= 1, rest.contains(where: { $0.isASCIIDigit }) else {
      throw Unreadable(text, expected: "an amount such as 45000, $45,000.50, 45k or 2.500,50")
    }
    self.unit = units.first
    self.number = String(rest).trimmed
    self.isNegative = signs == 1
  }

  /// The amount, in the currency that its row names, else that it shows itself, else that of the contract.
  ///
  /// - Parameter mark: what begins decimals where the amount itself leaves that open.
  /// - Throws: `Unreadable` where it could be read two ways, or is in another currency than its row.
  func money(of row: Currency?, else contract: Currency, mark: DecimalMark?) throws(Unreadable) -> Money {
    let currency = try currency(row, contract)
    let (whole, decimals) = try parts(mark, mayHaveThreeDecimals: currency.exponent >= 3)
    let kept = String(decimals.reversed().drop { $0 == "0" }.reversed())
    guard kept.count <= places + currency.exponent else {
      throw Unreadable(text, expected: "an amount in \(currency), which has \(currency.exponent) decimals")
    }
    let plain = (isNegative ? "-" : "") + whole + (kept.isEmpty ? "" : ".\(kept)") + multiplier
    do {
      return try Money(plain, currency)
    } catch {
      throw Unreadable(text, expected: error.expected)
    }
  }

  /// The number alone, in plain digits with a point before its decimals: `1234.5`; nil where there is more than a number
  /// and a currency, such as in `11-50` or `45 %`.
  ///
  /// - Parameter mark: what begins decimals where the number itself leaves that open.
  /// - Throws: `Unreadable` where it could be read two ways.
  func plainNumber(mark: DecimalMark?) throws(Unreadable) -> String? {
    guard unit.map({ !Self.codes(meantBy: $0).isEmpty }) ?? true else { return nil }
    switch reading(mark, mayHaveThreeDecimals: false) {
    case .none: return nil
    case .open(let whole, let tail): throw ambiguity(whole, tail, "number")
    case .parts(let whole, let decimals):
      let shifted = decimals + String(repeating: "0", count: max(0, places - decimals.count))
      let rest = shifted.dropFirst(places)
      return (isNegative ? "-" : "") + whole + shifted.prefix(places) + (rest.isEmpty ? "" : ".\(rest)")
    }
  }

  /// How many places the multiplier moves the decimal mark.
  private var places: Int { ["": 0, "k": 3, "m": 6, "b": 9][multiplier.lowercased()] ?? 0 }

  private func currency(_ row: Currency?, _ contract: Currency) throws(Unreadable) -> Currency {
    guard let unit else { return row ?? contract }
    let meant = Self.codes(meantBy: unit)
    guard !meant.isEmpty else {
      throw Unreadable(text, expected: "an amount: '\(unit)' is no currency of ISO 4217")
    }
    if let row {
      guard meant.contains(row.code) else {
        throw Unreadable(text, expected: "an amount in \(row), as its row says; mend one of the two")
      }
      return row
    }
    return meant.contains(contract.code) ? contract : try Currency(meant[0])
  }

  /// The digits before and after the decimal mark.
  private func parts(
    _ mark: DecimalMark?, mayHaveThreeDecimals: Bool
  ) throws(Unreadable) -> (whole: String, decimals: String) {
    switch reading(mark, mayHaveThreeDecimals: mayHaveThreeDecimals) {
    case .parts(let whole, let decimals): return (whole, decimals)
    case .open(let whole, let tail): throw ambiguity(whole, tail, "amount")
    case .none:
      throw Unreadable(
        text, expected: "an amount such as 45000, $45,000.50 or 2.500,50: groups have three digits")
    }
  }

  private func ambiguity(_ whole: String, _ tail: String, _ what: String) -> Unreadable {
    Unreadable(
      text,
      expected: "a clear \(what); say --decimal point where it is \(whole).\(tail), "
        + "or --decimal comma where it is \(whole),\(tail) in thousands"
    )
  }

  /// What the digits and the marks between them come to.
  private enum Reading {
    /// Digits before and after the decimal mark.
    case parts(String, String)
    /// A point that may begin decimals or group thousands.
    case open(String, String)
    /// No number.
    case none
  }

  private func reading(_ mark: DecimalMark?, mayHaveThreeDecimals: Bool) -> Reading {
    func grouped(_ text: String, _ decimals: String = "") -> Reading {
      Self.ungrouped(text).map { .parts($0, decimals) } ?? .none
    }
    let marks = number.filter { ".,".contains($0) }
    guard let last = marks.last else { return grouped(number) }
    let pieces = number.split(separator: last, omittingEmptySubsequences: false).map(String.init)
    let isMixed = marks.contains { $0 != last }
    if pieces.count > 2 { return isMixed ? .none : grouped(number) }
    let (whole, tail) = (pieces[0], pieces[1])
    guard tail.allSatisfy({ $0.isASCIIDigit }) else { return .none }
    let couldGroup = tail.count == 3 && (1...3).contains(whole.count) && whole.first != "0"
    if !isMixed, couldGroup, whole.allSatisfy({ $0.isASCIIDigit }) {
      if let mark {
        guard (mark == .point) == (last == ".") else { return .parts(whole + tail, "") }
      } else if last == "," {
        return .parts(whole + tail, "")
      } else if multiplier.isEmpty, !mayHaveThreeDecimals {
        return .open(whole, tail)
      }
    }
    return whole.isEmpty ? .parts("0", tail) : grouped(whole, tail)
  }

  /// The digits of a number whose thousands may be grouped; nil where it is none.
  private static func ungrouped(_ text: String) -> String? {
    guard let separator = text.first(where: { !$0.isASCIIDigit }) else { return text }
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard
      " .,'’_".contains(separator), (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy { $0.isASCIIDigit } })
    else { return nil }
    return groups.joined()
  }

  /// The codes that a sign or a code means; none where it means no currency, the likeliest first.
  private static func codes(meantBy unit: String) -> [String] {
    if let codes = signs[unit.lowercased()] { return codes }
    guard let currency = try? Currency(unit) else { return [] }
    return [currency.code]
  }

  private static let signs: [String: [String]] = [
    "$": ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "BRL"],
    "us$": ["USD"], "ca$": ["CAD"], "c$": ["CAD"], "a$": ["AUD"], "nz$": ["NZD"], "s$": ["SGD"],
    "hk$": ["HKD"], "nt$": ["TWD"], "mx$": ["MXN"], "r$": ["BRL"], "€": ["EUR"], "£": ["GBP"],
    "¥": ["JPY", "CNY"], "₹": ["INR"], "rs": ["INR", "PKR", "LKR"], "rs.": ["INR", "PKR", "LKR"],
    "₩": ["KRW"], "₪": ["ILS"], "₫": ["VND"], "₺": ["TRY"], "₴": ["UAH"], "₽": ["RUB"], "₱": ["PHP"],
    "zł": ["PLN"], "kč": ["CZK"], "kr": ["SEK", "NOK", "DKK", "ISK"], "kr.": ["DKK", "SEK", "NOK"],
    "ft": ["HUF"], "lei": ["RON"], "fr.": ["CHF"], "sfr.": ["CHF"],
  ]
}

extension Currency {
  /// Reads the currency of a column: `USD`, `USD - U.S. Dollar`, `US Dollar (USD)`.
  ///
  /// - Throws: `Unreadable` where there is no code of ISO 4217 in it.
  init(column text: String) throws(Unreadable) {
    let words = text.split { !$0.isLetter }.map(String.init)
    let codes = words.count == 1 ? words : words.filter { $0.count == 3 && $0 == $0.uppercased() }
    for code in codes {
      if let currency = try? Currency(code) {
        self = currency
        return
      }
    }
    try self.init(text)
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
