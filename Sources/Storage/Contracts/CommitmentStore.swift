import Agreement

/// What sales owes by a version beside its scalar terms, and the measures that either team owes.
struct CommitmentStore {
  let connection: Connection

  func insert(_ sales: SalesCommitments, of version: Int) throws(StorageError) {
    for step in sales.cadence.steps {
      try connection.run(
        """
        INSERT INTO cadence_step (version_id, touches, days)
        VALUES (?, ?, ?)
        """,
        version,
        step.touches,
        step.days
      )
    }
    for staffing in sales.capacity?.staffing ?? [] {
      try connection.run(
        """
        INSERT INTO staffing (version_id, from_month, reps)
        VALUES (?, ?, ?)
        """,
        version,
        staffing.from,
        staffing.reps
      )
    }
  }

  func insert(_ measures: [Measure], of version: Int) throws(StorageError) {
    for (index, measure) in measures.enumerated() {
      try connection.run(
        """
        INSERT INTO measure (version_id, position, name, title, owner, unit, target_millionths, direction)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        version,
        index + 1,
        measure.name,
        measure.title,
        measure.owner.rawValue,
        measure.unit,
        measure.target.millionths,
        measure.direction.rawValue
      )
    }
  }

  /// The steps of the cadence, by the row of the version.
  func cadenceSteps(of span: VersionSpan) throws(StorageError) -> [Int: [Cadence.Step]] {
    try connection.groups(
      """
      SELECT version_id, touches, days
      FROM cadence_step
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY version_id, touches
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      let touches = try row.int(1) { $0 > 0 ? $0 : nil }
      return try row.int(2) { $0 > 0 ? Cadence.Step(touches: touches, days: $0) : nil }
    }
  }

  /// The number of reps from each month on, by the row of the version.
  func staffing(of span: VersionSpan) throws(StorageError) -> [Int: [Capacity.Staffing]] {
    try connection.groups(
      """
      SELECT version_id, from_month, reps
      FROM staffing
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY version_id, from_month
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      Capacity.Staffing(
        from: try row.text(1, as: Month.self),
        reps: try row.int(2) { $0 >= 0 ? $0 : nil }
      )
    }
  }

  /// The measures, by the row of the version.
  func measures(of span: VersionSpan) throws(StorageError) -> [Int: [Measure]] {
    try connection.groups(
      """
      SELECT version_id, measure.name, measure.title, owner, unit, target_millionths, direction
      FROM measure
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY version_id, position
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      Measure(
        name: try row.text(1, as: Name.self),
        title: try row.text(2),
        owner: try row.text(3, as: Team.init(rawValue:)),
        unit: try row.text(4),
        target: Score(millionths: try row.int(5)),
        direction: try row.text(6, as: Measure.Direction.init(rawValue:))
      )
    }
  }
}
