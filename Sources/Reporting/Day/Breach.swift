public import Agreement

/// Something that was agreed and is not kept: one line of `leadpact check`.
public struct Breach: Sendable {
  /// What is not kept.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Too little value was delivered, for months in a row.
    case under
    /// Too much was, for months in a row.
    case over
    /// A commitment was missed.
    case commitment
    /// Leads wait for their first contact or a step of the cadence.
    case overdue
    /// Nobody has looked at the metrics of a quarter that is over.
    case review
    /// Someone has not signed the newest version.
    case signature
    /// More leads were delivered in the running month than the reps can serve.
    case capacity
  }

  /// The contract.
  public let contract: Name
  /// What is not kept.
  public let kind: Kind
  /// Who owes it, at least one team.
  public let owners: [Team]
  /// The month, quarter or day that it was found in.
  public let period: String
  /// The stream; nil for all.
  public let stream: Name?
  /// What was found.
  public let found: Figure
  /// What was agreed: `at least 90%`.
  public let agreed: String
  /// The whole in a sentence.
  public let sentence: String

  /// The owners by name: `marketing, sales`.
  var owner: String { owners.map(\.rawValue).joined(separator: ", ") }
}
