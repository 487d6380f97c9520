/// A lead, put together from all that is on record for it.
public struct Lead: Sendable {
  // Kept in one place, whoever holds the lead: reports hand leads on by the ten thousand.
  private let known: Known

  private final class Known: Sendable {
    let knowledge: Knowledge

    init(_ knowledge: Knowledge) { self.knowledge = knowledge }
  }

  private struct Knowledge: Hashable, Sendable {
    let id: String
    let facts: LeadFacts
    let revenue: [Money]
    let wonWithoutAmount: Int
    let told: LeadFields
    let mark: EntryMark
  }

  /// Its name in the other system.
  public var id: String { known.knowledge.id }
  /// What is known of it: its own record first, what that leaves open from its deals and its history.
  ///
  /// Of several times for one stage the earliest counts. Where it has deals, they decide what was won and lost: it is
  /// won where one is, and lost where all are; else its own record does, else the newest entry of its history. The
  /// amount is left out here; see `revenue`.
  public var facts: LeadFacts { known.knowledge.facts }
  /// The amounts of what was won, one for each deal, each in its own currency.
  public var revenue: [Money] { known.knowledge.revenue }
  /// How many deals were won of which no amount is known.
  public var wonWithoutAmount: Int { known.knowledge.wonWithoutAmount }
  /// The fields that some file had a column for.
  public var told: LeadFields { known.knowledge.told }
  /// The import that last changed it, and who ran that and when; the mark's number is the import's.
  public var mark: EntryMark { known.knowledge.mark }

  /// Puts a lead together from its records.
  ///
  /// - Precondition: there is one, all are of the lead `id`, and each has a part of its own.
  public init(id: String, records: [LeadRecord]) { self.init(id: id, records: records[...]) }

  /// The same from some of many records, which are not copied.
  init(id: String, records: ArraySlice<LeadRecord>) {
    precondition(!records.isEmpty, "a lead is known by its records")
    let ordered = records.count == 1 ? records : records.sorted { $0.key.part < $1.key.part }[...]
    let own = ordered.firstIndex { $0.key.part == .lead }
    // Most leads have one record; the others are looked at by their places, so that they are not copied.
    var facts = ordered[ordered.startIndex].facts
    facts.leaveOpen()
    for index in ordered.indices.dropFirst() { facts.complete(with: ordered[index].facts) }
    if let own { facts.delivered = ordered[own].facts.delivered }

    let end = End(of: Self.deciding(ordered))
    facts.won = end.won
    facts.lost = end.isWithoutSale ? end.lost : nil
    facts.disqualified = end.isWithoutSale ? end.disqualified : nil
    facts.ending = end.isWithoutSale && !end.isDated ? end.ending : nil
    if end.wins > 0 { facts.stage = .won }
    // A deal that is still open leaves the reason why another was lost without a meaning.
    let hasDeals = ordered.contains { $0.key.part.isDeal }
    if !end.isWithoutSale, end.wins > 0 || hasDeals { facts.reason = nil }

    let newest = records.indices.max { records[$0].mark.number < records[$1].mark.number }
    self.known = Known(
      Knowledge(
        id: id,
        facts: facts,
        revenue: end.revenue,
        wonWithoutAmount: end.wins - end.revenue.count,
        told: records.reduce(into: []) { $0.formUnion($1.told) },
        mark: records[newest ?? records.startIndex].mark
      ))
  }

  /// The leads of which the records are, by id.
  public static func leads(of records: [LeadRecord]) -> [Lead] {
    // Mostly they are in that order already; where not, places are sorted rather than records.
    let isSorted = records.indices.dropFirst().allSatisfy { records[$0 - 1].key.lead <= records[$0].key.lead }
    let sorted =
      isSorted
      ? records
      : records.indices.sorted { (records[$0].key.lead, $0) < (records[$1].key.lead, $1) }.map { records[$0] }
    var leads: [Lead] = []
    leads.reserveCapacity(sorted.count)
    var start = sorted.startIndex
    while start < sorted.endIndex {
      let id = sorted[start].key.lead
      let end = sorted[start...].firstIndex { $0.key.lead != id } ?? sorted.endIndex
      leads.append(Lead(id: id, records: sorted[start..<end]))
      start = end
    }
    return leads
  }

  /// What the records that decide on that say was won and lost.
  private struct End {
    /// How many say that something was won.
    var wins = 0
    var revenue: [Money] = []
    var won: Occurrence?
    /// Whether each says that it ended without a sale, and none that something was won.
    var isWithoutSale = true
    var lost: Occurrence?
    var disqualified: Occurrence?
    var ending: LeadEnding?
    /// Whether any says when it ended without a sale.
    var isDated: Bool { lost != nil || disqualified != nil }

    init(of records: ArraySlice<LeadRecord>) {
      for index in records.indices { add(records[index].facts) }
      if wins > 0 { isWithoutSale = false }
    }

    private mutating func add(_ facts: LeadFacts) {
      if facts.isWon {
        wins += 1
        won = .earlier(won, facts.won)
        if let amount = facts.amount { revenue.append(amount) }
      }
      if !facts.isWithoutSale { isWithoutSale = false }
      lost = .later(lost, facts.lost)
      disqualified = .later(disqualified, facts.disqualified)
      if ending == nil { ending = facts.ending }
    }
  }

  /// The records that say what was won and lost: the deals; else the lead's own where it says anything of that; else
  /// the newest entry of its history that does; else the lead's own.
  private static func deciding(_ records: ArraySlice<LeadRecord>) -> ArraySlice<LeadRecord> {
    guard records.count > 1 else { return records }
    let deals = records.filter { $0.key.part.isDeal }
    guard deals.isEmpty else { return deals[...] }
    let own = records.filter { $0.key.part == .lead }
    let events = records.filter { if case .event = $0.key.part { true } else { false } }
    if own.contains(where: \.facts.isDecided) || events.isEmpty { return own[...] }
    let newest = events.max { ($0.facts.latest ?? .distantPast) < ($1.facts.latest ?? .distantPast) }
    return (newest.map { [$0] } ?? own)[...]
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
    if let named = facts.stage, named >= stage { return true }
    if date(of: stage) != nil { return true }
    return switch stage {
    case .mql: hasReached(.sql)
    case .sql: hasReached(.opportunity)
    case .opportunity: hasReached(.won)
    case .won: false
    }
  }

  /// When it left the funnel: the earliest of won, lost and disqualified; nil while it is open, or where no day is known.
  public var ended: Occurrence? { .earlier(.earlier(facts.won, facts.lost), facts.disqualified) }

  /// Whether it left the funnel on a day that nobody wrote down.
  public var hasEndedUndated: Bool { facts.ending != nil || facts.stage == .won && facts.won == nil }
}

extension Lead: Hashable {
  /// Whether all that is known of two leads is the same.
  public static func == (a: Lead, b: Lead) -> Bool {
    a.known === b.known || a.known.knowledge == b.known.knowledge
  }

  /// Feeds what tells leads apart to a hasher: few of them share an id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension LeadFacts {
  /// Takes out what `complete` leaves out, and nothing else: that goes on from the rest.
  fileprivate mutating func leaveOpen() {
    won = nil
    lost = nil
    disqualified = nil
    ending = nil
    amount = nil
    if stage == .won { stage = nil }
  }

  /// Takes from a record that comes later in order what is open, and the earliest time of a stage.
  ///
  /// What was won and lost, and the amount, are left out.
  fileprivate mutating func complete(with facts: LeadFacts) {
    if stream == nil { stream = facts.stream }
    if leadType == nil { leadType = facts.leadType }
    delivered = .earlier(delivered, facts.delivered)
    if rep == nil { rep = facts.rep }
    contacted = .earlier(contacted, facts.contacted)
    salesQualified = .earlier(salesQualified, facts.salesQualified)
    opportunity = .earlier(opportunity, facts.opportunity)
    if reason == nil { reason = facts.reason }
    if let named = facts.stage, named < .won { stage = max(stage ?? named, named) }
    modified = .later(modified, facts.modified)
    if attributes.isEmpty {
      attributes = facts.attributes
    } else {
      attributes.merge(facts.attributes) { known, _ in known }
    }
  }

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
