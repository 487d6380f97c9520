import Agreement
import TestSupport
import Testing

@Suite struct TouchTimesTests {
  /// A second of one of ten days, or the day alone.
  private static func time(_ random: inout SplitMix64) throws -> Occurrence {
    let day = try Day(2026, 2, 1).advanced(by: random.int(0...9))
    return random.int(0...3) == 0
      ? .day(day) : .moment(Moment(day: day, second: random.int(0...86_399), offset: 0))
  }

  @Test func `gives each lead its own times in order, in whichever order they were added`() throws {
    try forRandomCases(300) { random, seed in
      var (times, due): (TouchTimes, [String: [Occurrence]]) = (TouchTimes(leads: 2), [:])
      for _ in 0..<random.int(0...12) {
        let lead = "L\(random.int(0...8))"
        for _ in 0..<random.int(0...5) {
          let time = try Self.time(&random)
          times.add(time)
          due[lead, default: []].append(time)
        }
        times.close(lead)
      }
      for lead in (0...9).map({ "L\($0)" }) {
        #expect(Array(times[lead]) == due[lead, default: []].sorted(), seed)
      }
    }
  }

  @Test func `is the same in whichever order leads were closed, and another with other times`() throws {
    let day = try Day("2026-02-01")
    func times(_ leads: [(String, Int)]) -> TouchTimes {
      leads.reduce(into: TouchTimes()) { times, lead in
        times.add(.day(day.advanced(by: lead.1)))
        times.close(lead.0)
      }
    }
    #expect(times([("a", 1), ("b", 2), ("a", 3)]) == times([("a", 3), ("a", 1), ("b", 2)]))
    #expect(
      times([("a", 1), ("b", 2), ("a", 3)]).hashValue == times([("a", 3), ("a", 1), ("b", 2)]).hashValue)
    #expect(times([("a", 1)]) != times([("a", 2)]))
    #expect(times([("a", 1)]) != times([("b", 1)]))
    #expect(times([("a", 1)]) != times([("a", 1), ("b", 1)]))
  }

  @Test func `takes two spellings of an id for one lead, and one that has no times for none`() throws {
    let day = try Day("2026-02-01")
    var times = TouchTimes()
    times.close("x")
    times.add(.day(day.advanced(by: 1)))
    times.close("caf\u{E9}")
    times.add(.day(day))
    times.close("cafe\u{301}")
    #expect(times["x"].isEmpty)
    #expect(Array(times["caf\u{E9}"]) == [.day(day), .day(day.advanced(by: 1))])
  }
}
