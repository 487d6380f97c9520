import Agreement

/// Leads handed over.
struct DeliveryStore {
  let connection: Connection

  /// Adds a count, and returns it with its number.
  func insert(
    _ delivery: NewDelivery,
    as kind: Delivery.Kind,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) -> Delivery {
    let (kindName, reason, importID): (String, String?, Int?) =
      switch kind {
      case .logged: ("logged", nil, nil)
      case .imported(let number): ("imported", nil, number)
      case .correction(let reason): ("correction", reason, nil)
      case .leads, .disputed: preconditionFailure("what leads amount to is computed, not recorded")
      }
    try connection.run(
      """
      INSERT INTO delivery (
        contract_id, stream, lead_type, first_day, last_day, count, kind, reason, import_id, seq
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
      stamp.number
    )
    return Delivery(
      key: delivery.key,
      days: delivery.days,
      count: delivery.count,
      kind: kind,
      mark: stamp.mark(connection.lastInsertedRowID)
    )
  }

  /// The counts recorded up to the journal entry `last` that touch `days`, all days where none are given.
  ///
  /// - Parameter stamp: the stamp of the running transaction, which marks what it has added itself.
  func deliveries(
    of contract: ContractStore.Entry,
    touching days: DayRange?,
    through last: Int = .max,
    under stamp: Stamp? = nil
  ) throws(StorageError) -> [Delivery] {
    guard let days else { return try deliveries(of: contract, through: last) }
    var reader = DeliveryReader(connection: connection, stamp: stamp)
    // One that touches the days begins at most the longest span on record before them.
    return try connection.rows(
      """
      SELECT delivery_id, stream, lead_type, first_day, last_day, count, kind, reason, import_id, seq
      FROM delivery
      WHERE contract_id = ?1
        AND first_day >= date(?2, '-' || (SELECT max(days) FROM delivery WHERE contract_id = ?1) || ' days')
        AND first_day <= ?3
        AND last_day >= ?2
        AND seq <= ?4
      ORDER BY delivery_id
      """,
      contract.id,
      days.first,
      days.last,
      last
    ) { row in try reader.delivery(row) }
  }

  private func deliveries(
    of contract: ContractStore.Entry,
    through last: Int
  ) throws(StorageError) -> [Delivery] {
    var reader = DeliveryReader(connection: connection, stamp: nil)
    // SQLite would write all rows anew to sort them. By an index they come in the order of their days, which is mostly
    // that of their numbers, so that there is little left to sort.
    return try connection.rows(
      """
      SELECT delivery_id, stream, lead_type, first_day, last_day, count, kind, reason, import_id, seq
      FROM delivery
      WHERE contract_id = ?1 AND seq <= ?2
      ORDER BY first_day, delivery_id
      """,
      contract.id,
      last
    ) { row in try reader.delivery(row) }
    .sorted { $0.mark.number < $1.mark.number }
  }
}
