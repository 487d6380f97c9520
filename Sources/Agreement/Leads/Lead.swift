/// A lead, put together from all that is on record for it.
public struct Lead: Hashable, Sendable {
  /// Its name in the other system.
  public let id: String
  /// What is known of it: its own record first, what that leaves open from its deals and its history.
  ///
  /// Of several times for one stage the earliest counts. Where it has deals, they decide what was won and lost: it is
  /// won where one is, and lost where all are; else its own record does, else the newest entry of its history. The
  /// amount is left out here; see `revenue`.
  public let facts: LeadFacts
  /// The amounts of what was won, one for each deal, each in its own currency.
  public let revenue: [Money]
  /// How many deals were won of which no amount is known.
  public let wonWithoutAmount: Int
  /// The fields that some file had a column for.
  public let told: LeadFields
  /// The import that last changed it, and who ran that and when; the mark's number is the import's.
  public let mark: EntryMark

  /// Puts a lead together from its records.
  ///
  /// - Precondition: there is one, all are of the lead `id`, and each has a part of its own.
  public init(id: String, records: [LeadRecord]) {
    precondition(!records.isEmpty, "a lead is known by its records")
    let ordered = records.sorted { $0.key.part < $1.key.part }
    let facts = ordered.map(\.facts)
    func first<Value>(_ path: KeyPath<LeadFacts, Value?>) -> Value? {
      facts.lazy.compactMap { $0[keyPath: path] }.first
    }
    func earliest(_ path: KeyPath<LeadFacts, Occurrence?>) -> Occurrence? {
      facts.compactMap { $0[keyPath: path] }.min()
    }
    let own = ordered.first { $0.key.part == .lead }
    let hasDeals = ordered.contains { if case .deal = $0.key.part { true } else { false } }
    let deciding = Self.deciding(ordered).map(\.facts)
    let won = deciding.filter(\.isWon)
    let isOver = won.isEmpty && deciding.allSatisfy(\.isWithoutSale)
    let isDated = deciding.contains { $0.lost != nil || $0.disqualified != nil }
    self.id = id
    self.facts = LeadFacts(
      stream: first(\.stream),
      leadType: first(\.leadType),
      delivered: own == nil ? earliest(\.delivered) : own?.facts.delivered,
      rep: first(\.rep),
      contacted: earliest(\.contacted),
      salesQualified: earliest(\.salesQualified),
      opportunity: earliest(\.opportunity),
      won: won.compactMap(\.won).min(),
      lost: isOver ? deciding.compactMap(\.lost).max() : nil,
      disqualified: isOver ? deciding.compactMap(\.disqualified).max() : nil,
      // A deal that is still open leaves the reason why another was lost without a meaning.
      reason: isOver || won.isEmpty && !hasDeals ? first(\.reason) : nil,
      stage: won.isEmpty ? facts.compactMap(\.stage).filter { $0 < .won }.max() : .won,
      ending: isOver && !isDated ? deciding.lazy.compactMap(\.ending).first : nil,
      modified: facts.compactMap(\.modified).max(),
      attributes: facts.reversed().reduce(into: [:]) { $0.merge($1.attributes) { $1 } }
    )
    self.revenue = won.compactMap(\.amount)
    self.wonWithoutAmount = won.count - revenue.count
    self.told = records.reduce(into: []) { $0.formUnion($1.told) }
    self.mark = records.map(\.mark).max { $0.number < $1.number } ?? records[0].mark
  }

  /// The records that say what was won and lost: the deals; else the lead's own where it says anything of that; else
  /// the newest entry of its history that does; else the lead's own.
  private static func deciding(_ records: [LeadRecord]) -> [LeadRecord] {
    let deals = records.filter { if case .deal = $0.key.part { true } else { false } }
    guard deals.isEmpty else { return deals }
    let own = records.filter { $0.key.part == .lead }
    let events = records.filter { if case .event = $0.key.part { true } else { false } }
    if own.contains(where: \.facts.isDecided) || events.isEmpty { return own }
    let newest = events.max { ($0.facts.latest ?? .distantPast) < ($1.facts.latest ?? .distantPast) }
    return newest.map { [$0] } ?? own
  }

  /// When it reached a stage, by the time given for it; nil where none is.
  public func date(of stage: Stage) -> Occurrence? {
    switch stage {
    case .mql: facts.delivered
    case .sql: facts.salesQualified
    case .opportunity: facts.opportunity
    case .won: facts.won
    }
  }

  /// Whether it reached a stage: it is named as its stage, or has a time, or reached a later one.
  public func hasReached(_ stage: Stage) -> Bool {
    Stage.allCases.contains { later in
      later >= stage && (date(of: later) != nil || facts.stage.map { $0 >= later } ?? false)
    }
  }

  /// When it left the funnel: the earliest of won, lost and disqualified; nil while it is open, or where no day is known.
  public var ended: Occurrence? { [facts.won, facts.lost, facts.disqualified].compactMap(\.self).min() }

  /// Whether it left the funnel on a day that nobody wrote down.
  public var hasEndedUndated: Bool { facts.ending != nil || facts.stage == .won && facts.won == nil }
}

extension LeadFacts {
  /// Whether the record says that something was won.
  fileprivate var isWon: Bool { won != nil || stage == .won }

  /// Whether the record says that it ended without a sale.
  fileprivate var isWithoutSale: Bool { lost != nil || disqualified != nil || ending != nil }

  /// Whether the record says how it ended.
  fileprivate var isDecided: Bool { isWon || isWithoutSale }

  /// The newest time that the record gives.
  fileprivate var latest: Occurrence? { times.max() }
}

extension Occurrence {
  /// Before everything.
  fileprivate static let distantPast = Occurrence.day(Day(number: .min))
}

extension Stage: Comparable {
  /// Orders stages as a lead passes them.
  public static func < (a: Stage, b: Stage) -> Bool { a.place < b.place }

  private var place: Int {
    switch self {
    case .mql: 0
    case .sql: 1
    case .opportunity: 2
    case .won: 3
    }
  }
}
