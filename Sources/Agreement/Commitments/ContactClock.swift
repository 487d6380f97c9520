/// Tells how much time passes between two moments, as a contract counts it: around the clock, or in business hours.
///
/// Around the clock, time is what passes everywhere. Business hours are read off the clock on the wall, so that a
/// day on which that is put forward or back is as long as any other. docs/arithmetic.md, "First contact".
public struct ContactClock: Hashable, Sendable {
  private let hours: BusinessHours?
  /// The numbers of the holidays that fall on weekdays worked, in order.
  private let holidays: [Int]

  /// A clock that stands still outside business hours, where it counts those, and on the holidays of `calendar`.
  public init(_ clock: FirstContact.Clock, in calendar: ContractCalendar) {
    switch clock {
    case .elapsed:
      self.hours = nil
      self.holidays = []
    case .business(let hours):
      self.hours = hours
      self.holidays = calendar.holidays.filter { hours.weekdays.contains($0.weekday) }.map(\.number)
    }
  }

  /// A clock that never stands still.
  public static let aroundTheClock = ContactClock(.elapsed, in: ContractCalendar())

  /// Microseconds that pass from one moment to another; 0 where the second is not later.
  public func elapsed(from start: Moment, to end: Moment) -> Int {
    guard start.microseconds < end.microseconds else { return 0 }
    guard let hours else { return end.microseconds - start.microseconds }
    return max(0, reading(at: end, hours) - reading(at: start, hours))
  }

  /// The moment at which `minutes` have passed since `start`, on the clock that `start` was read from; the earliest,
  /// where the time runs out as the business closes.
  ///
  /// `minutes` is above 0; times beyond a thousand years, or as many working days, are cut off there.
  public func deadline(after start: Moment, minutes: Int) -> Moment {
    let time = Self.microseconds(ofMinutes: minutes)
    guard let hours else { return start.advanced(by: time) }
    // The time is up within the working day of this number, counted from 0, that holds its last microsecond.
    let target = reading(at: start, hours) + time
    let place = (target - 1).dividedRoundingDown(by: hours.length)
    let last = daysWorked(before: start.day.number, hours) + Self.longest / 1_440
    let day = dayWorked(min(place, last), notBefore: start.day, hours)
    guard place < last else { return .end(of: day, offset: start.offset) }
    let wall = hours.opens * 60_000_000 + target - place * hours.length
    return Moment(day: day, offset: start.offset).advanced(by: wall)
  }

  /// Whether `minutes` are over at `end`, and not just up: the deadline has passed.
  func isOver(_ minutes: Int, from start: Moment, at end: Moment) -> Bool {
    Self.isOver(minutes, after: elapsed(from: start, to: end))
  }

  /// Whether `minutes` are over, and not just up, after so many microseconds.
  static func isOver(_ minutes: Int, after time: Int) -> Bool { time > microseconds(ofMinutes: minutes) }

  /// The longest time that is told from forever, in minutes: a thousand years.
  private static let longest = 1_000 * 366 * 1_440

  private static func microseconds(ofMinutes minutes: Int) -> Int { min(minutes, longest) * 60_000_000 }

  /// What a clock shows that runs in business hours only and began before all moments.
  private func reading(at moment: Moment, _ hours: BusinessHours) -> Int {
    let before = daysWorked(before: moment.day.number, hours) * hours.length
    guard hours.weekdays.contains(moment.day.weekday), !isHoliday(moment.day.number) else { return before }
    let wall = moment.second * 1_000_000 + moment.microsecond - hours.opens * 60_000_000
    return before + min(max(0, wall), hours.length)
  }

  /// Working days before the day of that number, less those before Monday, 29 December 1969.
  private func daysWorked(before number: Int, _ hours: BusinessHours) -> Int {
    let weeks = (number + 3).dividedRoundingDown(by: 7)
    let rest = number + 3 - weeks * 7
    let partial = min(max(0, rest - hours.weekdays.lowerBound + 1), hours.weekdays.count)
    return weeks * hours.weekdays.count + partial - holidaysBefore(number)
  }

  /// The day that is worked after `place` others, on or after `start`.
  private func dayWorked(_ place: Int, notBefore start: Day, _ hours: BusinessHours) -> Day {
    let missing = place - daysWorked(before: start.number, hours) + holidays.count
    var (low, high) = (start.number, start.number + 7 * (missing / hours.weekdays.count + 2))
    while low < high {
      let middle = low + (high - low) / 2
      if daysWorked(before: middle + 1, hours) > place { high = middle } else { low = middle + 1 }
    }
    return Day(number: low)
  }

  private func holidaysBefore(_ number: Int) -> Int {
    var (low, high) = (0, holidays.count)
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isHoliday(_ number: Int) -> Bool {
    let place = holidaysBefore(number)
    return place < holidays.count && holidays[place] == number
  }
}

extension BusinessHours {
  /// The length of a working day, in microseconds.
  fileprivate var length: Int { (closes - opens) * 60_000_000 }
}

extension Moment {
  /// The moment so many microseconds later, on the same clock.
  func advanced(by time: Int) -> Moment {
    let sum = microseconds + time
    let second = sum.dividedRoundingDown(by: 1_000_000)
    return Moment(instant: second, microsecond: sum - second * 1_000_000, offset: offset)
  }

  /// The end of a day, which is the first moment of the next.
  static func end(of day: Day, offset: Int) -> Moment {
    Moment(day: day.advanced(by: 1), offset: offset)
  }
}

extension Int {
  /// The quotient rounded down; `divisor` is above 0.
  fileprivate func dividedRoundingDown(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
