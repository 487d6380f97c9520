/// What clocks on the wall show, to the second.
struct WallTime: Comparable {
  /// Seconds since the first moment of 1970, as if no clock were ever put forward or back.
  let seconds: Int

  init(day: Int, second: Int) { seconds = day * 86_400 + second }

  private init(seconds: Int) { self.seconds = seconds }

  /// The number of the day, 0 for the first of 1970.
  var day: Int { seconds / 86_400 }

  /// The second of the day.
  var second: Int { seconds % 86_400 }

  func advanced(bySeconds seconds: Int) -> WallTime { WallTime(seconds: self.seconds + seconds) }

  static func < (a: WallTime, b: WallTime) -> Bool { a.seconds < b.seconds }
}
