import Agreement
import Glibc

/// The clock on the wall, which `--today` stands in for.
enum Clock {
  /// The time now in the local time zone.
  static func now() -> Moment {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return Moment(instant: Int(seconds), offset: local.tm_gmtoff / 60)
  }
}
