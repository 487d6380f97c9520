import Agreement
import Testing

@Suite struct OccurrenceTests {
  @Test(arguments: ["2026-02-14", "2026-02-14T17:00:00-08:00", "2026-02-14T17:00:00.25Z"])
  func `is shown as it was read`(text: String) throws {
    let occurrence = try Occurrence(text)
    #expect(occurrence.description == text)
    #expect(occurrence.day == (try Day("2026-02-14")))
    #expect((occurrence.moment == nil) == (text.count == 10))
  }

  @Test func `is ordered by day, a day without an hour first`() throws {
    let written = [
      "2026-02-13T23:59:59Z", "2026-02-14", "2026-02-14T00:00:00Z", "2026-02-14T00:00:00.000001Z",
      "2026-02-15",
    ]
    let occurrences = try written.map(Occurrence.init)
    #expect(occurrences.reversed().sorted() == occurrences)
  }

  @Test(arguments: ["2026-02-30", "2026-02-14 17:00:00", "14.2.2026", ""])
  func `is refused in any other form`(text: String) {
    #expect(throws: Unreadable.self) { try Occurrence(text) }
  }
}
