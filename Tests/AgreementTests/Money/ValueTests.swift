import Agreement
import TestSupport
import Testing

@Suite struct ValueTests {
  private let usd: Currency

  init() throws { usd = try Currency("USD") }

  private func funnel(_ rates: [Int], orderValue: Int) throws -> Funnel {
    let rates = try rates.map { try Rate(Share(partsPerMillion: $0)) }
    return Funnel(
      mqlToSQL: rates[0],
      sqlToOpportunity: rates[1],
      winRate: rates[2],
      averageOrderValue: Money(minorUnits: orderValue, usd),
      timeToClose: 0
    )
  }

  @Test func `of leads is exact, and rounded once at the end`() throws {
    try forRandomCases(2_000) { random, seed in
      var total = Value.zero(usd)
      var exact = Fraction(0)
      for _ in 0..<random.int(1...5) {
        let rates = (0..<3).map { _ in random.int(1...1_000_000) }
        let orderValue = random.int(1...1_000_000_000)
        let count = random.int(0...100_000)
        total = try total.adding(funnel(rates, orderValue: orderValue).leadValue().times(count))
        let lead = (rates + [orderValue, count]).reduce(Natural(1)) { $0 * Natural($1) }
        exact = exact + Fraction(lead, over: Natural(1_000_000_000_000_000_000))
      }
      let shown = try total.rounded().minorUnits
      #expect(exact.roundsHalfUp(to: shown), seed)
    }
  }

  @Test func `compares with another as exact quotients do`() throws {
    try forRandomCases(2_000) { random, seed in
      let leads = try funnel(
        (0..<3).map { _ in random.int(1...1_000_000) },
        orderValue: random.int(1...10_000)
      )
      let count = random.int(1...1_000_000)
      let delivered = try leads.leadValue().times(count)
      let due = Value(Money(minorUnits: random.int(1...1_000_000), usd))
      let needed = try due.count(of: leads.leadValue())
      #expect(try leads.leadValue().times(needed) >= due, seed)
      #expect(try leads.leadValue().times(needed - 1) < due, seed)
      #expect((delivered >= due) == (count >= needed), seed)
    }
  }

  @Test func `counts nothing where nothing is missing`() throws {
    let cent = Value(Money(minorUnits: 1, usd))
    #expect(try Value.zero(usd).count(of: cent) == 0)
    #expect(try Value.zero(usd).subtracting(cent).count(of: cent) == 0)
  }

  @Test func `has no ratio to nothing`() throws {
    let cent = Value(Money(minorUnits: 1, usd))
    #expect(cent.ratio(to: .zero(usd)) == nil)
    #expect(try cent.ratio(to: Value.zero(usd).subtracting(cent)) == nil)
    #expect(Value.zero(usd).ratio(to: cent)?.percent() == "0 %")
  }

  @Test(arguments: [(149, "1%", 1), (150, "1%", 2), (-150, "1%", -2), (-149, "1%", -1)])
  func `is rounded half away from zero`(minorUnits: Int, share: String, rounded: Int) throws {
    let value = try Value(Money(minorUnits: minorUnits, usd)).times(Share(share))
    #expect(try value.rounded().minorUnits == rounded)
  }

  @Test func `throws where it grows too large, and never traps`() throws {
    let extremes = [Int.min, Int.min + 1, -(1 << 62), -1, 0, 1, 64, 1 << 62, Int.max]
    for amount in extremes {
      for first in extremes {
        for second in extremes {
          let value = Value(Money(minorUnits: amount, usd))
          guard let product = try? value.times(first) else { continue }
          _ = try? product.times(second)
          _ = try? product.adding(value)
          _ = try? value.subtracting(product)
          _ = try? product.rounded()
          _ = try? product.count(of: Value(Money(minorUnits: 1, usd)))
          if second > 0 { _ = try? product.times(first, dividedBy: second) }
        }
      }
    }
    #expect(throws: Overflow.self) { try Value(Money(minorUnits: .max, usd)).times(.max) }
    #expect(throws: Overflow.self) { try Value(Money(minorUnits: .max, usd)).times(2).rounded() }
  }

  @Test func `can be subtracted even at the very bottom`() throws {
    // 4 parts × 2⁶² × −2⁶³ is the lowest number of 128 bits, whose negation there is none of.
    let bottom = try funnel([1, 2, 2], orderValue: 1 << 62).leadValue().times(.min)
    #expect(throws: Overflow.self) { try Value.zero(usd).subtracting(bottom) }
    #expect(try bottom.subtracting(bottom) == .zero(usd))
  }
}
