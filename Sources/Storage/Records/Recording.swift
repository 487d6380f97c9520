public import Agreement

extension Database {
  /// Records leads handed over, all of them or none.
  ///
  /// - Throws: `UnknownContract`, `RecordingRefusal`, `StorageError`.
  public func record(
    _ deliveries: [NewDelivery],
    for name: Name,
    by person: String,
    at moment: Moment
  ) throws -> [Delivery] {
    fatalError("to be written")
  }

  /// Adjusts counts on record by signed differences, all of them or none.
  ///
  /// - Throws: `UnknownContract`, `RecordingRefusal`, `StorageError`.
  public func correct(
    _ differences: [NewDelivery],
    reason: String,
    for name: Name,
    by person: String,
    at moment: Moment
  ) throws -> [Delivery] {
    fatalError("to be written")
  }

  /// Records what came of leads, all of it or nothing.
  ///
  /// - Throws: `UnknownContract`, `RecordingRefusal`, `StorageError`.
  public func record(
    _ outcomes: [NewOutcome],
    for name: Name,
    by person: String,
    at moment: Moment
  ) throws -> [Outcome] {
    fatalError("to be written")
  }

  /// Records what sales did, or the values of measures, all of them or none.
  ///
  /// - Throws: `UnknownContract`, `ObservationRefusal`, `StorageError`.
  public func record(
    _ observations: [NewObservation],
    for name: Name,
    by person: String,
    at moment: Moment
  ) throws -> [Observation] {
    fatalError("to be written")
  }

  /// Records that a quarter's metrics were looked at and kept on purpose.
  ///
  /// - Throws: `UnknownContract`, `RecordingRefusal.outsideTerm`, `StorageError`.
  public func keepMetrics(
    of quarter: Quarter,
    reason: String,
    for name: Name,
    by person: String,
    at moment: Moment
  ) throws -> Review {
    fatalError("to be written")
  }
}
