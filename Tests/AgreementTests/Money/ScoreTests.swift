import Agreement
import Testing

@Suite struct ScoreTests {
  @Test(arguments: [
    ("4.6", 4_600_000, "4.6"), ("-3", -3_000_000, "-3"), ("1,200", 1_200_000_000, "1200"),
    (" 0.000001 ", 1, "0.000001"), ("-0", 0, "0"), ("4.60", 4_600_000, "4.6"),
    ("999999999999.999999", 999_999_999_999_999_999, "999999999999.999999"),
  ])
  func `is read as a decimal of up to six places`(text: String, millionths: Int, shown: String) throws {
    #expect(try Score(text).millionths == millionths)
    #expect(try Score(text).description == shown)
  }

  @Test(arguments: [
    "", "-", "4.", ".5", "4.1234567", "1e3", "4,6", "1,20", "12,34,567", "1000000000000", "４", "+4", "4.6.1",
    "0,250",
  ])
  func `is refused in any other form`(text: String) {
    #expect(throws: Unreadable.self) { try Score(text) }
  }

  @Test(arguments: [
    (["4", "5"], "4.5"), (["1", "1", "2"], "1.333333"), (["1", "2", "2"], "1.666667"),
    (["-1", "-2", "-2"], "-1.666667"),
    (["4.6"], "4.6"),
  ])
  func `has a mean, rounded half up to a millionth`(scores: [String], mean: String) throws {
    #expect(try Score.mean(of: scores.map { try Score($0) })?.description == mean)
  }

  @Test func `has no mean of none`() { #expect(Score.mean(of: []) == nil) }
}
