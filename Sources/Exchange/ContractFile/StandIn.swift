import Agreement

/// What takes the place of a value that cannot be read, until the problem is reported.
enum StandIn {
  static let name = known { () throws(Unreadable) in try Name("unreadable") }
  static let term = known { () throws(Unreadable) in try MonthRange("2026-01..2026-12") }
  static let currency = known { () throws(Unreadable) in try Currency("USD") }
  static let rate = known { () throws(Unreadable) in try Rate(Share.all) }

  /// An address that nobody else has.
  static func email(_ position: Int) -> Email {
    known { () throws(Unreadable) in try Email("unreadable-\(position)@unreadable") }
  }

  private static func known<T>(_ make: () throws(Unreadable) -> T) -> T {
    do { return try make() } catch { preconditionFailure("a stand-in is readable: \(error)") }
  }
}
