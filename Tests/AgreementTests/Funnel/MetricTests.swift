import Agreement
import Testing

@Suite struct MetricTests {
  private func quarter(_ text: String) throws -> Quarter { try Quarter(text, fiscalYearStart: 1) }

  private func step(_ from: String?, _ figure: Int) throws -> Metric<Int>.Step {
    Metric.Step(from: try from.map(quarter), figure: figure, source: .assumed)
  }

  @Test func `holds for all time where it has one figure`() throws {
    #expect(Metric(23).step(in: try Month("1999-01")).figure == 23)
  }

  @Test(arguments: [
    ("2026-01", 23), ("2026-06", 23), ("2026-07", 25), ("2026-12", 25), ("2027-01", 30), ("2030-01", 30),
  ])
  func `changes with the first month of a quarter`(month: String, figure: Int) throws {
    let steps = try [step("2027-Q1", 30), step("2026-Q1", 23), step("2026-Q3", 25)]
    let metric = try #require(Metric(steps: steps, startingIn: Month("2026-01")))
    #expect(metric.step(in: try Month(month)).figure == figure)
  }

  @Test func `begins with the figure that holds when the agreement does; replaced ones fall away`() throws {
    let steps = try [step("2025-Q1", 20), step("2025-Q4", 23), step("2026-Q3", 25)]
    let metric = try #require(Metric(steps: steps, startingIn: Month("2026-02")))
    #expect(metric.steps == (try [step(nil, 23), step("2026-Q3", 25)]))
  }

  @Test func `is none where no figure holds when the agreement begins`() throws {
    #expect(try Metric(steps: [step("2026-Q2", 23)], startingIn: Month("2026-01")) == nil)
    #expect(try Metric(steps: [Metric<Int>.Step](), startingIn: Month("2026-01")) == nil)
  }

  @Test func `is revised from a quarter on, and what was agreed for later quarters falls away`() throws {
    let start = try Month("2026-01")
    let metric = try #require(
      Metric(steps: [step(nil, 23), step("2026-Q3", 25), step("2026-Q4", 26)], startingIn: start)
    )
    let revised = try metric.revised(from: quarter("2026-Q3"), to: 21, source: .assumed, startingIn: start)
    #expect(revised.steps == (try [step(nil, 23), step("2026-Q3", 21)]))
    #expect(
      try metric.revised(from: quarter("2026-Q1"), to: 9, source: .assumed, startingIn: start).steps == [
        step(nil, 9)
      ]
    )
  }
}

@Suite struct MetricSourceTests {
  @Test(arguments: [
    ("assumed", MetricSource.assumed, "assumed"),
    ("measured 57/168, HubSpot", .measured("57/168, HubSpot"), "measured 57/168, HubSpot"),
    ("measured: 57/168", .measured("57/168"), "measured 57/168"),
    (" measured, by hand ", .measured("by hand"), "measured by hand"),
  ])
  func `is assumed, or measured somewhere`(text: String, source: MetricSource, shown: String) throws {
    #expect(try MetricSource(text) == source)
    #expect(source.description == shown)
    #expect(try MetricSource(shown) == source)
  }

  @Test(arguments: ["", "measured", "measured:", "guessed", "Assumed it", "57/168"])
  func `is refused where it does not say which`(text: String) {
    #expect(throws: Unreadable.self) { try MetricSource(text) }
  }
}
