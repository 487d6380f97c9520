import Agreement
import TestSupport
import Testing

@Suite struct ShareTests {
  @Test(arguments: [
    ("34%", 340_000, "34%"), ("34 %", 340_000, "34%"), ("34.50%", 345_000, "34.5%"),
    ("0.34", 340_000, "0.34"),
    ("1/3", 333_333, "1/3"), (" 2 / 3 ", 666_667, "2/3"), ("0%", 0, "0%"), ("0", 0, "0"), ("0/5", 0, "0/5"),
    ("100%", 1_000_000, "100%"), ("1.0", 1_000_000, "1"), ("3/3", 1_000_000, "3/3"),
    ("0.0001%", 1, "0.0001%"), ("0.000001", 1, "0.000001"), ("57/168", 339_286, "57/168"),
  ])
  func `is read in percent, as a decimal or as a fraction, and shown as it was given`(
    text: String,
    partsPerMillion: Int,
    shown: String
  ) throws {
    let share = try Share(text)
    #expect(share.partsPerMillion == partsPerMillion)
    #expect(share.description == shown)
  }

  @Test(arguments: [
    ("0.3400004", 340_000), ("0.3400005", 340_001), ("34.00004%", 340_000), ("34.00005%", 340_001),
    ("0.3399999", 340_000), ("1/2000000", 1), ("1/2000001", 0), ("1/6", 166_667),
  ])
  func `is rounded half up to a part per million`(text: String, partsPerMillion: Int) throws {
    #expect(try Share(text).partsPerMillion == partsPerMillion)
  }

  @Test(arguments: [
    "", "%", "-1%", "+1%", "101%", "1.1", "100.1%", "4/3", "1/0", "1/-3", "/3", "1/", "1/3%", "1/2/3", ".5",
    "5.", "1e-2", "34,5%", "３４%", "1٪", "34%%", "0.3.4", "99999999999999999999%", "1/99999999999999999999",
  ])
  func `is refused outside 0 to 100 %, or in another form`(text: String) {
    #expect(throws: Unreadable.self) { try Share(text) }
  }

  @Test func `refuses a plain number above 1, and asks whether percent was meant`() {
    let refusal = #expect(throws: Unreadable.self) { try Share("34") }
    #expect(refusal?.description.hasSuffix("such as 34%, 0.34 or 1/3; did you mean 34%?") == true)
    #expect(throws: Unreadable.self) { try Share("101") }
  }

  @Test func `is equal to a share of the same size, however it is written`() throws {
    #expect(try Share("34%") == Share("0.34"))
    #expect(try Set([Share("1/2"), Share("50%"), Share("0.5")]).count == 1)
    #expect(try Share("1/3") < Share("34%"))
  }

  @Test(arguments: [
    ["100%"], ["1/3", "1/3", "1/3"], ["1/7", "1/7", "1/7", "4/7"], ["60%", "0.4"], ["1/2", "25%", "0.25"],
    ["50%", "50%", "0%"], ["2/3", "33.3333%"], ["1/6", "1/6", "1/6", "1/6", "1/6", "1/6"],
    ["1/1000000007", "1000000006/1000000007"],
  ])
  func `makes the whole together with others`(shares: [String]) throws {
    #expect(try Share.makeWhole(shares.map { try Share($0) }))
  }

  @Test(arguments: [
    [], ["99.9999%"], ["1/3", "1/3"], ["0.333333", "0.333333", "0.333333"], ["60%", "41%"],
    ["100%", "0.0001%"],
  ])
  func `does not make the whole a part per million short or over`(shares: [String]) throws {
    #expect(try !Share.makeWhole(shares.map { try Share($0) }))
  }

  @Test(arguments: [("34%", "34%"), ("0.34", "0.34"), ("1/3", "(1/3)"), ("1/4", "(1/4)")])
  func `stands in formulas as it was written`(text: String, factor: String) throws {
    #expect(try Share(text).factor == factor)
  }

  @Test func `is computed with as the fraction that was written, not as parts per million`() throws {
    let usd = try Currency("USD")
    #expect(try Rate("1/3").inputs(yielding: 3) == 9)
    #expect(try Rate("0.333333").inputs(yielding: 3) == 10)
    #expect(Money(minorUnits: 100_000_000, usd).times(try Share("1/3")).minorUnits == 33_333_333)
    #expect(try Share("1/3") != Share("33.3333%"))
    #expect(try Share("2/6") == Share("1/3"))
    #expect(try Share.weights(of: [Share("2/3"), Share("1/3")]) == [2, 1])
    #expect(try Share.weights(of: [Share("60%"), Share("40%")]) == [600_000, 400_000])
  }

  @Test func `reads back what it shows`() throws {
    try forRandomCases(3_000) { random, seed in
      let parts = random.int(0...1_000_000)
      let percent = try Share(partsPerMillion: parts)
      #expect(try Share(percent.description).partsPerMillion == parts, seed)
      #expect(try Share(percent.decimal).partsPerMillion == parts, seed)
      let whole = random.magnitude(upTo: .max - 1) + 1
      let part = random.int(0...whole)
      let fraction = try Share("\(part)/\(whole)")
      #expect(fraction.description == "\(part)/\(whole)", seed)
      let exact = Fraction(Natural(part) * 1_000_000, over: Natural(whole))
      #expect(exact.roundsHalfUp(to: fraction.partsPerMillion), seed)
    }
  }
}
