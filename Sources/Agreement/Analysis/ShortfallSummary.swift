/// What the quotas of some months are short of, added up by lead type and by what it came from.
///
/// docs/arithmetic.md, "Whose shortfall".
public struct ShortfallSummary: Hashable, Sendable {
  /// Cohorts added up.
  public struct Sums: Hashable, Sendable {
    /// What was due less the revenue; negative where the leads brought more.
    public private(set) var gap: Money
    /// What each factor cost; together the gap.
    public private(set) var amounts: [ShortfallFactor: Money] = [:]

    init(_ currency: Currency) { gap = .zero(currency) }

    /// The factors that occur, in the order of the funnel.
    public var factors: [ShortfallFactor] { ShortfallFactor.allCases.filter { amounts[$0] != nil } }

    /// What a factor cost; zero where it does not occur.
    public subscript(factor: ShortfallFactor) -> Money { amounts[factor] ?? .zero(gap.currency) }

    /// What the factors cost for which `owner` answers.
    ///
    /// - Throws: `Overflow` beyond 64 bits.
    public func amount(of owner: ShortfallFactor.Owner) throws(Overflow) -> Money {
      try factors.filter { $0.owner == owner }.map { self[$0] }.total(gap.currency)
    }

    mutating func add(_ split: ShortfallSplit) throws(Overflow) {
      gap = try gap.adding(split.gap)
      for part in split.parts { amounts[part.factor] = try self[part.factor].adding(part.amount) }
    }
  }

  /// All cohorts that were judged.
  public let whole: Sums
  /// The same by lead type; a type of which no cohort was judged is not there.
  public let leadTypes: [LeadTypeKey: Sums]
  /// How many cohorts were judged.
  public let judged: Int
  /// How many were left out since the month whose quota rests on them has not ended.
  public let notEnded: Int
  /// How many were left out since their revenue or their won deals are not on record, or not all of it.
  public let notOnRecord: Int
  /// How many were left out since something is on record to have come of nothing.
  public let inconsistent: Int

  /// What a factor cost, by lead type; those with the largest amounts first, those with none left out.
  public func byLeadType(_ factor: ShortfallFactor) -> [(key: LeadTypeKey, amount: Money)] {
    leadTypes.map { (key: $0.key, amount: $0.value[factor]) }
      .filter { $0.amount.minorUnits != 0 }
      .sorted { ($1.amount.minorUnits.magnitude, $0.key) < ($0.amount.minorUnits.magnitude, $1.key) }
  }
}

extension Accounts {
  /// What the quotas of `months` are short of, and what it came from; nil where they rest on no leads of the
  /// agreement.
  ///
  /// Only cohorts are judged whose quota's month is over by `today`, and whose revenue is on record.
  ///
  /// - Throws: `Overflow` where an amount passes 64 bits.
  public func shortfall(restingOn months: [Month], on today: Day) throws(Overflow) -> ShortfallSummary? {
    let cohorts = try cohorts(restingOn: months)
    guard !cohorts.isEmpty else { return nil }
    let contract = ledger.history.newest.contract
    var whole = ShortfallSummary.Sums(contract.currency)
    var leadTypes: [LeadTypeKey: ShortfallSummary.Sums] = [:]
    var (judged, notEnded, notOnRecord, inconsistent) = (0, 0, 0, 0)
    for cohort in cohorts {
      if contract.calendar.days(of: cohort.quotaMonth).last >= today {
        notEnded += 1
      } else if cohort.figures.won == nil || cohort.figures.revenue == nil
        || cohort.outcome.evidence.unpriced > 0
      {
        notOnRecord += 1
      } else if let split = try ShortfallSplit(of: cohort) {
        judged += 1
        try whole.add(split)
        var sums = leadTypes[cohort.key] ?? ShortfallSummary.Sums(contract.currency)
        try sums.add(split)
        leadTypes[cohort.key] = sums
      } else {
        inconsistent += 1
      }
    }
    return ShortfallSummary(
      whole: whole,
      leadTypes: leadTypes,
      judged: judged,
      notEnded: notEnded,
      notOnRecord: notOnRecord,
      inconsistent: inconsistent
    )
  }
}
