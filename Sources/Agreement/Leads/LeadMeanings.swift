/// What a contract makes of where other systems say that leads come from.
///
/// Each is found out once: a million leads share a few.
struct LeadMeanings: Sendable {
  /// A lead type, and what its leads must have.
  struct Meaning: Sendable {
    let key: LeadTypeKey
    let conditions: [LeadCondition]
  }

  /// More origins than that are no list of sources, and are not all kept.
  private static let mostOrigins = 1_000

  /// What the other system says of where a lead comes from.
  private struct Origin: Hashable {
    let stream: String?
    let leadType: String?
  }

  private let contract: Contract
  private var meanings: [Origin: Meaning] = [:]

  init(under contract: Contract) { self.contract = contract }

  mutating func meaning(of facts: LeadFacts) -> Meaning {
    let origin = Origin(stream: facts.stream, leadType: facts.leadType)
    if let known = meanings[origin] { return known }
    let key = contract.leadType(meantBy: facts)
    let meaning = Meaning(key: key, conditions: contract.conditions(on: key))
    if meanings.count == Self.mostOrigins { meanings = [:] }
    meanings[origin] = meaning
    return meaning
  }
}
