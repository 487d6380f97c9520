import Agreement
import Testing

@Suite struct MeasureTests {
  @Test(arguments: [
    (Measure.Direction.atLeast, "4.6", true), (.atLeast, "4.599999", false), (.atMost, "4.6", true),
    (.atMost, "4.600001", false),
  ])
  func `is kept on its side of the target, the target included`(
    direction: Measure.Direction,
    score: String,
    isKept: Bool
  ) throws {
    let measure = try Measure(
      name: Name("csat"),
      title: "Satisfaction",
      owner: .service,
      unit: "points",
      target: Score("4.6"),
      direction: direction
    )
    #expect(measure.isKept(by: try Score(score)) == isKept)
  }
}
