import Agreement

/// What a comparison says to people, in one place.
enum ComparisonWords {
  static func title(_ name: String) -> String { "Compared with \(name)" }
  static func period(_ label: String, of contract: String) -> String { "\(label) of \(contract)" }
  static func line(_ what: String, _ figure: String) -> String { "\(what): \(figure)" }

  static let whole = "Value"
  static let byStream = "By stream"
  static let byLeadType = "By lead type"
  static let commitments = "Commitments"
  static let change = "Change"

  static let delivered = "value delivered"
  static let owed = "value owed"
  static let attainment = "attainment"
  static let leads = "leads"
  static let revenue = "revenue"
  static let revenueDue = "revenue due"
  static let revenueRatio = "of what was due"
  static func median(_ unit: String) -> String { "Median of first contact, \(unit)" }

  /// What a difference is, beside its number.
  static func note(on change: Quantity, between ratios: Bool) -> String {
    switch change {
    case .count(let count): count > 0 ? "more" : count < 0 ? "fewer" : "as many"
    case .money(let money): money.minorUnits > 0 ? "more" : money.minorUnits < 0 ? "less" : "as much"
    case .score(let score) where ratios:
      score.millionths > 0 ? "points more" : score.millionths < 0 ? "points fewer" : "points"
    case .score(let score): score.millionths > 0 ? "more" : score.millionths < 0 ? "less" : "the same"
    case .days, .share, .ratio, .band: ""
    }
  }

  static let notComparable = "not comparable"

  static func noAttainment(_ name: String) -> String {
    "In one of the two nothing was owed, so attainment cannot be compared with \(name)."
  }

  static func attainmentMoved(to now: String, by points: Score, from then: String, in name: String) -> String
  {
    if points.millionths == 0 { return "Attainment is \(now), as in \(name)." }
    let size = Score(millionths: abs(points.millionths))
    return
      "Attainment is \(now), \(size) point\(size.millionths == 1_000_000 ? "" : "s") \(points.millionths > 0 ? "more" : "fewer") than the \(then) of \(name)."
  }

  static func reach(
    _ businessDay: Int, _ period: String, _ day: String, earlier: String, _ earlierDay: String
  ) -> String {
    "\(period) still runs: what was done is counted up to business day \(businessDay) of both, \(day) and in \(earlier) \(earlierDay); value owed is that of the whole. Revenue is not compared."
  }

  static func partlyCovered(_ name: String, _ months: String) -> String {
    "Of \(name) the agreement covers only \(months)."
  }

  static func byVersions(_ now: String, _ nowVersions: String, _ then: String, _ thenVersions: String)
    -> String
  {
    "\(now) is measured by version \(nowVersions), \(then) by version \(thenVersions): what is owed and what a lead is worth may differ."
  }

  static func byContracts(_ now: String, _ contract: String, _ then: String, _ other: String) -> String {
    "\(now) is measured by \(contract), \(then) by \(other): what is owed and what a lead is worth may differ."
  }

  static func currencies(_ now: String, _ then: String) -> String {
    "One is in \(now) and the other in \(then), so amounts are not compared."
  }

  static func notAgreed(_ what: String, in period: String) -> String {
    "Not agreed in \(period), and so without comparison: \(what)."
  }
}
