import Agreement
import TestSupport
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("USD", 123_450, "$1,234.50", "1234.50"), ("USD", -300, "-$3.00", "-3.00"), ("USD", 5, "$0.05", "0.05"),
    ("USD", -5, "-$0.05", "-0.05"), ("JPY", 1_234_567, "¥1,234,567", "1234567"), ("JPY", 0, "¥0", "0"),
    ("KWD", 1_250, "KWD 1.250", "1.250"), ("CLF", 12_345, "CLF 1.2345", "1.2345"),
    ("BRL", 100_000, "R$1,000.00", "1000.00"),
    ("USD", .max, "$92,233,720,368,547,758.07", "92233720368547758.07"),
    ("USD", .min, "-$92,233,720,368,547,758.08", "-92233720368547758.08"),
  ])
  func `is shown with its currency, and without for machines`(
    code: String,
    minorUnits: Int,
    shown: String,
    decimal: String
  ) throws {
    let money = Money(minorUnits: minorUnits, try Currency(code))
    #expect(money.description == shown)
    #expect(money.decimal == decimal)
  }

  @Test func `reads back what it shows, in every currency's decimals`() throws {
    try forRandomCases(2_000) { random, seed in
      let currency = try Currency(random.pick(["JPY", "USD", "KWD", "CLF", "BRL", "INR"]))
      let money = Money(minorUnits: random.magnitude() * random.pick([1, -1]), currency)
      #expect(try Money(money.description, currency) == money, seed)
      #expect(try Money(money.decimal, currency) == money, seed)
    }
  }

  @Test func `adds and subtracts, and says where 64 bits do not hold it`() throws {
    let usd = try Currency("USD")
    let most = Money(minorUnits: .max, usd)
    let cent = Money(minorUnits: 1, usd)
    #expect(try most.subtracting(cent).adding(cent) == most)
    #expect(throws: Overflow.self) { try most.adding(cent) }
    #expect(throws: Overflow.self) { try Money(minorUnits: .min, usd).subtracting(cent) }
    #expect(throws: Overflow.self) { try [most, cent].total(usd) }
    #expect(try [Money]().total(usd) == .zero(usd))
  }

  @Test(arguments: [
    (100, "50%", 50), (1, "50%", 1), (3, "50%", 2), (-1, "50%", -1), (100, "1/3", 33), (200, "2/3", 133),
    (Int.max, "100%", Int.max), (Int.min, "100%", Int.min), (Int.max, "0%", 0),
  ])
  func `times a share is rounded half up to the minor unit`(amount: Int, share: String, part: Int) throws {
    let usd = try Currency("USD")
    #expect(try Money(minorUnits: amount, usd).times(Share(share)).minorUnits == part)
  }

  @Test func `splits without losing a cent`() throws {
    let usd = try Currency("USD")
    #expect(Money(minorUnits: 10_000, usd).split(into: 3).map(\.minorUnits) == [3_334, 3_333, 3_333])
    try forRandomCases(2_000) { random, seed in
      let money = Money(minorUnits: random.magnitude() * random.pick([1, -1]), usd)
      let parts = money.split(into: random.int(1...40))
      let sum = try parts.total(usd)
      #expect(sum == money, seed)
      let sizes = parts.map(\.minorUnits)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1, seed)
    }
  }
}
