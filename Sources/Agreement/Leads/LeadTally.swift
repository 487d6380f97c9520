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

  /// What the other system says of where a lead comes from.
  private struct Origin: Hashable {
    let stream: String?
    let leadType: String?
  }

  /// What the contract makes of an origin.
  private struct Meaning {
    let key: LeadTypeKey
    let conditions: [LeadCondition]
  }

  /// What the contract makes of the origins that were met: a file has a few of them in a million rows.
  private var meanings: [Origin: Meaning] = [:]

  private let contract: Contract

  /// Counts nothing yet.
  ///
  /// - Parameter contract: what the rows are counted under.
  public init(under contract: Contract) { self.contract = contract }

  /// Counts a row that delivers a lead, be it named beside a deal, or that is of a lead itself; and only for what its
  /// file has columns for.
  public mutating func add(_ row: LeadRow, columns: LeadColumns) {
    guard columns.fields.contains(.delivered) else { return }
    if case .event = row.key.part { return }
    guard row.facts.delivered != nil else {
      if row.key.isLeadItself { undelivered += 1 }
      return
    }
    let meaning = meaning(of: row.facts)
    if meaning.key.leadType == .unassigned {
      let value = row.facts.leadType ?? ""
      unassigned[unassigned.count < Self.mostValues ? value : "…", default: 0] += 1
    }
    for condition in meaning.conditions
    where condition.shortfall(in: row.facts.attributes) != nil {
      shortfalls[condition, default: 0] += 1
    }
  }

  private mutating func meaning(of facts: LeadFacts) -> Meaning {
    let origin = Origin(stream: facts.stream, leadType: facts.leadType)
    if let known = meanings[origin] { return known }
    let key = contract.leadType(meantBy: facts)
    let meaning = Meaning(key: key, conditions: contract.conditions(on: key))
    if meanings.count == Self.mostValues { meanings = [:] }
    meanings[origin] = meaning
    return meaning
  }
}

extension Contract {
  /// What a lead of that type must be to count.
  public func conditions(on key: LeadTypeKey) -> [LeadCondition] {
    stream(key.stream)?.leadType(key.leadType)?.qualifies ?? []
  }
}
