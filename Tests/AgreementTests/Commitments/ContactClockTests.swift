import Agreement
import TestSupport
import Testing

@Suite struct ContactClockTests {
  private static let holidays = ["2026-02-16", "2026-12-24", "2026-12-25", "2026-12-26"]

  private func clock(_ hours: String?) throws -> ContactClock {
    let calendar = try ContractCalendar(holidays: Self.holidays.map { try Day($0) })
    return try ContactClock(hours.map { .business(try BusinessHours($0)) } ?? .elapsed, in: calendar)
  }

  private static let minute = 60_000_000

  // 2026-02-13 is a Friday, and the Monday after it a holiday.
  @Test(arguments: [
    ("within a day", "2026-02-10T10:00:00Z", "2026-02-10T10:30:00Z", 30),
    ("delivered at night", "2026-02-10T02:00:00Z", "2026-02-10T09:15:00Z", 15),
    ("delivered after hours", "2026-02-10T21:00:00Z", "2026-02-11T09:15:00Z", 15),
    ("contacted after hours", "2026-02-10T16:30:00Z", "2026-02-10T22:00:00Z", 30),
    ("over night", "2026-02-10T16:30:00Z", "2026-02-11T09:45:00Z", 75),
    ("over a long weekend", "2026-02-13T16:00:00Z", "2026-02-17T10:00:00Z", 120),
    ("delivered at a weekend", "2026-02-14T12:00:00Z", "2026-02-17T09:01:00Z", 1),
    ("within a holiday", "2026-02-16T10:00:00Z", "2026-02-16T12:00:00Z", 0),
    ("contacted before", "2026-02-11T10:00:00Z", "2026-02-10T10:00:00Z", 0),
    ("at once", "2026-02-11T10:00:00Z", "2026-02-11T10:00:00Z", 0),
    ("a whole week", "2026-02-02T00:00:00Z", "2026-02-09T00:00:00Z", 5 * 480),
    ("before 1970", "1969-12-26T16:00:00Z", "1969-12-29T10:00:00Z", 120),
    ("over summer time", "2026-03-06T16:00:00-05:00", "2026-03-09T10:00:00-04:00", 120),
    ("over a fold", "2026-10-30T16:59:00-04:00", "2026-11-02T09:01:00-05:00", 2),
  ])
  func `counts business hours only`(_ what: String, start: String, end: String, minutes: Int) throws {
    let passed = try clock("mon-fri 9:00-17:00").elapsed(from: Moment(start), to: Moment(end))
    #expect(passed == minutes * Self.minute, "\(what)")
  }

  @Test(arguments: [
    ("mon-sat 8:00-12:00", "2026-02-14T11:00:00Z", "2026-02-14T13:00:00Z", 60),
    ("mon-sat 8:00-12:00", "2026-12-23T11:00:00Z", "2026-12-28T09:00:00Z", 120),
    ("mon-sun 0:00-24:00", "2026-02-14T23:00:00Z", "2026-02-17T01:00:00Z", 120 + 1_440),
    ("tue 9-10", "2026-02-09T00:00:00Z", "2026-02-25T00:00:00Z", 180),
  ])
  func `counts the weekdays that are worked, less holidays`(
    hours: String, start: String, end: String, minutes: Int
  ) throws {
    #expect(try clock(hours).elapsed(from: Moment(start), to: Moment(end)) == minutes * Self.minute)
  }

  @Test(arguments: [
    ("2026-02-13T23:00:00Z", "2026-02-16T01:00:00Z", 50 * 60),
    ("2026-02-14T10:00:00Z", "2026-02-13T10:00:00Z", 0),
    ("2026-03-06T16:00:00-05:00", "2026-03-09T10:00:00-04:00", 65 * 60),
    ("2026-02-10T10:00:00+01:00", "2026-02-10T10:00:00Z", 60),
    ("2026-02-10T10:00:00Z", "2026-02-10T10:30:00+01:00", 0),
  ])
  func `counts around the clock whatever the calendar says`(start: String, end: String, minutes: Int) throws {
    #expect(try clock(nil).elapsed(from: Moment(start), to: Moment(end)) == minutes * Self.minute)
  }

  @Test func `counts to the microsecond`() throws {
    let (start, end) = try (Moment("2026-02-10T16:59:59.999999Z"), Moment("2026-02-11T09:00:00.000002Z"))
    #expect(try clock("mon-fri 9:00-17:00").elapsed(from: start, to: end) == 3)
    #expect(try clock(nil).elapsed(from: start, to: end) == 57_600_000_003)
  }

  @Test(arguments: [
    ("mon-fri 9:00-17:00", "2026-02-10T10:00:00Z", 240, "2026-02-10T14:00:00Z"),
    ("mon-fri 9:00-17:00", "2026-02-10T14:00:00Z", 240, "2026-02-11T10:00:00Z"),
    ("mon-fri 9:00-17:00", "2026-02-10T13:00:00Z", 240, "2026-02-10T17:00:00Z"),
    ("mon-fri 9:00-17:00", "2026-02-10T03:00:00Z", 480, "2026-02-10T17:00:00Z"),
    ("mon-fri 9:00-17:00", "2026-02-10T18:00:00Z", 1, "2026-02-11T09:01:00Z"),
    ("mon-fri 9:00-17:00", "2026-02-13T16:30:00-08:00", 60, "2026-02-17T09:30:00-08:00"),
    ("mon-fri 9:00-17:00", "2026-02-02T09:00:00Z", 2_400, "2026-02-06T17:00:00Z"),
    ("mon-sat 9:00-17:00", "2026-02-13T16:30:00Z", 60, "2026-02-14T09:30:00Z"),
    (nil, "2026-02-13T16:30:00Z", 1_440, "2026-02-14T16:30:00Z"),
    (nil, "2026-02-13T16:30:00.25+02:00", 30, "2026-02-13T17:00:00.25+02:00"),
  ])
  func `tells when the time is up`(hours: String?, start: String, minutes: Int, deadline: String) throws {
    #expect(try clock(hours).deadline(after: Moment(start), minutes: minutes) == Moment(deadline))
  }

  @Test func `agrees with counting minute by minute`() throws {
    let hours = try BusinessHours("tue-sat 8:30-16:45")
    let clock = try clock("tue-sat 8:30-16:45")
    let off = try Set(Self.holidays.map { try Day($0) })
    try forRandomCases(40) { random, seed in
      let first = try Day("2026-02-01").number + random.int(0...330)
      let start = Moment(day: Day(number: first), second: random.int(0...1_439) * 60)
      let length = random.int(1...12_000)
      var counted = 0
      for minute in 0..<length {
        let moment = Moment(instant: start.instant + minute * 60)
        let isOpen = (hours.opens..<hours.closes).contains(moment.second / 60)
        let isWorked = hours.weekdays.contains(moment.day.weekday) && !off.contains(moment.day)
        counted += isOpen && isWorked ? 1 : 0
      }
      let end = Moment(instant: start.instant + length * 60)
      #expect(clock.elapsed(from: start, to: end) == counted * Self.minute, seed)
    }
  }

  @Test func `is up at its deadline, and not a microsecond before`() throws {
    for hours in [nil, "mon-fri 9:00-17:00", "mon-sat 7:30-12:00", "sun 0:00-24:00", "wed 11:59-12:00"] {
      let clock = try clock(hours)
      try forRandomCases(300) { random, seed in
        let start = try Moment(
          day: Day("2025-12-01").advanced(by: random.int(0...500)), second: random.int(0...86_399),
          microsecond: random.int(0...999_999), offset: random.int(-12...12) * 60)
        let minutes = random.magnitude(upTo: 100_000) + 1
        let deadline = clock.deadline(after: start, minutes: minutes)
        let sooner = Moment(
          instant: deadline.instant - (deadline.microsecond == 0 ? 1 : 0),
          microsecond: deadline.microsecond == 0 ? 999_999 : deadline.microsecond - 1, offset: start.offset)
        #expect(clock.elapsed(from: start, to: deadline) == minutes * Self.minute, seed)
        #expect(clock.elapsed(from: start, to: sooner) == minutes * Self.minute - 1, seed)
      }
    }
  }

  @Test func `never traps on a time without end`() throws {
    let start = try Moment("2026-02-10T10:00:00Z")
    for hours in [nil, "mon-fri 9:00-17:00", "wed 11:59-12:00"] {
      let deadline = try clock(hours).deadline(after: start, minutes: .max)
      #expect(try clock(hours).elapsed(from: start, to: deadline) > 0)
      #expect(try deadline.day > Day("2999-12-31"))
    }
  }
}
