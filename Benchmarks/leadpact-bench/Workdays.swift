import Agreement

/// When people work: Monday to Friday from nine to five, but for holidays.
struct Workdays {
  static let opens = 9 * 3_600
  static let closes = 17 * 3_600

  private let first: Int
  /// For each day from `first` on, the day itself where it is worked, else the next one that is.
  private let next: [Int]

  init() {
    let holidays = Set(History.holidays.map(\.number))
    let days = History.allMonths[0].days.first.number...History.exported.day + 800
    var next: [Int] = []
    var following = days.upperBound
    for day in days.reversed() {
      if (day + 3) % 7 < 5, !holidays.contains(day) { following = day }
      next.append(following)
    }
    self.first = days.lowerBound
    self.next = next.reversed()
  }

  /// The day, or the next one that is worked.
  func onOrAfter(_ day: Int) -> Int { next[min(day - first, next.count - 1)] }

  /// The moment when so many seconds have been worked since `start`.
  func after(_ start: WallTime, worked seconds: Int) -> WallTime {
    var day = onOrAfter(start.day)
    var from = day == start.day ? max(start.second, Self.opens) : Self.opens
    var left = seconds
    while left > max(0, Self.closes - from) {
      left -= max(0, Self.closes - from)
      day = onOrAfter(day + 1)
      from = Self.opens
    }
    return WallTime(day: day, second: from + left)
  }

  /// A time at work, at least so many days after `start`.
  func time(_ days: Int, after start: WallTime, by random: inout SplitMix64) -> WallTime {
    WallTime(
      day: onOrAfter(start.day + max(1, days)),
      second: Self.opens + random.below(Self.closes - Self.opens))
  }
}
