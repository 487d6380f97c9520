/// A contract's ledger, counted up: what was owed and what was delivered, by month, stream and lead type.
///
/// Leads are counted once, when the accounts are made; what was owed is worked out of the months that are looked at.
public struct Accounts: Sendable {
  /// What is counted.
  public let ledger: Ledger

  private let counts: LeadCounts
  private let months = Kept<Month, MonthAccount?, Overflow>()
  private let bands = Kept<Month, Bands?, Overflow>()
  private let outcomes: [LeadTypeKey: [Month: [Outcome]]]
  private let told: [LeadTypeKey: [Month: ToldOutcome]]
  private let toldFields: [LeadTypeKey: LeadFields]

  /// Counts up a ledger.
  ///
  /// - Throws: `Overflow` where counts pass 64 bits.
  public init(_ ledger: Ledger) throws(Overflow) {
    self.ledger = ledger
    self.counts = try LeadCounts(of: ledger.deliveries, by: ledger)
    let currency = ledger.history.newest.contract.currency
    self.toldFields = ledger.leadSums.toldFields
    self.told = try ledger.leadSums.outcomes(telling: toldFields, in: currency)
    self.outcomes = Dictionary(grouping: ledger.outcomes, by: \.key)
      .mapValues { Dictionary(grouping: $0, by: \.month) }
  }

  /// What was owed and delivered in `month`; nil where no version rules on it.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func account(of month: Month) throws(Overflow) -> MonthAccount? {
    try months.value(month) { () throws(Overflow) in
      guard let ruling = ledger.history.ruling(in: month) else { return nil }
      return try MonthAccount(of: month, under: ruling, counts: counts.counts(in: month))
    }
  }

  /// How many leads of one type were delivered in `month`.
  func leads(of key: LeadTypeKey, in month: Month) -> Int { counts.count(of: key, in: month)?.all ?? 0 }

  /// What has come of the leads of one type delivered in `month`, and how that is known.
  ///
  /// Where counts come from leads, so does each figure that they tell; elsewhere each that was recorded counts. The
  /// other way of knowing fills what the first leaves open.
  public func outcome(of key: LeadTypeKey, in month: Month) -> CohortOutcome {
    outcome(of: key, in: month, countedBy: ledger.history.deliverySource(in: month))
  }

  /// - Parameter source: where the counts of the month come from.
  func outcome(
    of key: LeadTypeKey, in month: Month, countedBy source: Contract.DeliverySource
  ) -> CohortOutcome {
    let entries = outcomes[key]?[month] ?? []
    let recorded = entries.reduce(OutcomeFigures()) { $0.updated(by: $1.figures) }
    let isFirst = source == .leads
    guard let told = told[key]?[month] ?? (isFirst ? toldOfNone(key) : nil) else {
      return CohortOutcome(figures: recorded, evidence: .recorded(entries))
    }
    let figures = isFirst ? recorded.updated(by: told.figures) : told.figures.updated(by: recorded)
    let evidence: CohortOutcome.Evidence =
      figures == recorded && !entries.isEmpty && !isFirst
      ? .recorded(entries) : .leads(unpriced: figures.revenue == told.figures.revenue ? told.unpriced : 0)
    return CohortOutcome(figures: figures, evidence: evidence)
  }

  /// What the files tell of the leads of one type in a month that has none; nil where there are no leads at all.
  private func toldOfNone(_ key: LeadTypeKey) -> ToldOutcome? {
    guard !toldFields.isEmpty else { return nil }
    let fields = toldFields[key] ?? toldFields.values.reduce(into: []) { $0.formUnion($1) }
    return ToldOutcome(of: fields, in: ledger.history.newest.contract.currency)
  }

  /// The months on one side of the target that end in `month`, for one stream, or for all where none is named.
  ///
  /// Each month is judged by the tolerance of its own version.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func streak(endingIn month: Month, of stream: Name? = nil) throws(Overflow) -> Streak? {
    guard let account = try account(of: month), let first = ledger.history.months.first else { return nil }
    var backwards: [Band?] = []
    for ordinal in (first.ordinal...month.ordinal).reversed() {
      let month = try self.bands(in: Month(ordinal: ordinal))
      let band = if let stream { month?.streams[stream] } else { month?.whole }
      backwards.append(band)
      // What lies before a month on target, or on another side, is no part of it.
      if band == .onTarget || band != backwards[0] { break }
    }
    return Streak(
      endingIn: backwards.reversed(), sustainedAfter: account.ruling.contract.sustainedAfter)
  }

  private func bands(in month: Month) throws(Overflow) -> Bands? {
    try bands.value(month) { () throws(Overflow) in
      guard let account = try account(of: month) else { return nil }
      return try Bands(of: account)
    }
  }
}

/// Where a month lies, over all streams and on each.
private struct Bands: Sendable {
  let whole: Band?
  let streams: [Name: Band]

  init(of account: MonthAccount) throws(Overflow) {
    let tolerance = account.ruling.contract.tolerance
    var streams: [Name: Band] = [:]
    for stream in account.streams {
      streams[stream.stream.name] = try stream.attainment()?.band(tolerance: tolerance)
    }
    self.streams = streams
    self.whole = try account.band()
  }
}
