import Agreement

/// A change that is the same in months that follow each other, told once.
struct ClauseSpan {
  let change: ContractDiff.Change
  /// The last month for which it is so; nil for a clause that is about no single month, or about one only.
  private(set) var last: Month?

  private var month: Month? { Self.month(of: change) }

  /// What it is about, for people: `smb: quota of 2026-01 to 2026-06`.
  var subject: String { last.map { "\(change.subject) to \($0)" } ?? change.subject }

  /// The changes with those of consecutive months put together.
  static func spans(of changes: [ContractDiff.Change]) -> [ClauseSpan] {
    var spans: [ClauseSpan] = []
    for change in changes {
      if let index = spans.indices.last, let month = month(of: change),
        spans[index].goesOn(with: change, month)
      {
        spans[index].last = month
      } else {
        spans.append(ClauseSpan(change: change))
      }
    }
    return spans
  }

  private func goesOn(with next: ContractDiff.Change, _ nextMonth: Month) -> Bool {
    guard let end = last ?? month else { return false }
    return end.advanced(by: 1) == nextMonth && next.path.dropLast() == change.path.dropLast()
      && next.old == change.old && next.new == change.new
  }

  /// The month that a clause is about, such as that of a quota.
  private static func month(of change: ContractDiff.Change) -> Month? {
    guard change.path.dropLast().last == "quota", let key = change.path.last else { return nil }
    do { return try Month(key) } catch { return nil }
  }
}

/// Leads owed that differ by the same in months that follow each other, told once.
struct LeadSpan {
  let change: ContractDiff.LeadChange
  /// The last month for which it is so.
  private(set) var last: Month

  /// The months, for people: `2026-07`, `2026-07 to 2026-12`.
  var words: String { change.month == last ? "\(last)" : "\(change.month) to \(last)" }

  /// The months as commands write them: `2026-07..2026-12`.
  var period: String { change.month == last ? "\(last)" : "\(change.month)..\(last)" }

  /// The changes of each lead type with those of consecutive months put together, by first month and lead type.
  static func spans(of changes: [ContractDiff.LeadChange]) -> [LeadSpan] {
    var spans: [LeadSpan] = []
    var open: [LeadTypeKey: Int] = [:]
    for change in changes {
      if let index = open[change.key], spans[index].goesOn(with: change) {
        spans[index].last = change.month
      } else {
        open[change.key] = spans.count
        spans.append(LeadSpan(change: change, last: change.month))
      }
    }
    return spans
  }

  private func goesOn(with next: ContractDiff.LeadChange) -> Bool {
    last.advanced(by: 1) == next.month && next.old == change.old && next.new == change.new
  }
}
