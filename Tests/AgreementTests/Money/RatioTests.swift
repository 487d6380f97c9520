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
