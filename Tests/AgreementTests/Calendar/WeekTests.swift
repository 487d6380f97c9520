import Agreement
import Testing

@Suite struct WeekTests {
  @Test(arguments: [
    ("2026-W07", "2026-02-09"), ("2026-W01", "2025-12-29"), ("2020-W53", "2020-12-28"),
    ("2026-W53", "2026-12-28"), ("2015-W53", "2015-12-28"), ("2025-W01", "2024-12-30"),
    ("1900-W01", "1900-01-01"), ("2024-W09", "2024-02-26"), ("2021-W01", "2021-01-04"),
  ])
  func `begins on a Monday`(text: String, monday: String) throws {
    let week = try Week(text)
    #expect(week.monday == (try Day(monday)))
    #expect(week.description == text)
    #expect(week.days.count == 7)
  }

  @Test(arguments: [
    ("2016-01-01", "2015-W53"), ("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"),
    ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2000-01-01", "1999-W52"),
  ])
  func `over New Year belongs to the year of its Thursday`(day: String, week: String) throws {
    #expect(try Week(containing: Day(day)).description == week)
  }

  @Test(arguments: [
    ("2026-W54", "a week: 2026 has the weeks 2026-W01 to 2026-W53"),
    ("2025-W53", "a week: 2025 has the weeks 2025-W01 to 2025-W52"),
    ("2026-W00", "a week: 2026 has the weeks 2026-W01 to 2026-W53"), ("2026-W7", "a week such as 2026-W07"),
    ("2026W07", "a week such as 2026-W07"), ("W07", "a week such as 2026-W07"),
    ("3000-W01", "a week such as 2026-W07"), ("2026-W0７", "a week such as 2026-W07"),
  ])
  func `that does not exist is refused with what there is`(text: String, expected: String) {
    #expect(throws: Unreadable(text, expected: expected)) { try Week(text) }
  }

  @Test func `is the 53rd in the years that begin or end on a Thursday`() throws {
    var long: [Int] = []
    for year in Day.years {
      let endsOnThursday = try Day(year, 1, 1).weekday == 4 || Day(year, 12, 31).weekday == 4
      guard (Week.count(in: year) == 53) == endsOnThursday else {
        Issue.record("\(year) has \(Week.count(in: year)) weeks")
        return
      }
      if endsOnThursday { long.append(year) }
    }
    #expect(long.count == 195)
    #expect(long.filter { (2000..<2040).contains($0) } == [2004, 2009, 2015, 2020, 2026, 2032, 2037])
  }

  @Test func `follows another without a gap, and reads back what it shows`() throws {
    var week = try Week("1900-W01")
    while week.year < 2999 {
      let next = week.advanced(by: 1)
      let isRight =
        try next.monday == week.days.last.advanced(by: 1) && Week(week.description) == week && week < next
      guard isRight else {
        Issue.record("\(next) does not follow \(week)")
        return
      }
      week = next
    }
  }
}
