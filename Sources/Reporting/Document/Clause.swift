/// The headings of docs/arithmetic.md, which lay down how figures are computed.
extension String {
  static let workedBackwards = "docs/arithmetic.md, Worked backwards"
  static let valueOfALead = "docs/arithmetic.md, Value of a lead"
  static let streamsAndRetention = "docs/arithmetic.md, Streams and retention"
  static let leadTime = "docs/arithmetic.md, Lead time"
  static let deliveredValue = "docs/arithmetic.md, Delivered value"
  static let bandClause = "docs/arithmetic.md, Band"
  static let weeksAndMonths = "docs/arithmetic.md, Weeks and months"
  static let paceClause = "docs/arithmetic.md, Pace"
  static let salesSide = "docs/arithmetic.md, The sales side"
  static let outcomesClause = "docs/arithmetic.md, Outcomes and quota"
  static let firstContactClause = "docs/arithmetic.md, First contact"
  static let cadenceClause = "docs/arithmetic.md, Cadence"
  static let observedRates = "docs/arithmetic.md, Observed rates"
  static let timeToClose = "docs/arithmetic.md, Time to close"
  static let shortfallClause = "docs/arithmetic.md, Whose shortfall"
}
