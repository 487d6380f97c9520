/// Finds for leads, one after the other, where a contract counts them.
///
/// Which version rules on a day, what other systems' words mean and what a lead type must have is found out once: a
/// million leads share a few.
public struct LeadPlacer {
  private let history: ContractHistory
  let calendar: ContractCalendar
  /// The month of a day, and the version that rules on it, by its place in `meanings`; nil where none does.
  private var days: [Day: (month: Month, version: Int)?] = [:]
  /// What the words mean by each version that rules on a day so far.
  private var meanings: [LeadMeanings] = []
  /// The place of each of them, by the version's number.
  private var places: [Int: Int] = [:]

  /// Places leads by the versions of a contract.
  public init(_ history: ContractHistory) {
    self.history = history
    self.calendar = history.newest.contract.calendar
  }

  /// The lead as the version of its month counts it; why no month does where none does.
  ///
  /// - Parameters:
  ///   - attributes: what its quality columns have said over time, what they say now first.
  ///   - isRejected: whether a dispute stands so that it does not count.
  mutating func place(
    _ lead: Lead, attributes: [[String: String]], isRejected: Bool
  ) -> Result<PlacedLead, UnplacedLead.Reason> {
    guard let day = lead.facts.delivered?.day else { return .failure(.notDelivered) }
    guard let (month, version) = ruled(day) else { return .failure(.outsideTerm(day)) }
    let type = meanings[version].meaning(of: lead.facts)
    let shortfalls = type.conditions.shortfalls(over: attributes)
    let standing: PlacedLead.Standing =
      !shortfalls.isEmpty ? .unqualified(shortfalls) : isRejected ? .rejected : .counts
    return .success(PlacedLead(lead: lead, day: day, month: month, key: type.key, standing: standing))
  }

  /// Why no month counts a lead; nil where one does.
  mutating func reasonNotToPlace(_ lead: Lead) -> UnplacedLead.Reason? {
    guard let day = lead.facts.delivered?.day else { return .notDelivered }
    return ruled(day) == nil ? .outsideTerm(day) : nil
  }

  private mutating func ruled(_ day: Day) -> (month: Month, version: Int)? {
    if let known = days[day] { return known }
    let month = calendar.month(containing: day)
    let found = history.ruling(in: month).map { (month: month, version: place(of: $0.version)) }
    days[day] = .some(found)
    return found
  }

  private mutating func place(of version: Version) -> Int {
    if let known = places[version.number] { return known }
    meanings.append(LeadMeanings(under: version.contract))
    places[version.number] = meanings.count - 1
    return meanings.count - 1
  }
}

extension [LeadCondition] {
  /// What a lead lacks of these by what its quality columns have said over time, what they say now first; nothing where
  /// it once met them all.
  fileprivate func shortfalls(over attributes: [[String: String]]) -> [PlacedLead.Shortfall] {
    guard !isEmpty else { return [] }
    let lacks = attributes.map { shortfalls(in: $0) }
    return lacks.contains(where: \.isEmpty) ? [] : lacks[0]
  }
}

extension ContractHistory {
  /// Whether any version says what a lead must have to count.
  public var hasLeadConditions: Bool {
    versions.contains { version in
      version.contract.streams.contains { $0.leadTypes.contains { !$0.qualifies.isEmpty } }
    }
  }

  /// What decides on which lead is of which month and type, as a text: two histories of one text count leads alike.
  ///
  /// Such as `USD gregorian 1; 2026-01 1; 2026-02 2`: the currency, the calendar, the version of each month.
  public var placementTerms: String {
    let rulings = self.months.compactMap { month in
      ruling(in: month).map { "\(month) \($0.version.number)" }
    }
    return ([monthTerms] + rulings).joined(separator: "; ")
  }

  /// Whether a day is of the same month, and an amount of the same currency, as by `other`.
  public func countsMonthsLike(_ other: ContractHistory) -> Bool { monthTerms == other.monthTerms }

  private var monthTerms: String {
    let contract = newest.contract
    let months =
      switch contract.calendar.months {
      case .gregorian: "gregorian"
      case .weeks(let pattern): pattern.rawValue
      }
    return "\(contract.currency) \(months) \(contract.calendar.fiscalYearStart)"
  }
}
