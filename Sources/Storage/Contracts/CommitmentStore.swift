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

  func cadence(of version: Int, share: Share) throws(StorageError) -> Cadence {
    let steps = try connection.rows(
      """
      SELECT touches, days
      FROM cadence_step
      WHERE version_id = ?
      ORDER BY touches
      """,
      version
    ) { row in
      let touches = try row.int(0) { $0 > 0 ? $0 : nil }
      return try row.int(1) { $0 > 0 ? Cadence.Step(touches: touches, days: $0) : nil }
    }
    guard Cadence.isRising(steps) else {
      throw .unexpectedValue(
        table: "cadence_step",
        column: "days",
        found: "not rising with the touches in version row \(version)"
      )
    }
    return Cadence(steps: steps, share: share)
  }

  /// The capacity of `leadsPerRep` leads for each rep; nil where none is agreed.
  func capacity(of version: Int, leadsPerRep: Int?) throws(StorageError) -> Capacity? {
    let staffing = try connection.rows(
      """
      SELECT from_month, reps
      FROM staffing
      WHERE version_id = ?
      ORDER BY from_month
      """,
      version
    ) { row in
      Capacity.Staffing(
        from: try row.text(0, as: Month.init(_:)),
        reps: try row.int(1) { $0 >= 0 ? $0 : nil }
      )
    }
    let isDistinct = Set(staffing.map(\.from)).count == staffing.count
    guard staffing.isEmpty == (leadsPerRep == nil), isDistinct else {
      throw .unexpectedValue(
        table: "staffing",
        column: "from_month",
        found: "at odds with the capacity in version row \(version)"
      )
    }
    return leadsPerRep.map { Capacity(leadsPerRep: $0, staffing: staffing) }
  }

  func measures(of version: Int) throws(StorageError) -> [Measure] {
    try connection.rows(
      """
      SELECT name, title, owner, unit, target_millionths, direction
      FROM measure
      WHERE version_id = ?
      ORDER BY position
      """,
      version
    ) { row in
      Measure(
        name: try row.text(0, as: Name.init(_:)),
        title: try row.text(1),
        owner: try row.text(2, as: Team.init(rawValue:)),
        unit: try row.text(3),
        target: Score(millionths: try row.int(4)),
        direction: try row.text(5, as: Measure.Direction.init(rawValue:))
      )
    }
  }
}
