/// The leads on record for a contract, what was done about them, and what is disputed, as known on some day.
public struct LeadBook: Hashable, Sendable {
  /// The leads, by id.
  public let leads: [Lead]
  /// What the files had columns for, all of them together.
  public let fields: Set<LeadField>
  /// The steps of disputes, in the order in which they were recorded.
  public let disputes: [DisputeStep]

  private let touches: [String: [Touch]]
  private let positions: [String: Int]

  /// Puts a book together.
  ///
  /// - Parameters:
  ///   - records: the newest word of each record, each key once.
  ///   - touches: the newest word of each touch.
  ///   - disputes: the steps, in the order in which they were recorded.
  ///   - fields: what the files had columns for.
  public init(
    records: [LeadRecord] = [],
    touches: [Touch] = [],
    disputes: [DisputeStep] = [],
    fields: Set<LeadField> = []
  ) {
    self.leads = Dictionary(grouping: records, by: \.key.lead)
      .map { Lead(id: $0.key, records: $0.value) }
      .sorted { $0.id < $1.id }
    self.positions = Dictionary(uniqueKeysWithValues: leads.enumerated().map { ($0.element.id, $0.offset) })
    self.fields = fields
    self.disputes = disputes
    self.touches = Dictionary(grouping: touches, by: \.lead).mapValues {
      $0.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }
  }

  /// Whether there are neither leads nor touches.
  public var isEmpty: Bool { leads.isEmpty && touches.isEmpty }

  /// The lead of that id; nil where there is none.
  public func lead(_ id: String) -> Lead? { positions[id].map { leads[$0] } }

  /// What was done about a lead, in order, automatic replies included.
  public func touches(of lead: String) -> [Touch] { touches[lead] ?? [] }

  /// Whether anything is on record that was done about leads.
  public var hasTouches: Bool { !touches.isEmpty }

  /// Touches of leads that are not on record.
  public var strayTouches: [Touch] {
    touches.filter { positions[$0.key] == nil }.flatMap(\.value).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  /// The steps of the dispute on a lead, oldest first.
  public func dispute(on lead: String) -> [DisputeStep] { disputes.filter { $0.lead == lead } }

  /// Whether the files tell which leads reached a stage, so that none on record means none.
  public func tells(_ stage: Stage) -> Bool {
    switch stage {
    case .mql: fields.contains(.delivered)
    case .sql: !fields.isDisjoint(with: [.salesQualified, .stage])
    case .opportunity: !fields.isDisjoint(with: [.opportunity, .deal, .stage])
    case .won: !fields.isDisjoint(with: [.won, .stage])
    }
  }

  /// Whether the files tell what was won.
  public var tellsRevenue: Bool { fields.contains(.amount) }
}
