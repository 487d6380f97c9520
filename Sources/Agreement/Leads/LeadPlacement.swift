/// A lead as a contract counts it: under which lead type, in which month, and whether it counts at all.
public struct PlacedLead: Hashable, Sendable {
  /// Whether the lead counts as delivered.
  public enum Standing: Hashable, Sendable {
    /// It does.
    case counts
    /// It lacks what its lead type must have: the conditions, and what was found instead.
    case unqualified([Shortfall])
    /// Sales rejected it.
    case rejected
  }

  /// A condition that is not met.
  public struct Shortfall: Hashable, Sendable {
    /// The condition.
    public let condition: LeadCondition
    /// What was found instead, as a clause.
    public let found: String
  }

  /// The lead.
  public let lead: Lead
  /// The day on which it was delivered.
  public let day: Day
  /// The month of the contract's calendar in which it was delivered.
  public let month: Month
  /// The lead type; `unassigned` where the contract maps none to what the other system says.
  public let key: LeadTypeKey
  /// Whether it counts.
  public let standing: Standing

  /// Whether it is delivered by its record: it has what its type must have, be it that sales rejected it since.
  var isDelivered: Bool { if case .unqualified = standing { false } else { true } }
}

/// A lead on record that no month of the contract counts.
public struct UnplacedLead: Hashable, Sendable {
  /// Why it is not counted.
  public enum Reason: Error, Hashable, Sendable {
    /// No day of delivery is known.
    case notDelivered
    /// No version covers the day.
    case outsideTerm(Day)
  }

  /// The lead.
  public let lead: Lead
  /// Why it is not counted.
  public let reason: Reason
}

extension Name {
  /// The lead type, and where none can be told the stream, of leads that the contract maps to none.
  public static let unassigned: Name = {
    // The word is a name by every rule there is.
    guard let name = try? Name("unassigned") else { preconditionFailure("a plain word") }
    return name
  }()
}

extension Contract {
  /// The lead type that the other system's words mean; `unassigned` where they mean none, or several.
  ///
  /// A lead type is meant by its own name and by the values that the contract lists for it, without regard to case;
  /// so is a stream. Where no stream is said, the lead type must be on one stream only.
  public func leadType(meantBy facts: LeadFacts) -> LeadTypeKey {
    let meant = facts.stream.map { said in streams.filter { $0.isMeant(by: said) } } ?? streams
    let only = meant.count == 1 ? meant[0].name : nil
    let candidates = meant.flatMap { stream in
      stream.leadTypes.filter { $0.isMeant(by: facts.leadType) }
        .map { LeadTypeKey(stream: stream.name, leadType: $0.name) }
    }
    return candidates.count == 1
      ? candidates[0] : LeadTypeKey(stream: only ?? .unassigned, leadType: .unassigned)
  }
}

extension [LeadCondition] {
  /// What a lead with these quality columns lacks of them.
  func shortfalls(in attributes: [String: String]) -> [PlacedLead.Shortfall] {
    compactMap { condition in
      condition.shortfall(in: attributes).map { PlacedLead.Shortfall(condition: condition, found: $0) }
    }
  }
}

extension Stream {
  /// Whether the other system's word means this stream.
  fileprivate func isMeant(by word: String) -> Bool { word.means(name, or: crmValues) }
}

extension LeadType {
  /// Whether the other system's word means this type; an empty one means the type that is named `unassigned`.
  fileprivate func isMeant(by word: String?) -> Bool {
    (word ?? Name.unassigned.text).means(name, or: crmValues)
  }
}

extension String {
  /// Whether the word is the name, or one of the values, without regard to case and to what joins its parts.
  fileprivate func means(_ name: Name, or values: [String]) -> Bool {
    let folded = self.folded
    return folded == name.text.folded || values.contains { $0.folded == folded }
  }

  /// The word as other systems' words are compared: in small letters, its parts joined by one blank.
  var folded: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension LeadBook {
  /// Each lead that was delivered in a month that some version covers, as the version of that month counts it.
  ///
  /// So no later version changes how the leads of an earlier month count. A lead that once met what its type must have
  /// has earned its place, whatever its columns say later.
  public func placed(by history: ContractHistory) -> [PlacedLead] {
    let rejected = rejectedLeads
    var placer = LeadPlacer(history)
    var placed: [PlacedLead] = []
    placed.reserveCapacity(leads.count)
    for lead in leads {
      let place = placer.place(
        lead, attributes: attributes(of: lead), isRejected: rejected.contains(lead.id))
      if case .success(let found) = place { placed.append(found) }
    }
    return placed
  }

  /// The leads that no month counts, and why.
  public func unplaced(by history: ContractHistory) -> [UnplacedLead] {
    var placer = LeadPlacer(history)
    return leads.compactMap { lead in
      placer.reasonNotToPlace(lead).map { UnplacedLead(lead: lead, reason: $0) }
    }
  }

  /// The leads whose dispute stands so that they do not count.
  private var rejectedLeads: Set<String> {
    disputes.reduce(into: []) { rejected, step in
      switch step.word {
      case .rejected, .settledRejected: rejected.insert(step.lead)
      case .settledAccepted: rejected.remove(step.lead)
      case .contested: break
      }
    }
  }
}
