import Agreement

extension Comparison {
  /// What must be known to read the comparison: up to when, by which texts, and what cannot be compared.
  var notes: [String] {
    [reachNote, coverageNote].compactMap(\.self) + agreementNotes + absenceNotes
  }

  private var reachNote: String? {
    reach.map {
      ComparisonWords.reach(
        $0.businessDay, period.label, "\($0.day)", earlier: earlier.label, "\($0.earlierDay)")
    }
  }

  /// Months of the earlier period that no version covers.
  private var coverageNote: String? {
    guard case .quarter(let quarter) = earlier, let months = then.months, months.count < quarter.months.count
    else { return nil }
    return ComparisonWords.partlyCovered(name, months.map(\.month).spanned)
  }

  /// By which texts the two are measured, where they differ.
  private var agreementNotes: [String] {
    var notes: [String] = []
    let (old, new) = (then.contract, now.contract)
    if other != nil {
      notes.append(ComparisonWords.byContracts(period.label, new.name.text, name, old.name.text))
    } else if then.versions.map(\.version.number) != now.versions.map(\.version.number) {
      notes.append(
        ComparisonWords.byVersions(
          period.label, now.versions.map { "\($0.version.number)" }.joinedByAnd, name,
          then.versions.map { "\($0.version.number)" }.joinedByAnd))
    }
    if old.currency != new.currency {
      notes.append(ComparisonWords.currencies(new.currency.code, old.currency.code))
    }
    return notes
  }

  /// What only one of the two agrees on.
  private var absenceNotes: [String] {
    let types = { (report: PeriodReport) in
      report.leadTypes.map { "\($0.stream.name)/\($0.type.name)" }
    }
    let promises = { (report: PeriodReport) in report.commitments.map(\.promise.title) }
    func missing(_ from: [String], in all: [String]) -> [String] { all.filter { !from.contains($0) } }
    let added = missing(types(then), in: types(now)) + missing(promises(then), in: promises(now))
    let dropped = missing(types(now), in: types(then)) + missing(promises(now), in: promises(then))
    return (added.isEmpty ? [] : [ComparisonWords.notAgreed(added.joinedByAnd, in: name)])
      + (dropped.isEmpty ? [] : [ComparisonWords.notAgreed(dropped.joinedByAnd, in: period.label)])
  }
}
