import Agreement

extension VersionStore {
  /// The versions of a contract by number, put together from their terms, up to the journal entry `last`.
  ///
  /// - Parameters:
  ///   - contract: the row of the contract.
  ///   - rowIDs: leaves out versions whose rows lie elsewhere.
  ///   - stamp: the stamp of the running transaction, under which it has added one itself.
  func versions(
    of contract: Int,
    in rowIDs: ClosedRange<Int> = .min ... .max,
    through last: Int = .max,
    under stamp: Stamp? = nil
  ) throws(StorageError) -> [Version] {
    guard let span = try span(of: contract, in: rowIDs, through: last) else { return [] }
    let terms = try VersionTerms(of: span, on: connection)
    return try connection.rows(
      """
      SELECT version_id, number, name, title, term_first, term_last, effective, currency,
        minor_units_per_unit, calendar, fiscal_year_starts, tolerance, tolerance_ppm, sustained_after,
        first_contact_minutes, first_contact_share, first_contact_share_ppm, business_hours,
        cadence_share, cadence_share_ppm, leads_per_rep, digest, note, recorded_at, recorded_by,
        time_zone, delivery_source, rejection_days, rejection_is_business
      FROM version
      LEFT JOIN journal USING (seq)
      WHERE version.contract_id = ? AND version_id BETWEEN ? AND ? AND seq <= ?
      ORDER BY number
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound,
      last
    ) { row in
      let mark = try row.mark(1, 23, 24, under: stamp)
      return Version(
        number: mark.number,
        contract: try Self.contract(row, terms),
        digest: try row.text(21, as: Digest.init(hex:)),
        proposedAt: mark.at,
        proposedBy: mark.by,
        note: try row.optionalText(22)
      )
    }
  }

  /// What is to be read; nil where there is nothing.
  private func span(
    of contract: Int,
    in rowIDs: ClosedRange<Int>,
    through last: Int
  ) throws(StorageError) -> VersionSpan? {
    let bases = try connection.rows(
      """
      SELECT version_id, currency, fiscal_year_starts
      FROM version
      WHERE contract_id = ? AND version_id BETWEEN ? AND ? AND seq <= ?
      """,
      contract,
      rowIDs.lowerBound,
      rowIDs.upperBound,
      last
    ) { row in
      let basis = VersionSpan.Basis(
        currency: try row.text(1, as: Currency.init(_:)),
        fiscalYearStart: try row.int(2) { (1...12).contains($0) ? $0 : nil }
      )
      return (id: try row.int(0), basis: basis)
    }
    let ids = bases.map(\.id)
    guard let first = ids.min(), let last = ids.max() else { return nil }
    return VersionSpan(
      contract: contract,
      rowIDs: first...last,
      bases: Dictionary(bases.map { ($0.id, $0.basis) }) { _, last in last }
    )
  }

  private static func contract(_ row: borrowing Row, _ terms: VersionTerms) throws -> Contract {
    let id = try row.int(0)
    let basis = try terms.span.basis(row, 0)
    try row.require(basis.currency.minorUnitsPerUnit == row.int(8), at: 8)
    let termFirst = try row.text(4, as: Month.self)
    do {
      return try Contract(
        name: try row.text(2, as: Name.self),
        title: try row.text(3),
        term: try row.text(5) { try MonthRange(first: termFirst, last: Month($0)) },
        effective: try row.text(6, as: Month.self),
        currency: basis.currency,
        calendar: ContractCalendar(
          months: try row.text(9, as: ContractCalendar.Months.init(keyword:)),
          fiscalYearStart: basis.fiscalYearStart,
          holidays: terms.holidays[id] ?? []
        ),
        timeZone: try row.optionalText(25, as: TimeZoneName.init(_:)),
        deliverySource: try row.optionalText(26, as: Contract.DeliverySource.init(rawValue:)) ?? .logged,
        tolerance: try row.share(11),
        sustainedAfter: try row.int(13),
        stages: terms.stages(of: id),
        streams: terms.streams[id] ?? [],
        sales: SalesCommitments(
          firstContact: try firstContact(row),
          cadence: try terms.cadence(of: id, share: row.share(18)),
          capacity: try terms.capacity(of: id, leadsPerRep: row.optionalInt(20) { $0 > 0 ? $0 : nil }),
          rejection: try rejection(row)
        ),
        measures: terms.measures[id] ?? [],
        signatories: terms.signatories[id] ?? []
      )
    } catch let error as InvalidContract {
      let problem = error.problems.map(\.message).joined(separator: "; ")
      throw row.unexpected(found: "terms that do not fit together: \(problem)")
    }
  }

  private static func rejection(_ row: borrowing Row) throws(StorageError) -> RejectionWindow? {
    try row.require(row.isNull(27) == row.isNull(28), at: 28)
    guard !row.isNull(27) else { return nil }
    let isBusiness = try row.bool(28)
    return try row.int(27) { $0 > 0 ? RejectionWindow(days: $0, isBusiness: isBusiness) : nil }
  }

  private static func firstContact(_ row: borrowing Row) throws(StorageError) -> FirstContact? {
    let hours = try row.optionalText(17, as: BusinessHours.init(_:))
    let share = try row.optionalShare(15)
    return try row.optionalInt(14) { minutes in
      guard minutes > 0, let share else { return nil }
      return FirstContact(minutes: minutes, clock: hours.map { .business($0) } ?? .elapsed, share: share)
    }
  }
}

extension ContractCalendar.Months {
  fileprivate init?(keyword: String) {
    if keyword == ContractCalendar.Months.gregorian.keyword {
      self = .gregorian
    } else if let pattern = ContractCalendar.WeekPattern(rawValue: keyword) {
      self = .weeks(pattern)
    } else {
      return nil
    }
  }
}
