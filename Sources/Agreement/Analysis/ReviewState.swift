/// Whether a quarter's metrics were looked at.
public enum ReviewState: Hashable, Sendable {
  /// A version proposed from the next quarter on changes the metrics.
  case revised(by: Version)
  /// They were kept on purpose.
  case kept(Review)
  /// The quarter is over, and nobody has looked.
  case due
  /// The quarter still runs; a review is due after this day.
  case upcoming(after: Day)
}

extension Ledger {
  /// Whether the metrics of `quarter` were looked at, on `today`.
  public func reviewState(of quarter: Quarter, on today: Day) -> ReviewState {
    if let version = history.versions.dropFirst().last(where: {
      $0.contract.effective == quarter.lastMonth.advanced(by: 1)
    }) {
      return .revised(by: version)
    }
    if let review = reviews.last(where: { $0.quarter == quarter }) { return .kept(review) }
    let last = history.newest.contract.calendar.days(of: quarter).last
    return today > last ? .due : .upcoming(after: last)
  }
}
