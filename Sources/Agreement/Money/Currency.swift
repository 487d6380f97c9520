/// A currency of ISO 4217, with the number of decimals that its amounts have.
public struct Currency: Hashable, Sendable {
  /// The code in capitals, such as `USD`.
  public let code: String

  /// Reads an ISO 4217 code in any case.
  ///
  /// - Throws: `Unreadable`, with the nearest codes, when there is no such currency in use.
  public init(_ code: String) throws(Unreadable) {
    let capitals = code.uppercased()
    guard capitals.count == code.count, Self.codes.contains(capitals) else {
      let near = Spelling.nearest(to: code, among: Self.codes).joined(separator: ", ")
      throw Unreadable(code, expected: "a currency of ISO 4217 such as \(near.isEmpty ? "USD" : near)")
    }
    self.code = capitals
  }

  /// How many decimals the amounts have: 0 for JPY, 2 for USD, 3 for KWD.
  public var exponent: Int { Self.exponents[code] ?? 2 }

  /// How many minor units one major unit has: 100 for USD.
  public var minorUnitsPerUnit: Int { (0..<exponent).reduce(1) { unit, _ in unit * 10 } }

  /// What stands before an amount: `$`, or the code and a blank where no sign is the currency's alone.
  public var prefix: String { Self.signs[code] ?? "\(code) " }

  // The currencies whose amounts do not have two decimals, ISO 4217:2015 list one.
  private static let exponents: [String: Int] = [
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0,
    "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3, "CLF": 4, "UYW": 4,
  ]

  private static let signs: [String: String] = [
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "BRL": "R$", "INR": "₹", "KRW": "₩", "ILS": "₪",
    "TWD": "NT$", "HKD": "HK$", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "MXN": "MX$", "VND": "₫",
  ]

  private static let codes: Set<String> = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
    SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF
    XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )
}

extension Currency: CustomStringConvertible {
  /// The code.
  public var description: String { code }
}
