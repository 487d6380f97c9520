import Agreement
import Testing

@testable import Exchange

@Suite struct WrittenTimeTests {
  private static func read(
    _ text: String, _ order: DateOrder = .monthFirst, in zone: String? = nil
  ) throws -> String {
    let written = try WrittenTime(text)
    var clock = try WallClock(zone.map { try TimeZoneName($0) })
    let day = try written.day(order)
    guard let time = written.time else { return "\(day)" }
    return "\(clock.moment(day, time, offset: written.offset))"
  }

  @Test(arguments: [
    ("2026-03-04", "2026-03-04"),
    ("2026/3/4", "2026-03-04"),
    (" 2026-03-04 10:30 ", "2026-03-04T10:30:00Z"),
    ("2026-03-04 10:30:15", "2026-03-04T10:30:15Z"),
    ("2025-10-23 11:01:52.257503", "2025-10-23T11:01:52.257503Z"),
    ("2026-03-04T10:30:15.5Z", "2026-03-04T10:30:15.5Z"),
    ("2026-03-04T10:30:15.123456789Z", "2026-03-04T10:30:15.123456Z"),
    ("2026-03-04 10:30:15 UTC", "2026-03-04T10:30:15Z"),
    ("2026-03-04 00:30+02:00", "2026-03-03T22:30:00Z"),
    ("2026-03-04T20:00:00.000-0800", "2026-03-05T04:00:00Z"),
    ("3/4/2026", "2026-03-04"),
    ("3/4/2026 2:05 PM", "2026-03-04T14:05:00Z"),
    ("3/4/2026, 12:05:09\u{202F}AM", "2026-03-04T00:05:09Z"),
    ("03-04-2026 12:00 pm", "2026-03-04T12:00:00Z"),
    ("4.3.2026", "2026-03-04"),
    ("04.03.2026, 10:30", "2026-03-04T10:30:00Z"),
  ])
  func `reads what systems write, plain times as UTC where no zone is known`(text: String, time: String)
    throws
  {
    #expect(try Self.read(text) == time)
  }

  @Test func `reads slashes in the order that is asked for`() throws {
    #expect(try Self.read("3/4/2026", .dayFirst) == "2026-04-03")
    #expect(try Self.read("13/4/2026", .dayFirst) == "2026-04-13")
  }

  @Test(arguments: [
    ("2026-03-04 10:30", "2026-03-04T10:30:00-05:00"),
    ("2026-03-04T10:30:00Z", "2026-03-04T05:30:00-05:00"),
    ("2026-03-04T01:30:00Z", "2026-03-03T20:30:00-05:00"),
    ("2026-03-08 01:59", "2026-03-08T01:59:00-05:00"),
    ("2026-03-08 02:30", "2026-03-08T03:30:00-04:00"),
    ("2026-03-08 03:00", "2026-03-08T03:00:00-04:00"),
    ("2026-11-01 00:59", "2026-11-01T00:59:00-04:00"),
    ("2026-11-01 01:30", "2026-11-01T01:30:00-04:00"),
    ("2026-11-01 02:00", "2026-11-01T02:00:00-05:00"),
    ("2026-11-01T06:30:00Z", "2026-11-01T01:30:00-05:00"),
    ("2026-07-01 12:00", "2026-07-01T12:00:00-04:00"),
  ])
  func `places times in the zone, also where the clock is put forward or back`(text: String, time: String)
    throws
  {
    #expect(try Self.read(text, in: "America/New_York") == time)
  }

  @Test(arguments: [
    "", "today", "2026-3", "2026-02-30", "2026-13-01", "3/4/26", "31/31/2026", "0/4/2026", "3/4.2026",
    "2026-03-04x", "2026-03-04 25:00", "2026-03-04 10:60", "2026-03-04 10:5", "3/4/2026 13:05 PM",
    "3/4/2026 0:05 AM", "2026-03-04 10:30 CEST", "2026-03-04 10:30+19:00", "2026-03-04Z", "1773000000",
    "9999-01-01", "32.1.2026", "2026-03-04 10:30:15.", "3/4/20266",
  ])
  func `refuses what is no date`(text: String) {
    let error = #expect(throws: Unreadable.self) { try Self.read(text) }
    #expect(error?.found == text)
  }

  @Test func `says what is missing of a year, and which order a date does not fit`() {
    let short = #expect(throws: Unreadable.self) { try WrittenTime("3/4/26") }
    #expect(
      short?.description
        == "'3/4/26' is not a date with all four digits of its year, such as 3/4/2026")
    let other = #expect(throws: Unreadable.self) { try WrittenTime("4/13/2026").day(.dayFirst) }
    #expect(other?.description == "'4/13/2026' is not a date with the day first (--date-order dmy)")
  }

  @Test func `knows no zone that the machine does not`() {
    let error = #expect(throws: Unreadable.self) { try WallClock(TimeZoneName("Mars/Olympus")) }
    #expect(
      error?.description
        == "'Mars/Olympus' is not a time zone that this machine knows, such as America/New_York or UTC")
  }

  @Test(arguments: [
    "America/Sao_Paulo", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca",
  ])
  func `keeps the point in time of every written offset`(zone: String) throws {
    var clock = try WallClock(TimeZoneName(zone))
    for step in 0..<2_000 {
      let instant = 1_500_000_000 + step * 155_555
      let written = Moment(instant: instant, offset: step % 27 * 60 - 720)
      let placed = clock.moment(written.day, written.second * 1_000_000, offset: written.offset)
      try #require(placed.instant == instant)
      let again = clock.moment(placed.day, placed.second * 1_000_000, offset: nil)
      try #require(again.day == placed.day && again.second == placed.second)
      try #require(again.instant <= instant)
    }
  }
}
