import Agreement
import TestSupport
import Testing

@Suite struct ApportionmentTests {
  @Test(arguments: [
    ("2026-W05", 100, [100, 0], "Monday to Friday lie in January"),
    ("2026-W14", 100, [40, 60], "Monday and Tuesday lie in March"),
    ("2026-W18", 5, [4, 1], "Monday to Thursday lie in April"),
    ("2026-W07", 9, [9], "no month's end"),
    ("2026-W14", 1, [0, 1], "the larger part is April's"),
    ("2026-W14", 0, [0, 0], "nothing was delivered"),
    ("2026-W14", -5, [-2, -3], "a correction is split as the count was"),
  ])
  func `splits a week by business days`(week: String, count: Int, parts: [Int], why: Comment) throws {
    let split = try ContractCalendar().apportion(count, of: Week(week).days)
    #expect(split.map(\.count) == parts, why)
  }

  @Test func `leaves holidays out`() throws {
    let calendar = try ContractCalendar(holidays: [Day("2026-03-30"), Day("2026-03-31")])
    #expect(try calendar.apportion(7, of: Week("2026-W14").days).map(\.count) == [0, 7])
  }

  @Test func `counts all days where none is worked`() throws {
    let weekend = try DayRange(first: Day("2026-01-31"), last: Day("2026-02-01"))
    #expect(ContractCalendar().apportion(10, of: weekend).map(\.count) == [5, 5])
    let shut = try ContractCalendar(holidays: Array(Week("2026-W14").days))
    #expect(try shut.apportion(7, of: Week("2026-W14").days).map(\.count) == [2, 5])
  }

  @Test func `gives a tie to the earlier month`() throws {
    let fourDays = try DayRange(first: Day("2026-03-30"), last: Day("2026-04-02"))
    #expect(ContractCalendar().apportion(3, of: fourDays).map(\.count) == [2, 1])
    #expect(ContractCalendar().apportion(1, of: fourDays).map(\.count) == [1, 0])
  }

  @Test func `names each month that the days touch, in order`() throws {
    let days = try DayRange(first: Day("2025-12-31"), last: Day("2026-04-01"))
    #expect(ContractCalendar().apportion(1_000, of: days).map(\.month.month) == [12, 1, 2, 3, 4])
  }

  @Test func `adds up, and stays within one lead of the exact part`() throws {
    try forRandomCases(2_000) { random, seed in
      let (calendar, days) = try Self.calendarAndDays(&random)
      let count = random.magnitude(upTo: 1 << 40)
      let parts = calendar.apportion(count, of: days)
      #expect(parts.reduce(0) { $0 + $1.count } == count, seed)
      let whole = days.filter(calendar.isBusinessDay).count
      for part in parts where whole > 0 {
        let own = days.filter { calendar.isBusinessDay($0) && calendar.month(containing: $0) == part.month }
          .count
        let exact = Fraction(Natural(count) * Natural(own), over: Natural(whole))
        #expect(
          Fraction(part.count) < exact + Fraction(1) && exact < Fraction(part.count) + Fraction(1),
          seed
        )
      }
    }
  }

  @Test func `gives windows that tile the days parts that add up`() throws {
    try forRandomCases(2_000) { random, seed in
      let (calendar, days) = try Self.calendarAndDays(&random)
      let count = random.magnitude(upTo: 1 << 40)
      var sum = 0
      var next = days.first.advanced(by: -random.int(0...9))
      while next <= days.last {
        let window = try DayRange(first: next, last: next.advanced(by: random.int(0...20)))
        let part = calendar.part(of: count, of: days, within: window)
        #expect(part >= 0, seed)
        sum += part
        next = window.last.advanced(by: 1)
      }
      #expect(sum == count, seed)
    }
  }

  @Test func `gives a month as a window what it gives it as a month`() throws {
    try forRandomCases(1_000) { random, seed in
      let (calendar, days) = try Self.calendarAndDays(&random)
      let count = random.magnitude(upTo: 1 << 40)
      for part in calendar.apportion(count, of: days) {
        #expect(calendar.part(of: count, of: days, within: calendar.days(of: part.month)) == part.count, seed)
      }
    }
  }

  @Test func `does not lose a lead between three days`() throws {
    let days = try DayRange(first: Day("2026-02-09"), last: Day("2026-02-11"))
    let parts = days.map { ContractCalendar().part(of: 1, of: days, within: DayRange($0)) }
    #expect(parts == [0, 1, 0])
  }

  @Test func `gives a window apart from the days nothing`() throws {
    let weeks = try (Week("2026-W07").days, Week("2026-W08").days)
    #expect(ContractCalendar().part(of: 5, of: weeks.0, within: weeks.1) == 0)
  }

  private static func calendarAndDays(
    _ random: inout SplitMix64
  ) throws -> (calendar: ContractCalendar, days: DayRange) {
    let kinds: [ContractCalendar.Months] = [.gregorian, .weeks(.fourFourFive), .weeks(.fiveFourFour)]
    let first = try Day("2025-11-01").advanced(by: random.int(0...700))
    let days = try DayRange(
      first: first,
      last: first.advanced(by: random.int(0...random.pick([0, 6, 30, 100])))
    )
    let holidays = (0..<random.int(0...12)).map { _ in days.first.advanced(by: random.int(0...12)) }
    let calendar = ContractCalendar(
      months: random.pick(kinds),
      fiscalYearStart: random.int(1...12),
      holidays: holidays
    )
    return (calendar, days)
  }
}
