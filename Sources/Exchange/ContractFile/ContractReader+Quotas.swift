import Agreement

extension ContractReader {
  /// The quotas of a stream: one amount, or amounts by month, quarter or fiscal year.
  mutating func quotas(in section: Section) -> Quotas {
    let path = section.path + ["quota"]
    let quotas: Quotas? =
      switch section["quota"]?.value.content {
      case .mapping(let entries)?: scheduledQuotas(entries, at: section["quota"]?.place ?? section.place)
      default: steadyQuotas(in: section)
      }
    if quotas == nil || term == nil || currency == nil { unsound.insert(path) }
    let zero = Money.zero(currency ?? StandIn.currency)
    return quotas ?? Quotas(first: (term ?? StandIn.term).first, amounts: [zero])
  }

  /// The term to spread amounts over; nil where it cannot be read, or will be refused.
  ///
  /// A term of a thousand years and as many streams as fit into a file would take gigabytes.
  private var spreadTerm: MonthRange? { term.flatMap { $0.count <= Contract.longestTerm ? $0 : nil } }

  /// `500,000`, `500,000 per month`, `1.5M per quarter`, `6M per year`: for all months of the term.
  private mutating func steadyQuotas(in section: Section) -> Quotas? {
    let currency = currency ?? StandIn.currency
    let isCurrencyKnown = self.currency != nil
    let steady = value("quota", in: section) { text throws(Unreadable) in
      try SteadyQuota(text, currency, isCurrencyKnown: isCurrencyKnown)
    }
    guard let steady, let term = spreadTerm, let fiscalYearStart else { return nil }
    let parts = steady.amount.split(into: steady.span.rawValue)
    let amounts = term.map { month in
      let yearPlace = (month.month - fiscalYearStart + 12) % 12
      return parts[yearPlace % steady.span.rawValue]
    }
    return Quotas(first: term.first, amounts: amounts)
  }

  /// `{2026-01: 500k, …}`, `{2026-Q1: 1.5M, …}` or `{2026: 6M}`, each amount spread over its months.
  private mutating func scheduledQuotas(_ entries: [SourceNode.Entry], at place: Place) -> Quotas? {
    guard let fiscalYearStart else { return nil }
    let currency = currency ?? StandIn.currency
    let isCurrencyKnown = self.currency != nil
    var amounts: [Month: Money] = [:]
    var isComplete = true
    for entry in entries {
      let months = months(of: entry, fiscalYearStart: fiscalYearStart)
      let amount = value(of: entry.value, at: entry.place, named: entry.key) { text throws(Unreadable) in
        try SteadyQuota.amount(text, currency, isCurrencyKnown: isCurrencyKnown)
      }
      guard let months, let amount else {
        isComplete = false
        continue
      }
      if let month = months.first(where: { amounts[$0] != nil }) {
        let covers = months.count > 1 ? "\(entry.key) covers \(month), and " : ""
        findings.report(
          entry.keyPlace,
          "quota: \(covers)\(month) has an amount already; keep one of them"
        )
        isComplete = false
        continue
      }
      for (month, part) in zip(months, amount.split(into: months.count)) { amounts[month] = part }
    }
    guard isComplete, let term = spreadTerm else { return nil }
    return quotas(amounts, at: place, over: term)
  }

  /// The amounts as quotas without gaps, from the term's first month on.
  private mutating func quotas(_ amounts: [Month: Money], at place: Place, over term: MonthRange) -> Quotas? {
    let last = amounts.keys.max().map { max($0, term.last) } ?? term.last
    var row: [Money] = []
    var missing: [Month] = []
    var month = term.first
    while month <= last, missing.count <= 120 {
      if let amount = amounts[month] { row.append(amount) } else { missing.append(month) }
      month = month.advanced(by: 1)
    }
    guard missing.isEmpty else {
      let some = missing.prefix(3).map(\.description).joined(separator: ", ")
      let rest = missing.count > 3 ? " and \(missing.count - 3) more" : ""
      findings.report(
        place,
        "quota: there is none for \(some)\(rest); give an amount for each month of the term \(term), 0 if need be"
      )
      return nil
    }
    return Quotas(first: term.first, amounts: row)
  }

  /// The months that the key of an amount stands for; nil where it cannot be read, or lies before the term.
  private mutating func months(of entry: SourceNode.Entry, fiscalYearStart: Int) -> [Month]? {
    do throws(Unreadable) {
      let months = try QuotaSpan.months(of: entry.key, fiscalYearStart: fiscalYearStart)
      guard let term, let last = months.last, last < term.first else { return months }
      findings.report(entry.keyPlace, "quota: \(entry.key) lies before the term \(term); remove it")
    } catch {
      findings.report(entry.keyPlace, "quota: \(error.shortened)")
    }
    return nil
  }
}
