/// What is to be known of the rows of a file of leads: what a contract makes of them.
public struct LeadTally: Sendable {
  /// How many rows are of no lead type, by what the other system says; empty where it says nothing.
  public private(set) var unassigned: [String: Int] = [:]
  /// How many rows fall short of a condition.
  public private(set) var shortfalls: [LeadCondition: Int] = [:]
  /// How many leads are not delivered yet.
  public private(set) var undelivered = 0

  /// More words than that are no list of sources, and are counted together under `…`.
  private static let mostValues = 1_000

  private var meanings: LeadMeanings

  /// Counts nothing yet.
  ///
  /// - Parameter contract: what the rows are counted under.
  public init(under contract: Contract) { meanings = LeadMeanings(under: contract) }

  /// Counts a row that delivers a lead, be it named beside a deal, or that is of a lead itself; and only for what its
  /// file has columns for.
  public mutating func add(_ row: LeadRow, columns: LeadColumns) {
    guard columns.fields.contains(.delivered) else { return }
    if case .event = row.key.part { return }
    guard row.facts.delivered != nil else {
      if row.key.isLeadItself { undelivered += 1 }
      return
    }
    let meaning = meanings.meaning(of: row.facts)
    if meaning.key.leadType == .unassigned {
      let value = row.facts.leadType ?? ""
      unassigned[unassigned.count < Self.mostValues ? value : "…", default: 0] += 1
    }
    for condition in meaning.conditions
    where condition.shortfall(in: row.facts.attributes) != nil {
      shortfalls[condition, default: 0] += 1
    }
  }
}

extension Contract {
  /// What a lead of that type must be to count.
  public func conditions(on key: LeadTypeKey) -> [LeadCondition] {
    stream(key.stream)?.leadType(key.leadType)?.qualifies ?? []
  }
}
