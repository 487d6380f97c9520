/// A contract's ledger, counted up: what was owed and what was delivered, by month, stream and lead type.
///
/// Everything is counted once, when the accounts are made; looking at a month, a streak or a cohort is then cheap.
public struct Accounts: Sendable {
  /// What is counted.
  public let ledger: Ledger

  private let months: [Month: Result<MonthAccount, Overflow>]
  private let bands: [Month: Result<Bands, Overflow>]
  private let deliveries: [LeadTypeKey: [Delivery]]
  private let outcomes: [LeadTypeKey: [Month: [Outcome]]]
  private let told: [LeadTypeKey: [Month: ToldOutcome]]
  private let toldFields: [LeadTypeKey: LeadFields]

  /// Counts up a ledger.
  ///
  /// - Throws: `Overflow` where counts pass 64 bits.
  public init(_ ledger: Ledger) throws(Overflow) {
    self.ledger = ledger
    let counts = try LeadCounts(of: ledger.deliveries, by: ledger).byMonth
    var months: [Month: Result<MonthAccount, Overflow>] = [:]
    var bands: [Month: Result<Bands, Overflow>] = [:]
    for month in ledger.history.months {
      guard let ruling = ledger.history.ruling(in: month) else { continue }
      // A month that cannot be computed is no reason not to look at the others.
      do throws(Overflow) {
        let account = try MonthAccount(of: month, under: ruling, counts: counts[month] ?? [:])
        months[month] = .success(account)
        do throws(Overflow) { bands[month] = .success(try Bands(of: account)) } catch {
          bands[month] = .failure(error)
        }
      } catch {
        months[month] = .failure(error)
        bands[month] = .failure(error)
      }
    }
    self.months = months
    self.bands = bands
    self.deliveries = Dictionary(grouping: ledger.deliveries, by: \.key)
    let currency = ledger.history.newest.contract.currency
    self.told = try ledger.leadSums.outcomes(in: currency)
    self.toldFields = ledger.leadSums.toldFields
    self.outcomes = Dictionary(grouping: ledger.outcomes, by: \.key)
      .mapValues { Dictionary(grouping: $0, by: \.month) }
  }

  /// What was owed and delivered in `month`; nil where no version rules on it.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func account(of month: Month) throws(Overflow) -> MonthAccount? { try months[month]?.get() }

  /// The deliveries of one lead type, in the order in which they were recorded.
  public func deliveries(of key: LeadTypeKey) -> [Delivery] { deliveries[key] ?? [] }

  /// What has come of the leads of one type delivered in `month`, and how that is known.
  ///
  /// Where counts come from leads, so does each figure that they tell; elsewhere each that was recorded counts. The
  /// other way of knowing fills what the first leaves open.
  public func outcome(of key: LeadTypeKey, in month: Month) -> CohortOutcome {
    let entries = outcomes[key]?[month] ?? []
    let recorded = entries.reduce(OutcomeFigures()) { $0.updated(by: $1.figures) }
    let isFirst = ledger.history.deliverySource(in: month) == .leads
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
    var bands: [Band?] = []
    for ordinal in first.ordinal...month.ordinal {
      let month = try self.bands[Month(ordinal: ordinal)]?.get()
      if let stream { bands.append(month?.streams[stream]) } else { bands.append(month?.whole) }
    }
    return Streak(endingIn: bands, sustainedAfter: account.ruling.contract.sustainedAfter)
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
