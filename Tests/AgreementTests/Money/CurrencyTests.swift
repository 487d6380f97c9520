import Agreement
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("JPY", 0, 1), ("KRW", 0, 1), ("USD", 2, 100), ("EUR", 2, 100), ("KWD", 3, 1_000), ("TND", 3, 1_000),
    ("CLF", 4, 10_000), ("UYW", 4, 10_000),
  ])
  func `has the decimals of ISO 4217`(code: String, exponent: Int, minorUnits: Int) throws {
    let currency = try Currency(code)
    #expect(currency.exponent == exponent)
    #expect(currency.minorUnitsPerUnit == minorUnits)
  }

  @Test func `is read in any case`() throws {
    #expect(try Currency("usd") == Currency("USD"))
    #expect(try Currency("usd").description == "USD")
  }

  @Test(arguments: ["", "US", "DOL", "ZWL", "HRK", "XAU", "U S", "ＵＳＤ", "ßP"])
  func `is refused where it is not in use`(code: String) {
    #expect(throws: Unreadable.self) { try Currency(code) }
  }

  @Test func `says which code was probably meant`() throws {
    let refusal = #expect(throws: Unreadable.self) { try Currency("udd") }
    #expect(refusal?.found == "udd")
    #expect(refusal?.expected.contains("USD") == true)
  }
}
