import Agreement
import Foundation

/// Places times in a time zone, without asking the database of zones for each.
///
/// A wall time that spring leaves out is moved on by the gap; of one that autumn has twice, the earlier is meant.
struct WallClock {
  private let zone: TimeZone?
  /// The offset, in minutes, of days around which it does not change; nil for those around which it does.
  private var steady: [Int: Int?] = [:]

  /// A clock in the zone of that name; UTC where it is nil.
  ///
  /// - Throws: `Unreadable` where this machine knows no such zone.
  init(_ name: TimeZoneName?) throws(Unreadable) {
    guard let name, name.text != "UTC" else {
      zone = nil
      return
    }
    guard let zone = TimeZone(identifier: name.text) else {
      throw Unreadable(
        name.text, expected: "a time zone that this machine knows, such as America/New_York or UTC"
      )
    }
    self.zone = zone
  }

  /// When a clock in the zone showed that time.
  ///
  /// - Parameters:
  ///   - time: microseconds since midnight.
  ///   - offset: minutes ahead of UTC where it was written down; the moment is the same in the zone.
  mutating func moment(_ day: Day, _ time: Int, offset: Int?) -> Moment {
    let (wall, microsecond) = (day.number * 86_400 + time / 1_000_000, time % 1_000_000)
    if let offset {
      let instant = wall - offset * 60
      return Moment(instant: instant, microsecond: microsecond, offset: self.offset(at: instant))
    }
    let (instant, offset) = reading(of: wall)
    return Moment(instant: instant, microsecond: microsecond, offset: offset)
  }

  private mutating func reading(of wall: Int) -> (instant: Int, offset: Int) {
    let day = Self.day(of: wall)
    if let offset = steadyOffset(around: day) { return (wall - offset * 60, offset) }
    let before = ask(wall - 86_400)
    let after = ask(wall + 86_400)
    let fitting = [before, after].filter { ask(wall - $0 * 60) == $0 }
    if let earliest = fitting.max() { return (wall - earliest * 60, earliest) }
    return (wall - before * 60, after)
  }

  private mutating func offset(at instant: Int) -> Int {
    steadyOffset(around: Self.day(of: instant)) ?? ask(instant)
  }

  private mutating func steadyOffset(around day: Int) -> Int? {
    guard zone != nil else { return 0 }
    if let known = steady[day] { return known }
    let offset = ask((day - 1) * 86_400)
    let isSteady = offset == ask((day + 2) * 86_400) && offset == ask(day * 86_400)
    steady[day] = .some(isSteady ? offset : nil)
    return isSteady ? offset : nil
  }

  private func ask(_ instant: Int) -> Int {
    (zone?.secondsFromGMT(for: Foundation.Date(timeIntervalSince1970: TimeInterval(instant))) ?? 0) / 60
  }

  private static func day(of seconds: Int) -> Int {
    seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }
}
