import Agreement
import Testing

@Suite struct DayRangeTests {
  @Test(arguments: [
    ("2026-02-14", "2026-02-14", "2026-02-14"), ("2026-02-09", "2026-02-15", "2026-W07"),
    ("2026-02-09", "2026-02-14", "2026-02-09..2026-02-14"),
    ("2026-02-10", "2026-02-16", "2026-02-10..2026-02-16"),
    ("2020-12-28", "2021-01-03", "2020-W53"),
  ])
  func `is shown as a day, a week or two ends`(first: String, last: String, shown: String) throws {
    #expect(try DayRange(first: Day(first), last: Day(last)).description == shown)
  }

  @Test func `is refused where it ends before it starts`() throws {
    let day = try Day("2026-02-14")
    #expect(throws: Unreadable.self) { try DayRange(first: day, last: day.advanced(by: -1)) }
  }

  @Test(arguments: [
    (1, 5, true), (5, 9, true), (6, 9, false), (0, 1, true), (-3, 0, false), (2, 3, true), (-5, 20, true),
  ])
  func `overlaps where it shares a day`(first: Int, last: Int, overlaps: Bool) throws {
    let days = try DayRange(first: Day(number: 1), last: Day(number: 5))
    let other = try DayRange(first: Day(number: first), last: Day(number: last))
    #expect(days.overlaps(other) == overlaps)
    #expect((days.intersection(other) != nil) == overlaps)
    #expect(days.intersection(other).map(Array.init) ?? [] == days.filter { other.contains($0) })
  }
}
