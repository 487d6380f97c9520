/// A row of a file of outcomes, read and not yet recorded.
public struct OutcomeRow: Hashable, Sendable {
  /// The line in the file, from 1.
  public let line: Int
  /// What it says.
  public let outcome: NewOutcome

  /// Creates a row.
  public init(line: Int, outcome: NewOutcome) {
    self.line = line
    self.outcome = outcome
  }
}
