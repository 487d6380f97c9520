import Agreement
import Testing

@Suite struct PeriodTests {
  private let today: Day
  private let calendar = ContractCalendar()
  private let fiscal = ContractCalendar(fiscalYearStart: 4)

  init() throws { today = try Day("2026-05-15") }

  @Test(arguments: [
    ("2026-W07", "2026-02-09", "2026-02-15"), ("2026-w07", "2026-02-09", "2026-02-15"),
    ("2026-02", "2026-02-01", "2026-02-28"), ("2026-Q1", "2026-01-01", "2026-03-31"),
    ("2026-02-14", "2026-02-14", "2026-02-14"), ("today", "2026-05-15", "2026-05-15"),
    ("Yesterday", "2026-05-14", "2026-05-14"), ("this week", "2026-05-11", "2026-05-17"),
    ("last week", "2026-05-04", "2026-05-10"), ("next  month", "2026-06-01", "2026-06-30"),
    ("last quarter", "2026-01-01", "2026-03-31"), ("next quarter", "2026-07-01", "2026-09-30"),
    ("2026-02-01..2026-02-14", "2026-02-01", "2026-02-14"), ("2026-01..2026-03", "2026-01-01", "2026-03-31"),
    ("2026-W07..2026-W08", "2026-02-09", "2026-02-22"), ("2026-Q1..2026-04", "2026-01-01", "2026-04-30"),
    ("2026-05-01..today", "2026-05-01", "2026-05-15"), ("last month..yesterday", "2026-04-01", "2026-05-14"),
  ])
  func `names days`(text: String, first: String, last: String) throws {
    let days = try Period(text, in: calendar, today: today).days(in: calendar)
    #expect(days == (try DayRange(first: Day(first), last: Day(last))))
  }

  @Test func `a fiscal year has quarters of its own`() throws {
    let period = try Period("FY2027-Q1", in: fiscal, today: today)
    #expect(period.days(in: fiscal) == (try DayRange(first: Day("2026-04-01"), last: Day("2026-06-30"))))
  }

  @Test(arguments: [
    ("W07", "2026-W07"), ("w7", "2026-W07"), ("2026W7", "2026-W07"), ("KW 7", "2026-W07"),
    ("week 7", "2026-W07"),
    ("Q1", "2026-Q1"), ("2026Q1", "2026-Q1"), ("q1 2026", nil), ("FY2026-Q2", "2026-Q2"),
    ("2026-2", "2026-02"), ("2026/02", "2026-02"), ("202602", "2026-02"), ("feb", "2026-02"),
    ("February 2025", "2025-02"), ("2026-2-4", "2026-02-04"), ("2026/02/14", "2026-02-14"),
    ("20260214", "2026-02-14"), ("14.2.2026", "2026-02-14"), ("last weak", "'last week'"),
    ("lastmonth", "'last month'"), ("tody", "today"),
  ])
  func `a text in another form is told what it may have meant`(text: String, meant: String?) {
    let error = #expect(throws: Unreadable.self) { try Period(text, in: calendar, today: today) }
    let message = "\(error?.description ?? "")"
    #expect(message.hasPrefix("'\(text)' is not a"))
    if let meant {
      #expect(message.hasSuffix("; did you mean \(meant)?"), "\(message)")
    } else {
      #expect(!message.contains("did you mean"), "\(message)")
    }
  }

  @Test func `in a fiscal year the guess is a fiscal quarter`() {
    let error = #expect(throws: Unreadable.self) { try Period("Q2", in: fiscal, today: today) }
    #expect(error?.description.hasSuffix("did you mean FY2027-Q2?") == true)
    let other = #expect(throws: Unreadable.self) { try Period("2027-Q2", in: fiscal, today: today) }
    #expect(other?.description.contains("did you mean") == false)
  }

  @Test(arguments: [
    "", "x", "2026", "2026-Q5", "2026-13", "2026-02-30", "3/4/2026", "this year", "2026-02-01..",
    "..2026-02-01",
    "2026-02..2026-01", "2026-W54", "q", "31.2.2026",
  ])
  func `nothing is guessed where the text leaves it open`(text: String) {
    let error = #expect(throws: Unreadable.self) { try Period(text, in: calendar, today: today) }
    #expect(error?.description.contains("did you mean") == false, "\(error?.description ?? "")")
  }

  @Test func `a guess reads as the period that it names`() throws {
    // What is guessed of each day and week of a year, written in another form, is that day and that week.
    for number in 0..<365 {
      let day = try Day("2026-01-01").advanced(by: number)
      let slashed = day.description.replacing("-", with: "/")
      let error = #expect(throws: Unreadable.self) { try Period(slashed, in: calendar, today: today) }
      #expect(error?.description.hasSuffix("did you mean \(day)?") == true)
      let week = Week(containing: day)
      let short = "\(week.year)w\(week.number)"
      let other = #expect(throws: Unreadable.self) { try Period(short, in: calendar, today: today) }
      #expect(other?.description.hasSuffix("did you mean \(week)?") == true)
    }
  }

  @Test(arguments: [
    "2026-01..2026-02..2026-03", "today..", "today..today..",
    String(repeating: "today..", count: 50_000) + "today",
  ])
  func `a span has two ends`(text: String) {
    #expect(throws: Unreadable.self) { try Period(text, in: calendar, today: today) }
  }

  @Test func `every day of it is one that records are kept for`() throws {
    let weekly = ContractCalendar(months: .weeks(.fourFourFive), fiscalYearStart: 1)
    let fiscal = ContractCalendar(fiscalYearStart: 10)
    // Some would begin in the last days of 1899, or end in January 3000.
    for (text, calendar) in [
      ("2999-12", weekly), ("1900-01", weekly), ("1902-01", weekly), ("2999-Q4", weekly),
      ("FY1900-Q1", fiscal),
    ] {
      do throws(Unreadable) {
        let days = try Period(text, in: calendar, today: today).days(in: calendar)
        #expect(Day.years.contains(days.first.month.year) && Day.years.contains(days.last.month.year))
        let again = try Period("\(days.first)..\(days.last)", in: calendar, today: today)
        #expect(again.days(in: calendar) == days)
      } catch {
        #expect(error.expected == "a period from 1900-01-01 to 2999-12-31")
      }
    }
    #expect(throws: Unreadable.self) { try Period("FY1900-Q1", in: fiscal, today: today) }
    #expect(try Period("FY1901-Q1", in: fiscal, today: today).days(in: fiscal).first == Day("1900-10-01"))
  }
}
