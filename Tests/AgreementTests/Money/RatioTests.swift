import Agreement
import Testing

@Suite struct RatioTests {
  @Test(arguments: [
    (1, 3, 0, "33 %"), (2, 3, 0, "67 %"), (1, 2, 0, "50 %"), (5, 1_000, 0, "1 %"), (4, 1_000, 0, "0 %"),
    (1, 3, 1, "33.3 %"), (2, 3, 2, "66.67 %"), (1, 8, 1, "12.5 %"), (1, 16, 1, "6.3 %"), (30, 10, 0, "300 %"),
    (12_345, 10, 0, "123,450 %"), (-1, 3, 1, "-33.3 %"), (-5, 1_000, 0, "-1 %"), (0, 5, 1, "0.0 %"),
    (-5, 1_000, 1, "-0.5 %"),
  ])
  func `is shown in percent, rounded half up`(part: Int, whole: Int, decimals: Int, shown: String) throws {
    #expect(try #require(Ratio(part, of: whole)).percent(decimals: decimals) == shown)
  }

  @Test(arguments: [
    (8_231, 10_000, "0.8231"), (1, 3, "0.3333"), (2, 3, "0.6667"), (-1, 2, "-0.5000"), (7, 1, "7.0000"),
  ])
  func `is shown as a decimal of four places for machines`(part: Int, whole: Int, shown: String) throws {
    #expect(try #require(Ratio(part, of: whole)).decimal == shown)
  }

  @Test func `is to something above 0`() {
    #expect(Ratio(1, of: 0) == nil)
    #expect(Ratio(1, of: -1) == nil)
  }

  @Test(arguments: [
    (9, 10, "90%", true), (89, 100, "90%", false), (1, 3, "33.3333%", true),
    (333_333, 1_000_000, "1/3", false),
    (0, 5, "0%", true), (-1, 5, "0%", false), (6, 5, "100%", true), (Int.max, Int.max, "100%", true),
    (Int.max - 1, Int.max, "100%", false),
  ])
  func `reaches a share exactly`(part: Int, whole: Int, share: String, reaches: Bool) throws {
    #expect(try #require(Ratio(part, of: whole)).reaches(Share(share)) == reaches)
  }
}

@Suite struct PercentagePointTests {
  @Test(arguments: [
    ((1, 3), (2, 3), "33.3"), ((2, 3), (1, 3), "-33.3"), ((917, 1_000), (884, 1_000), "-3.3"),
    // From 9.24 % to 9.35 % are 0.11 points, though both are shown as if a tenth and more lay between.
    ((924, 10_000), (936, 10_000), "0.1"), ((1, 7), (1, 7), "0"), ((0, 5), (12, 5), "240"),
  ])
  func `are counted from the quotients themselves`(from: (Int, Int), to: (Int, Int), points: String) throws {
    let (from, to) = (try #require(Ratio(from.0, of: from.1)), try #require(Ratio(to.0, of: to.1)))
    #expect(from.points(to: to) == (try Score(points)))
  }

  @Test func `are counted of quotients of any size`() throws {
    let (a, b) = (
      Value(try Specimen.money("90000000000000000")), Value(try Specimen.money("70000000000000000"))
    )
    let (more, less) = (try #require(a.ratio(to: b)), try #require(b.ratio(to: a)))
    #expect(less.points(to: more) == (try Score("50.8")))
  }
}
