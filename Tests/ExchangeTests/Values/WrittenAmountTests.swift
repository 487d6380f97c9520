import Agreement
import TestSupport
import Testing

@testable import Exchange

@Suite struct WrittenAmountTests {
  private static func read(
    _ text: String, mark: DecimalMark? = nil, row: String? = nil, contract: String = "USD"
  ) throws -> String {
    let money = try WrittenAmount(text)
      .money(of: row.map { try Currency($0) }, else: Currency(contract), mark: mark)
    return "\(money.currency) \(money.decimal)"
  }

  @Test(arguments: [
    ("45000", "USD 45000.00"), ("$45,000", "USD 45000.00"), ("45k", "USD 45000.00"),
    ("1.2M", "USD 1200000.00"), ("1.234M", "USD 1234000.00"), ("$1.5 B", "USD 1500000000.00"),
    ("2.500,50", "USD 2500.50"), ("2,500.50", "USD 2500.50"), ("2500,5", "USD 2500.50"),
    ("45 000,00", "USD 45000.00"), ("45\u{202F}000,00 €", "EUR 45000.00"), ("1'234'567.80", "USD 1234567.80"),
    ("1.234.567", "USD 1234567.00"), ("1,234,567", "USD 1234567.00"), ("(1,200.00)", "USD -1200.00"),
    ("($1,200.00)", "USD -1200.00"), ("-$5", "USD -5.00"), ("$-5", "USD -5.00"), ("−5", "USD -5.00"),
    ("5-", "USD -5.00"), ("EUR 20", "EUR 20.00"), ("20 eur", "EUR 20.00"), ("US$ 7.50", "USD 7.50"),
    ("R$ 1.234,50", "BRL 1234.50"), ("¥1200", "JPY 1200"), ("Rs. 500", "INR 500.00"), (".50", "USD 0.50"),
    ("0.125k", "USD 125.00"), ("0,50", "USD 0.50"), ("12.3400", "USD 12.34"),
    ("KWD 1.234", "KWD 1.234"), ("0", "USD 0.00"),
  ])
  func `reads what systems write`(text: String, amount: String) throws {
    #expect(try Self.read(text) == amount)
  }

  @Test(arguments: [
    ("1.234", DecimalMark.comma, "KWD 1234.000"), ("1.234", .point, "KWD 1.234"),
    ("1,234", .comma, "KWD 1.234"), ("1,234", .point, "KWD 1234.000"), ("2.500,50", .point, "KWD 2500.500"),
    ("2,500.50", .comma, "KWD 2500.500"),
  ])
  func `lets the flag decide only what the amount leaves open`(
    text: String, mark: DecimalMark, amount: String
  ) throws {
    #expect(try Self.read(text, mark: mark, contract: "KWD") == amount)
  }

  @Test func `prefers the row's currency, then the amount's own, then the contract's`() throws {
    #expect(try Self.read("5", row: "EUR") == "EUR 5.00")
    #expect(try Self.read("€5", row: "EUR") == "EUR 5.00")
    #expect(try Self.read("€5") == "EUR 5.00")
    #expect(try Self.read("$5", contract: "CAD") == "CAD 5.00")
    #expect(try Self.read("$5", contract: "EUR") == "USD 5.00")
    let error = #expect(throws: Unreadable.self) { try Self.read("€5", row: "USD") }
    #expect(error?.description == "'€5' is not an amount in USD, as its row says; mend one of the two")
  }

  @Test func `names the flag that settles a point before three digits`() {
    let error = #expect(throws: Unreadable.self) { try Self.read("1.234") }
    #expect(
      error?.description
        == "'1.234' is not a clear amount; say --decimal point where it is 1.234, "
        + "or --decimal comma where it is 1,234 in thousands")
  }

  @Test(arguments: [
    "", "$", "100-500", "$45,000.00 USD", "abc", "1,2,3", "12,34.5", "1.2.3", "5 apples", "1.005", "1 23",
    "--5", "(-5)",
    "100.", "99999999999999999999",
    "1,234.567,8", "1e5", "½", "٣",
  ])
  func `refuses what is no amount`(text: String) {
    let error = #expect(throws: Unreadable.self) { try Self.read(text) }
    #expect(error?.found == text)
  }

  @Test(arguments: [
    ("12", nil, "12"), ("1,200", nil, "1200"), ("1.234,5", nil, "1234.5"), ("1,234.5", nil, "1234.5"),
    ("1 200", nil, "1200"), ("-3", nil, "-3"), ("(3)", nil, "-3"), ("$45k", nil, "45000"),
    ("1.25k", nil, "1250"),
    ("1.2345k", nil, "1234.5"), ("1,200", DecimalMark.comma, "1.200"), ("1.200", .comma, "1200"),
    ("1.200", .point, "1.200"), ("0.875", nil, "0.875"), ("10,5", nil, "10.5"),
    ("11-50", nil, nil), ("100-500", nil, nil), ("45 %", nil, nil), ("20 people", nil, nil),
    ("1.2.3", nil, nil),
  ])
  func `reads a number that is no amount as amounts are read`(
    text: String, mark: DecimalMark?, number: String?
  ) throws {
    #expect(try WrittenAmount(text).plainNumber(mark: mark) == number)
  }

  @Test(arguments: [("USD", "USD"), ("usd", "USD"), ("USD - U.S. Dollar", "USD"), ("Euro (EUR)", "EUR")])
  func `reads the currency of a column`(text: String, code: String) throws {
    #expect(try Currency(column: text).code == code)
  }

  @Test(arguments: 1...300)
  func `reads any amount back from either way of grouping it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let cents = Int.random(in: -10_000_000_000...10_000_000_000, using: &random)
    let plain = Money(minorUnits: cents, try Currency("EUR")).decimal
    let halves = plain.split(separator: ".").map(String.init)
    let size = try #require(Int(halves[0])).magnitude
    let sign = cents < 0 ? "-" : ""
    let separator = try #require([".", " ", "\u{A0}", "'"].randomElement(using: &random))
    let grouped = size.grouped.split(separator: ",").joined(separator: separator)
    let expected = "EUR \(plain)"
    #expect(try Self.read("\(sign)\(size.grouped).\(halves[1])", contract: "EUR") == expected)
    #expect(try Self.read("\(sign)\(grouped),\(halves[1])", contract: "EUR") == expected)
    #expect(try Self.read("\(sign)€ \(grouped),\(halves[1])") == expected)
  }
}
