/// The leads on record for a contract, what was done about them, and what is disputed, as known on some day.
public struct LeadBook: Hashable, Sendable {
  /// The leads, by id.
  public let leads: [Lead]
  /// The steps of disputes, in the order in which they were recorded.
  public let disputes: [DisputeStep]
  /// What is known of all leads where the book holds some only; nil where it holds all that are asked about.
  public let extract: Extract?

  private let touches: [String: [Touch]]
  private let earlierAttributes: [String: [[String: String]]]
  private let steps: [String: [DisputeStep]]

  /// Puts a book together.
  ///
  /// - Parameters:
  ///   - records: the newest word of each record, each key once.
  ///   - touches: the newest word of each touch.
  ///   - disputes: the steps, in the order in which they were recorded.
  ///   - earlierAttributes: what the quality columns of a lead said before they changed, by the lead's id.
  public init(
    records: [LeadRecord] = [],
    touches: [Touch] = [],
    disputes: [DisputeStep] = [],
    earlierAttributes: [String: [[String: String]]] = [:]
  ) {
    self.init(
      leads: Lead.leads(of: records), touches: touches, disputes: disputes,
      earlierAttributes: earlierAttributes)
  }

  /// Puts together a book of leads, which stand in the order of their ids.
  ///
  /// - Parameter extract: what is known of all leads, where these are some of them.
  public init(
    leads: [Lead],
    touches: [Touch] = [],
    disputes: [DisputeStep] = [],
    earlierAttributes: [String: [[String: String]]] = [:],
    extract: Extract? = nil
  ) {
    self.leads = leads
    self.disputes = disputes
    self.steps = Dictionary(grouping: disputes, by: \.lead)
    self.touches = Dictionary(grouping: touches, by: \.lead)
      .mapValues { $0.sorted { ($0.at, $0.id) < ($1.at, $1.id) } }
    self.earlierAttributes = earlierAttributes
    self.extract = extract
  }

  /// Whether there are neither leads nor touches.
  public var isEmpty: Bool { (extract?.sums.isEmpty ?? leads.isEmpty) && !hasTouches }

  /// Whether every lead that is open on `day` is there.
  func holdsOpenLeads(on day: Day) -> Bool {
    guard let extract else { return true }
    return extract.openOn.map { $0 <= day } ?? false
  }

  /// The lead of that id; nil where there is none.
  public func lead(_ id: String) -> Lead? { position(of: id).map { leads[$0] } }

  private func position(of id: String) -> Int? {
    var range = leads.startIndex..<leads.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if leads[middle].id == id { return middle }
      range = leads[middle].id < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// What was done about a lead, in order, automatic replies included; an extract knows only when that was.
  public func touches(of lead: String) -> [Touch] { touches[lead] ?? [] }

  /// When a person did something about a lead, in order.
  func touchTimes(of lead: String) -> ArraySlice<Occurrence> {
    if let times = extract?.touchTimes { return times[lead] }
    return touches(of: lead).filter { !$0.isAutomatic }.map(\.at)[...]
  }

  /// Whether anything is on record that was done about leads.
  public var hasTouches: Bool { extract?.hasTouches ?? !touches.isEmpty }

  /// Whether no first contact on record of a lead means that there was none: a file has a column for it, or touches are
  /// on record of any lead, since a lead type that nobody touched is the very one to be seen.
  public func tellsContact(of lead: Lead) -> Bool { hasTouches || lead.told.contains(.contacted) }

  /// How many touches are of leads that are not on record.
  public var strayTouches: Int {
    extract?.strayTouches ?? touches.reduce(0) { position(of: $1.key) == nil ? $0 + $1.value.count : $0 }
  }

  /// The steps of the dispute on a lead, oldest first.
  public func dispute(on lead: String) -> [DisputeStep] { steps[lead] ?? [] }

  /// What the quality columns of a lead have said over time, what they say now first.
  func attributes(of lead: Lead) -> [[String: String]] {
    [lead.facts.attributes] + (earlierAttributes[lead.id] ?? [])
  }
}

extension LeadBook {
  /// What is known of all leads, beside a book that holds those of some months, and the open ones where it is asked to.
  public struct Extract: Hashable, Sendable {
    /// The months whose leads the book holds, each with all that is known of it.
    public let months: MonthRange
    /// The day from which on the book holds all open leads too, whenever they were delivered; nil where it does not.
    public let openOn: Day?
    /// What all leads add up to.
    public let sums: LeadSums
    /// The marks of the imports, by their numbers.
    public let marks: [Int: EntryMark]
    /// When a person did something about the leads of the book.
    public let touchTimes: TouchTimes
    /// Whether anything is on record that was done about leads.
    public let hasTouches: Bool
    /// How many touches are of leads that are not on record.
    public let strayTouches: Int

    /// Says what is known of all leads.
    public init(
      months: MonthRange, openOn: Day? = nil, sums: LeadSums, marks: [Int: EntryMark],
      touchTimes: TouchTimes, hasTouches: Bool, strayTouches: Int
    ) {
      self.months = months
      self.openOn = openOn
      self.sums = sums
      self.marks = marks
      self.touchTimes = touchTimes
      self.hasTouches = hasTouches
      self.strayTouches = strayTouches
    }
  }
}

extension LeadFields {
  /// Whether files with these columns tell which leads reached a stage, so that none on record means none.
  public func tell(_ stage: Stage) -> Bool {
    switch stage {
    case .mql: contains(.delivered)
    case .sql: !isDisjoint(with: [.salesQualified, .stage])
    case .opportunity: !isDisjoint(with: [.opportunity, .deal, .stage])
    case .won: !isDisjoint(with: [.won, .stage])
    }
  }
}
