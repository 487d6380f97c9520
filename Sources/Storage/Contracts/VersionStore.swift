import Agreement

/// The versions of contracts: their text, and the terms that it states.
struct VersionStore {
  let connection: Connection

  func insert(
    _ version: Version,
    source: String? = nil,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) {
    let id = try insertTerms(of: version, of: contract, under: stamp)
    let agreed = version.contract
    try SignatoryStore(connection: connection).insert(agreed.signatories, of: id)
    for stage in Stage.allCases {
      if let meaning = agreed.stages[stage] { try insert(stage, meaning, of: id) }
    }
    for day in agreed.calendar.holidays { try insert(holiday: day, of: id) }
    try StreamStore(connection: connection).insert(agreed.streams, of: id)
    try CommitmentStore(connection: connection).insert(agreed.sales, of: id)
    try CommitmentStore(connection: connection).insert(agreed.measures, of: id)
    if let source, !source.isEmpty { try insert(source: source, of: id) }
  }

  private func insertTerms(
    of version: Version,
    of contract: ContractStore.Entry,
    under stamp: Stamp
  ) throws(StorageError) -> Int {
    let agreed = version.contract
    let firstContact = agreed.sales.firstContact
    let hours: String? =
      if case .business(let hours) = firstContact?.clock { hours.description } else { nil }
    try connection.run(
      """
      INSERT INTO version (
        contract_id, number, name, title, term_first, term_last, effective, currency, minor_units_per_unit,
        calendar, fiscal_year_starts, tolerance, tolerance_ppm, sustained_after,
        first_contact_minutes, first_contact_share, first_contact_share_ppm, business_hours,
        cadence_share, cadence_share_ppm, leads_per_rep, text, digest, note, seq,
        time_zone, delivery_source, rejection_days, rejection_is_business
      )
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      contract.id,
      version.number,
      agreed.name,
      agreed.title,
      agreed.term.first,
      agreed.term.last,
      agreed.effective,
      agreed.currency.code,
      agreed.currency.minorUnitsPerUnit,
      agreed.calendar.months.keyword,
      agreed.calendar.fiscalYearStart,
      agreed.tolerance.description,
      agreed.tolerance.partsPerMillion,
      agreed.sustainedAfter,
      firstContact?.minutes,
      firstContact?.share.description,
      firstContact?.share.partsPerMillion,
      hours,
      agreed.sales.cadence.share.description,
      agreed.sales.cadence.share.partsPerMillion,
      agreed.sales.capacity?.leadsPerRep,
      agreed.canonicalText,
      version.digest,
      version.note,
      stamp.number,
      agreed.timeZone?.text,
      agreed.deliverySource == .logged ? nil : agreed.deliverySource.rawValue,
      agreed.sales.rejection?.days,
      agreed.sales.rejection?.isBusiness
    )
    return connection.lastInsertedRowID
  }

  private func insert(_ stage: Stage, _ meaning: String, of version: Int) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO stage (version_id, stage, meaning)
      VALUES (?, ?, ?)
      """,
      version,
      stage.rawValue,
      meaning
    )
  }

  private func insert(holiday day: Day, of version: Int) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO holiday (version_id, day)
      VALUES (?, ?)
      """,
      version,
      day
    )
  }

  private func insert(source: String, of version: Int) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO version_source (version_id, text)
      VALUES (?, ?)
      """,
      version,
      source
    )
  }

  /// The contract file that a version was read from; nil where none was kept.
  func source(of contract: ContractStore.Entry, version: Int) throws(StorageError) -> String? {
    try connection.first(
      """
      SELECT version_source.text
      FROM version_source
      JOIN version USING (version_id)
      WHERE version.contract_id = ? AND version.number = ?
      """,
      contract.id,
      version
    ) { row in try row.text(0) }
  }

  /// The text of a version as it was stored; nil where there is no such version.
  func text(of contract: ContractStore.Entry, version: Int) throws(StorageError) -> String? {
    try connection.first(
      """
      SELECT text
      FROM version
      WHERE contract_id = ? AND number = ?
      """,
      contract.id,
      version
    ) { row in try row.text(0) }
  }
}
