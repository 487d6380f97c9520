import Agreement
import Testing

@Suite struct ContractCalendarTests {
  typealias Pattern = ContractCalendar.WeekPattern

  @Test(arguments: zip(Pattern.allCases, [[4, 4, 5], [4, 5, 4], [5, 4, 4]]))
  func `of weeks follows its pattern each quarter`(pattern: Pattern, weeks: [Int]) throws {
    let calendar = ContractCalendar(months: .weeks(pattern))
    let months = try MonthRange("2025-01..2025-12").map { calendar.days(of: $0).count / 7 }
    #expect(months == weeks + weeks + weeks + weeks)
  }

  @Test(arguments: zip(Pattern.allCases, [6, 5, 5]))
  func `of weeks gives a 53rd week to the last month`(pattern: Pattern, weeks: Int) throws {
    let calendar = ContractCalendar(months: .weeks(pattern))
    #expect(try calendar.days(of: Month("2026-12")).count == 7 * weeks)
    #expect(try calendar.days(of: MonthRange("2026-01..2026-12")).count == 7 * 53)
    #expect(try calendar.days(of: Month("2026-12")).last == Day("2027-01-03"))
  }

  @Test(arguments: [
    (1, "2026-01", "2025-12-29"), (1, "2027-01", "2027-01-04"), (7, "2020-07", "2020-06-29"),
    (7, "2021-07", "2021-06-28"), (7, "2026-07", "2026-06-29"), (10, "2021-10", "2021-10-04"),
    (2, "2020-02", "2020-02-03"), (2, "2027-02", "2027-02-01"),
  ])
  func `of weeks starts its year on the Monday nearest the first`(start: Int, month: String, monday: String)
    throws
  {
    let calendar = ContractCalendar(months: .weeks(.fourFourFive), fiscalYearStart: start)
    #expect(try calendar.days(of: Month(month)).first == Day(monday))
  }

  @Test func `of weeks from July has 53 of them in the fiscal years 2016, 2022, 2028 and 2033`() throws {
    let calendar = ContractCalendar(months: .weeks(.fourFiveFour), fiscalYearStart: 7)
    let long = try (2016...2034).filter { year in
      let first = try Quarter("FY\(year)-Q1", fiscalYearStart: 7)
      return try calendar.days(
        of: MonthRange(first: first.firstMonth, last: first.firstMonth.advanced(by: 11))
      ).count
        == 371
    }
    #expect(long == [2016, 2022, 2028, 2033])
  }

  @Test(
    arguments: [ContractCalendar.Months.gregorian] + Pattern.allCases.map { .weeks($0) },
    [1, 2, 7, 10, 12]
  )
  func `tiles time with months that hold their days`(months: ContractCalendar.Months, start: Int) throws {
    let calendar = ContractCalendar(months: months, fiscalYearStart: start)
    for month in try MonthRange("1996-01..2045-12") {
      let days = calendar.days(of: month)
      #expect(calendar.days(of: month.advanced(by: 1)).first == days.last.advanced(by: 1), "\(month)")
      guard days.allSatisfy({ calendar.month(containing: $0) == month }) else {
        Issue.record("not all days of \(month) lie in it")
        return
      }
    }
  }

  @Test func `finds the month of every day from 1900 to 2999`() throws {
    for pattern in Pattern.allCases {
      let calendar = ContractCalendar(months: .weeks(pattern))
      for month in try MonthRange("1900-02..2999-11") {
        let days = calendar.days(of: month)
        guard calendar.month(containing: days.first) == month, calendar.month(containing: days.last) == month
        else {
          Issue.record("\(month) does not hold its ends")
          return
        }
      }
    }
  }

  @Test func `gives a quarter the days of its months`() throws {
    let calendar = ContractCalendar(months: .weeks(.fiveFourFour))
    let quarter = try Quarter("2026-Q1", fiscalYearStart: 1)
    #expect(calendar.days(of: quarter) == (try DayRange(first: Day("2025-12-29"), last: Day("2026-03-29"))))
    #expect(try calendar.quarter(containing: Month("2026-03")) == quarter)
  }

  @Test func `works from Monday to Friday, except on holidays`() throws {
    let holidays = try ["2026-12-25", "2026-12-24", "2026-12-26", "2026-12-25"].map { try Day($0) }
    let calendar = ContractCalendar(holidays: holidays)
    #expect(try calendar.businessDays(in: Week("2026-W52").days) == 3)
    #expect(try !calendar.isBusinessDay(Day("2026-12-25")))
    #expect(try !calendar.isBusinessDay(Day("2026-12-27")))
    #expect(calendar.holidays.map(\.dayOfMonth) == [24, 25, 26])
    #expect(try ContractCalendar().businessDays(in: Month("2026-02").days) == 20)
  }

  @Test(arguments: [
    (["2026-01"], "2026-01"), (["2026-01", "2026-02", "2026-03"], "2026-Q1"),
    (["2026-02", "2026-03", "2026-04"], "2026-02..2026-04"), (["2026-01", "2026-03"], "2026-01, 2026-03"),
    ([], "no month"),
  ])
  func `names months as people do`(months: [String], label: String) throws {
    #expect(try ContractCalendar().label(of: months.map { try Month($0) }) == label)
  }
}
