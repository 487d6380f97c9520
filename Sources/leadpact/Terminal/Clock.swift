import Agreement
import Glibc

/// The clock on the wall, which `--today` stands in for.
enum Clock {
  /// The time now in the local time zone.
  static func now() -> Moment {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    let epoch = Int(seconds) + local.tm_gmtoff
    let second = (epoch % 86_400 + 86_400) % 86_400
    return Moment(day: Day(number: (epoch - second) / 86_400), second: second, offset: local.tm_gmtoff / 60)
  }
}
