/// Whether a quarter's metrics were looked at.
public enum ReviewState: Hashable, Sendable {
  /// A version changes the metrics from the next quarter on; it binds once everyone has signed it.
  case revised(by: Version, isSigned: Bool)
  /// They were kept on purpose.
  case kept(Review)
  /// The quarter is over, and nobody has looked.
  case due
  /// The quarter still runs; a review is due after this day.
  case upcoming(after: Day)
}

extension Ledger {
  /// Whether the metrics of `quarter` were looked at, on `today`.
  ///
  /// A version counts as a revision where it takes effect in the first month of the next quarter, may still come
  /// into force or has, and changes a share or a funnel metric.
  public func reviewState(of quarter: Quarter, on today: Day) -> ReviewState {
    let next = quarter.advanced(by: 1).firstMonth
    let revisions = history.versions.filter { $0.contract.effective == next && history.revisesMetrics($0) }
    if let signed = revisions.last(where: history.isSigned) { return .revised(by: signed, isSigned: true) }
    if let proposed = revisions.last { return .revised(by: proposed, isSigned: false) }
    if let review = reviews.last(where: { $0.quarter == quarter }) { return .kept(review) }
    let last = history.newest.contract.calendar.days(of: quarter).last
    return today > last ? .due : .upcoming(after: last)
  }
}

extension ContractHistory {
  /// Whether `version` changes a share or a funnel metric, and was neither refused nor superseded.
  ///
  /// It is compared with the text that it follows: the newest before it that everyone signed, else the one just
  /// before it.
  fileprivate func revisesMetrics(_ version: Version) -> Bool {
    switch standing(of: version) {
    case .inForce, .awaiting: break
    case .refused, .superseded: return false
    }
    let older = versions.prefix(version.number - 1)
    guard let before = older.last(where: isSigned) ?? older.last else { return false }
    return version.contract.metrics != before.contract.metrics(in: version.contract.coverage)
  }
}

/// What a lead type is agreed to bring in a month.
private struct AgreedFigures: Hashable {
  let share: Share
  let funnel: Funnel
}

extension Contract {
  fileprivate var metrics: [Month: [LeadTypeKey: AgreedFigures]] { metrics(in: coverage) }

  /// The figures of each lead type in each of `months`, however their schedules are written.
  fileprivate func metrics(in months: MonthRange) -> [Month: [LeadTypeKey: AgreedFigures]] {
    var metrics: [Month: [LeadTypeKey: AgreedFigures]] = [:]
    for month in months {
      for stream in streams {
        for type in stream.leadTypes {
          metrics[month, default: [:]][LeadTypeKey(stream: stream.name, leadType: type.name)] =
            AgreedFigures(share: type.share, funnel: type.funnel.funnel(in: month))
        }
      }
    }
    return metrics
  }
}
