/// A row of a file of what sales did, read and not yet recorded.
public struct ObservationRow: Hashable, Sendable {
  /// The line in the file, from 1.
  public let line: Int
  /// What it says.
  public let observation: NewObservation

  /// Creates a row.
  public init(line: Int, observation: NewObservation) {
    self.line = line
    self.observation = observation
  }
}
