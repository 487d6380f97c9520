import Agreement

extension VersionStore {
  /// The version of that row, put together from its terms; nil where there is no such row.
  func version(_ id: Int, under stamp: Stamp? = nil) throws(StorageError) -> Version? {
    try connection.first(
      """
      SELECT number, name, title, term_first, term_last, effective, currency, minor_units_per_unit,
        calendar, fiscal_year_starts, tolerance, tolerance_ppm, sustained_after,
        first_contact_minutes, first_contact_share, first_contact_share_ppm, business_hours,
        cadence_share, cadence_share_ppm, leads_per_rep, digest, note,
        recorded_at, recorded_by
      FROM version
      LEFT JOIN journal USING (seq)
      WHERE version_id = ?
      """,
      id
    ) { row in
      let mark = try row.mark(0, 22, 23, under: stamp)
      return Version(
        number: mark.number,
        contract: try contract(of: id, row),
        digest: try row.text(20, as: Digest.init(hex:)),
        proposedAt: mark.at,
        proposedBy: mark.by,
        note: try row.optionalText(21)
      )
    }
  }

  private func contract(of id: Int, _ row: borrowing Row) throws -> Contract {
    let currency = try row.text(6, as: Currency.init(_:))
    try row.require(currency.minorUnitsPerUnit == row.int(7), at: 7)
    let termFirst = try row.text(3, as: Month.init(_:))
    let term = try row.text(4) { try MonthRange(first: termFirst, last: Month($0)) }
    let fiscalYearStart = try row.int(9) { (1...12).contains($0) ? $0 : nil }
    do {
      return try Contract(
        name: try row.text(1, as: Name.init(_:)),
        title: try row.text(2),
        term: term,
        effective: try row.text(5, as: Month.init(_:)),
        currency: currency,
        calendar: ContractCalendar(
          months: try row.text(8, as: ContractCalendar.Months.init(keyword:)),
          fiscalYearStart: fiscalYearStart,
          holidays: try holidays(of: id)
        ),
        tolerance: try row.share(10),
        sustainedAfter: try row.int(12),
        stages: try stages(of: id),
        streams: try StreamStore(connection: connection).streams(
          of: id,
          in: currency,
          fiscalYearStart: fiscalYearStart
        ),
        sales: try sales(of: id, row),
        measures: try CommitmentStore(connection: connection).measures(of: id),
        signatories: try SignatoryStore(connection: connection).signatories(of: id)
      )
    } catch let error as InvalidContract {
      let problem = error.problems.map(\.message).joined(separator: "; ")
      throw row.unexpected(found: "terms that do not fit together: \(problem)")
    }
  }

  private func sales(of id: Int, _ row: borrowing Row) throws(StorageError) -> SalesCommitments {
    let commitments = CommitmentStore(connection: connection)
    return SalesCommitments(
      firstContact: try firstContact(row),
      cadence: try commitments.cadence(of: id, share: try row.share(17)),
      capacity: try commitments.capacity(
        of: id,
        leadsPerRep: try row.optionalInt(19) { $0 > 0 ? $0 : nil }
      )
    )
  }

  private func firstContact(_ row: borrowing Row) throws(StorageError) -> FirstContact? {
    let hours = try row.optionalText(16, as: BusinessHours.init(_:))
    let share = try row.optionalShare(14)
    return try row.optionalInt(13) { minutes in
      guard minutes > 0, let share else { return nil }
      return FirstContact(minutes: minutes, clock: hours.map { .business($0) } ?? .elapsed, share: share)
    }
  }

  private func holidays(of version: Int) throws(StorageError) -> [Day] {
    try connection.rows(
      """
      SELECT day
      FROM holiday
      WHERE version_id = ?
      ORDER BY day
      """,
      version
    ) { row in try row.text(0, as: Day.init(_:)) }
  }

  private func stages(of version: Int) throws(StorageError) -> [Stage: String] {
    let meanings = try connection.rows(
      """
      SELECT stage, meaning
      FROM stage
      WHERE version_id = ?
      """,
      version
    ) { row in (try row.text(0, as: Stage.init(rawValue:)), try row.text(1)) }
    return Dictionary(meanings) { _, last in last }
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
