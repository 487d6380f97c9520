import Agreement

/// What sales did, and the values of measures.
struct ObservationStore {
  let connection: Connection

  /// Adds an observation, and returns it with its number.
  func insert(
    _ observation: NewObservation,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) -> Observation {
    let (met, due, score): (Int?, Int?, Int?) =
      switch observation.finding {
      case .kept(let met, let due): (met, due, nil)
      case .measured(let score): (nil, nil, score.millionths)
      }
    try connection.run(
      """
      INSERT INTO observation (
        contract_id, subject, stream, rep, first_day, last_day, met, due, score_millionths, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      contract.id,
      observation.subject,
      observation.stream,
      observation.rep,
      observation.days.first,
      observation.days.last,
      met,
      due,
      score,
      stamp.number
    )
    return Observation(
      subject: observation.subject,
      stream: observation.stream,
      rep: observation.rep,
      days: observation.days,
      finding: observation.finding,
      mark: stamp.mark(connection.lastInsertedRowID)
    )
  }

  /// The observations recorded up to the journal entry `last` that touch `days`, all days where none are given.
  ///
  /// - Parameter stamp: the stamp of the running transaction, which marks what it has added itself.
  func observations(
    of contract: ContractStore.Entry,
    touching days: DayRange?,
    through last: Int = .max,
    under stamp: Stamp? = nil
  ) throws(StorageError) -> [Observation] {
    guard let days else { return try observations(of: contract, through: last) }
    // One that touches the days begins at most the longest span on record before them.
    return try connection.rows(
      """
      SELECT observation_id, observation.subject, stream, rep, first_day, last_day, met, due, score_millionths,
        recorded_at, recorded_by
      FROM observation
      LEFT JOIN journal USING (seq)
      WHERE observation.contract_id = ?1
        AND first_day >= date(?2, '-' || (SELECT max(days) FROM observation WHERE contract_id = ?1) || ' days')
        AND first_day <= ?3
        AND last_day >= ?2
        AND seq <= ?4
      ORDER BY observation_id
      """,
      contract.id,
      days.first,
      days.last,
      last
    ) { row in try Self.observation(row, under: stamp) }
  }

  private func observations(
    of contract: ContractStore.Entry,
    through last: Int
  ) throws(StorageError) -> [Observation] {
    try connection.rows(
      """
      SELECT observation_id, observation.subject, stream, rep, first_day, last_day, met, due, score_millionths,
        recorded_at, recorded_by
      FROM observation
      LEFT JOIN journal USING (seq)
      WHERE observation.contract_id = ?1 AND seq <= ?2
      ORDER BY observation_id
      """,
      contract.id,
      last
    ) { row in try Self.observation(row, under: nil) }
  }

  private static func observation(_ row: borrowing Row, under stamp: Stamp?) throws(StorageError)
    -> Observation
  {
    Observation(
      subject: try row.text(1, as: Name.self),
      stream: try row.optionalText(2, as: Name.self),
      rep: try row.optionalText(3),
      days: try row.days(4, 5),
      finding: row.isNull(6)
        ? .measured(Score(millionths: try row.int(8)))
        : .kept(met: try row.int(6), due: try row.int(7)),
      mark: try row.mark(0, 9, 10, under: stamp)
    )
  }
}
