import Agreement

extension Comparison {
  /// What must be known to read the comparison: up to when, by which texts, and what cannot be compared.
  var notes: [String] {
    [reachNote, coverageNote].compactMap(\.self) + agreementNotes + absenceNotes
  }

  private var reachNote: String? {
    reach.map { reach in
      language(
        .stillRuns,
        [
          "period": period.label, "businessDay": reach.businessDay, "day": reach.day,
          "earlier": earlier.label, "earlierDay": reach.earlierDay,
        ])
    }
  }

  /// Months of the earlier period that no version covers.
  private var coverageNote: String? {
    guard case .quarter(let quarter) = earlier, let months = then.months, months.count < quarter.months.count
    else { return nil }
    return language(.coversOnly, ["period": name, "months": months.map(\.month).spanned(in: language)])
  }

  /// By which texts the two are measured, where they differ.
  private var agreementNotes: [String] {
    var notes: [String] = []
    let (old, new) = (then.contract, now.contract)
    let numbers = { (report: PeriodReport) in report.versions.map { "\($0.version.number)" } }
    if other != nil {
      notes.append(
        language(
          .byContracts,
          ["now": period.label, "contract": new.name, "then": name, "other": old.name]))
    } else if numbers(then) != numbers(now) {
      notes.append(
        language(
          .byVersions,
          [
            "now": period.label, "nowVersions": numbers(now), "then": name, "thenVersions": numbers(then),
          ]))
    }
    if old.currency != new.currency {
      notes.append(language(.twoCurrencies, ["now": new.currency.code, "then": old.currency.code]))
    }
    return notes
  }

  /// What only one of the two agrees on.
  private var absenceNotes: [String] {
    let types = { (report: PeriodReport) in
      report.leadTypes.map { "\($0.stream.name)/\($0.type.name)" }
    }
    let promises = { (report: PeriodReport) in report.commitments.map { $0.promise.title(in: language) } }
    func missing(_ from: [String], in all: [String]) -> [String] { all.filter { !from.contains($0) } }
    let added = missing(types(then), in: types(now)) + missing(promises(then), in: promises(now))
    let dropped = missing(types(now), in: types(then)) + missing(promises(now), in: promises(then))
    return [(added, name), (dropped, period.label)].filter { !$0.0.isEmpty }.map { items, period in
      language(.notAgreedIn, ["period": period, "items": items])
    }
  }
}
