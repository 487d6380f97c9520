/// A named figure with a target that either team owes: customer satisfaction, accounts reviewed.
public struct Measure: Hashable, Sendable {
  /// Which side of the target is kept.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// The figure must reach the target.
    case atLeast = "at least"
    /// The figure must not pass the target.
    case atMost = "at most"
  }

  /// The name used in commands: `csat`.
  public let name: Name
  /// The name for people: `Customer satisfaction`.
  public let title: String
  /// The team that owes it.
  public let owner: Team
  /// What the figure counts: `points of 5`.
  public let unit: String
  /// The figure that is owed.
  public let target: Score
  /// Which side of the target is kept.
  public let direction: Direction

  /// Creates a measure.
  public init(name: Name, title: String, owner: Team, unit: String, target: Score, direction: Direction) {
    self.name = name
    self.title = title
    self.owner = owner
    self.unit = unit
    self.target = target
    self.direction = direction
  }

  /// Whether `score` keeps the promise.
  public func isKept(by score: Score) -> Bool {
    switch direction {
    case .atLeast: score >= target
    case .atMost: score <= target
    }
  }
}

/// A team that is bound by a contract.
public enum Team: String, Hashable, Sendable, CaseIterable {
  /// Owes leads.
  case marketing
  /// Owes follow-up.
  case sales
  /// Owes what comes after the sale.
  case service
  /// Keeps the books.
  case finance
  /// Runs the systems.
  case operations
  /// Decides.
  case leadership

  /// The team's name at the start of a sentence.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
