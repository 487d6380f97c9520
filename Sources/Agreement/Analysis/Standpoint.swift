/// From when leads are looked at: what is recorded of later times has not happened yet.
public enum Standpoint: Hashable, Sendable {
  /// A point in time.
  case moment(Moment)
  /// The end of a day, on the clock that each lead was delivered by.
  case end(of: Day)

  /// The day.
  public var day: Day {
    switch self {
    case .moment(let now): now.day
    case .end(let day): day
    }
  }

  /// The moment on the clock that a lead was delivered by; where no hour of that is known, on its own or in UTC.
  func moment(onClockOf delivered: Moment?) -> Moment {
    switch self {
    case .moment(let now):
      Moment(instant: now.instant, microsecond: now.microsecond, offset: delivered?.offset ?? now.offset)
    case .end(let day): .end(of: day, offset: delivered?.offset ?? 0)
    }
  }
}
