import Agreement
import Testing

@Suite struct BusinessHoursTests {
  @Test(arguments: [
    ("mon-fri 9:00-17:00", 1...5, 540, 1_020, "mon-fri 09:00-17:00"),
    ("mon-fri 9-17", 1...5, 540, 1_020, "mon-fri 09:00-17:00"),
    ("Monday-Friday 08:30-24:00", 1...5, 510, 1_440, "mon-fri 08:30-24:00"),
    ("sat 0:00-0:01", 6...6, 0, 1, "sat 00:00-00:01"),
    ("tues-thurs  10:15-11:00", 2...4, 615, 660, "tue-thu 10:15-11:00"),
  ])
  func `are weekdays and times`(
    text: String,
    weekdays: ClosedRange<Int>,
    opens: Int,
    closes: Int,
    shown: String
  ) throws {
    let hours = try BusinessHours(text)
    #expect(hours.weekdays == weekdays)
    #expect(hours.opens == opens)
    #expect(hours.closes == closes)
    #expect(hours.description == shown)
    #expect(try BusinessHours(shown) == hours)
  }

  @Test(arguments: [
    "", "mon-fri", "9:00-17:00", "fri-mon 9:00-17:00", "mon-fir 9:00-17:00", "mon-xx-fri 9:00-17:00",
    "mon--fri 9:00-17:00", "mon-fri 17:00-9:00", "mon-fri 9:00-9:00", "mon-fri 9:00-24:01",
    "mon-fri 9:60-17:00",
    "mon-fri 9:00-17:00-x", "mon-fri 9:00-x-17:00", "mon-fri 9:00", "money-fri 9:00-17:00",
    "mo-fr 9:00-17:00",
    "mon-fri 9223372036854775807:00-17:00", "mon-fri 9:00-17:00:00", "mon fri 9:00-17:00",
    "mon-fri ９:00-17:00",
  ])
  func `are refused in any other form`(text: String) {
    #expect(throws: Unreadable.self) { try BusinessHours(text) }
  }
}
