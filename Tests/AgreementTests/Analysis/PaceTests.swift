import Agreement
import Testing

@Suite struct PaceTests {
  private func pace(_ today: String, _ holidays: [String] = []) throws -> Pace {
    let calendar = try ContractCalendar(holidays: holidays.map { try Day($0) })
    return try Pace(on: Day(today), in: Month("2026-02"), of: calendar)
  }

  private func value(_ text: String) throws -> Value { Value(try Specimen.money(text)) }

  @Test(arguments: [
    ("2026-02-01", 0, 20), ("2026-02-02", 1, 19), ("2026-02-13", 10, 10), ("2026-02-15", 10, 10),
    ("2026-02-27", 20, 0), ("2026-02-28", 20, 0), ("2026-01-31", 0, 20), ("2025-01-01", 0, 20),
    ("2026-03-01", 20, 0),
    ("2030-01-01", 20, 0),
  ])
  func `counts business days, today included`(today: String, elapsed: Int, left: Int) throws {
    let pace = try pace(today)
    #expect(pace.elapsed == elapsed)
    #expect(pace.left == left)
    #expect(pace.total == 20)
  }

  @Test func `leaves holidays out`() throws {
    let pace = try pace("2026-02-13", ["2026-02-12", "2026-02-16", "2026-02-14"])
    #expect([pace.elapsed, pace.left, pace.total] == [9, 9, 18])
  }

  @Test func `counts all days in a month without business days`() throws {
    let days = try Month("2026-02").days.map(\.description)
    let pace = try pace("2026-02-07", days)
    #expect([pace.elapsed, pace.left, pace.total] == [7, 21, 28])
  }

  @Test func `says what is due, where it leads, and what is needed a day`() throws {
    let pace = try pace("2026-02-06")
    #expect(try pace.dueSoFar(of: value("1000")) == value("250"))
    #expect(try pace.projection(of: value("200")) == value("800"))
    #expect(try pace.neededADay(of: value("1000"), after: value("200"))?.rounded() == Specimen.money("53.33"))
    #expect(pace.leadsNeededADay(of: 100, after: 20) == 6)
    #expect(pace.leadsNeededADay(of: 95, after: 20) == 5)
  }

  @Test func `needs nothing more where enough is there`() throws {
    let pace = try pace("2026-02-06")
    #expect(try pace.neededADay(of: value("1000"), after: value("1000.01")) == value("0"))
    #expect(pace.leadsNeededADay(of: 100, after: 101) == 0)
  }

  @Test func `has no projection before the first day, and no need after the last`() throws {
    let before = try pace("2026-02-01")
    #expect(try before.projection(of: value("5")) == nil)
    #expect(try before.dueSoFar(of: value("1000")) == value("0"))
    #expect(before.leadsNeededADay(of: 20, after: 0) == 1)
    let after = try pace("2026-02-28")
    #expect(try after.neededADay(of: value("1000"), after: value("0")) == nil)
    #expect(after.leadsNeededADay(of: 20, after: 0) == nil)
    #expect(try after.dueSoFar(of: value("1000")) == value("1000"))
    #expect(try after.projection(of: value("7")) == value("7"))
  }

  @Test func `comes to the whole month on its last day, in every calendar`() throws {
    for pattern in ContractCalendar.WeekPattern.allCases {
      let calendar = ContractCalendar(months: .weeks(pattern))
      for month in try MonthRange("2025-01..2027-12") {
        let days = calendar.days(of: month)
        let elapsed = days.map { Pace(on: $0, in: month, of: calendar).elapsed }
        #expect(elapsed == elapsed.sorted())
        #expect(elapsed.last == days.count / 7 * 5)
      }
    }
  }
}
