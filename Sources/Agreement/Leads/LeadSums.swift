/// What all leads of a contract add up to, by month and lead type.
public struct LeadSums: Hashable, Sendable {
  /// Which leads a sum is of.
  public struct Place: Hashable, Sendable {
    /// The month in which they were delivered; nil for those that are not delivered yet.
    public let month: Month?
    /// Their lead type; nil where no version covers the month, so that none counts them.
    public let key: LeadTypeKey?

    /// Names the leads of a type and a month.
    public init(month: Month?, key: LeadTypeKey?) {
      self.month = month
      self.key = key
    }

    /// Leads that are not delivered yet.
    public static let waiting = Place(month: nil, key: nil)
  }

  /// The sums, by what they are of.
  public private(set) var sums: [Place: LeadSum] = [:]

  /// The sums of no leads.
  public init() {}

  /// Sums as they were kept.
  public init(_ sums: [Place: LeadSum]) { self.sums = sums }

  /// Adds leads up.
  init(of placed: [PlacedLead], unplaced: [UnplacedLead], in book: LeadBook, by calendar: ContractCalendar) {
    for lead in placed { add(lead, disputed: book.dispute(on: lead.lead.id)) }
    for lead in unplaced { add(lead, by: calendar) }
  }

  /// Adds up the leads of a book as a contract counts them.
  public init(of book: LeadBook, by history: ContractHistory) {
    self.init(
      of: book.placed(by: history), unplaced: book.unplaced(by: history), in: book,
      by: history.newest.contract.calendar)
  }

  /// Adds a lead that no dispute is about and of which nothing else was known before.
  public mutating func add(_ lead: Lead, by placer: inout LeadPlacer) {
    switch placer.place(lead, attributes: [lead.facts.attributes], isRejected: false) {
    case .success(let placed): add(placed, disputed: [])
    case .failure(let reason): add(UnplacedLead(lead: lead, reason: reason), by: placer.calendar)
    }
  }

  private mutating func add(_ placed: PlacedLead, disputed steps: [DisputeStep]) {
    sums[Place(month: placed.month, key: placed.key), default: LeadSum()].add(placed, disputed: steps)
  }

  private mutating func add(_ unplaced: UnplacedLead, by calendar: ContractCalendar) {
    let month: Month? =
      switch unplaced.reason {
      case .notDelivered: nil
      case .outsideTerm(let day): calendar.month(containing: day)
      }
    sums[Place(month: month, key: nil), default: LeadSum()].add(unplaced)
  }

  /// Adds what other leads add up to.
  public mutating func add(_ other: LeadSums) {
    for (place, sum) in other.sums { sums[place, default: LeadSum()].add(sum) }
  }

  /// These sums as far as `last`, of which only the leads among `placed` are left.
  ///
  /// What nobody counts stays.
  func through(_ last: Month, whose placed: [PlacedLead], in book: LeadBook) -> LeadSums {
    var left = LeadSums(
      sums.filter { place, _ in place.key == nil || (place.month.map { $0 < last } ?? true) })
    for lead in placed where lead.month == last { left.add(lead, disputed: book.dispute(on: lead.lead.id)) }
    return left
  }

  /// Leaves the sums of some leads only.
  public mutating func keep(_ places: some Sequence<Place>) {
    let places = Set(places)
    sums = sums.filter { places.contains($0.key) }
  }

  /// Leaves the sums of one month only, nil for the leads not delivered yet.
  public mutating func keep(_ month: Month?) { sums = sums.filter { $0.key.month == month } }

  /// Takes the sums of some months, nil for the leads not delivered yet, out.
  public mutating func remove(_ months: Set<Month?>) {
    sums = sums.filter { !months.contains($0.key.month) }
  }
}

extension LeadSums.Place: CustomStringConvertible {
  /// Such as `2026-02 smb/website`.
  public var description: String {
    guard let month else { return "the leads not delivered yet" }
    return key.map { "\(month) \($0)" } ?? "\(month), outside the term"
  }
}

// What reports ask of them.
extension LeadSums {
  /// Whether there are no leads.
  public var isEmpty: Bool { sums.isEmpty }

  /// Whether any lead was delivered in a month that a version covers.
  public var hasPlaced: Bool { sums.contains { $0.key.key != nil } }

  /// The leads of one type delivered in one month; nil where there are none.
  func sum(of key: LeadTypeKey, in month: Month) -> LeadSum? { sums[Place(month: month, key: key)] }

  /// The leads that are not delivered yet.
  public var waiting: LeadSum { sums[.waiting] ?? LeadSum() }

  /// How many leads were delivered on days that no version covers, with the first and the last of them; nil for none.
  public var outsideTerm: (count: Int, first: Day, last: Day)? {
    let days = sums.filter { $0.key.key == nil && $0.key.month != nil }.values.flatMap(\.days)
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return nil }
    return (days.reduce(0) { $0 + $1.delivered }, first, last)
  }

  /// What files had columns for, by lead type.
  var toldFields: [LeadTypeKey: LeadFields] {
    sums.reduce(into: [:]) { told, entry in
      guard let key = entry.key.key else { return }
      told[key, default: []].formUnion(entry.value.told)
    }
  }

  /// The first day on which any lead that a version covers reached a stage; nil where none did at a known time.
  var firstStageDay: Day? {
    sums.lazy.filter { $0.key.key != nil }.compactMap(\.value.firstStageDay).min()
  }

  /// Whether files date what was won of leads of a type that count.
  func tellsTimes(of key: LeadTypeKey) -> Bool {
    sums.contains { $0.key.key == key && $0.value.toldOfCounted.contains(.won) }
  }

  /// What has come of the leads that count, by lead type and month; nil figures where the files do not tell.
  ///
  /// What a file had no column for is unknown for its lead type, where no other file of such leads had one.
  ///
  /// - Parameters:
  ///   - told: what files had columns for, by lead type.
  ///   - currency: amounts in another one are left out of the revenue, and counted as unpriced.
  /// - Throws: `Overflow` where amounts pass 64 bits.
  func outcomes(
    telling told: [LeadTypeKey: LeadFields], in currency: Currency
  ) throws(Overflow) -> [LeadTypeKey: [Month: ToldOutcome]] {
    var outcomes: [LeadTypeKey: [Month: ToldOutcome]] = [:]
    for (place, sum) in sums where sum.counted > 0 {
      guard let key = place.key, let month = place.month else { continue }
      outcomes[key, default: [:]][month] = try ToldOutcome(of: sum, telling: told[key] ?? [], in: currency)
    }
    return outcomes
  }

  /// The deliveries that the leads of some months amount to, a month of a lead type each.
  ///
  /// Leads of months whose counts are logged add nothing: there they are evidence of what became of them.
  ///
  /// - Parameters:
  ///   - isLeftOut: whether a month is left out.
  ///   - marks: those of the imports, by their numbers.
  func deliveries(
    by history: ContractHistory, marks: [Int: EntryMark], leavingOut isLeftOut: (Month) -> Bool
  ) -> [Delivery] {
    let calendar = history.newest.contract.calendar
    // The days of the months that count by leads: there are several lead types in each.
    var spans: [Month: DayRange] = [:]
    for month in Set(sums.keys.compactMap(\.month))
    where !isLeftOut(month) && history.deliverySource(in: month) == .leads {
      spans[month] = calendar.days(of: month)
    }
    return sums.compactMap { place, sum -> Delivery? in
      guard let key = place.key, let days = place.month.flatMap({ spans[$0] }),
        let mark = sum.days.lazy.map(\.newestImport).max().flatMap({ marks[$0] })
      else { return nil }
      return Delivery(key: key, days: days, count: sum.delivered, kind: .leads(mark.number), mark: mark)
    }.sorted { ($0.days.first, $0.key) < ($1.days.first, $1.key) }
  }
}
