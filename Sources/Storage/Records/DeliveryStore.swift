import Agreement

/// Leads handed over.
struct DeliveryStore {
  let connection: Connection

  /// Adds a count, and returns it with its number.
  func insert(
    _ delivery: NewDelivery,
    as kind: Delivery.Kind,
    of contract: ContractStore.Entry,
    by person: String,
    at moment: Moment
  ) throws(StorageError) -> Delivery {
    let (kindName, reason, importID): (String, String?, Int?) =
      switch kind {
      case .logged: ("logged", nil, nil)
      case .imported(let number): ("imported", nil, number)
      case .correction(let reason): ("correction", reason, nil)
      }
    try connection.run(
      """
      INSERT INTO delivery (
        contract_id, stream, lead_type, first_day, last_day, count, kind, reason, import_id,
        recorded_at, recorded_by
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      contract.id,
      delivery.key.stream,
      delivery.key.leadType,
      delivery.days.first,
      delivery.days.last,
      delivery.count,
      kindName,
      reason,
      importID,
      moment,
      person
    )
    return Delivery(
      key: delivery.key,
      days: delivery.days,
      count: delivery.count,
      kind: kind,
      mark: EntryMark(number: connection.lastInsertedRowID, at: moment, by: person)
    )
  }

  /// The counts recorded up to the day `asOf` that touch `days`, all days where none are given.
  func deliveries(
    of contract: ContractStore.Entry,
    touching days: DayRange?,
    asOf: Day? = nil
  ) throws(StorageError) -> [Delivery] {
    guard let days else { return try deliveries(of: contract, asOf: asOf) }
    // One that touches the days begins at most the longest span on record before them.
    return try connection.rows(
      """
      SELECT delivery_id, stream, lead_type, first_day, last_day, count, kind, reason, import_id,
        recorded_at, recorded_by
      FROM delivery
      WHERE contract_id = ?1
        AND first_day >= date(?2, '-' || (SELECT max(days) FROM delivery WHERE contract_id = ?1) || ' days')
        AND first_day <= ?3
        AND last_day >= ?2
        AND (?4 IS NULL OR recorded_on <= ?4)
      ORDER BY delivery_id
      """,
      contract.id,
      days.first,
      days.last,
      asOf,
      body: Self.delivery
    )
  }

  private func deliveries(of contract: ContractStore.Entry, asOf: Day?) throws(StorageError) -> [Delivery] {
    try connection.rows(
      """
      SELECT delivery_id, stream, lead_type, first_day, last_day, count, kind, reason, import_id,
        recorded_at, recorded_by
      FROM delivery
      WHERE contract_id = ?1 AND (?2 IS NULL OR recorded_on <= ?2)
      ORDER BY delivery_id
      """,
      contract.id,
      asOf,
      body: Self.delivery
    )
  }

  private static func delivery(_ row: borrowing Row) throws(StorageError) -> Delivery {
    let reason = try row.optionalText(7)
    let importID = try row.optionalInt(8)
    return Delivery(
      key: LeadTypeKey(
        stream: try row.text(1, as: Name.init(_:)),
        leadType: try row.text(2, as: Name.init(_:))
      ),
      days: try row.days(3, 4),
      count: try row.int(5),
      kind: try row.text(6) { kind in
        switch (kind, reason, importID) {
        case ("logged", nil, nil): .logged
        case ("imported", nil, let number?): .imported(number)
        case ("correction", let reason?, nil): .correction(reason: reason)
        default: nil
        }
      },
      mark: try row.mark(0, 9, 10)
    )
  }
}
