import Agreement
import TestSupport
import Testing

@Suite struct AttainmentTests {
  private func attainment(_ delivered: String, _ due: String) throws -> Attainment {
    Attainment(delivered: Value(try Specimen.money(delivered)), due: Value(try Specimen.money(due)))
  }

  @Test(arguments: [
    ("89.99", "100", Band.under), ("90", "100", .onTarget), ("100", "100", .onTarget),
    ("110", "100", .onTarget),
    ("110.01", "100", .over), ("0", "100", .under), ("-5", "100", .under), ("1000000", "0.01", .over),
    ("82999999999999999.99", "92233720368547758.07", .under),
    ("83010348331692982.27", "92233720368547758.07", .onTarget),
    ("83010348331692982.26", "92233720368547758.07", .under),
    ("92233720368547758.07", "83848836698679780.07", .onTarget),
    ("92233720368547758.07", "83848836698679780.06", .over),
  ])
  func `is on target within the tolerance, its ends included`(delivered: String, due: String, band: Band)
    throws
  {
    #expect(try attainment(delivered, due).band(tolerance: Contract.usualTolerance) == band)
  }

  @Test func `is exact where no tolerance is given`() throws {
    #expect(try attainment("100", "100").band(tolerance: .none) == .onTarget)
    #expect(try attainment("99.99", "100").band(tolerance: .none) == .under)
    #expect(try attainment("100.01", "100").band(tolerance: .none) == .over)
    #expect(try attainment("0", "100").band(tolerance: .all) == .onTarget)
  }

  @Test func `has no side where nothing was owed`() throws {
    #expect(try attainment("5", "0").ratio == nil)
    #expect(try attainment("5", "0").band(tolerance: .none) == nil)
  }

  @Test func `compares as exact quotients do`() throws {
    try forRandomCases(3_000) { random, seed in
      let due = random.magnitude(upTo: .max - 1) + 1
      let delivered = random.int(0...1) == 0 ? random.magnitude() : due / 10 * 9
      let tolerance = try Share(partsPerMillion: random.int(0...1_000_000))
      let sides = Attainment(
        delivered: Value(Money(minorUnits: delivered, Specimen.usd)),
        due: Value(Money(minorUnits: due, Specimen.usd))
      )
      let ratio = Fraction(Natural(delivered), over: Natural(due))
      let margin = Fraction(Natural(tolerance.partsPerMillion), over: 1_000_000)
      let expected: Band =
        ratio + margin < Fraction(1) ? .under : Fraction(1) + margin < ratio ? .over : .onTarget
      #expect(sides.band(tolerance: tolerance) == expected, seed)
      #expect(sides.ratio?.reaches(tolerance) == (ratio >= margin), seed)
    }
  }

  @Test func `adds up on both sides`() throws {
    #expect(try attainment("5", "10").adding(attainment("20", "15")) == attainment("25", "25"))
  }
}
