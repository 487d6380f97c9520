import Agreement
import TestSupport
import Testing

@Suite struct AmountReadingTests {
  @Test(arguments: [
    ("500000", "USD", 50_000_000), ("500,000", "USD", 50_000_000), ("500 000", "USD", 50_000_000),
    ("500\u{202F}000", "EUR", 50_000_000), ("500_000", "USD", 50_000_000), ("500k", "USD", 50_000_000),
    ("500K", "USD", 50_000_000), ("1.2M", "USD", 120_000_000), ("1.2m", "USD", 120_000_000),
    ("2b", "USD", 200_000_000_000), ("$500,000.50", "USD", 50_000_050), ("$ 5", "USD", 500),
    ("  7.10\t", "USD", 710), ("EUR 20", "EUR", 2_000), ("eur20", "EUR", 2_000), ("20 EUR", "EUR", 2_000),
    ("1,234.5", "USD", 123_450), ("1,234.50", "USD", 123_450), ("-5", "USD", -500), ("−5", "USD", -500),
    ("-$5.25", "USD", -525), ("1.234", "KWD", 1_234), ("1.234", "CLF", 12_340), ("1.234k", "USD", 123_400),
    ("0.005k", "USD", 500), ("1.5k", "JPY", 1_500), ("12", "JPY", 12), ("1.00", "JPY", 1),
    ("R$ 1,500", "BRL", 150_000), ("007", "USD", 700), ("-0", "USD", 0), ("0", "USD", 0),
    ("92233720368547758.07", "USD", .max), ("-92233720368547758.08", "USD", .min),
  ])
  func `is read as people type it`(text: String, code: String, minorUnits: Int) throws {
    let currency = try Currency(code)
    #expect(try Money(text, currency) == Money(minorUnits: minorUnits, currency))
  }

  @Test(arguments: [
    ("R$ 1,5", "BRL"), ("1,5", "EUR"), ("0,250", "EUR"), ("00,005", "USD"), ("1.234", "USD"),
    ("1.234", "JPY"), ("1,234.567", "USD"),
    ("12,34,567", "INR"), ("1,2345", "USD"), (",500", "USD"), ("500,", "USD"), ("1,234 567", "USD"),
    ("1.234.567", "EUR"), ("1.234,50", "EUR"), ("1.5", "JPY"), ("1.2345", "KWD"), ("1.2345", "USD"),
    ("0.000001k", "USD"),
    (".5", "USD"), ("5.", "USD"), ("", "USD"), (" ", "USD"), ("$", "USD"), ("k", "USD"),
    ("-", "USD"), ("--5", "USD"), ("+5", "USD"), ("(5)", "USD"), ("1e5", "USD"), ("0x10", "USD"),
    ("１２", "USD"), ("٣", "USD"), ("1.２", "USD"), ("five", "USD"), ("NaN", "USD"), ("EUR 20", "USD"),
    ("$5", "EUR"), ("$5", "BRL"), ("5%", "USD"), ("5kk", "USD"), ("ßp 5", "SSP"),
    ("92233720368547758.08", "USD"), ("99999999999999999999999", "USD"), ("99999999999B", "USD"),
  ])
  func `is refused where it could be read two ways, or not at all`(text: String, code: String) throws {
    let currency = try Currency(code)
    let refusal = #expect(throws: Unreadable.self) { try Money(text, currency) }
    #expect(refusal?.found == text)
  }

  @Test(arguments: [
    ("1.234", "write 1,234 for thousands"), ("1,5", "commas group three digits"),
    ("1.234.567", "several points"), ("1.2345", "which has 2 decimals"),
    ("99999999999999999999", "up to $92,233,720,368,547,758.07"), ("five", "such as 500000"),
  ])
  func `is refused with what would be clear`(text: String, hint: String) throws {
    let usd = try Currency("USD")
    let refusal = #expect(throws: Unreadable.self) { try Money(text, usd) }
    #expect(refusal?.expected.contains(hint) == true, "\(refusal?.expected ?? "")")
  }

  @Test func `never traps, whatever is typed`() throws {
    let signs = Array("0123456789,._ -−$€kMBbR\u{A0}'eEUSD٣１%\u{301}ß\n")
    let currencies = try ["JPY", "USD", "KWD", "CLF"].map { try Currency($0) }
    try forRandomCases(5_000) { random, seed in
      let text = String((0..<random.int(0...24)).map { _ in random.pick(signs) })
      let currency = random.pick(currencies)
      guard let money = try? Money(text, currency) else { return }
      #expect((try? Money(money.decimal, currency)) == money, seed)
    }
  }
}
