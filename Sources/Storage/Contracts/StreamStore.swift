import Agreement

/// The revenue streams of a version with their quotas and lead types.
struct StreamStore {
  let connection: Connection

  func insert(_ streams: [Agreement.Stream], of version: Int) throws(StorageError) {
    for (index, stream) in streams.enumerated() {
      try connection.run(
        """
        INSERT INTO stream (version_id, position, name, title, retention, retention_ppm, margin, margin_ppm)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        version,
        index + 1,
        stream.name,
        stream.title,
        stream.retention.description,
        stream.retention.partsPerMillion,
        stream.margin?.description,
        stream.margin?.partsPerMillion
      )
      let id = connection.lastInsertedRowID
      try insert(stream.quotas, of: id)
      try insert(stream.leadTypes, of: id)
    }
  }

  private func insert(_ quotas: Quotas, of stream: Int) throws(StorageError) {
    for (index, amount) in quotas.amounts.enumerated() {
      try connection.run(
        """
        INSERT INTO quota (stream_id, month, minor_units)
        VALUES (?, ?, ?)
        """,
        stream,
        quotas.first.advanced(by: index),
        amount.minorUnits
      )
    }
  }

  private func insert(_ leadTypes: [LeadType], of stream: Int) throws(StorageError) {
    for (index, type) in leadTypes.enumerated() {
      try connection.run(
        """
        INSERT INTO lead_type (stream_id, position, name, title, share, share_ppm)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        stream,
        index + 1,
        type.name,
        type.title,
        type.share.description,
        type.share.partsPerMillion
      )
      try MetricStore(connection: connection).insert(type.funnel, of: connection.lastInsertedRowID)
    }
  }

  func streams(
    of version: Int,
    in currency: Currency,
    fiscalYearStart: Int
  ) throws(StorageError) -> [Agreement.Stream] {
    try connection.rows(
      """
      SELECT stream_id, name, title, retention, retention_ppm, margin, margin_ppm
      FROM stream
      WHERE version_id = ?
      ORDER BY position
      """,
      version
    ) { row in
      let id = try row.int(0)
      return Agreement.Stream(
        name: try row.text(1, as: Name.init(_:)),
        title: try row.text(2),
        quotas: try quotas(of: id, in: currency),
        retention: try row.share(3),
        margin: try row.optionalShare(5),
        leadTypes: try leadTypes(of: id, in: currency, fiscalYearStart: fiscalYearStart)
      )
    }
  }

  private func quotas(of stream: Int, in currency: Currency) throws(StorageError) -> Quotas {
    var first: Month?
    let amounts = try connection.rows(
      """
      SELECT month, minor_units
      FROM quota
      WHERE stream_id = ?
      ORDER BY month
      """,
      stream
    ) { row in
      let month = try row.text(0, as: Month.init(_:))
      let amount = try row.int(1) { $0 >= 0 ? Money(minorUnits: $0, currency) : nil }
      let start = first ?? month
      first = start
      return (place: start.distance(to: month), amount: amount)
    }
    guard let first, amounts.map(\.place) == Array(0..<amounts.count) else {
      throw .unexpectedValue(
        table: "quota",
        column: "month",
        found: "not a row of months for stream \(stream)"
      )
    }
    return Quotas(first: first, amounts: amounts.map(\.amount))
  }

  private func leadTypes(
    of stream: Int,
    in currency: Currency,
    fiscalYearStart: Int
  ) throws(StorageError) -> [LeadType] {
    try connection.rows(
      """
      SELECT lead_type_id, name, title, share, share_ppm
      FROM lead_type
      WHERE stream_id = ?
      ORDER BY position
      """,
      stream
    ) { row in
      LeadType(
        name: try row.text(1, as: Name.init(_:)),
        title: try row.text(2),
        share: try row.share(3),
        funnel: try MetricStore(connection: connection).funnel(
          of: try row.int(0),
          in: currency,
          fiscalYearStart: fiscalYearStart
        )
      )
    }
  }
}
