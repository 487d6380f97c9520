import Agreement
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1900-01-01", -25_567, 1), ("2000-01-01", 10_957, 6), ("2016-01-01", 16_801, 5),
    ("2020-12-31", 18_627, 4), ("2021-01-03", 18_630, 7), ("2026-02-14", 20_498, 6),
    ("2027-01-03", 20_821, 7), ("2999-12-31", 376_199, 2),
  ])
  func `counts from 1970 and knows its weekday`(text: String, number: Int, weekday: Int) throws {
    let day = try Day(text)
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: ["2024-02-29", "2028-02-29", "2000-02-29", "2400-02-29"])
  func `knows leap days`(text: String) throws {
    #expect(try Day(text).advanced(by: 1).dayOfMonth == 1)
  }

  @Test(arguments: [
    ("1900-02-29", "a day: 1900-02 has 28 days"), ("2100-02-29", "a day: 2100-02 has 28 days"),
    ("2026-02-30", "a day: 2026-02 has 28 days"), ("2024-02-30", "a day: 2024-02 has 29 days"),
    ("2026-04-31", "a day: 2026-04 has 30 days"), ("2026-01-00", "a day: 2026-01 has 31 days"),
    ("2026-13-01", "a day from 1900-01-01 to 2999-12-31"),
    ("1899-12-31", "a day from 1900-01-01 to 2999-12-31"),
    ("3000-01-01", "a day from 1900-01-01 to 2999-12-31"), ("2026-2-3", "a day such as 2026-02-14"),
    ("14.02.2026", "a day such as 2026-02-14"), ("2026-02-14 ", "a day such as 2026-02-14"),
    ("２０２６-02-14", "a day such as 2026-02-14"), ("", "a day such as 2026-02-14"),
    ("-026-02-14", "a day such as 2026-02-14"),
  ])
  func `that does not exist is refused with what there is`(text: String, expected: String) {
    #expect(throws: Unreadable(text, expected: expected)) { try Day(text) }
  }

  /// Counts the days as a wall calendar does, one after the other.
  @Test func `follows another as on the wall, from 1900 to 2999`() throws {
    var day = try Day("1900-01-01")
    var weekday = 1
    for year in Day.years {
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for dayOfMonth in 1...length {
          let isRight =
            try day.month.year == year && day.month.month == index + 1 && day.dayOfMonth == dayOfMonth
            && day.weekday == weekday && Day(year, index + 1, dayOfMonth) == day
          guard isRight else {
            Issue.record("\(day) should be day \(dayOfMonth) of month \(index + 1) of \(year)")
            return
          }
          day = day.advanced(by: 1)
          weekday = weekday % 7 + 1
        }
      }
    }
  }
}
