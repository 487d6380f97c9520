import Agreement
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("2026-02-15T17:00:00Z", 61_200, 0), ("2026-02-15T17:00:00-08:00", 61_200, -480),
    ("2026-02-15T00:00:00+05:30", 0, 330), ("2026-02-15T23:59:59-00:30", 86_399, -30),
  ])
  func `is read as the clock on the wall showed it`(text: String, second: Int, offset: Int) throws {
    let moment = try Moment(text)
    #expect(moment.day == (try Day("2026-02-15")))
    #expect(moment.second == second)
    #expect(moment.offset == offset)
    #expect(moment.description == text)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-02-15T00:30:00+01:00", 1_771_111_800),
    ("2026-02-14T23:30:00Z", 1_771_111_800), ("2026-02-14T15:30:00-08:00", 1_771_111_800),
  ])
  func `is one instant in every time zone`(text: String, instant: Int) throws {
    #expect(try Moment(text).instant == instant)
  }

  @Test(arguments: [
    ("2026-02-15T17:00:00.257503Z", 257_503), ("2026-02-15T17:00:00.5+01:00", 500_000),
    ("2026-02-15T17:00:00.000001Z", 1),
  ])
  func `keeps millionths of a second`(text: String, microsecond: Int) throws {
    let moment = try Moment(text)
    #expect(moment.microsecond == microsecond)
    #expect(moment.microseconds == moment.instant * 1_000_000 + microsecond)
    #expect(moment.description == text)
  }

  @Test(arguments: ["2026-02-15T17:00:00-08:00", "1969-12-31T23:59:59Z", "2026-02-15T00:30:00+05:30"])
  func `is made again from its instant`(text: String) throws {
    let moment = try Moment(text)
    #expect(Moment(instant: moment.instant, offset: moment.offset) == moment)
  }

  @Test(arguments: [
    "2026-02-15", "2026-02-15T17:00Z", "2026-02-15T17:00:00.Z", "2026-02-15T17:00:00.1234567Z",
    "2026-02-15 17:00:00Z", "2026-02-15T24:00:00Z", "2026-02-15T17:60:00Z",
    "2026-02-15T17:00:60Z", "2026-02-30T17:00:00Z", "2026-02-15T17:00:00", "2026-02-15T17:00:00+19:00",
    "2026-02-15T7:000:00Z", "2026-02-15T17::0:00Z", "2026-02-15T17:a:0:5Z", "2026-02-15T17:00:00+1:000",
    "2026-02-15T17:00:00*01:00", "2026-02-15T17:00:00+18:01", "2026-02-15T17:00:00z",
  ])
  func `is refused in any other form`(text: String) {
    #expect(throws: Unreadable.self) { try Moment(text) }
  }
}
