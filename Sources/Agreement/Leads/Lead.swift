/// A lead, put together from all that is on record for it.
public struct Lead: Hashable, Sendable {
  /// Its name in the other system.
  public let id: String
  /// What is known of it: its own record first, what that leaves open from its deals and its history.
  ///
  /// Of several times for one stage the earliest counts. A lead that was won is not lost, nor is one with a deal
  /// that is open, or with a later event. The amount is left out here; see `revenue`.
  public let facts: LeadFacts
  /// The amounts of what was won, one for each deal, each in its own currency.
  public let revenue: [Money]
  /// How many deals were won of which no amount is known.
  public let wonWithoutAmount: Int
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
    let isWon = facts.contains { $0.won != nil }
    self.id = id
    self.facts = LeadFacts(
      stream: first(\.stream),
      leadType: first(\.leadType),
      delivered: ordered.first { $0.key.part == .lead }?.facts.delivered ?? earliest(\.delivered),
      rep: first(\.rep),
      contacted: earliest(\.contacted),
      salesQualified: earliest(\.salesQualified),
      opportunity: earliest(\.opportunity),
      won: earliest(\.won),
      lost: isWon ? nil : Self.ending(\.lost, of: ordered),
      disqualified: isWon ? nil : Self.ending(\.disqualified, of: ordered),
      reason: first(\.reason),
      stage: facts.compactMap(\.stage).max(),
      attributes: facts.reversed().reduce(into: [:]) { $0.merge($1.attributes) { $1 } }
    )
    let won = ordered.filter { $0.facts.won != nil || $0.facts.stage == .won }
    // Where a deal says what was won, the lead's own record says it once more, and so does its history.
    let deals = won.filter { if case .deal = $0.key.part { true } else { false } }
    let paying = deals.isEmpty ? Array(won.prefix(1)) : deals
    self.revenue = paying.compactMap(\.facts.amount)
    self.wonWithoutAmount = paying.count - revenue.count
    self.mark = records.map(\.mark).max { $0.number < $1.number } ?? records[0].mark
  }

  /// When the lead came to an end without being won; nil where it did not, or came alive again.
  private static func ending(
    _ path: KeyPath<LeadFacts, Occurrence?>, of records: [LeadRecord]
  ) -> Occurrence? {
    guard let end = records.compactMap({ $0.facts[keyPath: path] }).max() else { return nil }
    for record in records {
      let facts = record.facts
      switch record.key.part {
      case .lead: continue
      case .deal: if facts.lost == nil, facts.disqualified == nil { return nil }
      case .event:
        let later = [facts.contacted, facts.salesQualified, facts.opportunity].compactMap(\.self)
        if later.contains(where: { $0 > end }) { return nil }
      }
    }
    return end
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

  /// When it left the funnel: the earliest of won, lost and disqualified; nil while it is open.
  public var ended: Occurrence? { [facts.won, facts.lost, facts.disqualified].compactMap(\.self).min() }
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
